"""What a command is: declared once with its words, who may use it, its help line and an example."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum, Flag, auto
from functools import reduce
from operator import or_

from dialogs.turn.events import Pressed, Scope
from dialogs.turn.step import Step
from domain.access.roles import Role

Handler = Callable[[Step, str], Awaitable[None]]
Press = Callable[[Step, Pressed], Awaitable[None]]  # what a button does
Hears = Callable[[Step, str], str]  # what a whole sentence says of what must follow the command


class Users(Flag):
    """Whom a command is for, one or several (`Audience.TEAM | Audience.MUNICIPALITY`). To everybody else it does not exist.

    An administrator belongs to TEAM too. Of whoever holds a role for some terrains only, the terrains are asked in the
    handler: see dialogs/terrains/terrain_choice.py.
    """

    COMPANY = auto()
    PARK_MANAGER = auto()
    MUNICIPALITY = auto()
    GRID_OPERATOR = auto()
    TEAM = auto()
    ADMIN = auto()
    PARTNERS = PARK_MANAGER | MUNICIPALITY | GRID_OPERATOR
    ANYONE = COMPANY | PARTNERS | TEAM | ADMIN


AUDIENCE_OF = {
    Role.ENTREPRENEUR: Users.COMPANY,
    Role.PARK_MANAGER: Users.PARK_MANAGER,
    Role.MUNICIPALITY: Users.MUNICIPALITY,
    Role.GRID_OPERATOR: Users.GRID_OPERATOR,
    Role.TEAM: Users.TEAM,
    Role.ADMIN: Users.ADMIN,
}


def audience_of(step: Step) -> Users:
    """Return everything this person is at this moment."""
    held = (AUDIENCE_OF[role] for role in step.known.roles.held)
    return reduce(or_, held, Users.COMPANY if step.for_company else Users(0))


class Takes(Enum):
    """Whether words follow the command."""

    NOTHING = "nothing"
    MAYBE = "maybe"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Command:
    """One command. The first of `words` is its name; `menu` puts it in the list that Teams shows.

    Without `in_help` it is only on buttons and in the documentation. `group` is the heading it is under in help;
    `during_call` keeps a command of the team in the help of a telephone call. `hears` takes out of a sentence in own words what
    must follow the command; of what takes a terrain that is the terrain it names. `without_teams`: it is about taking part
    without Teams, and only in help where that can be done. What `erases` is never heard in half a word.
    """

    words: tuple[str, ...]
    does: str
    handler: Handler
    audience: Users = Users.COMPANY
    takes: Takes = Takes.NOTHING
    argument: str = ""
    example: str = ""
    menu: bool = False
    in_help: bool = True
    scopes: tuple[Scope, ...] = (Scope.PERSONAL,)
    group: str = ""
    during_call: bool = False
    hears: Hears | None = None
    without_teams: bool = False
    erases: bool = False

    @property
    def name(self) -> str:
        """Return the command as the help shows it."""
        return f"{self.words[0]} {self.argument}".strip()

    @property
    def takes_terrain(self) -> bool:
        """Say whether the name of a terrain follows it."""
        return self.argument.startswith("<terrein")

    def is_for(self, audience: Users, scope: Scope = Scope.PERSONAL) -> bool:
        """Say whether people who are this may use it here."""
        return scope in self.scopes and bool(self.audience & audience)


@dataclass(frozen=True, slots=True)
class Called:
    """A command that was recognised, with what follows it."""

    command: Command
    argument: str
