"""The buttons about the meter of a company."""

from cards.verbs import Verb
from dialogs.meter.meter import press_meter
from dialogs.turn.command import Press

METER_PRESSED: dict[Verb, Press] = {Verb.METER: press_meter}
