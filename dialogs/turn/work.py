"""Work that takes longer than a person should wait: declared once, done by a worker, its result told by itself."""

import datetime
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar
from uuid import UUID

from dialogs.stores.stores import Stores
from dialogs.turn.known import House
from dialogs.turn.replies import Reply
from domain.access.roles import Right

Made = TypeVar("Made")


class Working(Protocol):
    """What work may use. Everything happens in one transaction that ends when the result is told: all of it, or nothing.

    Read and calculate first, write last: whoever is erased waits for rows that name them.
    """

    @property
    def ids(self) -> Mapping[str, str]:
        """What the work is about, as it was started with."""

    @property
    def person(self) -> UUID:
        """The person who asked for it."""

    @property
    def stores(self) -> Stores:
        """The stores of whoever asked for it; nobody waits for its transaction, so that minutes are fine."""

    @property
    def now(self) -> datetime.datetime:
        """When the work began."""

    @property
    def house(self) -> House:
        """Who we are, and what we calculate with."""

    async def progress(self, done: int, of: int) -> None:
        """Show how far it is; say it as often as you like, people see it every few seconds."""

    async def aside(self, function: Callable[..., Made], *given: object) -> Made:
        """Calculate in a process of its own, so that conversations go on. All of it must be picklable."""


Handler = Callable[[Working], Awaitable[Sequence[Reply]]]


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of work. It can run again after a crash, and then nothing of the first time is left. Its result is only for
    somebody who still has the `right` when it is done.
    """

    name: str
    handler: Handler
    right: Right | None = None
