"""Files without a moment in every row: a day per row with its quarters beside each other, and numbers without any time."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence

from domain.calendar.here import HERE
from domain.meter.figures import looks_numeric
from domain.meter.headers import MeterTable, described
from domain.meter.moments import order_of, read_clock, read_date, split_range
from domain.meter.outcomes import MeterAsks, MeterOption, MeterQuestion, OpenQuestion
from domain.meter.texts import MeterLine
from domain.meter.words import TOTALS, heading_of

LEAST_COLUMNS = 23
LEAST_NUMBERS = 24
QUARTER = 15
_NUMBERED = re.compile(r"(?:kwartier|quarter|q|k|pte|uur|h)?[ _.]?(\d{1,3})", re.IGNORECASE | re.ASCII)


def unfold(lines: Sequence[MeterLine]) -> MeterTable | None:
    """Return a file with a day per row as a table with a quarter per row; None when it is no such file."""
    for place, (_, cells) in enumerate(lines[:20]):
        columns = clocks_of(cells)
        if columns:
            names = [name for spot, name in enumerate(cells) if spot not in columns]
            rows = list(_unfolded(lines[place + 1 :], columns))
            above = " ".join(" ".join(row) for _, row in lines[:place])
            ends = columns[min(columns)] != "00:00"
            unit = next((said.unit for said in map(heading_of, [*names, above]) if said.unit), "")
            header = ("Datum", f"{'Einde' if ends else 'Begin'} tijd", f"Waarde {unit}".strip(), *names)
            table = described(above, header, rows)
            return table if table.times and table.values else None
    return None


def clocks_of(cells: Sequence[str]) -> dict[int, str]:
    """Return of each column that is a quarter of the day the time in its name; none when there are too few."""
    timed = {spot: split_range(cell)[0] for spot, cell in enumerate(cells) if read_clock(split_range(cell)[0])}
    if len(timed) >= LEAST_COLUMNS:
        return timed
    numbered = [(spot, int(found[1])) for spot, cell in enumerate(cells) if (found := _NUMBERED.fullmatch(cell.strip()))]
    if len(numbered) < 92 or [number for _, number in numbered] != list(range(1, len(numbered) + 1)):
        return {}
    begins = [QUARTER * (number - 1) for _, number in numbered]
    return {spot: f"{begin // 60:02}:{begin % 60:02}" for (spot, _), begin in zip(numbered, begins, strict=True) if begin < 1440}


def _unfolded(lines: Sequence[MeterLine], columns: Mapping[int, str]) -> Iterator[MeterLine]:
    """Yield a row per quarter: date, time, value, and the other cells of its line."""
    for number, cells in lines:
        others = [cell for spot, cell in enumerate(cells) if spot not in columns]
        day_first = order_of(others) is not False
        date = next(
            (cell for cell in others if read_date(cell.partition(" ")[0].partition("T")[0], day_first=day_first) is not None), ""
        )
        if not date or (others and TOTALS.match(others[0])):
            continue
        for spot, clock in columns.items():
            if spot < len(cells) and cells[spot].strip():
                yield number, [date, clock, cells[spot], *others]


def bare_numbers(lines: Sequence[MeterLine]) -> list[MeterLine]:
    """Return the rows of a file that is one column of numbers; none when it is no such file."""
    if any(len([cell for cell in cells if cell.strip()]) > 1 for _, cells in lines):
        return []
    rows = [(number, cells) for number, cells in lines if looks_numeric(cells[0].strip())]
    above = len(lines) - len(rows)
    return rows if len(rows) >= LEAST_NUMBERS and above <= 2 else []


def with_times(lines: Sequence[MeterLine], rows: Sequence[MeterLine], first: str, unit: str) -> MeterTable:
    """Return bare numbers with the times that follow from the first one (a date), by the clock of UTC."""
    begin = datetime.datetime.fromisoformat(first).replace(tzinfo=HERE).astimezone(datetime.UTC)
    step = datetime.timedelta(minutes=QUARTER)
    timed = [(number, [(begin + step * place).isoformat(), cells[0]]) for place, (number, cells) in enumerate(rows)]
    head = lines[0][1][0] if lines[0][0] != rows[0][0] else ""
    said = unit or heading_of(head).unit
    return described("", ("Begin tijd", f"Waarde {said}".strip()), timed)


def ask_first(count: int, today: datetime.date) -> OpenQuestion:
    """Return the question which moment the first of these numbers is of: the years that have so many quarters come first."""
    years = [today.year - back for back in range(4)]
    length = {year: 4 * 24 * (datetime.date(year + 1, 1, 1) - datetime.date(year, 1, 1)).days for year in years}
    fitting = [year for year in years if length[year] == count] or years[:3]
    options = tuple(MeterOption(f"{year}-01-01", f"1 januari {year}, 00:00") for year in fitting)
    return OpenQuestion(
        MeterQuestion(
            MeterAsks.FIRST,
            "In dit bestand staan geen tijden. Van welk moment is het eerste getal?",
            (*options, MeterOption("other", "Een ander moment")),
        )
    )
