"""What companies charge by the hour when all plug in on return, and which hours must be taken together to show it."""

from collections.abc import Mapping, Sequence

import numpy as np

from domain.demand.alone import Alone
from domain.demand.arrays import Numbers
from domain.demand.quantities import QUARTER_HOURS, QUARTERS, Case
from domain.disclosure.breakdowns import HOURS
from domain.disclosure.differencing import FEWEST
from domain.disclosure.rules import CIRCLES, PUBLIC, Party, Share
from domain.disclosure.sums import HOUR_PARTS
from domain.disclosure.worlds import too_large

LEAST = 3  # stretches of hours; with fewer there is no curve to show
SOME_KW = 1e-3

Stretch = tuple[str, ...]  # hours that are taken together, by the names of their parts


def hourly(alone: Alone) -> Numbers:
    """Return the mean power (S, 3 years, 24) in kW of each hour, middle case, of each company that charges on return."""
    power = np.moveaxis(alone.power[..., Case.MIDDLE], -1, 1)  # (S, 3, K)
    energy = np.moveaxis(alone.fleets.fits_kwh[..., Case.MIDDLE], -1, 1) / QUARTER_HOURS
    lasts = np.divide(energy, power, out=np.zeros_like(energy), where=power > 0)
    since = (np.arange(QUARTERS) - alone.fleets.start[:, None, :, Case.MIDDLE, None]) % QUARTERS
    drawn = (power[..., None] * np.clip(lasts[..., None] - since, 0, 1)).sum(axis=2)
    means: Numbers = drawn.reshape(*drawn.shape[:2], HOURS, QUARTERS // HOURS).mean(axis=-1)
    return means


def stretches_of(shares: Sequence[Share]) -> tuple[Stretch, ...]:
    """Return the hours in which anybody charges in stretches, each of which shows nobody; empty when there would be too few.

    An hour in which too few charge, or one much more than the others, is taken together with the hour beside it that is most
    like it, until every stretch is a total by itself.
    """
    found: list[Stretch] = [(hour,) for hour in HOUR_PARTS if any(share.amounts[hour] >= SOME_KW for share in shares)]
    while len(found) >= LEAST:
        open_ = [place for place, stretch in enumerate(found) if not shows_nobody(shares, stretch)]
        if not open_:
            return tuple(found)
        means = [sum(share.amounts[hour] for share in shares for hour in one) / len(one) for one in found]
        least = min(open_, key=lambda place: means[place])
        join(found, least, means)
    return ()


def busiest_hour(shares: Sequence[Share]) -> str:
    """Return the hour in which these companies charge most when all plug in on return; empty when nobody charges."""
    together = {hour: sum(share.amounts[hour] for share in shares) for hour in HOUR_PARTS}
    most = max(together, key=lambda hour: together[hour])
    return most if together[most] >= SOME_KW else ""


def join(found: list[Stretch], place: int, means: Sequence[float]) -> None:
    """Take a stretch together with the one beside it that is most like it; a day goes on past midnight."""
    around = ((place - 1) % len(found), (place + 1) % len(found))
    beside = min(around, key=lambda other: (apart(found[other], found[place]) > 1, abs(means[other] - means[place])))
    joined = (*found[beside], *found[place])
    for one in {found[beside], found[place]}:
        found.remove(one)
    found.append(joined)
    found.sort(key=lambda stretch: HOUR_PARTS.index(stretch[0]))


def apart(one: Stretch, other: Stretch) -> int:
    """Return how many hours there are from one to the other, the short way round."""
    steps = (abs(HOUR_PARTS.index(here) - HOUR_PARTS.index(there)) for here in one for there in other)
    return min(min(step, HOURS - step) for step in steps)


def shows_nobody(shares: Sequence[Share], hours: Stretch) -> bool:
    """Say whether the sum over these hours is a total by itself, for everybody who may look at it."""
    return is_a_total(shares, [sum(share.amounts[hour] for hour in hours) for share in shares])


def is_a_total(shares: Sequence[Share], amounts: Sequence[float]) -> bool:
    """Say whether the sum of these amounts in kW, one of each company, shows nobody to anybody who may look at it."""
    knowing = frozenset[Party]().union(*(share.member.known.ever for share in shares))
    for circle in {circle & knowing for circle in (PUBLIC, *CIRCLES)}:
        hidden = [amount for share, amount in zip(shares, amounts, strict=True) if not circle & share.member.known.ever]
        adding = [amount for amount in hidden if amount >= SOME_KW]
        if 0 < len(adding) < FEWEST or too_large(adding):
            return False
    return True


def shown_hours(means: Mapping[str, float], stretches: Sequence[Stretch]) -> tuple[float, ...]:
    """Return a day of 24 hours in which the hours of a stretch have the same mean; in others nobody charges."""
    of = {hour: sum(means[one] for one in stretch) / len(stretch) for stretch in stretches for hour in stretch}
    return tuple(of.get(hour, 0.0) for hour in HOUR_PARTS)
