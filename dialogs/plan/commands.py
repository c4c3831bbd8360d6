"""The commands about the plan of a terrain, in the order of the help."""

from dialogs.plan.director import DIRECTOR
from dialogs.plan.outcome import OUTCOME
from dialogs.plan.routes import ROUTE
from dialogs.plan.sheets import SHEET
from dialogs.plan.steps import STEP
from dialogs.turn.command import Command

PLAN: tuple[Command, ...] = (STEP, ROUTE, OUTCOME, DIRECTOR, SHEET)
