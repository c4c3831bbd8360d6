"""The commands about companies and figures of terrains, in the order of the help."""

from dialogs.companies.figures import FIGURES
from dialogs.companies.listing import COMPANIES as LISTED
from dialogs.companies.messages import COMPANY_MESSAGE
from dialogs.turn.command import Command

COMPANIES: tuple[Command, ...] = (LISTED, FIGURES, COMPANY_MESSAGE)
