"""The commands about terrains, in the order of the help."""

from dialogs.commanding import Command
from dialogs.terrain.directing import DIRECTOR
from dialogs.terrain.outcoming import OUTCOME
from dialogs.terrain.portfolio import OWN_PARKS, PARKS
from dialogs.terrain.routing import ROUTE
from dialogs.terrain.status import STATUS
from dialogs.terrain.stepping import STEP

TERRAIN: tuple[Command, ...] = (STATUS, PARKS, OWN_PARKS, STEP, ROUTE, OUTCOME, DIRECTOR)
