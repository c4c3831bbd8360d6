"""The commands about terrains, in the order of the help."""

from dialogs.plan.director import DIRECTOR
from dialogs.plan.outcome import OUTCOME
from dialogs.plan.routes import ROUTE
from dialogs.plan.steps import STEP
from dialogs.terrains.portfolio import OWN_PARKS, PARKS
from dialogs.terrains.status import STATUS
from dialogs.turn.command import Command

TERRAIN: tuple[Command, ...] = (STATUS, PARKS, OWN_PARKS, STEP, ROUTE, OUTCOME, DIRECTOR)
