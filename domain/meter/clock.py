"""From the clock on the wall to UTC, on the days that it moves too."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from domain.calendar.here import HERE
from domain.meter.moments import DAY, WallMoment

WINTER = 60  # minutes that our winter time is ahead of UTC


@lru_cache(maxsize=65536)
def ahead_at(hour: int, fold: int) -> int:
    """Return how far the clock here is ahead of UTC in a local hour (hours since 1970), in minutes."""
    at = datetime.datetime.fromtimestamp(hour * 3600, datetime.UTC).replace(tzinfo=HERE, fold=fold)
    shift = at.utcoffset()
    assert shift is not None  # noqa: S101 - a zone has one
    return int(shift.total_seconds() // 60)


def in_utc(moments: Sequence[WallMoment], *, newest_first: bool = False, fixed: bool = False) -> list[int]:
    """Return moments of one register, in the order of the file, in minutes since 1970 in UTC.

    The hour that comes twice in October: what comes first in time is summer. What does not exist in March falls on the hour
    after it. `fixed`: the clock of this file stays on winter time.
    """
    found: list[int] = []
    twice = second_times(moments, newest_first=newest_first)
    for place, one in enumerate(moments):
        if one.ahead is not None or fixed:
            found.append(one.wall - (WINTER if one.ahead is None else one.ahead))
        else:
            hour = one.wall // 60
            summer, winter = ahead_at(hour, 0), ahead_at(hour, 1)
            ahead = winter if place in twice and winter < summer else summer
            found.append(one.wall - ahead)
    return found


def second_times(moments: Sequence[WallMoment], *, newest_first: bool) -> set[int]:
    """Return the places of local moments that are the second of that name: in winter time."""
    seen: dict[int, list[int]] = {}
    for place, one in enumerate(moments):
        if one.ahead is None and ahead_at(one.wall // 60, 0) > ahead_at(one.wall // 60, 1):
            seen.setdefault(one.wall, []).append(place)
    return {places[0 if newest_first else -1] for places in seen.values() if len(places) > 1}


def does_not_exist(wall: int) -> bool:
    """Say whether the clock skips this moment: 2:00 to 3:00 on the last Sunday of March."""
    return ahead_at(wall // 60, 0) < ahead_at(wall // 60, 1)


def local_day(minutes: int) -> tuple[int, int]:
    """Return of a moment in UTC the local day (days since 1970) and the minute of that day by the clock."""
    wall = minutes + utc_ahead(minutes // 60)
    return wall // DAY, wall % DAY


@lru_cache(maxsize=65536)
def utc_ahead(hour: int) -> int:
    """Return how far the clock here is ahead in an hour of UTC."""
    shift = datetime.datetime.fromtimestamp(hour * 3600, HERE).utcoffset()
    assert shift is not None  # noqa: S101 - a zone has one
    return int(shift.total_seconds() // 60)


def date_of(day: int) -> datetime.date:
    """Return the date of a number of days since 1970."""
    return datetime.date.fromordinal(day + datetime.date(1970, 1, 1).toordinal())


def usual_step(moments: Iterable[int]) -> int:
    """Return the step between moments that is found most, in minutes, the shortest of equal ones; 0 when there is none."""
    ordered = sorted(set(moments))
    steps = Counter(later - earlier for earlier, later in pairwise(ordered))
    return max(steps, key=lambda step: (steps[step], -step), default=0)
