"""Keeping versions of items: at most one of an item waits for a yes, whoever writes at the same time."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, select, update
from sqlalchemy.dialects.postgresql import distinct_on, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.knowledge.items import Item
from domain.knowledge.versions import ItemVersion, VersionState
from storage.tables.knowledge import item_version as table

SHOWN = 20
# Made once, for every turn asks it.
NEWEST = (
    select(table)
    .where(table.c.state != VersionState.DROPPED)
    .ext(distinct_on(table.c.key, table.c.state))
    .order_by(table.c.key, table.c.state, table.c.version.desc())
)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the team wrote of items, in one transaction; `person` is who acts."""

    connection: AsyncConnection
    person: UUID

    async def newest(self) -> Sequence[ItemVersion]:
        """Return of each item the last version that was approved, and the one that waits for a yes."""
        return await self._read(NEWEST)

    async def history(self, key: str) -> Sequence[ItemVersion]:
        """Return the last versions of an item that were approved, newest first."""
        these = select(table).where(table.c.key == key, table.c.state == VersionState.APPROVED)
        return await self._read(these.order_by(table.c.version.desc()).limit(SHOWN))

    async def propose(self, item: Item, at: datetime.datetime, over: int | None = None) -> ItemVersion | None:
        """Keep a version that waits for a yes, in the place of number `over`; None when somebody else was first."""
        if over is not None and await self.decide(over, VersionState.DROPPED, at) is None:
            return None
        values = {"key": item.key, "version": item.version, "whole": item.model_dump(mode="json"), "at": at}
        new = insert(table).values(**values, state=VersionState.PROPOSED, person_id=self.person).on_conflict_do_nothing()
        return await self._one(new.returning(*table.c))

    async def decide(self, number: int, state: VersionState, at: datetime.datetime) -> ItemVersion | None:
        """Approve or drop a version that waits; None when somebody else was first."""
        waiting: ColumnElement[bool] = (table.c.number == number) & (table.c.state == VersionState.PROPOSED)
        decided = {"state": state, "decided_by": self.person, "decided_at": at}
        return await self._one(update(table).where(waiting).values(decided).returning(*table.c))

    async def _one(self, statement: Any) -> ItemVersion | None:  # noqa: ANN401 - an insert or an update
        row = (await self.connection.execute(statement)).one_or_none()
        return version_of(row) if row else None

    async def _read(self, query: Select[Any]) -> Sequence[ItemVersion]:
        return tuple(version_of(row) for row in await self.connection.execute(query))


def version_of(row: Row[Any]) -> ItemVersion:
    """Return a row as a version."""
    item = Item.model_validate(row.whole)
    return ItemVersion(row.number, item, VersionState(row.state), row.person_id, row.at, row.decided_by)
