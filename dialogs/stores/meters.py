"""What a dialog may do with the meter of a company; storage keeps these promises inside the same turn."""

from typing import Protocol
from uuid import UUID

from domain.demand.measured import MeasuredDays
from domain.meter.outcomes import MeterQuestion, MeterRefusal
from domain.meter.summary import KeptMeter, MeterRead

MeterFound = MeterRead | MeterQuestion | MeterRefusal


class Meters(Protocol):
    """The meter of this intake, and the file that this person sent about it. Nobody else can reach that file."""

    async def recognises(self, name: str, content: bytes) -> bool:
        """Say whether a file is of a meter."""

    async def take(self, name: str, content: bytes) -> tuple[UUID, MeterFound]:
        """Read a file, and keep for a day what the next tap needs of it; an earlier one of this person is forgotten."""

    async def answer(self, file: UUID, asks: str, option: str) -> MeterFound | None:
        """Read a file again with one more answer; None when it is gone, or when that was not what it asked."""

    async def keep(self, file: UUID) -> tuple[MeasuredDays, KeptMeter] | None:
        """Keep the days of a file that was shown, in the place of earlier ones, and forget the rest; None when it is gone."""

    async def drop(self, file: UUID) -> bool:
        """Forget a file that was looked at; False when it is gone already."""

    async def kept(self) -> KeptMeter | None:
        """Return what is kept of this company's meter."""

    async def remove(self) -> bool:
        """Forget what is kept of this company's meter; False when there is nothing."""
