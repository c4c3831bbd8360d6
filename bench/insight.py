"""`python -m bench.insight`: all totals of the country, from PostgreSQL and back; writes docs/benchmark-insight.md."""

import argparse
import asyncio
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TypeVar

import psutil
from sqlalchemy import func, select, text

from bench.answering import EACH, NOW, fill, terrain_key, terrain_sizes
from bench.database import database_apart
from bench.marks import DOCS, machine, put_between
from bot.jobs.calculation import crew
from domain.demand.parameters import STANDARD
from storage.database.engine import create_engine
from storage.database.migrate import migrate
from storage.database.server import ServerFailed
from storage.database.transactions import Database, transaction
from storage.disclosure.insight import Insight
from storage.disclosure.portions import Aside, Choose
from storage.disclosure.renewal import renew_totals
from storage.tables.insight import published_total

PAGE = DOCS / "benchmark-insight.md"
BEGIN, END = "<!-- measured: begin (written by python -m bench.insight) -->", "<!-- measured: end -->"
TERRAINS, PROCESSES = 3_700, 2
ASKED_S = 600
LARGER = (100, 1_000, 4_000)  # companies on one terrain
ASKED = {100: "below 0.5 s", 1_000: "below 5 s", 4_000: "no worse than linear"}
CHANGED = 100  # one terrain in so many
Made = TypeVar("Made")


@dataclass(slots=True)
class Stopwatch:
    """Passes calculating on to a crew, and keeps how long some of it was under way."""

    choose: Choose
    seconds: float = 0.0
    under_way: int = 0

    def __call__(self, companies: int) -> Aside:
        """Return where to calculate for so many companies."""
        passed_on = self.choose(companies)

        async def aside(function: Callable[..., Made], /, *given: object) -> Made:
            with self.running():
                return await passed_on(function, *given)

        return aside

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count the time in the block, once when several are under way."""
        self.seconds -= 0 if self.under_way else time.perf_counter()
        self.under_way += 1
        try:
            yield
        finally:
            self.under_way -= 1
            self.seconds += 0 if self.under_way else time.perf_counter()


@dataclass(frozen=True, slots=True)
class Renewed:
    """One round of renewing: terrains, seconds on the clock, those that calculating took, and seconds of a processor."""

    what: str
    terrains: int
    wall: float
    calculating: float
    ours: float
    database: float

    @property
    def line(self) -> str:
        """Return it as a row of the table."""
        return (
            f"| {self.what} | {self.terrains:,} | {self.wall:.1f} s | {self.calculating:.1f} s "
            f"| {self.ours:.1f} s | {self.database:.1f} s |"
        )


@dataclass(frozen=True, slots=True)
class Read:
    """A terrain of so many companies, read and added up: seconds on the clock, and of our processor."""

    companies: int
    wall: float
    ours: float

    @property
    def line(self) -> str:
        """Return it as a row of the table."""
        each = 1000 * self.ours / self.companies
        return (
            f"| {self.companies:,} companies | {ASKED[self.companies]} | {self.wall:.2f} s | {self.ours:.2f} s | {each:.2f} ms |"
        )


@dataclass(slots=True)
class Measured:
    """Everything that was measured."""

    rounds: list[Renewed] = field(default_factory=list)
    published: tuple[int, int] = (0, 0)
    read: list[Read] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; return 0, or 1 when the database did not start."""
    parser = argparse.ArgumentParser("bench.insight", description="meet het vernieuwen van alle totalen")
    parser.add_argument("--terrains", type=int, default=TERRAINS, metavar="AANTAL", help=f"terreinen in het land ({TERRAINS})")
    parser.add_argument("--folder", type=Path, default=Path("var/bench"), metavar="MAP", help="werkmap (var/bench)")
    asked = parser.parse_args(arguments)
    busy = os.getloadavg()[0]
    try:
        with database_apart("insight", asked.folder) as (url, folder):
            migrate(url)
            fill(url, terrain_sizes(asked.terrains))
            measured = asyncio.run(measure(url, folder / "data"))
    except ServerFailed as failed:
        print(f"De meting is mislukt: {failed}", file=sys.stderr)
        return 1
    put_between(PAGE, BEGIN, END, page(measured, f"python -m bench.insight --terrains {asked.terrains}", busy))
    print(f"Geschreven: {PAGE}")
    return 0


async def measure(url: str, data: Path) -> Measured:
    """Renew everything, nothing and a part; then read terrains that grow as the project team reads them."""
    database, measured = create_engine(url, connections=2), Measured()
    try:
        measured.rounds.append(await renewed("everything, for the first time", database, data))
        measured.published = await count(database)
        measured.rounds.append(await renewed("nothing changed", database, data))
        async with transaction(database) as connection:
            await connection.execute(text(CHANGE), {"each": CHANGED * EACH})
        measured.rounds.append(await renewed(f"one terrain in {CHANGED} changed", database, data))
        await asyncio.to_thread(fill, url, {terrain_key(-companies): companies for companies in LARGER})
        for companies in LARGER:
            measured.read.append(await read_live(database, companies))
    finally:
        await database.dispose()
    return measured


# One company on every hundredth terrain says something else.
CHANGE = "update intake set revision = revision + 1 where ('x' || right(id::text, 8))::bit(32)::int % :each = 0"


async def read_live(database: Database, companies: int) -> Read:
    """Read a terrain that nobody added up yet, as the project team does; return the medians of three times."""
    walls, spent = [], []
    for _ in range(3):
        began, busy = time.perf_counter(), time.process_time()
        async with transaction(database) as connection:
            total = await Insight(connection).live_total(terrain_key(-companies), NOW, STANDARD)
        walls.append(time.perf_counter() - began)
        spent.append(time.process_time() - busy)
        if total.answered != companies:
            raise RuntimeError(f"{total.answered} of {companies} companies were read")
    return Read(companies, median(walls), median(spent))


async def renewed(what: str, database: Database, data: Path) -> Renewed:
    """Renew what is stale, as the worker does, and say what that took."""
    async with crew(PROCESSES) as choose:
        watch = Stopwatch(choose)
        before, began = spent(data), time.perf_counter()
        terrains = await renew_totals(database, STANDARD, lambda: NOW, watch)
        wall, after = time.perf_counter() - began, spent(data)
    took = Renewed(what, terrains, wall, watch.seconds, after[0] - before[0], after[1] - before[1])
    print(took.line)
    return took


def spent(data: Path) -> tuple[float, float]:
    """Return the seconds of a processor that we took until now, with our processes, and the database with all of its."""
    told = next(data.rglob("postmaster.pid")).read_text(encoding="utf-8")
    server = psutil.Process(int(told.split()[0]))
    return family_time(psutil.Process()), family_time(server)


def family_time(head: psutil.Process) -> float:
    """Return the seconds of a processor that a process took with its children, those that ended included."""
    ended = head.cpu_times()
    there = [one.cpu_times() for one in (head, *head.children(recursive=True))]
    return float(sum(times.user + times.system for times in there) + ended.children_user + ended.children_system)


async def count(database: Database) -> tuple[int, int]:
    """Return of how many terrains something was published, and how many totals there are."""
    one = select(func.count(published_total.c.terrain_id.distinct()), func.count())
    async with transaction(database) as connection:
        terrains, totals = (await connection.execute(one.select_from(published_total))).one()
    return terrains, totals


def page(measured: Measured, command: str, busy: float) -> Iterator[str]:
    """Yield the measured part of the page."""
    first = measured.rounds[0]
    yield machine(command, busy)
    yield ""
    yield f"Asked: everything below {ASKED_S / 60:.0f} minutes on two cores, reading included."
    processor = (first.ours + first.database) / 60
    yield f"It took {first.wall / 60:.1f} minutes, and {processor:.1f} minutes of one processor."
    if first.terrains < TERRAINS:
        whole = processor * TERRAINS / first.terrains
        yield f"For all {TERRAINS:,} terrains, as many companies each, that is {whole:.1f} minutes of one processor."
    yield ""
    yield "| what is renewed | terrains | on the clock | of which calculating goes on | our processor | PostgreSQL's |"
    yield "|---|---|---|---|---|---|"
    yield from (one.line for one in measured.rounds)
    yield ""
    terrains, totals = measured.published
    yield f"In the first round {totals:,} totals of {terrains:,} terrains were published, each judged beside all earlier ones."
    yield ""
    yield "| the project team reads a terrain that nobody added up yet | asked | on the clock | our processor | per company |"
    yield "|---|---|---|---|---|"
    yield from (one.line for one in measured.read)


if __name__ == "__main__":
    sys.exit(main())
