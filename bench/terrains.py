"""`python -m bench.terrains`: how long status, terreinen and typeahead take at three sizes; to docs/benchmark-terrains.md."""

import argparse
import asyncio
import os
import random
import statistics
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from sqlalchemy import text
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncEngine

from bench.database import database_apart
from bench.filling import COUNTRY, NOW, REGION, SMALL, TEAM_MEMBER, Size, fill
from bench.invented import terrain_id
from bench.marks import DOCS, machine, put_between
from bot.exchange import Arrival
from bot.turn.search import TERRAINS, Searching
from bot.turn.turns import Turns
from dialogs.attention_kinds import ATTENTION_KINDS
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.turn.events import Said, Scope, Sender
from dialogs.turn.known import House
from domain.plan.portfolio import Filter, Sort
from storage.companies.coverage import counting
from storage.database.engine import conninfo, create_engine, database_url
from storage.database.migrate import migrate
from storage.database.server import ServerFailed
from storage.terrains.names import TerrainRegister
from storage.terrains.portfolio import funnel_query, list_query

PAGE = DOCS / "benchmark-terrains.md"
BEGIN, END = "<!-- terrains: begin (written by python -m bench.terrains) -->", "<!-- terrains: end -->"
PLANS = "<!-- plans: begin (written by python -m bench.terrains) -->", "<!-- plans: end -->"
SIZES = (SMALL, REGION, COUNTRY)
ASKED = {SMALL.name: None, REGION.name: 1.5, COUNTRY.name: 3.0}
SLOWEST_MS = 150.0
WARM = 15  # turns that are not measured: statements are prepared at their second use
HOUSE = House("Meting", "", "", team=frozenset({TEAM_MEMBER}), attention=ATTENTION_KINDS)
SENDER = Sender("bench", TEAM_MEMBER, "29:noor", "Noor")
REFERENCE = {"serviceUrl": "http://127.0.0.1:1/", "conversation": {"id": "a:noor", "conversationType": "personal"}}
FILTERS = ("", "laat", "zwolle", "stap 2", "sorteer op laadvraag", "gelderland laat groot", "mijn")


@dataclass
class Place:
    """One database with the process that reads it, and what was measured there: seconds by name."""

    size: Size
    engine: AsyncEngine
    turns: Turns
    searching: Searching
    names: TerrainNames
    took: dict[str, list[float]] = field(default_factory=dict)

    def terrain(self, chance: random.Random) -> str:
        """Return the key of some terrain."""
        return terrain_id(chance.randint(1, self.size.terrains))

    async def says(self, words: str) -> None:
        """Take a whole turn: loading, deciding, rendering the card, storing."""
        arrival = Arrival("bench", "a:noor", uuid4().hex, SENDER, Scope.PERSONAL, Said(words), REFERENCE, invoke=False)
        turned = await self.turns.take(arrival)
        if "attachments" not in turned.outgoing[0].activity:
            raise RuntimeError(f"no card for {words!r}")

    async def types(self, words: str) -> None:
        """Ask what to offer while somebody types: who it is, what they may see, and what fits."""
        if not await self.searching.suggest(SENDER, TERRAINS, words):
            raise RuntimeError(f"nothing offered for {words!r}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; return 0, or 1 when the database did not start."""
    parser = argparse.ArgumentParser("bench.terrains", description="meet hoe snel terreinen worden gelezen")
    parser.add_argument("--rounds", type=int, default=150, metavar="AANTAL", help="beurten per soort en grootte (150)")
    parser.add_argument("--folder", type=Path, default=Path("var/bench"), metavar="MAP", help="werkmap (var/bench)")
    asked = parser.parse_args(arguments)
    busy = os.getloadavg()[0]
    try:
        with database_apart("terrains", asked.folder) as (url, _):
            places, plans = asyncio.run(measure(url, asked.rounds))
    except ServerFailed as failed:
        print(f"De meting is mislukt: {failed}", file=sys.stderr)
        return 1
    put_between(PAGE, BEGIN, END, page(places, busy))
    put_between(PAGE, *PLANS, plans)
    print(f"Geschreven: {PAGE}")
    return 0


async def measure(url: str, rounds: int) -> tuple[list[Place], list[str]]:
    """Return what was measured, and the query plans at the largest size. The sizes take turns, so that a busy moment of
    the machine meets all of them.
    """
    chance = random.Random(7)  # noqa: S311 (nothing secret)
    async with AsyncExitStack() as stack:
        places = [await stack.enter_async_context(opened(url, size)) for size in SIZES]
        for number in range(WARM + rounds):
            for place in places:
                await once(place, chance, keep=number >= WARM)
        plans = await explain(places[-1])
    return places, plans


async def once(place: Place, chance: random.Random, *, keep: bool) -> None:
    """Do each kind of reading once."""
    name = place.names.named(place.terrain(chance))
    typed = (name.name if name else "zilver")[: chance.randint(2, 6)]
    doing: dict[str, tuple[Callable[[str], Awaitable[None]], str]] = {
        "status": (place.says, f"status {place.terrain(chance)}"),
        "terreinen": (place.says, f"terreinen {chance.choice(FILTERS)}".strip()),
        "typeahead": (place.types, typed),
    }
    for kind, (do, words) in doing.items():
        began = time.perf_counter()
        await do(words)
        if keep:
            place.took.setdefault(kind, []).append(time.perf_counter() - began)


@asynccontextmanager
async def opened(url: str, size: Size) -> AsyncIterator[Place]:
    """Make and fill a database of this size, and open a process on it."""
    own = await asyncio.to_thread(prepared, url, size)
    engine = create_engine(own, connections=2)
    register = TerrainRegister(engine, TerrainNames, every=3600.0)
    try:
        searching = Searching(engine, HOUSE, register, lambda: NOW)
        yield Place(size, engine, Turns(engine, HOUSE, register, lambda: NOW), searching, await register.refresh())
    finally:
        await engine.dispose()


def prepared(url: str, size: Size) -> str:
    """Return the address of a new database, migrated and filled."""
    name = f"bench_{size.name}"
    with psycopg.connect(conninfo(url), autocommit=True) as connection:
        connection.execute(f"create database {name}".encode())
    own = database_url(url).set(database=name).render_as_string(hide_password=False)
    migrate(own)
    began = time.perf_counter()
    fill(own, size)
    print(f"{size.name}: {size.terrains} terreinen, {size.companies} bedrijven in {time.perf_counter() - began:.0f} s")
    return own


async def explain(place: Place) -> list[str]:
    """Return how the largest database answers the statements that matter."""
    today = NOW.date()
    queries: dict[str, Any] = {
        "The companies of one terrain (`status`)": counting(terrain_id(17), NOW),
        "A page of the portfolio, most overdue first (`terreinen`)": list_query(Filter(), Sort.LATE, today, 0, 8),
        "A page of what is late in one municipality": list_query(
            Filter(late=True, municipality="GM0193"), Sort.LATE, today, 0, 8
        ),
        "The picture of the whole": funnel_query(Filter(), today),
    }
    lines: list[str] = []
    async with place.engine.connect() as connection:
        for title, query in queries.items():
            dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
            sql = str(query.compile(dialect=dialect, compile_kwargs={"literal_binds": True})).replace("%%", "%")
            found = await connection.execute(text(f"explain (analyze, costs off, timing off) {sql}".replace(":", "\\:")))
            lines += [f"**{title}**", "", "```", *(row[0] for row in found), "```", ""]
    return lines[:-1]


def page(places: Sequence[Place], busy: float) -> Iterator[str]:
    """Yield the measured part of the page."""
    yield machine("python -m bench.terrains", busy)
    yield ""
    yield "| | terrains | companies | answers | median | p95 | times the small one (median) | asked |"
    yield "|---|---|---|---|---|---|---|---|"
    for kind in places[0].took:
        base = statistics.median(places[0].took[kind])
        for place in places:
            took = place.took[kind]
            middle, high = statistics.median(took), statistics.quantiles(took, n=20)[-1]
            asked = ASKED[place.size.name]
            limit = f"at most {asked:g}, p95 below {SLOWEST_MS:.0f} ms" if asked else f"p95 below {SLOWEST_MS:.0f} ms"
            size = place.size
            yield (
                f"| {kind} | {size.terrains:,} | {size.companies:,} | {size.answers:,} | {middle * 1000:.2f} ms "
                f"| {high * 1000:.2f} ms | {middle / base:.2f} | {limit} |"
            )


if __name__ == "__main__":
    sys.exit(main())
