"""The transaction of one turn in a personal chat, opened by the first look-up or write beyond the two rows it begins on."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from types import TracebackType
from typing import Any, Self, cast

from storage.database.transactions import Database, RaceLost, Transaction, transaction
from storage.turn.loading import Incoming, Loaded, load


class TurnTransaction:
    """Stands where stores expect a connection; as long as nobody uses it, nothing is opened and nobody is locked.

    Most turns only answer a question: they are decided on what one statement read, and stored by another on condition that the
    two rows are still the same. A turn that needs more gets both rows locked and read again here, once. When they changed
    meanwhile it was decided on something old: RaceLost, and the turn starts again.
    """

    def __init__(self, database: Database, incoming: Incoming, expected: Loaded | None) -> None:
        """`expected` is what the turn is decided on; None when that is still to be read, by `lock`."""
        self._database, self._incoming, self._expected = database, incoming, expected
        self._exits = AsyncExitStack()
        self._opened: tuple[Transaction, Loaded] | None = None

    async def __aenter__(self) -> Self:
        """Open nothing yet."""
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Commit what was opened, or roll it back after an error. Raises DatabaseGone or RaceLost."""
        await self._exits.__aexit__(kind, error, trace)

    @property
    def is_open(self) -> bool:
        """Say whether both rows are locked."""
        return self._opened is not None

    @property
    def connection(self) -> Transaction:
        """Return this as the connection that stores are written for."""
        return cast("Transaction", self)

    async def lock(self) -> Loaded:
        """Lock both rows, and return them as they are; makes them for somebody new. Raises RaceLost, Handled and Vanished."""
        return (await self._open())[1]

    async def _open(self) -> tuple[Transaction, Loaded]:
        if self._opened is None:
            connection = await self._exits.enter_async_context(transaction(self._database))
            locked = await load(connection, self._incoming)
            if self._expected is not None and not locked.same_as(self._expected):
                raise RaceLost
            self._opened = connection, locked
        return self._opened

    async def execute(self, *given: Any, **options: Any) -> Any:  # noqa: ANN401 - as SQLAlchemy's own
        return await (await self._open())[0].execute(*given, **options)

    async def get_raw_connection(self) -> Any:  # noqa: ANN401 - as SQLAlchemy's own
        """Return the connection of the driver, for parts that bring their own statements."""
        return await (await self._open())[0].get_raw_connection()

    @asynccontextmanager
    async def stream(self, *given: Any, **options: Any) -> AsyncIterator[Any]:  # noqa: ANN401 - as SQLAlchemy's own
        """Read rows portion by portion."""
        async with (await self._open())[0].stream(*given, **options) as found:
            yield found
