"""The buttons of a company's outlook."""

from cards.verbs import Verb
from dialogs.demand.outlook import press_adjust, press_outlook
from dialogs.turn.command import Press

DEMAND_PRESSED: dict[Verb, Press] = {Verb.OUTLOOK: press_outlook, Verb.ADJUST: press_adjust}
