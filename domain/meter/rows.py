"""From rows to channels: what one register of one meter says, moment by moment, with what is wrong in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from domain.meter.choosing import kind_of, kinds_of, unit_of
from domain.meter.figures import DecimalStyle, is_thousands, style_of
from domain.meter.headers import Column, MeterTable, TimeColumns, first_of
from domain.meter.moments import DAY, WallMoment, joined, order_of, read_moment, read_time, split_range
from domain.meter.outcomes import MeterAsks, MeterOption, MeterQuestion, NoMeterFile, OpenQuestion, Trouble
from domain.meter.words import TOTALS, Heading, MeterFlow, heading_of, spelled

USED = (MeterFlow.USE, MeterFlow.NET)
MOST_UNTIMED = 0.05
_ESTIMATED = re.compile(r"s|e|g?eschat.*|estimat.*|schatting|voorlopig|provisional", re.IGNORECASE)
_YES = re.compile(r"j|ja|y|yes|true|1|waar", re.IGNORECASE)
_EAN = re.compile(r"\d{18}", re.ASCII)


@dataclass(frozen=True, slots=True)
class ChannelKey:
    """Whose values and of what: one register of one meter."""

    ean: str
    meter: str
    flow: MeterFlow
    register: str
    unit: str


@dataclass(slots=True)
class MeterChannel:
    """The values of one register in the order of the file; None where something is wrong with it."""

    moments: list[WallMoment] = field(default_factory=list)
    values: list[float | None] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    troubles: dict[int, Trouble] = field(default_factory=dict)  # by place
    estimated: set[int] = field(default_factory=set)

    def add(self, moment: WallMoment, value: float | None, line: int, trouble: Trouble | None, *, estimated: bool) -> None:
        place = len(self.values)
        self.moments.append(moment)
        self.values.append(value)
        self.lines.append(line)
        if trouble is not None:
            self.troubles[place] = trouble
        if estimated:
            self.estimated.add(place)


@dataclass(slots=True)
class RowReader:
    """Reads the rows of one table. `ends_at_24` is set when a time of 24:00 was seen: then times are ends."""

    table: MeterTable
    times: TimeColumns
    columns: Sequence[Column]
    answers: Mapping[str, str]
    style: DecimalStyle = field(default_factory=DecimalStyle)
    day_first: bool = True
    ends_at_24: bool = False
    in_utc: bool = False
    untimed: list[int] = field(default_factory=list)
    channels: dict[ChannelKey, MeterChannel] = field(default_factory=dict)
    places: dict[tuple[int, tuple[str, ...]], MeterChannel] = field(default_factory=dict)
    flows: dict[tuple[str, ...], tuple[tuple[Column, MeterFlow], ...]] = field(default_factory=dict)
    kinds: Mapping[str, Heading] | None = None  # what rows can be of, None when they do not say
    naming: tuple[int, ...] = ()  # the columns that tell whose and of what a row is

    def read(self) -> None:
        """Fill the channels. Raises OpenQuestion and NoMeterFile."""
        places = {column.place for column in self.columns}
        cells = [row[place] for _, row in self.table.rows for place in places if place < len(row)]
        self.style = style_of(cells)
        if is_thousands(cells):
            self.style = DecimalStyle("," if self.style.decimal == "." else ".", grouped=True)
        self.day_first = self.order()
        self.in_utc = bool(re.search(r"\b(?:utc|gmt)\b", spelled(self.table.names[self.times.place] + " " + self.table.above)))
        self.kinds = kinds_of(self.table, self.answers)
        telling = (self.table.ean, self.table.meter, self.table.unit, *(self.table.kinds if self.kinds is not None else ()))
        self.naming = tuple(place for place in telling if place is not None)
        for line, row in self.table.rows:
            moment = self.moment(row)
            if moment is not None:
                self.take(line, row, moment)
            elif not TOTALS.match(next((cell for cell in row if cell.strip()), "")):
                self.untimed.append(line)
        if len(self.untimed) > MOST_UNTIMED * len(self.table.rows) + 2:
            raise NoMeterFile(f"Op regel {self.untimed[0]} kan ik de tijd niet lezen. Zo ook op andere regels.")

    def order(self) -> bool:
        """Return whether the day comes before the month. Raises OpenQuestion when both can be."""
        cells = list({row[self.times.place].strip()[:10] for _, row in self.table.rows if self.times.place < len(row)})
        found = order_of([cell for cell in cells if not TOTALS.match(cell)])
        if found is not None:
            return found
        told = self.answers.get(MeterAsks.DAY_FIRST)
        if told is None:
            one = min(cell for cell in cells if cell[:1].isdigit())
            options = (MeterOption("yes", "Eerst de dag, dan de maand"), MeterOption("no", "Eerst de maand, dan de dag"))
            raise OpenQuestion(MeterQuestion(MeterAsks.DAY_FIRST, f"Hoe lees ik de datum {one}?", options))
        return told == "yes"

    def moment(self, row: Sequence[str]) -> WallMoment | None:
        """Return the moment of a row as its clock showed it."""
        times = self.times
        if times.place >= len(row):
            return None
        cell = row[times.place].strip()
        if times.clock is None:
            moment = read_moment(first_of(cell), day_first=self.day_first)
            midnight = "24:00" in cell
        else:
            clock = row[times.clock] if times.clock < len(row) else ""
            clock = split_range(clock)[0]
            moment = joined(cell, clock, day_first=self.day_first)
            midnight = moment is not None and (read_time(clock) or (0,))[0] == DAY
        self.ends_at_24 |= midnight
        return WallMoment(moment.wall, 0) if moment is not None and moment.ahead is None and self.in_utc else moment

    def take(self, line: int, row: Sequence[str], moment: WallMoment) -> None:
        """Add the values of one row to their channels; a tariff that is empty beside another that is not is no value."""
        whose = tuple([row[place] if place < len(row) else "" for place in self.naming])
        if whose not in self.flows:
            self.flows[whose] = self.flows_of(row)
        flows = self.flows[whose]
        estimated, missing = self.status(row) if flows and self.table.statuses else (False, False)
        given = [(column, flow, row[column.place].strip() if column.place < len(row) else "") for column, flow in flows]
        filled = {flow for _, flow, text in given if text}
        for column, flow, text in given:
            if not text:
                if flow in filled or flow not in USED:
                    continue
                filled.add(flow)
            value, trouble = (None, Trouble.EMPTY) if missing else self.value(text)
            if value is not None and self.table.factor is not None:
                value *= self.style.read(row[self.table.factor]) or 1.0
            channel = self.places.get((column.place, whose)) or self.channel(row, column, flow, whose)
            channel.add(moment, value, line, trouble, estimated=estimated)

    def flows_of(self, row: Sequence[str]) -> tuple[tuple[Column, MeterFlow], ...]:
        """Return which columns of such a row are read, and of what each is; none when the whole row is passed over."""
        kind = self.kind(row)
        if kind is not None and (kind.skipped or kind.flow is None):
            return ()
        own = kind.flow if kind is not None else None
        return tuple((column, own or column.says.flow or MeterFlow.USE) for column in self.columns)

    def kind(self, row: Sequence[str]) -> Heading | None:
        """Return what a row says that it is of."""
        return self.kinds[kind_of(row, self.table)] if self.kinds is not None else None

    def channel(self, row: Sequence[str], column: Column, flow: MeterFlow, whose: tuple[str, ...]) -> MeterChannel:
        """Return the channel of a value, and remember it by the cells that tell."""
        kind = self.kind(row)
        register = kind.words if kind else str(column.place)
        key = ChannelKey(*self.whose(row, column), flow, register, self.unit(row, column))
        channel = self.channels.setdefault(key, MeterChannel())
        self.places[column.place, whose] = channel
        return channel

    def value(self, text: str) -> tuple[float | None, Trouble | None]:
        if not text:
            return None, Trouble.EMPTY
        value = self.style.read(text)
        return value, None if value is not None else Trouble.TEXT

    def unit(self, row: Sequence[str], column: Column) -> str:
        if self.table.unit is not None and self.table.unit < len(row) and (said := heading_of(row[self.table.unit]).unit):
            return said
        return unit_of(column, self.table)

    def whose(self, row: Sequence[str], column: Column) -> tuple[str, str]:
        """Return the EAN (empty when it cannot be read) and the meter that a value is of."""
        ean = row[self.table.ean].strip() if self.table.ean is not None and self.table.ean < len(row) else column.name
        found = _EAN.match(ean)
        meter = row[self.table.meter].strip() if self.table.meter is not None and self.table.meter < len(row) else ""
        return (found[0] if found else ""), meter

    def status(self, row: Sequence[str]) -> tuple[bool, bool]:
        """Return whether a row was estimated, and whether it says that it is missing."""
        estimated = missing = False
        for place in self.table.statuses:
            cell, name = row[place].strip() if place < len(row) else "", self.table.names[place].lower()
            if "missing" in name:
                missing |= bool(_YES.fullmatch(cell))
            elif "geschat" in name or "estimat" in name:
                estimated |= bool(_YES.fullmatch(cell))
            else:
                estimated |= bool(_ESTIMATED.fullmatch(cell))
        return estimated, missing

    def eans(self) -> Iterator[str]:
        """Yield every EAN with use, once."""
        yield from dict.fromkeys(key.ean for key in self.channels if key.ean and key.flow in USED)
