"""What many turns need at the same moment is asked of the database in one statement: who comes meanwhile goes along with the next."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Iterator, Sequence
from typing import Generic, TypeVar

MOST = 16  # that go together

Asked = TypeVar("Asked")
Found = TypeVar("Found")


class Together(Generic[Asked, Found]):
    """One statement at a time, for all who wait for it; nobody waits for others to come."""

    def __init__(
        self,
        ask_all: Callable[[Sequence[Asked]], Awaitable[Sequence[Found]]],
        about: Callable[[Asked], Sequence[Hashable]] = lambda _: (),
    ) -> None:
        """`ask_all` returns one answer for each, in order. Two that are `about` the same never go together."""
        self._ask_all, self._about = ask_all, about
        self._waiting: list[tuple[Asked, asyncio.Future[Found]]] = []
        self._asking: asyncio.Task[None] | None = None

    async def ask(self, asked: Asked) -> Found:
        """Return what is found. Raises what the statement raises, which all hear who went along."""
        answer: asyncio.Future[Found] = asyncio.get_running_loop().create_future()
        self._waiting.append((asked, answer))
        if self._asking is None:
            self._asking = asyncio.create_task(self._ask_until_done())
        return await answer

    async def _ask_until_done(self) -> None:
        try:
            while self._waiting:
                await self._ask_for(list(self._take()))
        finally:
            self._asking = None

    async def _ask_for(self, these: Sequence[tuple[Asked, asyncio.Future[Found]]]) -> None:
        try:
            found = await self._ask_all([asked for asked, _ in these])
        except Exception as error:  # noqa: BLE001 - it is for who asked
            for _, answer in these:
                if not answer.done():
                    answer.set_exception(error)
            return
        for (_, answer), one in zip(these, found, strict=True):
            if not answer.done():
                answer.set_result(one)

    def _take(self) -> Iterator[tuple[Asked, asyncio.Future[Found]]]:
        """Take who goes next from those who wait, the first always."""
        taken, seen, later = 0, set[Hashable](), []
        for waiting in self._waiting:
            about = self._about(waiting[0])
            if taken < MOST and seen.isdisjoint(about):
                taken += 1
                seen.update(about)
                yield waiting
            else:
                later.append(waiting)
        self._waiting = later
