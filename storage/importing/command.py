"""The import as run from the command line: the dry run first, and only when nothing is refused the storing of it."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from domain.companies import Ground
from domain.imports import Stage, count
from storage.importing.files import UnreadableFile, Upload, read_upload
from storage.importing.registers import NotTold, Told, carry_out, compare
from storage.importing.runs import DryRun
from storage.importing.sheets import Sheet, read_sheet

DONE = 0
REFUSED = 1
_MOST_LINES = 1000

GROUNDS = ", ".join(f"{number} ({ground})" for number, ground in enumerate(Ground, start=1))
ASK_SOURCE = "Waar komen deze contacten vandaan? "
ASK_GROUND = f"Op welke grond mogen wij ze gebruiken? Kies {GROUNDS}: "
NOT_TOLD = "Dit bestand heeft contacten. Zeg met --bron waar ze vandaan komen. Zeg met --grond waarom wij ze mogen gebruiken."


@dataclass(frozen=True, slots=True)
class Operator:
    """Who runs the import: hears lines, and answers questions when there is somebody to ask (`ask` is None in a script)."""

    say: Callable[[str], None]
    ask: Callable[[str], str] | None = None

    def progress(self, stage: Stage, rows: int) -> None:
        """Tell how far the import is."""
        self.say(f"{stage.value}: {count(rows)} regels.")


async def run_import(
    path: Path, engine: AsyncEngine, operator: Operator, *, dry_run: bool = False, source: str = "", ground: str = ""
) -> int:
    """Import the register at `path`, all or nothing, in one transaction; `dry_run` stops before storing.

    Says in Dutch, line by line, what is found. Returns 0 when done, or when there is nothing to do; 1 when refused.
    """
    operator.say(f"Wij lezen {path.name}.")
    try:
        upload = await asyncio.to_thread(read_upload, path)
        sheet = await asyncio.to_thread(read_sheet, upload, operator.progress)
    except UnreadableFile as error:
        operator.say(str(error))
        return REFUSED
    async with engine.connect() as connection:
        run = await compare(connection, sheet, operator.progress)
    for line in report(run):
        operator.say(line)
    if run.acceptable and run.to_save and not dry_run:
        return await _store(engine, upload, sheet, operator, _told(run, operator, source, ground))
    operator.say(_outcome(run, dry_run=dry_run))
    return DONE if run.acceptable else REFUSED


async def _store(engine: AsyncEngine, upload: Upload, sheet: Sheet, operator: Operator, told: Told) -> int:
    """Compare once more, under a lock, and store."""
    try:
        async with engine.begin() as connection:
            run = await carry_out(connection, upload, sheet, told, operator.progress)
    except NotTold:
        operator.say(NOT_TOLD)
        return REFUSED
    operator.say(_outcome(run, dry_run=False))
    return DONE if run.acceptable else REFUSED


def report(run: DryRun[Any]) -> Iterator[str]:
    """The lines that tell what an import would do: counts first, then every refused row."""
    first, *others = run.sheet.written
    yield f"Indeling: {run.sheet.layout.called}. Regels: {count(len(run.sheet.rows))}. {first}"
    yield from (*others, *run.remarks)
    yield run.counts.sentence
    for refusal in run.refused[:_MOST_LINES]:
        yield refusal.sentence
    if len(run.refused) > _MOST_LINES:
        yield f"En nog {count(len(run.refused) - _MOST_LINES)} andere fouten."
    for passed in run.passed_over[:_MOST_LINES]:
        yield passed.sentence


def _told(run: DryRun[Any], operator: Operator, source: str, ground: str) -> Told:
    """Ask for what was not given, when there are contacts and somebody who can answer."""
    if run.contacts and operator.ask is not None:
        source = source or operator.ask(ASK_SOURCE)
        ground = ground or operator.ask(ASK_GROUND)
    return Told(" ".join(source.split())[:200], read_ground(ground))


def read_ground(text: str) -> Ground | None:
    """Return the ground that is meant by its number or its name; None when it is none of them."""
    word = " ".join(text.casefold().split())
    numbered = {str(number): ground for number, ground in enumerate(Ground, start=1)}
    return numbered.get(word) or next((ground for ground in Ground if word == ground.value), None)


def _outcome(run: DryRun[Any], *, dry_run: bool) -> str:
    if not run.acceptable:
        return "Er is niets opgeslagen. Verbeter eerst deze regels."
    if not run.to_save:
        return "Alles was al bekend. Er is niets veranderd."
    if dry_run:
        return "Dit was een proef. Er is niets opgeslagen."
    return f"Klaar. Er zijn {count(len(run.to_save))} {run.kind.noun} opgeslagen."
