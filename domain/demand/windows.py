"""When vehicles stand still here, in quarter-hours of a day that has no end: 18:00 to 06:00 is one window."""

import math
from dataclasses import dataclass

from domain.demand.quantities import QUARTER_HOURS, QUARTERS

MINUTES = 15
DAY = 24 * 60
HOUR = 4  # quarters
# The hours by day in which vehicles stand here between two rides, when they can charge then: our own choice, for nobody is
# asked. The most is half of the time that they are away; "soms" is half of "ja".
BY_DAY = {"yes": (2 * HOUR, 1 * HOUR), "sometimes": (1 * HOUR, 0)}


@dataclass(frozen=True, slots=True)
class Window:
    """A run of quarter-hours from `start` (0 is midnight), `length` long, over midnight where need be."""

    start: int
    length: int

    @property
    def hours(self) -> float:
        return self.length * QUARTER_HOURS

    def quarters(self) -> tuple[int, ...]:
        """Return the quarters of the day in it, in order of time."""
        return tuple((self.start + step) % QUARTERS for step in range(self.length))


def window_of(back: float, out: float) -> Window:
    """Return the whole quarters between two times in minutes after midnight; the same time twice is a whole day.

    A vehicle that is back at 18:10 charges from 18:15 on: what is not there for a whole quarter does not count.
    """
    there = (out - back) % DAY or DAY
    start = math.ceil(back / MINUTES)
    return Window(start % QUARTERS, max(0, math.floor((back + there) / MINUTES) - start))


def windows_between(back: tuple[float, float, float], out: tuple[float, float, float]) -> tuple[Window, Window, Window]:
    """Return the window of each case from times in minutes; the low case is the longest, the high case the shortest.

    Where the doubt is larger than the window, the shortest is empty and the longest is the whole day.
    """
    longest, middle, shortest = (window_of(*ends) for ends in zip(back, out, strict=True))
    return (
        longest if longest.length >= middle.length else Window(middle.start, QUARTERS),
        middle,
        shortest if shortest.length <= middle.length else Window(middle.start, 0),
    )


def by_day_too(windows: tuple[Window, Window, Window], daytime: str) -> tuple[Window, Window, Window]:
    """Return the windows with the time by day in which they can also charge, before the return in the evening."""
    if daytime not in BY_DAY:
        return windows
    longest, middle, shortest = windows
    likely, least = BY_DAY[daytime]
    return earlier(longest, QUARTERS), earlier(middle, likely), earlier(shortest, least)


def earlier(window: Window, quarters: int) -> Window:
    """Return a window that begins so many quarters earlier, at most half of the time outside it."""
    more = min(quarters, (QUARTERS - window.length) // 2)
    return Window((window.start - more) % QUARTERS, window.length + more)
