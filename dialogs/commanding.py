"""What a command is: declared once with its words, who may use it, its help line and an example."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum

from dialogs.events import Scope
from dialogs.step import Step

Handler = Callable[[Step, str], Awaitable[None]]


class Audience(StrEnum):
    """Who a command is for. To everybody else it does not exist."""

    ANYONE = "anyone"
    COMPANY = "company"
    TEAM = "team"


class Takes(StrEnum):
    """Whether words follow the command."""

    NOTHING = "nothing"
    MAYBE = "maybe"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Command:
    """One command. The first of `words` is its name; `menu` puts it in the list that Teams shows.

    Without `in_help` it only stands on buttons and in the documentation.
    """

    words: tuple[str, ...]
    does: str
    handler: Handler
    audience: Audience = Audience.COMPANY
    takes: Takes = Takes.NOTHING
    argument: str = ""
    example: str = ""
    menu: bool = False
    in_help: bool = True
    scopes: tuple[Scope, ...] = (Scope.PERSONAL,)

    @property
    def name(self) -> str:
        """Return the command as the help shows it."""
        return f"{self.words[0]} {self.argument}".strip()

    def is_for(self, step: Step, scope: Scope = Scope.PERSONAL) -> bool:
        """Say whether this person may use it here."""
        if scope not in self.scopes:
            return False
        if self.audience is Audience.TEAM:
            return step.known.is_team
        of_company = not step.known.is_team or step.known.acting or step.place.kept is not None
        return self.audience is Audience.ANYONE or of_company  # who joins the team keeps the rights over their own answers


@dataclass(frozen=True, slots=True)
class Called:
    """A command that was recognised, with what follows it."""

    command: Command
    argument: str
