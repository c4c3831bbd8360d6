"""The meter of one company: a file while it is looked at, and the two days that are kept once somebody said yes."""

import asyncio
import datetime
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.demand.measured import MeasuredDays
from domain.meter.outcomes import MeterQuestion, MeterRefusal
from domain.meter.summary import KeptMeter, MeterRead, MeterSummary, digits_in
from storage.meter.files import MeterFound, is_meter_file, read_file
from storage.tables.meter import measured_days, meter_file
from storage.tables.people import intake
from storage.uploads.files import UploadedFile

BUSY = "Ik ben nu met veel bestanden bezig. Stuur het over een paar minuten opnieuw."


@dataclass(slots=True)
class ReadingDesk:
    """Reads one file at a time in a thread, for it takes a second of a processor. Few may wait: each holds a connection."""

    most: int = 3
    there: int = 0
    free: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))

    async def read(self, upload: UploadedFile, answers: dict[str, str], today: datetime.date) -> MeterFound:
        """Return what a file says, or that it is too busy here."""
        if self.there >= self.most:
            return MeterRefusal(BUSY)
        self.there += 1
        try:
            async with self.free:
                return await asyncio.to_thread(read_file, upload, answers, today)
        finally:
            self.there -= 1


DESK = ReadingDesk()


@dataclass(frozen=True, slots=True)
class Meters:
    """The meter of an intake, as one person works on it. What another person sent is never reached."""

    connection: AsyncConnection
    person: UUID
    intake: UUID
    now: datetime.datetime

    async def recognises(self, name: str, content: bytes) -> bool:
        """Say whether a file is of a meter."""
        return await asyncio.to_thread(is_meter_file, UploadedFile(name, content))

    async def take(self, name: str, content: bytes) -> tuple[UUID, MeterFound]:
        """Read a file, and keep for a day what the next tap needs of it; an earlier one of this person is forgotten.

        Of what can be read that are its figures and days, of what must be asked about the file itself, else nothing.
        """
        upload = UploadedFile(digits_in(name), content)
        found = await DESK.read(upload, {}, self.now.date())
        await self.connection.execute(delete(meter_file).where(meter_file.c.person_id == self.person))
        key = uuid4()
        if not isinstance(found, MeterRefusal):
            row = {
                "id": key,
                "person_id": self.person,
                "intake_id": self.intake,
                "digits": upload.name,
                "answers": {},
                "at": self.now,
            }
            await self.connection.execute(meter_file.insert().values(row | left_of(found, content)))
        return key, found

    async def answer(self, file: UUID, asks: str, option: str) -> MeterFound | None:
        """Read a file again with one more answer; None when it is gone, or when that was not what it asked."""
        row = (await self.connection.execute(select(meter_file).where(self.mine(file)).with_for_update())).one_or_none()
        if row is None or row.content is None or not offers(row.found, asks, option):
            return None
        answers = {**row.answers, asks: option}
        found = await DESK.read(UploadedFile(row.digits, row.content), answers, self.now.date())
        if isinstance(found, MeterRefusal) and found.why == BUSY:
            return found
        if isinstance(found, MeterRefusal):
            await self.drop(file)
        else:
            values = {"answers": answers, **left_of(found, row.content)}
            await self.connection.execute(update(meter_file).where(self.mine(file)).values(values))
        return found

    async def keep(self, file: UUID) -> tuple[MeasuredDays, KeptMeter] | None:
        """Keep the days of a file that was shown, in the place of earlier ones, and forget the rest; None when it is gone."""
        row = (await self.connection.execute(select(meter_file).where(self.mine(file)))).one_or_none()
        if row is None or row.days is None:
            return None
        kept = {"intake_id": self.intake, **row.days, "source": row.found, "at": self.now}
        added = insert(measured_days).values(kept)
        await self.connection.execute(added.on_conflict_do_update(index_elements=["intake_id"], set_=kept))
        await self.drop(file)
        days = MeasuredDays(tuple(row.days["winter"]), tuple(row.days["highest"]))
        return days, KeptMeter(MeterSummary.read(row.found), self.now)

    async def drop(self, file: UUID) -> bool:
        """Forget a file that was looked at; False when it is gone already."""
        return (await self.connection.execute(delete(meter_file).where(self.mine(file)))).rowcount == 1

    async def kept(self) -> KeptMeter | None:
        """Return what is kept of this company's meter."""
        row = (await self.connection.execute(select(measured_days).where(self.ours()))).one_or_none()
        return None if row is None else KeptMeter(MeterSummary.read(row.source), row.at)

    async def remove(self) -> bool:
        """Forget what is kept of this company's meter; False when there is nothing."""
        return (await self.connection.execute(delete(measured_days).where(self.ours()))).rowcount == 1

    def mine(self, file: UUID) -> ColumnElement[bool]:
        """Say in SQL that a file is this person's, about this intake."""
        return (meter_file.c.id == file) & (meter_file.c.person_id == self.person) & (meter_file.c.intake_id == self.intake)

    def ours(self) -> ColumnElement[bool]:
        return measured_days.c.intake_id == self.intake


def left_of(found: MeterRead | MeterQuestion, content: bytes) -> dict[str, Any]:
    """Return what is kept until the next tap: of a reading no more of the file than its figures and days."""
    if isinstance(found, MeterQuestion):
        asked = {"asks": found.asks.value, "options": [one.value for one in found.options]}
        return {"content": content, "found": asked, "days": None}
    days = None if found.days is None else {"winter": list(found.days.winter), "highest": list(found.days.highest)}
    return {"content": None, "found": found.summary.document, "days": days}


def offers(asked: dict[str, Any], asks: str, option: str) -> bool:
    """Say whether this is one of the options of what was asked."""
    return asked.get("asks") == asks and option in asked.get("options", ())


async def erase_counted_out(connection: AsyncConnection, before: datetime.datetime) -> int:
    """Erase days that were given before a moment; their companies count as changed, so that totals are reckoned anew."""
    gone = await connection.execute(
        delete(measured_days).where(measured_days.c.at <= before).returning(measured_days.c.intake_id)
    )
    ids = [row.intake_id for row in gone]
    await connection.execute(update(intake).where(intake.c.id.in_(ids)).values(revision=intake.c.revision + 1))
    return len(ids)
