"""A code with which somebody who came without Teams is known in Teams."""

from dataclasses import dataclass
from uuid import UUID

KEY_HOURS = 1  # own assumption: it is read from one screen and typed on another


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """Whoever a code is of. `company` is what they call it, `answered` that they gave answers."""

    person: UUID
    intake: UUID
    company: str
    answered: bool
