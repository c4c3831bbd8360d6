"""The names of all terrains, held in memory while they stay the same, so that a turn needs no query to find one."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Generic, TypeVar

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.terrains.terrains import TerrainName
from storage.terrains.terrains import load_names, load_version

Index = TypeVar("Index")
_log = logging.getLogger(__name__)


class TerrainRegister(Generic[Index]):
    """Builds `Index` (in practice dialogs.lookup.terrain_names.TerrainNames) from the names, again whenever the table changed.

    Call `refresh` often, it looks at the table at most once per `every` seconds; or run `keep_fresh` beside the server.
    """

    def __init__(
        self,
        engine: AsyncEngine,
        build: Callable[[Sequence[TerrainName]], Index],
        *,
        every: float = 2.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._engine = engine
        self._build = build
        self._every = every
        self._clock = clock
        self._due = clock()
        self._loaded: tuple[datetime | None, int] | None = None
        self._busy = asyncio.Lock()
        self.current: Index = build(())

    async def refresh(self) -> Index:
        """The index, at most `every` seconds behind the table. Raises what the database raises; keeps the old one then.

        While one caller looks, the others are served with what is there; only the first time they wait.
        """
        if self._loaded is not None and (self._clock() < self._due or self._busy.locked()):
            return self.current
        async with self._busy:
            if self._loaded is None or self._clock() >= self._due:
                self._due = self._clock() + self._every
                await self._look()
        return self.current

    async def keep_fresh(self) -> None:
        """Refresh for ever; a database that is away is logged and tried again. Ends when cancelled."""
        while True:
            try:
                await self.refresh()
            except (SQLAlchemyError, OSError) as error:
                _log.warning("terrain names not refreshed: %s", type(error).__name__)
            await asyncio.sleep(self._every)

    async def _look(self) -> None:
        async with self._engine.connect() as connection:
            version = await load_version(connection)
            if version == self._loaded:
                return
            names = await load_names(connection)
        self.current = await asyncio.to_thread(self._build, names)
        self._loaded = version
