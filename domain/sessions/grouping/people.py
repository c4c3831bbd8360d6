"""The people to be put in groups, and what groups are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from domain.intake.sections.company import CompanyPart

SMALLEST = 3  # below it there is no conversation
HOLDERS = frozenset({CompanyPart.PROBLEM_OWNER, CompanyPart.BOTH})
HELPERS = frozenset({CompanyPart.SOLVER, CompanyPart.BOTH})


@dataclass(frozen=True, slots=True)
class Guest:
    """One person who comes. Keys are ids: `issue` is what troubles them most ("" for none), `earlier` their last group.

    `chose`: they were not there last time, and chose that group themselves.
    """

    id: str
    company: str
    issue: str = ""
    part: CompanyPart = CompanyPart.UNKNOWN
    earlier: str = ""
    chose: bool = False


@dataclass(frozen=True, slots=True)
class SeatingWishes:
    """Pairs of guest ids that must sit together, or must not."""

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """One group: its label stays the same over sessions; `issue` is what it talks about ("" for mixed)."""

    label: str
    issue: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grouping:
    """All groups with a line per person that says why they sit there. Every guest is in exactly one group."""

    groups: tuple[Group, ...]
    why: Mapping[str, str] = field(default_factory=dict)

    def of(self, guest: str) -> Group:
        """Return the group of a guest; raises KeyError for somebody who is in none."""
        for group in self.groups:
            if guest in group.members:
                return group
        raise KeyError(guest)


NO_WISHES = SeatingWishes()
NO_GROUPS = Grouping(())


class Impossible(Exception):  # noqa: N818 - named for the state it tells
    """The wishes contradict each other; `sentence` tells the team."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def sizes(people: int, groups: int) -> tuple[int, int]:
    """Return the smallest size and how many groups hold one more, so that sizes differ by at most one."""
    return divmod(people, groups)


def labels() -> Iterator[str]:
    """Yield A, B, ..., Z, AA, AB, ..."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    yield from letters
    yield from (one + two for one in letters for two in letters)


def by_id(guests: Sequence[Guest]) -> dict[str, Guest]:
    """Return guests by id; raises ValueError when two share one."""
    found = {guest.id: guest for guest in guests}
    if len(found) != len(guests):
        raise ValueError("two guests with one id")
    return found
