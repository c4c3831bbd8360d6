"""The import as run from the command line: the dry run first, and only when nothing is refused the storing of it."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from domain.companies.companies import Ground
from domain.registers.imports import ImportStage, count
from storage.registers.importing.registers import ContactProvenance, ImportLock, NotTold, carry_out, compare, hold, store
from storage.registers.importing.runs import DryRun
from storage.registers.importing.sheets import Sheet, read_sheet
from storage.uploads.files import UnreadableFile, UploadedFile, read_upload

DONE = 0
REFUSED = 1
_MOST_LINES = 1000
LONGEST_SOURCE = 200

GROUNDS = ", ".join(f"{number} ({ground})" for number, ground in enumerate(Ground, start=1))
ASK_SOURCE = "Waar komen deze contacten vandaan? "
ASK_GROUND = f"Op welke grond mogen wij ze gebruiken? Kies {GROUNDS}: "
NOT_TOLD = "Dit bestand heeft contacten. Zeg met --bron waar ze vandaan komen. Zeg met --grond waarom wij ze mogen gebruiken."


@dataclass(frozen=True, slots=True)
class Operator:
    """The person who runs the import: hears lines, and answers questions where that can be (`ask` is None in a script)."""

    say: Callable[[str], None]
    ask: Callable[[str], str] | None = None

    def progress(self, stage: ImportStage, rows: int, of: int) -> None:
        self.say(f"{stage.value}: {count(rows)} {f'van {count(of)} ' if of > rows else ''}regels.")


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
    said = ContactProvenance(" ".join(source.split())[:LONGEST_SOURCE], read_ground(ground))
    try:
        async with engine.begin() as connection:
            moment = None if dry_run else await hold(connection)
            run = await compare(connection, sheet, operator.progress)
            for line in report(run):
                operator.say(line)
            if run.acceptable and run.to_save and moment:
                await store(connection, upload, run, said, ImportLock(moment, operator.progress))
    except NotTold:
        return await _ask_and_store(engine, upload, sheet, operator, said)
    operator.say(_outcome(run, dry_run=dry_run))
    return DONE if run.acceptable else REFUSED


async def _ask_and_store(
    engine: AsyncEngine, upload: UploadedFile, sheet: Sheet, operator: Operator, said: ContactProvenance
) -> int:
    """Ask what was not given, where there is somebody to ask, and begin again: it may have taken long to answer."""
    told = _asked(operator, said)
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


def _asked(operator: Operator, said: ContactProvenance) -> ContactProvenance:
    """Return what was said, with answers for what was not."""
    if operator.ask is None:
        return said
    source = said.source or " ".join(operator.ask(ASK_SOURCE).split())[:LONGEST_SOURCE]
    return ContactProvenance(source, said.ground or read_ground(operator.ask(ASK_GROUND)))


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
    return run.kind.stored(len(run.to_save))
