"""A conversation core that does what a test tells it: echo, wait, break, or have no database."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from bot.exchange import Arrival, Delivery, Outgoing, Unavailable
from bot.turn.acknowledged import Acknowledged
from dialogs.turn.errands import Errand
from dialogs.turn.events import Said
from domain.papers.papers import Paper
from storage.database.transactions import DatabaseGone


@dataclass(frozen=True, slots=True)
class Scripted:
    """What a scripted turn leaves to be delivered."""

    outgoing: tuple[Outgoing, ...]
    reference: dict[str, Any]
    body: dict[str, Any] | None = None
    done: bool = False
    errands: tuple[Errand, ...] = ()
    missed: str = ""
    id: UUID = field(default_factory=uuid4)


Taking = Callable[[Arrival], Awaitable[Scripted]]


def text(words: str) -> Outgoing:
    """Return one message to send."""
    return Outgoing("send", {"type": "message", "text": words})


async def echo(arrival: Arrival) -> Scripted:
    """Answer with what was said."""
    words = arrival.event.text if isinstance(arrival.event, Said) else type(arrival.event).__name__
    return Scripted((text(f"U zei: {words}"),), arrival.reference)


@dataclass
class Core:
    """Takes turns by script; `arrivals` and `notes` are what it was told, `written` how many ids were kept each time."""

    taking: Taking = echo
    arrivals: list[Arrival] = field(default_factory=list)
    notes: list[tuple[UUID, list[str | None]]] = field(default_factory=list)
    written: list[int] = field(default_factory=list)
    asked: list[UUID] = field(default_factory=list)
    left_behind: list[Scripted] = field(default_factory=list)
    papers: dict[str, Paper] = field(default_factory=dict)
    stopped: list[str] = field(default_factory=list)
    database: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        """Start with a database that is there."""
        self.database.set()

    async def take(self, arrival: Arrival) -> Scripted:
        """Take a turn, when there is a database."""
        if not self.database.is_set():
            raise Unavailable
        self.arrivals.append(arrival)
        return await self.taking(arrival)

    async def knows(self, promise: Acknowledged) -> bool:
        """Say whether the activity was taken."""
        return any(arrival.activity == promise.activity for arrival in self.arrivals)

    async def stop_mail(self, token: str) -> None:
        """Note by which token mail was stopped, when there is a database."""
        if not self.database.is_set():
            raise DatabaseGone
        self.stopped.append(token)

    async def linked_paper(self, token: str) -> Paper | None:
        """Return the paper that a test put behind a link, when there is a database."""
        if not self.database.is_set():
            raise DatabaseGone
        return self.papers.get(token)

    async def reach(self, person: UUID) -> Mapping[str, Any] | None:
        """Know how to reach nobody."""
        return None

    async def read_paper(self, paper: UUID) -> bytes | None:
        """Know of no paper."""
        return None

    async def depth(self) -> int:
        """Return how many deliveries were left behind."""
        return len(self.left_behind)

    async def may_send(self, delivery: Delivery) -> bool | None:
        """Allow a late answer the second time it is asked for."""
        self.asked.append(delivery.id)
        return len(self.asked) > 1

    def note_sent(self, delivery: Delivery, ids: list[str | None]) -> None:
        """Keep the note."""
        if self.notes and self.notes[-1][0] == delivery.id:
            self.notes[-1][1].extend(ids)
        else:
            self.notes.append((delivery.id, [*ids]))

    async def write_notes(self) -> None:
        """Keep notes at once, when there is a database."""
        if not self.database.is_set():
            raise DatabaseGone
        self.written.append(sum(len(ids) for _, ids in self.notes))

    async def unsent(self, limit: int) -> list[Scripted]:
        """Give what a test left behind, once."""
        claimed, self.left_behind = self.left_behind[:limit], self.left_behind[limit:]
        return claimed

    async def ready(self) -> bool:
        """Say whether there is a database."""
        return self.database.is_set()
