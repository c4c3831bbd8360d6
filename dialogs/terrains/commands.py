"""The commands about terrains, in the order of the help."""

from dialogs.terrains.portfolio import OWN_PARKS, PARKS
from dialogs.terrains.status import STATUS
from dialogs.turn.command import Command

TERRAIN: tuple[Command, ...] = (STATUS, PARKS, OWN_PARKS)
