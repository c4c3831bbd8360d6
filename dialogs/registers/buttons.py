"""The buttons of a file with a register."""

from cards.verbs import Verb
from dialogs.registers.imports import press_import, press_import_not
from dialogs.turn.command import Press

REGISTER_PRESSED: dict[Verb, Press] = {Verb.IMPORT: press_import, Verb.IMPORT_NOT: press_import_not}
