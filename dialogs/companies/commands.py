"""The commands about companies and figures of terrains, in the order of the help."""

from dialogs.companies.calls import CALL_LIST
from dialogs.companies.figures import FIGURES
from dialogs.companies.listing import COMPANIES as LISTED
from dialogs.companies.messages import COMPANY_MESSAGE
from dialogs.companies.nominating import NOMINATE
from dialogs.companies.trials import TRIAL
from dialogs.turn.command import Command

COMPANIES: tuple[Command, ...] = (LISTED, CALL_LIST, COMPANY_MESSAGE, NOMINATE, TRIAL, FIGURES)
