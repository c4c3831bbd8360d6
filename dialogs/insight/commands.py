"""The commands about several companies at once, in the order of the help."""

from dialogs.commanding import Command
from dialogs.insight.factsheets import FACTSHEET

INSIGHT: tuple[Command, ...] = (FACTSHEET,)
