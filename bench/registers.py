"""`python -m bench.registers` imports invented registers of the size of the country and writes docs/benchmark-registers.md."""

import argparse
import asyncio
import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from bench.database import database_apart
from bench.invented import COMPANIES, COUNTRY, companies, write, write_registers
from bench.marks import DOCS, machine, put_between
from domain.companies.companies import Ground
from storage.database.engine import create_engine
from storage.database.migrate import migrate
from storage.database.server import ServerFailed
from storage.registers.importing.command import DONE, Operator, run_import

PAGE = DOCS / "benchmark-registers.md"
BEGIN, END = "<!-- imports: begin (written by python -m bench.registers) -->", "<!-- imports: end -->"
ASKED = 100_000  # companies that must be there within three minutes


@dataclass(frozen=True, slots=True)
class Took:
    """One import: what it was, how many rows, the seconds it took, and the seconds that were asked for."""

    what: str
    rows: int
    seconds: float
    asked: str = ""

    @property
    def line(self) -> str:
        """Return it as a row of the table."""
        return f"| {self.what} | {self.rows:,} | {self.seconds:.1f} s | {self.rows / self.seconds:,.0f} | {self.asked} |"


class Failed(RuntimeError):  # noqa: N818 (named for what happened)
    """An import was refused: what was measured is not what was meant."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; return 0, or 1 when an import was refused."""
    parser = argparse.ArgumentParser("bench.registers", description="meet hoe lang het overnemen van registers duurt")
    parser.add_argument("--folder", type=Path, default=Path("var/bench"), metavar="MAP", help="werkmap (var/bench)")
    asked = parser.parse_args(arguments)
    busy = os.getloadavg()[0]
    try:
        with database_apart("registers", asked.folder) as (url, folder):
            migrate(url)
            took = asyncio.run(measure(folder, url))
    except (Failed, ServerFailed) as failed:
        print(f"De meting is mislukt: {failed}", file=sys.stderr)
        return 1
    put_between(PAGE, BEGIN, END, page(took, busy))
    print(f"Geschreven: {PAGE}")
    return 0


async def measure(folder: Path, url: str) -> list[Took]:
    """Return the times, in the order of the table."""
    on, many = COUNTRY
    land, firms, plan = write_registers(folder, on, many)
    some = write(folder / "bedrijven-100000.csv", COMPANIES, companies(ASKED, on))
    book = write_book(folder / "bedrijven-100000.xlsx", some)
    engine = create_engine(url, connections=1)
    try:
        took = [
            await timed(engine, land, f"{on:,} terrains, CSV", on, "below 20 s"),
            await timed(engine, land, "the same again: nothing changes", on),
            await timed(engine, write_book(folder / "terreinen.xlsx", land), "the same as XLSX: nothing changes", on),
            await timed(engine, plan, "the plan map, three years each, CSV", on * 3),
            await timed(engine, some, f"{ASKED:,} companies with a contact each, CSV", ASKED, "below 3 minutes"),
            await timed(engine, some, "the same again: nothing changes", ASKED),
        ]
        await empty(engine)
        took += [
            await timed(engine, book, f"{ASKED:,} companies with a contact each, XLSX", ASKED, "below 3 minutes"),
            await timed(engine, firms, f"{many:,} companies, of which {ASKED:,} are there, CSV", many),
            await timed(engine, firms, "the same again: nothing changes", many),
        ]
    finally:
        await engine.dispose()
    return took


async def timed(engine: AsyncEngine, path: Path, what: str, rows: int, asked: str = "") -> Took:
    """Import a file as the command does, its dry run included. Raises Failed."""
    heard: list[str] = []
    began = time.perf_counter()
    done = await run_import(path, engine, Operator(heard.append), source="verzonnen", ground=Ground.INTEREST)
    took = Took(what, rows, time.perf_counter() - began, asked)
    print(took.line)
    if done != DONE:
        raise Failed(heard[-1])
    return took


async def empty(engine: AsyncEngine) -> None:
    """Forget all companies."""
    async with engine.begin() as connection:
        await connection.execute(text("truncate company cascade"))


def write_book(path: Path, source: Path) -> Path:
    """Write the rows of a CSV file as an Excel workbook, all cells as text; return where it is."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Blad1")
    for line in source.read_text(encoding="utf-8").splitlines():
        sheet.append(line.split(","))
    book.save(path)
    return path


def page(took: Sequence[Took], busy: float) -> Iterator[str]:
    """Yield the measured part of the page."""
    yield machine("python -m bench.registers", busy)
    yield ""
    yield "| import, with its dry run | rows | time | rows per second | asked |"
    yield "|---|---|---|---|---|"
    yield from (one.line for one in took)


if __name__ == "__main__":
    sys.exit(main())
