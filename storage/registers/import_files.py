"""Files that an administrator sent: kept for a day until they are carried out or not, tried out, and taken over."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.companies import Ground
from domain.registers.imports import Carried, Counts, ImportStage, Tried, TriedFile, Unreadable
from storage.registers.importing.progress import Progress
from storage.registers.importing.registers import ContactProvenance, ImportLock, compare, hold, store, try_out
from storage.registers.importing.sheets import read_sheet
from storage.tables.registers import import_file as table
from storage.uploads.files import UnreadableFile, UploadedFile

Tell = Callable[[int, int], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Imports:
    """The files of one person. Nobody else can reach them."""

    connection: AsyncConnection
    person: UUID

    async def keep(self, name: str, content: bytes) -> UUID:
        """Keep a file and return its id; an earlier one that was not carried out is forgotten."""
        await self.connection.execute(delete(table).where(table.c.person_id == self.person, ~table.c.begun))
        kept, upload = uuid4(), UploadedFile(name, content)
        row = {"id": kept, "person_id": self.person, "name": name, "digest": upload.digest, "content": content}
        await self.connection.execute(table.insert().values(row))
        return kept

    async def try_out(self, file: UUID, tell: Tell) -> TriedFile | None:
        """Return what importing a file would do; None when it is gone. What cannot be stored is forgotten."""
        upload = await self.upload(file)
        if upload is None:
            return None
        found: Tried | Unreadable
        try:
            found = (await try_out(self.connection, upload, telling(tell, stages=2))).tried
        except UnreadableFile as fault:
            found = Unreadable(str(fault))
        if isinstance(found, Unreadable) or not found.acceptable or not found.counts.to_save:
            await self.forget(file)
        else:
            await self.connection.execute(update(table).where(table.c.id == file).values(counts=asdict(found.counts)))
        return TriedFile(upload.name, upload.digest, found)

    async def needs_source(self, file: UUID, digest: str) -> bool | None:
        """Say whether this file brings contacts; None when it is gone, is another one, or was begun already."""
        row = (await self.connection.execute(select(table.c.counts).where(*self.open(file, digest)))).one_or_none()
        return None if row is None else bool(Counts(**row.counts).contacts)

    async def begin(self, file: UUID, digest: str, source: str, ground: Ground | None) -> str | None:
        """Begin to carry out a file, once; return its name, None when that cannot be (any more)."""
        values = {"begun": True, "source": source, "ground": ground.value if ground else ""}
        begun = await self.connection.execute(
            update(table).where(*self.open(file, digest)).values(values).returning(table.c.name)
        )
        name: str | None = begun.scalar_one_or_none()
        return name

    async def carry_out(self, file: UUID, tell: Tell) -> Carried | None:
        """Import a file that was begun, unless the register changed since it was shown; None when it is gone."""
        upload, progress = await self.upload(file), telling(tell, stages=3)
        if upload is None:
            return None
        row = (await self.connection.execute(select(table).where(table.c.id == file))).one()
        sheet = await asyncio.to_thread(read_sheet, upload, progress)
        moment = await hold(self.connection)
        run = await compare(self.connection, sheet, progress)
        same = run.counts == Counts(**row.counts)
        if same:
            told = ContactProvenance(row.source, Ground(row.ground) if row.ground else None, self.person)
            await store(self.connection, upload, run, told, ImportLock(moment, progress))
        if same or not run.acceptable or not run.to_save:
            await self.forget(file)
        else:
            again = {"counts": asdict(run.counts), "begun": False}
            await self.connection.execute(update(table).where(table.c.id == file).values(again))
        return Carried(upload.name, upload.digest, run.tried, stored=same)

    async def drop(self, file: UUID) -> bool:
        """Forget a file that was not begun; False when it is gone already."""
        mine = (table.c.id == file) & (table.c.person_id == self.person) & ~table.c.begun
        return (await self.connection.execute(delete(table).where(mine))).rowcount == 1

    async def forget(self, file: UUID) -> None:
        await self.connection.execute(delete(table).where(table.c.id == file))

    async def upload(self, file: UUID) -> UploadedFile | None:
        mine = (table.c.id == file) & (table.c.person_id == self.person)
        row = (await self.connection.execute(select(table.c.name, table.c.content).where(mine))).one_or_none()
        return None if row is None else UploadedFile(row.name, row.content)

    def open(self, file: UUID, digest: str) -> tuple[ColumnElement[bool], ...]:
        """Return the conditions for a file that was tried and not begun."""
        mine = (table.c.id == file, table.c.person_id == self.person, table.c.digest == digest)
        return (*mine, ~table.c.begun, table.c.counts.is_not(None))


def telling(tell: Tell, *, stages: int) -> Progress:
    """Return progress for the import, which may tell from another thread, as one count over all its stages."""
    loop = asyncio.get_running_loop()

    def progress(stage: ImportStage, rows: int, of: int) -> None:
        if of:
            done = of * stage.place // stages + min(rows, of) // stages
            asyncio.run_coroutine_threadsafe(_told(tell, done, of), loop)

    return progress


async def _told(tell: Tell, done: int, of: int) -> None:
    await tell(done, of)
