"""`python -m bench.companies_list`: how long the list of the companies of a terrain takes at two sizes; to docs/benchmark.md."""

import argparse
import asyncio
import os
import random
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from sqlalchemy import text

from bench.database import database_apart
from bench.filling import NOW, REGION, SMALL
from bench.marks import DOCS, machine, put_between
from bench.terrains import WARM, Place, opened
from storage.companies.rows import CompanyRows
from storage.database.server import ServerFailed
from storage.database.transactions import transaction

PAGE = DOCS / "benchmark.md"
BEGIN, END = "<!-- companies: begin (written by python -m bench.companies_list) -->", "<!-- companies: end -->"
SIZES = (SMALL, REGION)
SLOWEST_MS, MOST_TIMES = 100.0, 1.2
ROWS, TURN, OURS = "reading them", "`bedrijven <terrein>`, the whole turn", " (processor)"
# Two of three companies are linked to their intake; each was spoken to three times, one in two was asked for a mandate, one in
# ten was named by another company.
MORE = """
insert into company_link (company_id, intake_id, how)
    select company.id, intake.id, 'team' from company join intake on right(intake.id::text, 12) = right(company.id::text, 12)
    where ('x' || right(company.id::text, 8))::bit(32)::int % 3 <> 0;
insert into form_response (form, terrain_id, intake_id, company_id, data, made_at)
    select 'contact', company.terrain_id, company_link.intake_id, company.id,
        jsonb_build_object('form', 'phone', 'day', '2026-11-0' || nth, 'outcome', 'later', 'again', '2026-12-01'), :now
    from company left join company_link on company_link.company_id = company.id cross join generate_series(1, 3) as nth;
insert into form_response (form, terrain_id, company_id, data, made_at)
    select 'mandate', terrain_id, id, jsonb_build_object('asked', '2026-11-01', 'signed', '2026-11-05'), :now
    from company where ('x' || right(id::text, 8))::bit(32)::int % 2 = 0;
insert into company_nomination (company_id, intake_id)
    select company.id, intake.id from company join intake on right(intake.id::text, 12) = right(company.id::text, 12)
    where ('x' || right(company.id::text, 8))::bit(32)::int % 10 = 0
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; return 0, or 1 when the database did not start."""
    parser = argparse.ArgumentParser("bench.companies_list", description="meet hoe snel de bedrijven van een terrein er staan")
    parser.add_argument("--rounds", type=int, default=150, metavar="AANTAL", help="beurten per grootte (150)")
    parser.add_argument("--folder", type=Path, default=Path("var/bench"), metavar="MAP", help="werkmap (var/bench)")
    asked = parser.parse_args(arguments)
    busy = os.getloadavg()[0]
    try:
        with database_apart("companies", asked.folder) as (url, _):
            places = asyncio.run(measure(url, asked.rounds))
    except ServerFailed as failed:
        print(f"De meting is mislukt: {failed}", file=sys.stderr)
        return 1
    put_between(PAGE, BEGIN, END, page(places, f"python -m bench.companies_list --rounds {asked.rounds}", busy))
    print(f"Geschreven: {PAGE}")
    return 0


async def measure(url: str, rounds: int) -> list[Place]:
    """Return what was measured. The sizes take turns, so that a busy moment of the machine meets both."""
    chance = random.Random(7)  # noqa: S311 (nothing secret)
    async with AsyncExitStack() as stack:
        places = [await stack.enter_async_context(opened(url, size)) for size in SIZES]
        for place in places:
            await add_more(place)
        for number in range(WARM + rounds):
            for place in places:
                await once(place, place.terrain(chance), keep=number >= WARM)
    return places


async def add_more(place: Place) -> None:
    """Add what the list tells beside answers."""
    async with transaction(place.engine) as connection:
        for statement in MORE.split(";"):
            await connection.execute(text(statement), {"now": NOW} if ":now" in statement else {})
    async with place.engine.connect() as connection:
        await (await connection.execution_options(isolation_level="AUTOCOMMIT")).execute(text("vacuum analyze"))


async def once(place: Place, terrain: str, *, keep: bool) -> None:
    """Read the rows of one terrain, and take the turn of somebody of the team who asks for them."""
    marks = [moment()]
    async with transaction(place.engine) as connection:
        await CompanyRows(connection).of_terrain(terrain, NOW)
    marks.append(moment())
    await place.says(f"bedrijven {terrain}")
    marks.append(moment())
    for kind, (began, worked), (ended, stopped) in zip((ROWS, TURN), marks[:-1], marks[1:], strict=True):
        if keep:
            place.took.setdefault(kind, []).append(ended - began)
            place.took.setdefault(kind + OURS, []).append(stopped - worked)


def moment() -> tuple[float, float]:
    """Return the clock, and how long our processor worked until now."""
    return time.perf_counter(), time.process_time()


def page(places: Sequence[Place], command: str, busy: float) -> Iterator[str]:
    """Yield the measured part of the page."""
    yield machine(command, busy)
    yield ""
    yield "| | terrains | companies | median | p95 | p95 times the small one | of which our processor (median) | asked |"
    yield "|---|---|---|---|---|---|---|---|"
    for kind in (ROWS, TURN):
        base = high_of(places[0].took[kind])
        for place in places:
            high, size = high_of(place.took[kind]), place.size
            limit = f"p95 below {SLOWEST_MS:.0f} ms{'' if place is places[0] else f', at most {MOST_TIMES:g} times'}"
            yield (
                f"| {kind} | {size.terrains:,} | {size.companies:,} | {statistics.median(place.took[kind]) * 1000:.2f} ms "
                f"| {high * 1000:.2f} ms | {high / base:.2f} | {statistics.median(place.took[kind + OURS]) * 1000:.2f} ms "
                f"| {limit if kind == TURN else ''} |"
            )


def high_of(took: Sequence[float]) -> float:
    """Return the time below which nineteen of twenty stay."""
    return statistics.quantiles(took, n=20)[-1]


if __name__ == "__main__":
    sys.exit(main())
