"""The commands about several companies at once, in the order of the help."""

from dialogs.commanding import Command
from dialogs.insight.connections import CONNECTIONS
from dialogs.insight.factsheets import FACTSHEET
from dialogs.insight.plan_maps import PLAN_MAP
from dialogs.insight.possibilities import CHANCES

INSIGHT: tuple[Command, ...] = (FACTSHEET, PLAN_MAP, CONNECTIONS, CHANCES)
