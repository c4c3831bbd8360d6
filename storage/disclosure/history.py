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
from domain.disclosure.rules import (
    KnownTo,
    Live,
    Party,
    Shown,
    Total,
    TotalMember,
    doubting,
    everybody,
    may_publish,
    parties,
    showable,
)
from domain.disclosure.shares import Hidden, opened
from domain.disclosure.sums import BY_CLASS, Kind, Sum, by_hours, whole
from storage.disclosure.gate import before, marks_of
from storage.tables.insight import published_total
from storage.tables.people import intake


@dataclass(frozen=True, slots=True)
class Stored:
    """Something published, as it was stored: which sums of parts, and of each company its parts and who saw it."""

    sums: tuple[Sum, ...]
    members: Mapping[str, tuple[Mapping[str, str], Sequence[str]]]


@dataclass(slots=True)
class History:
    """Everything published that shares a company, or a company of a company, with a terrain; and which still exist, known to whom
    before, with their keys.

    `asking` are the companies of the terrain that agreed to be seen by a party, the first one first.
    """

    stored: list[Stored]
    keys: Mapping[str, Hidden]
    live: Live
    asking: Sequence[tuple[str, Party]]
    opened: list[Total] | None = None
    shows: Shown | None = None

    @property
    def totals(self) -> list[Total]:
        """Return what was published; it takes time to open, so that is done where nobody waits."""
        if self.opened is None:
            self.opened = [open_total(one, self.keys) for one in self.stored]
        return self.opened

    def shown(self) -> Shown:
        """Return which companies each party may see by themselves beside these totals; the others are held back."""
        if self.shows is None:
            self.shows = showable(self.asking, self.totals, self.live)
        return self.shows

    def admitted(self, total: Total) -> Total | None:
        """Return a total as it may be published beside the earlier ones, with whom each party sees; None when it may not."""
        shown = self.shown()
        as_seen = total.seen_as(shown)
        return as_seen if may_publish(as_seen, self.totals, doubting(self.live, self.asking), shown) else None

    def add(self, total: Total) -> None:
        """Remember a total that was admitted and published just now. It was judged while everybody was shown, or else who may
        be shown beside it is another question.
        """
        still = self.shows if self.shows == everybody(self.asking) else None
        self.opened, self.shows = [*self.totals, total], still


async def load_history(
    connection: AsyncConnection, terrain_id: str, companies: Collection[str], now: datetime.datetime
) -> History:
    """Load until nothing is added: a company that moved ties two terrains together. `companies` are marks."""
    asked = [
        (agreed, mark, party) for party in Party for agreed, mark in await marks_of(connection, terrain_id, AUDIENCES[party], now)
    ]
    asking = [(mark, party) for _, mark, party in sorted(asked)]
    marks, rows = set(companies).union(mark for mark, _ in asking), dict[int, Row[Any]]()
    async with by_index(connection):
        while fresh := {row.id: row for row in await connection.execute(tied(terrain_id, marks)) if row.id not in rows}:
            rows |= fresh
            marks |= {mark for row in fresh.values() for mark in row.members}
    those = intake.c.mark == any_(cast(listed(marks), ARRAY(Uuid)))
    exist = (await connection.execute(select(intake.c.mark, intake.c.mark_key, before(now).label("before")).where(those))).all()
    live = {str(row.mark): parties(row.before or ()) for row in exist}
    keys = {str(row.mark): Hidden(row.mark, row.mark_key) for row in exist}
    return History([read_total(rows[number]) for number in sorted(rows)], keys, live, asking)


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


def read_total(row: Row[Any]) -> Stored:
    """Return what is remembered of something published."""
    return Stored(sums_of(Kind(row.kind), row.figures), row.members)


def sums_of(kind: Kind, figures: Mapping[str, Any]) -> tuple[Sum, ...]:
    """Return which sums were shown."""
    if kind is Kind.HOURS:
        return by_hours(tuple(tuple(one) for one in figures["stretches"]))
    return BY_CLASS if kind is Kind.CLASSES else whole(figures.get("busiest", ""))


def open_total(stored: Stored, keys: Mapping[str, Hidden]) -> Total:
    """Return something published with the amounts of the companies that still exist."""
    members = {}
    for mark, (parts, seen) in stored.members.items():
        now = frozenset(party for party in Party if party in seen)
        marks = {part: opened(part, one, keys.get(mark)) for part, one in parts.items()}
        members[mark] = TotalMember(marks, KnownTo(now, now))
    return Total(members, stored.sums)
