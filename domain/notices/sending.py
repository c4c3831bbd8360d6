"""A sending: words for companies, which somebody of the team saw and approved before anything went."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class SendingState(StrEnum):
    """What the team decided. What was approved is planned as notices, which know what became of it."""

    OPEN = "open"
    APPROVED = "approved"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Sending:
    """Words of one kind, perhaps about a session. `at` is when it was approved or dropped; while it is open, when it was made.

    A message of the team's own has a `title`, its `audience` as it is kept (domain/companies/message_audience.py), and perhaps a
    moment at which it goes (`due_at`).
    """

    id: UUID
    kind: str
    terrain: str
    text: str
    state: SendingState
    at: datetime.datetime
    session: UUID | None = None
    title: str = ""
    audience: Mapping[str, object] | None = None
    due_at: datetime.datetime | None = None

    @property
    def key(self) -> str:
        """Return the key under which a company is told it: once, ever."""
        return f"sending:{self.id}"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a sending for one company: whether it arrived, or why not; neither while it is under way."""

    intake: UUID
    arrived: bool
    failing: str | None = None


@dataclass(frozen=True, slots=True)
class SendingResult:
    """For how many people something was planned, and what became of it: each of them is told on behalf of a company."""

    planned: int = 0
    received: int = 0
    failed: int = 0
    withheld: int = 0
