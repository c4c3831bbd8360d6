"""The commands about registers: contacts, claims and files."""

from dialogs.registers.contacts import ERASE
from dialogs.registers.imports import IMPORT
from dialogs.registers.questions import CLAIMS
from dialogs.turn.command import Command

REGISTERS: tuple[Command, ...] = (ERASE, *CLAIMS, IMPORT)
