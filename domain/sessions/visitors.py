"""Who comes to a session: companies that were invited or entered by the team, and what they want to talk about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from domain.intake.options import Option
from domain.intake.sections.company import CompanyPart
from domain.sessions.grouping.people import Guest

MOST_TOGETHER = 10  # people of one company; more is a typing error


class Coming(StrEnum):
    """What somebody answered."""

    INVITED = "invited"
    YES = "yes"
    MAYBE = "maybe"
    NO = "no"
    WAITING = "waiting"  # they would come, and there was no room


UNDECIDED = frozenset({Coming.INVITED, Coming.MAYBE})  # they are asked once more


class Mark(Option):
    """What the team ticks about somebody on the list."""

    COMES = "yes", "Komt"
    FIRST = "first", "Staat vooraan op de wachtlijst"
    STAYS_AWAY = "no", "Komt niet"
    WAS_THERE = "was", "Was er"
    WAS_NOT = "not", "Was er niet"
    MAY_BE_NAMED = "named", "Mag op de dia's staan"


class Issue(Option):
    """What people come to talk about: the three proposals of the source, and what the intake asks about."""

    SHARED = "shared", "Samen één laadplein"
    NEIGHBOUR = "neighbour", "Laden bij de buren"
    BUYING = "buying", "Samen inkopen"
    HUB = "hub", "Samen stroom delen"
    GRID = "grid", "Te weinig stroom"
    SPACE = "space", "Te weinig ruimte"
    MONEY = "money", "De kosten"
    KNOWLEDGE = "knowledge", "Waar begin ik?"


# What the source puts to the room for a start (000, Startsessie); what companies named themselves comes first.
PROPOSED = (Issue.SHARED, Issue.NEIGHBOUR, Issue.BUYING)


@dataclass(frozen=True, slots=True)
class Visitor:
    """One company at one session, with who answered for it. `may_name`: it agreed to be shown to other companies.

    `group` is the label of last time's group that it chose to join. `waiting` orders those who wait for a place: a lower
    number goes first. Of a partner `party` is a role, `person` who they are here and `tells` the block in which they speak.
    `register` is its key in the register when it was invited without an intake; whoever the team entered has an `addressee`
    when we may mail them, and an `email` that agreed.
    """

    number: int
    company: str
    name: str = ""
    people: int = 1
    issue: str = ""
    part: CompanyPart = CompanyPart.UNKNOWN
    coming: Coming = Coming.INVITED
    attended: bool | None = None
    intake: UUID | None = None
    may_name: bool = False
    group: str = ""
    waiting: int = 0
    party: str = ""
    person: UUID | None = None
    tells: str = ""
    register: UUID | None = None
    addressee: UUID | None = None
    email: str = ""
    stopped: bool = False

    @property
    def key(self) -> UUID | None:
        """Return what a choice means by it, as with domain.companies.audience.AudienceMember; None for who is only called."""
        return self.intake or self.register or self.addressee


def issue_of(text: str) -> str:
    """Return the key of an issue, an empty text for what is none of ours."""
    return text if text in list(Issue) else ""


def issue_title(key: str) -> str:
    """Return an issue as people read it; an empty text for none."""
    return Issue(key).label if key in list(Issue) else ""


def first_issues(problems: Iterable[str]) -> tuple[str, ...]:
    """Return the first list of issues by key: what companies named, then the proposals of the source."""
    return tuple(dict.fromkeys((*(key for key in problems if issue_of(key)), *PROPOSED)))


def coming(visitors: Iterable[Visitor]) -> tuple[Visitor, ...]:
    return tuple(one for one in visitors if one.coming is Coming.YES)


def people(visitors: Iterable[Visitor]) -> int:
    return sum(one.people for one in coming(visitors))


def guests(visitors: Sequence[Visitor], earlier: dict[str, str] | None = None) -> tuple[Guest, ...]:
    """Return everybody who comes as a guest to be put in a group; `earlier` tells the group of a company last time."""
    before = earlier or {}
    return tuple(guest_of(one, place, before) for one, place in seats(visitors))


def guest_of(visitor: Visitor, place: int, before: dict[str, str]) -> Guest:
    """Return one of the people of a company as a guest. Whoever is new may have chosen one of the groups of last time."""
    last = before.get(seat_key(visitor, place), "")
    chosen = visitor.group if before and not last else ""
    return Guest(guest_id(visitor, place), company_of(visitor), visitor.issue, visitor.part, last or chosen, chose=bool(chosen))


def seats(visitors: Iterable[Visitor]) -> Iterator[tuple[Visitor, int]]:
    """Yield everybody who comes: a visitor, and which of its people it is."""
    return ((one, place) for one in coming(visitors) for place in range(one.people))


def company_of(visitor: Visitor) -> str:
    """Return what tells a company from others, also at another session."""
    return str(visitor.intake or visitor.company.casefold())


def seat_key(visitor: Visitor, place: int) -> str:
    """Return what tells one of the people of a company, also at another session."""
    return f"{company_of(visitor)}.{place}"


def guest_id(visitor: Visitor, place: int) -> str:
    """Return the id of one of the people of a company: "12.0" is the person who answered, "12.1" the first colleague."""
    return f"{visitor.number}.{place}"


def guest_name(visitor: Visitor, place: int) -> str:
    """Return how one of the people of a company is called."""
    if place == 0:
        return visitor.name or "Iemand"
    return "Collega" if visitor.people == 2 else f"Collega {place}"
