"""The commands about several companies at once, in the order of the help."""

from dialogs.disclosure.breakdowns import BREAKDOWN
from dialogs.disclosure.chances import CHANCES
from dialogs.disclosure.connections import CONNECTIONS
from dialogs.disclosure.exports import EXPORT
from dialogs.disclosure.factsheets import FACTSHEET
from dialogs.disclosure.plan_maps import PLAN_MAP
from dialogs.turn.command import Command

INSIGHT: tuple[Command, ...] = (FACTSHEET, BREAKDOWN, PLAN_MAP, CONNECTIONS, CHANCES, EXPORT)
