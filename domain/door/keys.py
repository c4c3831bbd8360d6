"""A code with which somebody who came without Teams is known in Teams."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

BY_A_SQUARE = frozenset({"company.terrain"})  # what a square answers by itself: nobody loses anything by that
KEY_HOURS = 1  # own assumption: it is read from one screen and typed on another


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """Whoever a code is of. `company` is what they call it, `answered` that they gave answers themselves."""

    person: UUID
    intake: UUID
    company: str
    answered: bool


def answers_something(names: Iterable[str]) -> bool:
    """Say whether somebody with answers to these questions gave any themselves."""
    return not BY_A_SQUARE.issuperset(names)
