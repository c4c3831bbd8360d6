"""What was published before, as far as it bears on one terrain: what a reader may have kept."""

import datetime
from collections.abc import AsyncIterator, Collection, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Uuid, any_, cast, func, or_, select, text
from sqlalchemy.dialects.postgresql import ARRAY, TEXT
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.disclosure.audiences import AUDIENCES
from domain.disclosure.rules import KnownTo, Live, Party, Total, TotalMember, doubting, may_publish, parties, showable
from storage.disclosure.gate import before, marks_of
from storage.tables.insight import published_total
from storage.tables.people import intake


@dataclass(slots=True)
class History:
    """Every total that shares a company, or a company of a company, with a terrain; and which still exist, known to whom before.

    `asking` are, per party, the companies of the terrain that agreed to be seen by it, the first one first.
    """

    totals: list[Total]
    live: Live
    asking: Mapping[Party, Sequence[str]]

    def shown(self, party: Party) -> frozenset[str]:
        """Return which companies a party may see by themselves beside these totals; the others are held back."""
        return frozenset(showable(self.asking[party], self.totals, self.live, party))

    def admitted(self, total: Total) -> Total | None:
        """Return a total as it may be published beside the earlier ones, with whom each party sees; None when it may not."""
        shown = {party: self.shown(party) for party in Party}
        as_seen = total.seen_as(shown)
        return as_seen if may_publish(as_seen, self.totals, doubting(self.live, self.asking), shown) else None


async def load_history(
    connection: AsyncConnection, terrain_id: str, companies: Collection[str], now: datetime.datetime
) -> History:
    """Load until nothing is added: a company that moved ties two terrains together. `companies` are marks."""
    asking = {party: await marks_of(connection, terrain_id, AUDIENCES[party], now) for party in Party}
    marks, rows = set(companies).union(*asking.values()), dict[int, Row[Any]]()
    async with by_index(connection):
        while fresh := {row.id: row for row in await connection.execute(tied(terrain_id, marks)) if row.id not in rows}:
            rows |= fresh
            marks |= {mark for row in fresh.values() for mark in row.members}
    those = intake.c.mark == any_(cast(listed(marks), ARRAY(Uuid)))
    exist = await connection.execute(select(cast(intake.c.mark, TEXT), before(now)).where(those))
    live = {mark: parties(seen or ()) for mark, seen in exist}
    return History([read_total(rows[number]) for number in sorted(rows)], live, asking)


def tied(terrain_id: str, marks: Collection[str]) -> Select[Any]:
    """Return the statement that finds the totals of a terrain, and those in which one of these companies was."""
    here = published_total.c.terrain_id == terrain_id
    among = published_total.c.members.has_any(listed(marks)) if marks else here
    return select(published_total).where(or_(here, among))


def listed(marks: Iterable[str]) -> ColumnElement[Any]:
    """Return marks as an array in SQL, handed over as one text: for thousands one by one takes a tenth of a second."""
    return func.string_to_array(",".join(sorted(marks)), ",", type_=ARRAY(TEXT))


@asynccontextmanager
async def by_index(connection: AsyncConnection) -> AsyncIterator[None]:
    """Have everything found by an index.

    PostgreSQL does not count what it costs to read marks, which are stored apart, and would read those of the whole country:
    230 ms instead of 14 with three totals of each of 3,700 terrains.
    """
    await connection.execute(text("set local enable_seqscan = off"))
    yield
    await connection.execute(text("set local enable_seqscan = on"))


def read_total(row: Row[Any]) -> Total:
    """Return what is remembered of a published total."""

    def member(marks: dict[str, str], seen: list[str]) -> TotalMember:
        now = frozenset(party for party in Party if party in seen)
        return TotalMember(marks, KnownTo(now, now))

    return Total(row.parameters, {mark: member(*stored) for mark, stored in row.members.items()})
