"""Reading a file of a meter as a whole: table, columns, moments, and whatever must be asked on the way."""

import datetime
import re
from collections.abc import Mapping, Sequence

from domain.meter.adding import added
from domain.meter.choosing import chosen_columns
from domain.meter.headers import MeterTable, find_table, time_of
from domain.meter.outcomes import (
    MeterAsks,
    MeterOption,
    MeterOutcome,
    MeterQuestion,
    MeterReading,
    MeterRefusal,
    NoMeterFile,
    OpenQuestion,
)
from domain.meter.rows import RowReader
from domain.meter.texts import NOT_A_METER, MeterLine
from domain.meter.wide import ask_first, bare_numbers, unfold, with_times
from domain.meter.words import UNITS

NO_OTHER = "Zonder de tijden kan ik dit niet lezen. Vraag om een bestand met de datum en de tijd erbij."
_NEW_YEAR = re.compile(r"20[0-4]\d-01-01", re.ASCII)
_EAN = re.compile(r"(?<!\d)\d{18}(?!\d)", re.ASCII)
_SPOILT_EAN = re.compile(r"8[.,]\d+E\+17", re.IGNORECASE)
BROKEN_EAN = "Het nummer van uw aansluiting (EAN) is in dit bestand niet te lezen."


def read_meter(lines: Sequence[MeterLine], answers: Mapping[str, str], today: datetime.date, name: str = "") -> MeterOutcome:
    """Return what the lines of a file say of a meter, the next question about it, or why it cannot be read.

    `answers` are the options chosen by what they answer (MeterAsks). `name` is the file's, which may hold its number.
    Raises nothing that a file can cause.
    """
    try:
        return reading_of(table_of(lines, answers, today), answers, today, name)
    except OpenQuestion as stop:
        return stop.question
    except NoMeterFile as refused:
        return MeterRefusal(str(refused))


def looks_like_meter(lines: Sequence[MeterLine]) -> bool:
    """Say whether these first lines are of a file of a meter, whatever is to be asked about it."""
    return bool(find_table(lines) or unfold(lines) or bare_numbers(lines))


def table_of(lines: Sequence[MeterLine], answers: Mapping[str, str], today: datetime.date) -> MeterTable:
    """Return the table in a file, in the form of one moment per row. Raises OpenQuestion and NoMeterFile."""
    table = unfold(lines) or find_table(lines)
    if table is not None:
        return table
    rows = bare_numbers(lines)
    if not rows:
        raise NoMeterFile(NOT_A_METER)
    first = answers.get(MeterAsks.FIRST)
    if first is None:
        raise ask_first(len(rows), today)
    if not _NEW_YEAR.fullmatch(first):
        raise NoMeterFile(NO_OTHER)
    return with_times(lines, rows, first, answers.get(MeterAsks.UNIT, "") if answers.get(MeterAsks.UNIT) in UNITS else "")


def reading_of(table: MeterTable, answers: Mapping[str, str], today: datetime.date, name: str) -> MeterReading:
    """Return what a table says. Raises OpenQuestion and NoMeterFile."""
    times = time_of(table)
    if times is None:
        raise NoMeterFile(
            "Ik zie wel een datum, maar geen tijden. Ik heb een getal per kwartier of per uur nodig."
            if any(one.holds == "date" for one in table.times) else NOT_A_METER
        )  # fmt: skip
    rows = RowReader(table, times, chosen_columns(table, answers), answers)
    rows.read()
    eans = list(rows.eans())
    which = answers.get(MeterAsks.SERIES)
    if len(eans) > 1:
        if which is None or not which.isdigit() or int(which) >= len(eans):
            raise ask_series(eans)
        rows.channels = {key: one for key, one in rows.channels.items() if key.ean == eans[int(which)]}
        eans = [eans[int(which)]]
    spoilt = table.ean is not None and any(
        _SPOILT_EAN.search(row[table.ean]) for _, row in table.rows[:5] if table.ean < len(row)
    )
    found = eans or _EAN.findall(table.above) or _EAN.findall(name)
    return added(rows, today, meter="" if spoilt or not found else found[0][-4:], remarks=(BROKEN_EAN,) if spoilt else ())


def ask_series(eans: Sequence[str]) -> OpenQuestion:
    """Return the question which of several connections this is about; people know them by their last digits."""
    options = tuple(MeterOption(str(place), f"EAN eindigt op {ean[-4:]}") for place, ean in enumerate(eans[:6]))
    return OpenQuestion(MeterQuestion(MeterAsks.SERIES, "In dit bestand staan meer aansluitingen. Welke is van u?", options))
