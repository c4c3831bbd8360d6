"""The import as run from the command line: the dry run first, and only when nothing is refused the storing of it."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine

from domain.terrains import Origin
from storage.importing.files import UnreadableFile
from storage.importing.runs import DryRun, compare
from storage.importing.sheets import read_sheet
from storage.terrains import hold_register, load_terrains, save_terrains

DONE = 0
REFUSED = 1
_MOST_LINES = 1000


async def run_import(path: Path, engine: AsyncEngine, *, dry_run: bool, say: Callable[[str], None]) -> int:
    """Import the register at `path`, all or nothing, in one transaction; `dry_run` stops before storing.

    Says in Dutch, line by line, what is found. Returns 0 when done, or when there is nothing to do; 1 when refused.
    """
    say(f"Wij lezen {path.name}.")
    try:
        sheet = await asyncio.to_thread(read_sheet, path)
    except UnreadableFile as error:
        say(str(error))
        return REFUSED
    async with engine.begin() as connection:
        moment = None if dry_run else await hold_register(connection)
        run = await asyncio.to_thread(compare, sheet, await load_terrains(connection))
        for line in report(run):
            say(line)
        if run.acceptable and moment:
            await save_terrains(connection, run.to_save, Origin(path.name, moment))
    say(_outcome(run, dry_run=dry_run))
    return DONE if run.acceptable else REFUSED


def report(run: DryRun) -> Iterator[str]:
    """The lines that tell what an import would do: counts first, then every refused row."""
    yield from _how_it_is_written(run)
    yield (
        f"Nieuw: {_count(len(run.new))}. Gewijzigd: {_count(len(run.changed))}. "
        f"Ongewijzigd: {_count(len(run.unchanged))}. Geweigerd: {_count(run.refused_rows)}."
    )
    for refusal in run.refused[:_MOST_LINES]:
        yield f"Regel {refusal.line}, kolom {refusal.column}: {refusal.reason}"
    if len(run.refused) > _MOST_LINES:
        yield f"En nog {_count(len(run.refused) - _MOST_LINES)} andere fouten."
    if invented := sum(terrain.invented for terrain in run.to_save):
        yield f"Let op: {_count(invented)} terreinen hebben verzonnen cijfers (RIN-nummer met demo-)."


def _how_it_is_written(run: DryRun) -> Iterator[str]:
    sheet = run.sheet
    yield f"Indeling: {sheet.layout.called}. Regels: {_count(len(sheet.rows))}. Tussen de kolommen: {sheet.separator}."
    if sheet.encoding == "Windows-1252":
        yield "De letters staan in Windows-1252. Kijk na of letters zoals é en ë goed zijn."
    if run.notation.square_metres:
        yield "De oppervlakten staan in m2. Wij rekenen ze om naar hectare."
    if run.notation.decimal_comma:
        yield "De getallen hebben een komma voor de decimalen."


def _outcome(run: DryRun, *, dry_run: bool) -> str:
    if not run.acceptable:
        return "Er is niets opgeslagen. Verbeter eerst deze regels."
    if not run.to_save:
        return "Alles was al bekend. Er is niets veranderd."
    if dry_run:
        return "Dit was een proef. Er is niets opgeslagen."
    return f"Klaar. Er zijn {_count(len(run.to_save))} terreinen opgeslagen."


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")
