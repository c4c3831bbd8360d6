"""The registers a file can hold, and the way an import goes: read, compare, and store all or nothing."""

import asyncio
import datetime
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.companies import Ground
from domain.registers.imports import RegisterKind
from domain.terrains.terrains import Origin
from storage.registers.importing.companies import CompaniesRegister
from storage.registers.importing.plan_maps import PlanMapRegister
from storage.registers.importing.progress import Progress, silent
from storage.registers.importing.runs import DryRun, Written
from storage.registers.importing.sheets import Sheet, read_sheet
from storage.registers.importing.terrains import TerrainsRegister
from storage.tables.registers import import_run
from storage.uploads.files import UploadedFile

_LOCK = 52_236_229  # any number, as long as every version of this program takes the same


class Register(Protocol):
    """One register: what is known of it, what a sheet would change, and storing that."""

    kind: RegisterKind

    async def known(self, connection: AsyncConnection) -> Any: ...  # noqa: ANN401 - each register its own

    def compare(self, sheet: Sheet, known: Any, progress: Progress = ...) -> DryRun[Any]: ...  # noqa: ANN401 - as above

    async def save(self, connection: AsyncConnection, run: DryRun[Any], written: Written) -> None: ...


REGISTERS: dict[RegisterKind, Register] = {
    register.kind: register for register in (TerrainsRegister(), PlanMapRegister(), CompaniesRegister())
}


class NotTold(Exception):  # noqa: N818 (named for the state it tells)
    """Contacts are not taken over before it was said where they come from and why they may be used."""


@dataclass(frozen=True, slots=True)
class ContactProvenance:
    """What the importer said of contacts: where they come from and on what ground they are used; and who that was."""

    source: str = ""
    ground: Ground | None = None
    by: UUID | None = None

    @property
    def complete(self) -> bool:
        return bool(self.source and self.ground)


async def compare(connection: AsyncConnection, sheet: Sheet, progress: Progress = silent) -> DryRun[Any]:
    """What importing a sheet would do now; the comparing itself stays off the event loop."""
    register = REGISTERS[sheet.layout.kind]
    return await asyncio.to_thread(register.compare, sheet, await register.known(connection), progress)


async def try_out(connection: AsyncConnection, upload: UploadedFile, progress: Progress = silent) -> DryRun[Any]:
    """What importing a file would do now. Raises UnreadableFile."""
    return await compare(connection, await asyncio.to_thread(read_sheet, upload, progress), progress)


async def hold(connection: AsyncConnection) -> datetime.datetime:
    """Let no other import in until this transaction ends; returns the database's clock, which only goes up here."""
    await connection.execute(text("select pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    moment: datetime.datetime = (await connection.execute(select(func.clock_timestamp()))).scalar_one()
    return moment


async def carry_out(
    connection: AsyncConnection, upload: UploadedFile, sheet: Sheet, told: ContactProvenance, progress: Progress = silent
) -> DryRun[Any]:
    """Import a file in the transaction of `connection`, unless a row is refused or nothing changes; return what was found.

    What was tried before is not believed: the register may have changed since. Raises NotTold when contacts came without
    their source and ground.
    """
    moment = await hold(connection)
    run = await compare(connection, sheet, progress)
    if run.acceptable and run.to_save:
        await store(connection, upload, run, told, ImportLock(moment, progress))
    return run


@dataclass(frozen=True, slots=True)
class ImportLock:
    """That no other import is in: since when, and whom to tell how far it is."""

    moment: datetime.datetime
    progress: Progress = silent


async def store(
    connection: AsyncConnection, upload: UploadedFile, run: DryRun[Any], told: ContactProvenance, held: ImportLock
) -> None:
    """Store what was found while the register was held. Raises NotTold."""
    if run.contacts and not told.complete:
        raise NotTold
    number = await note_run(connection, upload, run, told, held.moment)
    await REGISTERS[run.kind].save(connection, run, Written(Origin(upload.name, held.moment), number, held.progress))


async def note_run(
    connection: AsyncConnection, upload: UploadedFile, run: DryRun[Any], told: ContactProvenance, moment: datetime.datetime
) -> int:
    """Note that something was imported, from where, and on whose word; return its number."""
    row = {
        "kind": run.kind.value,
        "file": upload.name,
        "digest": upload.digest,
        "source": told.source,
        "ground": told.ground.value if told.ground else "",
        "by": told.by,
        "added": len(run.new),
        "changed": len(run.changed),
        "at": moment,
    }
    made = await connection.execute(import_run.insert().values(row).returning(import_run.c.id))
    number: int = made.scalar_one()
    return number
