"""What we know when something happens: loaded in one statement, frozen for the length of one step."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from dialogs.turn.attention_kind import AttentionKind
from dialogs.turn.events import Sender
from dialogs.turn.place import Place
from domain.access.roles import NO_ROLES, Grant, Located, Right, Role, Roles
from domain.demand.measured import MeasuredDays
from domain.demand.parameters import STANDARD, Parameters
from domain.inbox.requests import CODE_DAYS
from domain.intake.intake import Intake
from domain.knowledge.items import Item
from domain.knowledge.standard import STANDARD_ITEMS
from domain.notices.quiet import Quiet
from domain.rounds.silence import SILENT_DAYS
from domain.terrains.known_share import ENOUGH_KNOWN


@dataclass(frozen=True, slots=True)
class House:
    """Who we are, whom we know, what we calculate with, know and look after, from the settings; the same for every step.

    `web_door` says that people may take part without Teams, `door_url` where, without a slash at the end: empty while nobody
    can reach us from outside.
    """

    organisation: str
    contact: str
    privacy_url: str
    team: frozenset[str] = frozenset()
    admins: frozenset[str] = frozenset()
    parameters: Parameters = STANDARD
    items: Mapping[str, Item] = field(default_factory=lambda: STANDARD_ITEMS)
    tenant: str = ""
    silent_days: int = SILENT_DAYS
    code_days: int = CODE_DAYS
    enough_known: int = ENOUGH_KNOWN
    quiet: Quiet = Quiet()  # noqa: RUF009 - frozen
    attention: tuple[AttentionKind, ...] = ()
    web_door: bool = False
    door_url: str = ""
    mails: bool = False  # there is a server for mail

    def roles_of(self, sender: Sender, given: Iterable[Grant] = ()) -> Roles:
        """Return every role of somebody: those `given` in the tables and those of the settings.

        The settings name people of our own tenant; without one (to try things out) those of any. A role is for Teams alone.
        """
        if sender.through_door:
            return NO_ROLES
        ours = not self.tenant or sender.tenant == self.tenant
        lists = {Role.TEAM: self.team, Role.ADMIN: self.admins} if ours and sender.object_id else {}
        return Roles.of([*given, *(Grant(role) for role, people in lists.items() if sender.object_id in people)])


@dataclass(frozen=True, slots=True)
class Known:
    """Everything a step may decide on.

    `turn` is the id this turn will be stored under; `acting` means that a team member works on somebody else's intake.
    In a channel `team` is Teams' id of the team it belongs to, and `linked` says that it is linked to the project team;
    `channel` is our own id of it, to post to later. `measured` is what the meter of the company on this intake told.
    """

    turn: UUID
    person: UUID
    sender: Sender
    place: Place
    intake: Intake
    now: datetime.datetime
    house: House
    acting: bool = False
    roles: Roles = NO_ROLES
    team: str = ""
    linked: bool = False
    channel: UUID | None = None
    measured: MeasuredDays | None = None

    @property
    def is_team(self) -> bool:
        """Say whether this person belongs to the project team."""
        return Role.TEAM in self.roles.held

    @property
    def is_admin(self) -> bool:
        """Say whether this person gives roles, links teams and imports registers."""
        return Role.ADMIN in self.roles.held

    def roles_at(self, terrain: Located) -> frozenset[Role]:
        """Return what this person is on a terrain: their roles there, and an entrepreneur on the terrain they named."""
        own = self.intake.answers.known("company.terrain")
        here = isinstance(own, dict) and own.get("id") == terrain.id and not self.acting
        return self.roles.at(terrain) | ({Role.ENTREPRENEUR} if here else set())

    def may(self, right: Right, terrain: Located | None = None) -> bool:
        """Say whether a role allows this on a terrain; without one, everywhere."""
        return self.roles.may(right, terrain)

    def may_see(self, terrain: Located) -> bool:
        """Say whether this person may see how a terrain is doing: a municipality only its own, for one."""
        return self.may(Right.SEE_TERRAIN, terrain)
