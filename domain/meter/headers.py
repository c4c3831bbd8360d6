"""Finding the header of a table, and what its columns are: times, values, and what tells whose they are."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from domain.meter.figures import looks_numeric
from domain.meter.moments import order_of, read_clock, read_date, read_moment, read_time, split_range
from domain.meter.texts import MeterLine
from domain.meter.words import TOTALS, Heading, MeterFlow, heading_of, is_time, side_of, spelled

WITHIN = 60  # lines above the values
SAMPLE = 60
MOSTLY = 0.8
_NAMES = re.compile(
    r"^(?!meterstand)(ean|meter|kanaal|channel|code|subcode|id|name|naam|nr|nummer|regel|contract|type|status|postcode|locatie|site|"
    r"aansluit|serie|serial|accesspoint|tarief$|tarif|omschr|is )"
)
_STATUS = re.compile(r"status|kwaliteit|quality|valid|geschat|estimat|repair|missing|betrouw")
_EAN = re.compile(r"\bean|accesspoint|metering ?point|aansluitingsnr")
_METER = re.compile(r"^meter$|meter ?(nummer|nr|id|code)|^subcode|serie|serial")
_KIND = re.compile(
    r"register|^type$|direct|richting|soort|kanaal|channel|^code$|obis|^name$|^naam$|product|grootheid|omschrijving|tarief"
)
_UNIT = re.compile(r"eenheid|^unit|^uom")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its place, its name as it stands there, and what that says."""

    place: int
    name: str
    says: Heading


@dataclass(frozen=True, slots=True)
class TimeColumns:
    """Where the moment of a row stands: one cell, or a date and a clock in two. `side` is which end of the interval it is."""

    place: int
    clock: int | None
    side: str
    other: int | None = None  # where the other end stands, when it does
    other_clock: int | None = None


@dataclass(frozen=True, slots=True)
class MeterTable:
    """A file as a table: what is above it, the names of its columns, and its rows with their line numbers."""

    above: str
    names: tuple[str, ...]
    rows: Sequence[MeterLine]
    values: tuple[Column, ...] = ()
    kinds: tuple[int, ...] = ()
    statuses: tuple[int, ...] = ()
    ean: int | None = None
    meter: int | None = None
    unit: int | None = None
    factor: int | None = None
    times: tuple["TimeColumn", ...] = field(default=())

    def sample(self, place: int) -> list[str]:
        """Return the first cells of a column that hold something."""
        cells = (row[place].strip() for _, row in self.rows[:SAMPLE] if place < len(row))
        return [cell for cell in cells if cell and not TOTALS.match(cell)]


@dataclass(frozen=True, slots=True)
class TimeColumn:
    """A column with times: whole moments, dates, clocks or clocks from and to."""

    place: int
    holds: str  # moment, date, clock
    side: str
    sure: bool  # tells its zone


def find_table(lines: Sequence[MeterLine]) -> MeterTable | None:
    """Return the table in these lines; None when no line is a header of times and energy with a row of those below it."""
    for place, (_, cells) in enumerate(lines[:WITHIN]):
        names = tuple(cell.strip() for cell in cells)
        timely = [name for name in names if is_time(name)]
        energetic = [name for name in names if name and heading_of(name).flow and not read_moment(name)]
        if timely and (len(set(timely) | set(energetic)) > 1) and energetic:
            table = described(" ".join(" ".join(above) for _, above in lines[:place]), names, lines[place + 1 :])
            if table.times and table.values:
                return table
    return without_header(lines)


def without_header(lines: Sequence[MeterLine]) -> MeterTable | None:
    """Return a table whose first line is a row already: a moment and one number."""
    if not lines:
        return None
    table = described("", tuple("" for _ in lines[0][1]), lines)
    return table if table.times and len(table.values) == 1 else None


def described(above: str, names: tuple[str, ...], rows: Sequence[MeterLine]) -> MeterTable:
    """Return a table with what its columns are, by their names and by what stands in them."""
    bare = MeterTable(above, names, rows)
    times = tuple(_times(bare))
    taken = {one.place for one in times}
    spelt = [spelled(name) for name in names]

    def first(pattern: "re.Pattern[str]") -> int | None:
        return next((place for place, words in enumerate(spelt) if pattern.search(words) and place not in taken), None)

    values = tuple(_values(bare, taken))
    valued = {one.place for one in values}
    kinds = tuple(
        place
        for place, words in enumerate(spelt)
        if place not in taken | valued and _KIND.search(words) and not _STATUS.search(words) and _tells(bare.sample(place))
    )
    statuses = tuple(place for place, words in enumerate(spelt) if _STATUS.search(words) and place not in taken | valued)
    return MeterTable(
        above, names, rows, values, kinds, statuses, first(_EAN), first(_METER), first(_UNIT),
        first(re.compile("^factor$")), times,
    )  # fmt: skip


def _tells(cells: Sequence[str]) -> bool:
    """Say whether a column tells of what a row is."""
    return any(heading_of(cell).flow or heading_of(cell).skipped for cell in cells) or len(set(cells)) > 1


def _times(table: MeterTable) -> Iterator[TimeColumn]:
    """Yield the columns with times; without names whatever reads as one."""
    for place, name in enumerate(table.names):
        if name and not is_time(name):
            continue
        cells = [first_of(cell) for cell in table.sample(place)]
        day_first = order_of(cells) is not False
        holds = held(cells, day_first=day_first)
        if holds:
            found = [read_moment(cell, day_first=day_first) for cell in cells[:5]]
            yield TimeColumn(place, holds, side_of(name), any(one is not None and one.ahead is not None for one in found))


def first_of(cell: str) -> str:
    """Return the begin of "00:00-00:15" and of "20-01-2026 00:00 - 00:15"; any other cell as it is."""
    begin, end = split_range(cell)
    return begin if end and (read_clock(begin) or re.search(r"\s(?:-|–|tot|t/m)\s", cell)) else cell


def held(cells: Sequence[str], *, day_first: bool) -> str:
    """Return what nearly all these cells hold: "moment", "date" or "clock"; empty for anything else."""

    def share(reads: Callable[[str], object]) -> bool:
        return sum(reads(cell) is not None for cell in cells) >= MOSTLY * len(cells)

    if not cells:
        return ""
    if share(lambda cell: read_moment(cell, day_first=day_first)):
        walls = [one.wall % 1440 for cell in cells if (one := read_moment(cell, day_first=day_first))]
        return "date" if len(walls) > 4 and not any(walls) and all("T00:00:00" in cell for cell in cells) else "moment"
    if share(lambda cell: read_date(cell, day_first=day_first)):
        return "date"
    return "clock" if share(read_time) else ""


def _values(table: MeterTable, taken: set[int]) -> Iterator[Column]:
    """Yield the columns with energy or power; without any such name the only one with numbers."""
    numeric = []
    for place, name in enumerate(table.names):
        cells = table.sample(place)
        filled = sum(looks_numeric(cell) for cell in cells) >= 0.5 * len(cells)
        if place not in taken and filled and not _NAMES.search(spelled(name)):
            column = Column(place, name, heading_of(name))
            if not column.says.skipped and not _STATUS.search(column.says.words):
                numeric.append((column, bool(cells)))
    named = [column for column, _ in numeric if column.says.flow is not None or re.fullmatch(r"\d{18}", column.name.strip())]
    rest = [column for column, has in numeric if has and column not in named]
    if not any(column.says.flow in (MeterFlow.USE, MeterFlow.NET) for column in named):  # "Hoofdmeter" beside "PV"
        named += rest if len(rest) == 1 or named else rest[:1]
    yield from named


def time_of(table: MeterTable) -> TimeColumns | None:
    """Return where the moment of a row is read: the begin where both ends are there, and what tells its zone before others."""
    for side in ("begin", "", "end"):
        found = _at(table.times, side)
        if found is not None:
            place, clock = found
            other = _at(table.times, "end") if side == "begin" else None
            clocks = {first_of(cell) != cell for cell in table.sample(place if clock is None else clock)}
            paired = "begin" if clocks == {True} else side
            return TimeColumns(place, clock, paired, *(other or (None, None)))
    return None


def _at(times: Sequence[TimeColumn], side: str) -> tuple[int, int | None] | None:
    """Return the place of moments on one side, or of a date and a clock; a date without a side goes with any clock."""
    moments = sorted((one for one in times if one.holds == "moment" and one.side == side), key=lambda one: not one.sure)
    if moments:
        return moments[0].place, None
    clock = next((one.place for one in times if one.holds == "clock" and one.side == side), None)
    dates = sorted((one for one in times if one.holds == "date" and one.side in (side, "")), key=lambda one: one.side != side)
    return (dates[0].place, clock) if clock is not None and dates else None
