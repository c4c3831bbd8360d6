"""A reading in the figures that people check before anything is kept of it."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Self

from domain.demand.measured import MeasuredDays
from domain.meter.days import MeterDays, days_of
from domain.meter.outcomes import MeterReading, moment_of

# How long a profile counts after it was given; then it is erased, and a newer file may be sent.
COUNTS_DAYS = 2 * 365
SHOWN = 5  # values that are wrong, by line; of the others how many
FLAT = "Elke dag is gelijk over de kwartieren verdeeld. Uw hoogste gebruik is zo niet bekend. Vraag om gemeten kwartieren."
NO_DAY = "Er staat geen hele dag in. Ik heb minstens één dag nodig, van 0:00 tot 24:00."
_EAN = re.compile(r"(?<!\d)\d{18}(?!\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class MeterSummary:
    """What was read of a meter: power in kW, energy in kWh, moments in ISO 8601 by the clock here; all of it plain JSON.

    `usual` and `peak_day` are the days whose use is kept, empty when `why_not` says that none can be. `wrong` names the first
    values that do not count, `wrong_count` says how many there are.
    """

    kind: str
    meter: str
    minutes: int
    first: str
    end: str
    kwh: float
    kwh_back: float
    highest_kw: float
    highest_at: str
    back_kw: float
    back_at: str
    count: int
    lost: int
    lost_first: str
    wrong: tuple[str, ...]
    wrong_count: int
    estimated: int
    repeats: int
    flat_days: int
    remarks: tuple[str, ...]
    usual: str = ""
    peak_day: str = ""
    chosen_from: int = 0
    is_winter: bool = False
    is_workday: bool = False
    why_not: str = ""

    @property
    def document(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def read(cls, document: dict[str, Any]) -> Self:
        """Return what was stored."""
        lists = {name: tuple(document[name]) for name in ("wrong", "remarks")}
        return cls(**{**document, **lists})


@dataclass(frozen=True, slots=True)
class MeterRead:
    """A file that was read: its figures, and the days that may be kept of it; None when there are none."""

    summary: MeterSummary
    days: MeasuredDays | None


@dataclass(frozen=True, slots=True)
class KeptMeter:
    """What is kept of a meter: where the days come from, when they were given, and until when they count."""

    summary: MeterSummary
    at: datetime.datetime

    @property
    def until(self) -> datetime.datetime:
        return self.at + datetime.timedelta(days=COUNTS_DAYS)


def summed_up(reading: MeterReading, kind: str, today: datetime.date) -> MeterRead:
    """Return the figures of a reading and its days. `kind` is what file it was, in a word."""
    days = None if reading.is_flat else days_of(reading)
    (highest, highest_at), back = reading.highest, reading.highest_back
    summary = MeterSummary(
        kind=kind,
        meter=reading.meter,
        minutes=reading.minutes,
        first=iso(reading.first),
        end=iso(reading.end),
        kwh=round(reading.kwh, 3),
        kwh_back=round(reading.kwh_back, 3),
        highest_kw=round(highest, 3),
        highest_at=iso(highest_at),
        back_kw=round(back[0], 3) if back else 0.0,
        back_at=iso(back[1]) if back else "",
        count=len(reading.use),
        lost=len(reading.lost),
        lost_first=iso(moment_of(reading.lost[0])) if reading.lost else "",
        wrong=tuple(f"Regel {one.line}: {one.trouble.value}." for one in reading.spoilt[:SHOWN]),
        wrong_count=len(reading.spoilt),
        estimated=reading.estimated,
        repeats=reading.repeats,
        flat_days=len(reading.flat),
        remarks=(*reading.remarks, *remarks_on(reading, today)),
        **said_of(days),
        why_not=FLAT if reading.is_flat else "" if days else NO_DAY,
    )
    return MeterRead(summary, days.measured if days else None)


def said_of(days: MeterDays | None) -> dict[str, Any]:
    """Return what a summary says of the two days."""
    if days is None:
        return {}
    return {
        "usual": days.usual.isoformat(),
        "peak_day": days.highest.isoformat(),
        "chosen_from": days.chosen_from,
        "is_winter": days.is_winter,
        "is_workday": days.is_workday,
    }


def remarks_on(reading: MeterReading, today: datetime.date) -> Iterator[str]:
    """Yield what somebody should know before they build on it."""
    if reading.flat and not reading.is_flat:
        yield f"Op {len(reading.flat)} dagen is het gebruik gelijk verdeeld. Die dagen gebruik ik niet."
    if (today - reading.end.date()).days > COUNTS_DAYS:
        yield f"Dit is van {reading.end.year}. Gebruikt u nu nog ongeveer evenveel?"


def iso(moment: datetime.datetime) -> str:
    return moment.isoformat(timespec="minutes")


def digits_in(name: str) -> str:
    """Return the EAN in the name of a file, which may be the only place where it stands; empty when there is none."""
    found = _EAN.search(name)
    return found[0] if found else ""
