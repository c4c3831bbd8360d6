"""What many turns need at the same moment is asked of the database in one statement.

Nobody waits for others to come: whoever comes while a statement is under way goes along with the next. Whoever comes alone
is asked for at once; after a crowd those who come together go together.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import Generic, TypeVar

from storage.database.transactions import DatabaseGone

MOST = 16  # that go together

Asked = TypeVar("Asked")
Found = TypeVar("Found")
Waiting = tuple[Asked, asyncio.Future[Found]]


class Batcher(Generic[Asked, Found]):
    """One statement at a time, for everybody who waits for it."""

    def __init__(
        self,
        ask_all: Callable[[Sequence[Asked]], Awaitable[Sequence[Found]]],
        about: Callable[[Asked], Sequence[Hashable]] = lambda _: (),
    ) -> None:
        """`ask_all` returns one answer for each, in order. Two that are `about` the same never go together."""
        self._ask_all, self._about = ask_all, about
        self._waiting: list[Waiting[Asked, Found]] = []
        self._asking = self._crowded = False
        self._came = 0  # since nobody was asked for
        self._task: asyncio.Task[None] | None = None  # asyncio itself does not hold on to it

    async def ask(self, asked: Asked) -> Found:
        """Return what is found. Raises what the statement raises."""
        self._came += 1
        if self._asking or self._crowded:
            return await self._ask_with_others(asked)
        self._asking = True
        try:
            return (await self._ask_all([asked]))[0]
        finally:
            self._rest()
            self._go_on()

    async def _ask_with_others(self, asked: Asked) -> Found:
        answer: asyncio.Future[Found] = asyncio.get_running_loop().create_future()
        self._waiting.append((asked, answer))
        self._go_on()
        return await answer

    def _go_on(self) -> None:
        """Ask for whoever waits, with everybody who comes before that begins."""
        if self._waiting and not self._asking:
            self._asking, self._task = True, asyncio.create_task(self._ask_until_done())

    async def _ask_until_done(self) -> None:
        try:
            while self._waiting:
                await self._ask_for(self._take())
        finally:
            self._rest()

    def _rest(self) -> None:
        self._asking = False
        if not self._waiting:
            self._crowded, self._came = self._came > 1, 0

    async def _ask_for(self, these: Sequence[Waiting[Asked, Found]]) -> None:
        """Ask for these together; when that goes wrong each by itself, so that nobody hears of the mistake of another.

        For whoever gave up nothing is asked any more: they were told that it is not stored.
        """
        these = [one for one in these if not one[1].done()]
        if not these:
            return
        try:
            found = await self._ask_all([asked for asked, _ in these])
        except Exception as error:  # noqa: BLE001 - it is for whoever asked
            if len(these) > 1 and not isinstance(error, DatabaseGone):
                for one in these:
                    await self._ask_for([one])
                return
            for _, answer in these:
                if not answer.done():
                    answer.set_exception(error)
        else:
            for (_, answer), what in zip(these, found, strict=True):
                if not answer.done():
                    answer.set_result(what)

    def _take(self) -> Sequence[Waiting[Asked, Found]]:
        """Return who goes next, the first always."""
        taken, later, seen = list[Waiting[Asked, Found]](), list[Waiting[Asked, Found]](), set[Hashable]()
        for waiting in self._waiting:
            about = self._about(waiting[0])
            fits = len(taken) < MOST and seen.isdisjoint(about)
            (taken if fits else later).append(waiting)
            seen.update(about)  # also of whoever has to wait: nobody overtakes
        self._waiting = later
        return taken
