"""The buttons about taking part without Teams."""

from cards.verbs import Verb
from dialogs.door.devices import press_device
from dialogs.turn.command import Press

DOOR_PRESSED: dict[Verb, Press] = {Verb.DEVICE: press_device}
