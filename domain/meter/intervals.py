"""The values of one register by moment: twice the same counts once, and a counter becomes what it counted."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.meter.outcomes import Spoilt, Trouble
from domain.meter.rows import MeterChannel

TINY = 1e-9


@dataclass(slots=True)
class Intervals:
    """kWh by the moment it begins, what is wrong, which were estimated, and how many lines were there twice."""

    kwh: dict[int, float] = field(default_factory=dict)
    lines: dict[int, int] = field(default_factory=dict)
    spoilt: dict[int, Spoilt] = field(default_factory=dict)
    estimated: set[int] = field(default_factory=set)
    repeats: int = 0

    def spoil(self, at: int, line: int, trouble: Trouble) -> None:
        self.kwh.pop(at, None)
        self.spoilt[at] = Spoilt(line, at, trouble)


def values_at(channel: MeterChannel, at: Sequence[int], factor: float) -> Intervals:
    """Return the values of a channel by moment, times `factor`; two different ones at one moment do not count."""
    found = Intervals()
    seen: dict[int, float | None] = {}
    for place, (moment, value) in enumerate(zip(at, channel.values, strict=True)):
        line = channel.lines[place]
        if moment in seen:
            if seen[moment] == value:
                found.repeats += 1
            else:
                found.spoil(moment, line, Trouble.TWICE)
            continue
        seen[moment] = value
        found.lines[moment] = line
        if value is None:
            found.spoil(moment, line, channel.troubles[place])
        else:
            found.kwh[moment] = value * factor
        if place in channel.estimated:
            found.estimated.add(moment)
    return found


def differences(counter: Intervals, step: int) -> Intervals:
    """Return what a counter counted between moments that follow each other; where it falls it was reset."""
    found = Intervals(repeats=counter.repeats)
    for at, value in counter.kwh.items():
        later = counter.kwh.get(at + step)
        if later is None:
            if spoilt := counter.spoilt.get(at + step):
                found.spoil(at, spoilt.line, spoilt.trouble)
        elif later < value - TINY:
            found.spoil(at, counter.lines[at + step], Trouble.BACKWARDS)
        else:
            found.kwh[at], found.lines[at] = max(later - value, 0.0), counter.lines[at]
            if at + step in counter.estimated:
                found.estimated.add(at)
    return found
