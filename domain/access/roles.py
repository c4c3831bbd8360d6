"""Who may do what: the roles people hold, where each holds, and what it allows; declared here once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID


class Role(StrEnum):
    """What somebody is to the approach. A person can hold several."""

    ENTREPRENEUR = "entrepreneur"
    PARK_MANAGER = "park_manager"
    MUNICIPALITY = "municipality"
    GRID_OPERATOR = "grid_operator"
    TEAM = "team"
    ADMIN = "admin"


class Reach(StrEnum):
    """Where a role holds: in the whole region, in one municipality, or on one terrain."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    TERRAIN = "terrain"


# These see companies by name: they are never given by a name that somebody chose, see docs/decisions/0007-roles.md.
POINTED_AT = frozenset({Role.TEAM, Role.ADMIN})


class Right(StrEnum):
    """What a role allows, wherever it holds."""

    SEE_TERRAIN = "see_terrain"  # how a terrain is doing: step, dates, totals as far as they may be shown
    SEE_COMPANIES = "see_companies"  # companies by name, with what they answered to the project team
    SPEAK = "speak"  # say what the municipality itself wants of a terrain, and answer what it is asked
    WORK = "work"  # invite, note, plan, move a terrain on
    MANAGE = "manage"  # give roles, link teams, import registers


@dataclass(frozen=True, slots=True)
class RoleRule:
    """One role: its Dutch name, the other words people type for it, where it can be given, and what it allows there."""

    title: str
    words: tuple[str, ...]
    reaches: tuple[Reach, ...]
    rights: frozenset[Right] = frozenset()


ROLES: Mapping[Role, RoleRule] = {
    Role.ENTREPRENEUR: RoleRule("ondernemer", ("bedrijf",), (Reach.REGION,)),
    Role.PARK_MANAGER: RoleRule(
        "parkmanager", ("parkmanagement", "park manager"), (Reach.TERRAIN, Reach.MUNICIPALITY), frozenset({Right.SEE_TERRAIN})
    ),
    Role.MUNICIPALITY: RoleRule(
        "gemeente",
        ("ambtenaar", "gemeenteambtenaar"),
        (Reach.MUNICIPALITY, Reach.TERRAIN),
        frozenset({Right.SEE_TERRAIN, Right.SPEAK}),
    ),
    # Networks do not follow municipal borders, so a grid operator may hold for the whole region as well.
    Role.GRID_OPERATOR: RoleRule(
        "netbeheerder", ("liander", "enexis"), (Reach.REGION, Reach.MUNICIPALITY, Reach.TERRAIN), frozenset({Right.SEE_TERRAIN})
    ),
    Role.TEAM: RoleRule(
        "projectteam",
        ("team", "teamlid", "regisseur"),
        (Reach.REGION,),
        frozenset({Right.SEE_TERRAIN, Right.SEE_COMPANIES, Right.SPEAK, Right.WORK}),
    ),
    Role.ADMIN: RoleRule("beheerder", ("admin", "beheer"), (Reach.REGION,), frozenset(Right)),
}


class Located(Protocol):
    """A business park, as far as roles ask."""

    @property
    def id(self) -> str:
        """Its key."""

    @property
    def municipality_code(self) -> str | None:
        """The CBS code of its municipality; None when it is not known."""


@dataclass(frozen=True, slots=True, order=True)
class Grant:
    """A role somebody holds: on one `terrain`, in one `municipality` (CBS code), or with neither everywhere."""

    role: Role
    terrain: str = ""
    municipality: str = ""

    @property
    def reach(self) -> Reach:
        return Reach.TERRAIN if self.terrain else Reach.MUNICIPALITY if self.municipality else Reach.REGION

    @property
    def possible(self) -> bool:
        """Say whether this role can be given with this reach."""
        return self.reach in ROLES[self.role].reaches and not (self.terrain and self.municipality)

    def holds_at(self, terrain: Located) -> bool:
        if self.reach is Reach.REGION:
            return True
        return terrain.id == self.terrain or (bool(self.municipality) and terrain.municipality_code == self.municipality)


@dataclass(frozen=True, slots=True)
class Roles:
    """All roles of one person. An administrator belongs to the project team too."""

    grants: frozenset[Grant] = frozenset()

    @classmethod
    def of(cls, grants: Iterable[Grant]) -> "Roles":
        """Return these roles, without those that cannot be."""
        return cls(frozenset(grant for grant in grants if grant.possible))

    @property
    def held(self) -> frozenset[Role]:
        return _with_team(grant.role for grant in self.grants)

    @property
    def everywhere(self) -> frozenset[Role]:
        """Every role held in the whole region; an entrepreneur is one on the terrain of their company alone."""
        held = (grant.role for grant in self.grants if grant.reach is Reach.REGION)
        return _with_team(held) - {Role.ENTREPRENEUR}

    def at(self, terrain: Located) -> frozenset[Role]:
        """Every role held on this terrain; which one an entrepreneur is on, the answers of their company say."""
        return _with_team(grant.role for grant in self.grants if grant.holds_at(terrain)) - {Role.ENTREPRENEUR}

    def may(self, right: Right, terrain: Located | None = None) -> bool:
        """Say whether a role allows this on a terrain; without one, whether it is allowed everywhere."""
        roles = self.everywhere if terrain is None else self.at(terrain)
        return any(right in ROLES[role].rights for role in roles)


NO_ROLES = Roles()


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person who can hold a role. `person` is None for whoever never said anything to us; `teams` are names of linked teams
    through which they belong to the project team. `guest` is what Teams told, None while it told nothing; `tenant` is
    where they are at home, as far as Teams told.
    """

    object_id: str
    name: str = ""
    person: UUID | None = None
    grants: tuple[Grant, ...] = ()
    teams: tuple[str, ...] = ()
    guest: bool | None = None
    tenant: str = ""

    @property
    def label(self) -> str:
        """How a sentence calls them."""
        return self.name or f"Persoon {self.object_id[:8]}"


def _with_team(roles: Iterable[Role]) -> frozenset[Role]:
    held = frozenset(roles)
    return held | {Role.TEAM} if Role.ADMIN in held else held


_NAMED = {word: role for role, rule in ROLES.items() for word in (rule.title, *rule.words)}


def role_named(word: str) -> Role | None:
    """Return the role a word means, e.g. "Beheerder"; None when it means none."""
    return _NAMED.get(" ".join(word.casefold().split()))


@dataclass(frozen=True, slots=True)
class TeamMember:
    """Somebody in a Teams team. `guest`: a guest of the tenant, or somebody of another tenant in a shared team; `tenant` is
    where they are at home, as far as Teams tells.
    """

    object_id: str
    teams_id: str
    name: str
    guest: bool
    tenant: str = ""


@dataclass(frozen=True, slots=True)
class LinkedTeam:
    """A Teams team whose members are the project team: what it is called, how many count, and which guests do not."""

    id: str
    name: str
    counting: int = 0
    guests: tuple[TeamMember, ...] = ()
    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
