"""From channels to quarter-hours: begin or end, register or use, kWh or kW, and then everything added by the quarter."""

import datetime
from collections import Counter
from collections.abc import Collection, Mapping
from itertools import pairwise

from domain.meter.checks import check_span, check_step, flat_days, remarks_on
from domain.meter.choosing import edge_above
from domain.meter.clock import date_of, does_not_exist, in_utc, local_day, usual_step
from domain.meter.intervals import Intervals, differences, values_at
from domain.meter.moments import DAY
from domain.meter.outcomes import MeterAsks, MeterOption, MeterQuestion, MeterReading, NoMeterFile, OpenQuestion, Trouble
from domain.meter.rows import USED, ChannelKey, MeterChannel, RowReader
from domain.meter.sorts import POWERS, is_impossible, is_net, is_register, unit_asked
from domain.meter.words import UNITS, MeterFlow


def added(rows: RowReader, today: datetime.date, *, meter: str, remarks: tuple[str, ...]) -> MeterReading:
    """Return the quarters of all channels. Raises OpenQuestion and NoMeterFile."""
    used = [channel for key, channel in rows.channels.items() if key.flow in USED]
    if not any(value is not None for channel in used for value in channel.values):
        raise NoMeterFile("In dit bestand staat geen gebruik van het net. Ik zoek wat u afneemt, in kWh of kW.")
    fixed = any(map(stays_on_winter_time, used))
    moments = {key: instants(one, fixed=fixed) for key, one in rows.channels.items()}
    known = {at for key, several in moments.items() if key.flow in USED for at in several}
    step = check_step(usual_step(known), len(known))
    check_span(known, today)
    register = is_register(rows, moments)
    in_utc_only = all(one.ahead == 0 for channel in used for one in channel.moments[:10])
    shift = 0 if register or edge(rows, known, step, in_utc_only=in_utc_only) == "begin" else step
    unit = unit_asked(rows, step, register=register)
    adding = Adding(step)
    for key, channel in rows.channels.items():
        at = [one - shift for one in moments[key]]
        found = values_at(channel, at, factor_of(key.unit or unit, step))
        adding.take(key, differences(found, step) if register else found)
    return adding.reading(rows.answers, meter, (*remarks, *remarks_on(fixed=fixed, untimed=rows.untimed)))


def factor_of(unit: str, step: int) -> float:
    """Return how many kWh per interval one of a unit is."""
    return UNITS[unit or "kwh"] * (step / 60 if unit in POWERS else 1.0)


def instants(channel: MeterChannel, *, fixed: bool) -> list[int]:
    """Return the moments of a channel in UTC."""
    walls = [one.wall for one in channel.moments]
    newest_first = sum(later < earlier for earlier, later in pairwise(walls)) * 2 > len(walls)
    return in_utc(channel.moments, newest_first=newest_first, fixed=fixed)


def stays_on_winter_time(channel: MeterChannel) -> bool:
    """Say whether the clock of a file is never moved: the hour that does not exist in March is measured in it."""
    skipped = [
        (moment.wall, value)
        for moment, value in zip(channel.moments, channel.values, strict=True)
        if moment.ahead is None and value and moment.wall % 60 and does_not_exist(moment.wall)
    ]
    return len({wall for wall, _ in skipped}) >= 3


def edge(rows: RowReader, at: Collection[int], step: int, *, in_utc_only: bool) -> str:
    """Return which end of the interval times are. Raises OpenQuestion when nothing in the file says so."""
    said = rows.times.side or edge_above(rows.table.above + " " + rows.table.names[rows.times.place])
    if said or rows.ends_at_24:
        return said or "end"
    first, last = min(at), max(at)
    clocks = [(local_day(first)[1], local_day(last)[1])]
    if in_utc_only:
        clocks.append((first % DAY, last % DAY))
    if (0, DAY - step) in clocks:
        return "begin"
    if (step, 0) in clocks:
        return "end"
    told = rows.answers.get(MeterAsks.EDGE)
    if told in ("begin", "end"):
        return told
    raise ask_edge(local_day(first)[1], step)


def ask_edge(minute: int, step: int) -> OpenQuestion:

    def clock(minutes: int) -> str:
        return f"{minutes % DAY // 60}:{minutes % 60:02}"

    text = f"De eerste tijd in het bestand is {clock(minute)}. Over welke tijd gaat dat getal?"
    options = (
        MeterOption("begin", f"{clock(minute)} tot {clock(minute + step)}"),
        MeterOption("end", f"{clock(minute - step)} tot {clock(minute)}"),
    )
    return OpenQuestion(MeterQuestion(MeterAsks.EDGE, text, options))


class Adding:
    """Adds channels by the quarter. A quarter counts when every meter that runs then has a value for it."""

    def __init__(self, step: int) -> None:
        """`step` is the length of an interval in minutes."""
        self.step = step
        self.meters: dict[tuple[MeterFlow, str, str], dict[int, float]] = {}
        self.used = Intervals()

    def take(self, key: ChannelKey, found: Intervals) -> None:
        """Add one register to its meter; what was fed back counts up, whatever its sign."""
        whole, apart = self.meters.setdefault((key.flow, key.ean, key.meter), {}), key.flow in (MeterFlow.BACK, MeterFlow.MADE)
        for at, kwh in found.kwh.items():
            whole[at] = whole.get(at, 0.0) + (abs(kwh) if apart else kwh)
        if key.flow in USED:
            self.used.lines |= found.lines
            self.used.spoilt |= found.spoilt
            self.used.estimated |= found.estimated
            self.used.repeats += found.repeats

    def reading(self, answers: Mapping[str, str], meter: str, remarks: tuple[str, ...]) -> MeterReading:
        """Return everything together. Raises OpenQuestion and NoMeterFile."""
        use, back, made = (self.whole(flow) for flow in (MeterFlow.USE, MeterFlow.BACK, MeterFlow.MADE))
        net = self.whole(MeterFlow.NET)
        if not net and not back and is_net(use, answers):
            net = use
        if net:
            use, back = {at: max(kwh, 0.0) for at, kwh in net.items()}, {at: max(-kwh, 0.0) for at, kwh in net.items()}
        use = self.sound(use)
        if not use:
            raise NoMeterFile("In dit bestand is geen enkel getal bruikbaar.")
        spoilt = {at: one for at, one in self.used.spoilt.items() if at not in use}
        all_of_it = use.keys() | spoilt.keys()
        lost = tuple(at for at in range(min(all_of_it), max(all_of_it) + 1, self.step) if at not in all_of_it)
        days = Counter(date_of(local_day(at)[0]) for at in use)
        wrong, estimated = tuple(spoilt[at] for at in sorted(spoilt)), len(self.used.estimated & use.keys())
        flat = flat_days(use, self.step)
        return MeterReading(self.step, use, back, made, meter, wrong, lost, estimated, self.used.repeats, flat, remarks, days)

    def whole(self, flow: MeterFlow) -> dict[int, float]:
        """Return all meters of a flow together, where none of those that run then lacks a value."""
        meters = [one for (of, _, _), one in self.meters.items() if of is flow and one]
        if len(meters) == 1:
            return meters[0]
        spans = [(min(one), max(one)) for one in meters]
        found: dict[int, float] = {}
        for at in set[int]().union(*meters):
            running = [one for one, (first, last) in zip(meters, spans, strict=True) if first <= at <= last]
            if all(at in one for one in running):
                found[at] = sum(one[at] for one in running)
        return found

    def sound(self, use: Mapping[int, float]) -> dict[int, float]:
        """Return use without what cannot be: below zero, impossibly high, or wrong in one of its registers."""
        usual = sorted(use.values())[int(0.95 * len(use))] if use else 0.0
        for at, kwh in use.items():
            if kwh < 0:
                self.used.spoil(at, self.used.lines.get(at, 0), Trouble.NEGATIVE)
            elif is_impossible(kwh, usual):
                self.used.spoil(at, self.used.lines.get(at, 0), Trouble.HIGH)
        return {at: kwh for at, kwh in use.items() if at not in self.used.spoilt}
