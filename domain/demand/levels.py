"""The least level of a few vehicle groups on any base use, for many problems at once, without a search.

A level is enough exactly when every set of groups fits under it: what they need is no more than, quarter by quarter, the
smaller of what they can take and what the level leaves above the base (max-flow, min-cut, the quarters chosen away). Four
groups have fifteen such sets. For one set the level follows from a line with a bend for each quarter, so it is exact.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np

from domain.demand.arrays import Flags, Numbers, Places, Whole
from domain.demand.quantities import QUARTERS

AT_A_TIME = 512  # problems; more do not fit in the memory of a processor


@dataclass(frozen=True, slots=True)
class Pieces:
    """The days of N problems in T pieces within which nothing changes; days of fewer pieces end in some that last zero.

    `firsts` (N, T) are their first quarters, `lasts` (N, T) how many they have, `base` (N, T) is the use in kW, `most`
    (N, K, T) what a group can take in kW, `place` (N, 96) in which piece a quarter is.
    """

    firsts: Whole
    lasts: Whole
    base: Numbers
    most: Numbers
    place: Whole


def pieces_of(kw: Numbers, start: Whole, length: Whole, base: Numbers) -> Pieces:
    """Return the days of groups (N, K) in pieces: their chargers' `kw`, their window in quarters, and the `base` (N, 96)."""
    rows = np.arange(len(base))
    cuts: Flags = base != np.roll(base, 1, axis=1)
    for group in range(kw.shape[1]):
        cuts[rows, start[:, group]] = True
        cuts[rows, (start[:, group] + length[:, group]) % QUARTERS] = True
    counts = cuts.sum(axis=1)
    count = int(counts.max(initial=1))
    firsts = np.argsort(~cuts, axis=1, kind="stable")[:, :count]
    firsts = np.where(np.arange(count) < counts[:, None], firsts, firsts[:, :1])
    lasts = np.diff(firsts, axis=1, append=0)
    lasts[:, :-1] = np.maximum(lasts[:, :-1], 0)  # what comes after the last piece goes back to the first quarter
    lasts[rows, counts - 1] = firsts[:, 0] + QUARTERS - firsts[rows, counts - 1]
    lasts[:, -1] = np.where(counts == count, lasts[:, -1], 0)
    there = (firsts[:, None, :] - start[:, :, None]) % QUARTERS < length[:, :, None]
    place = np.cumsum(cuts, axis=1) - 1
    return Pieces(
        firsts, lasts, base[rows[:, None], firsts], kw[:, :, None] * there,
        np.where(place < 0, counts[:, None] - 1, place),
    )  # fmt: skip


def by_groups(energy: Numbers, base: Numbers) -> Iterator[tuple[Places, tuple[Places, Places]]]:
    """Yield problems that are alike: their rows (N,), and where their groups are that need something, as (N, 1), (N, count).

    Those with a level base come apart, for they have few pieces; what needs nothing is left out.
    """
    there = energy > 0
    order = np.argsort(~there, axis=1, kind="stable")  # groups that need something come first
    counts, is_level = there.sum(axis=1), (base == base[:, :1]).all(axis=1)
    for count, level in product(range(1, energy.shape[1] + 1), (True, False)):
        rows = np.flatnonzero((counts == count) & (is_level == level))
        if len(rows):
            yield rows, (rows[:, None], order[rows, :count])


def least_levels(energy: Numbers, pieces: Pieces) -> Numbers:
    """Return the lowest level (N,) in kW that leaves room for the energy (N, K), in kW-quarters; never below the base.

    The energy must fit: no more than `most` allows in all.
    """
    found: Numbers = levels_of_sets(energy, pieces.most, pieces.base, pieces.lasts).max(axis=1, initial=-np.inf)
    level: Numbers = np.maximum(found, pieces.base.max(axis=1))
    return level


def most_level(energy: Numbers, pieces: Pieces) -> Numbers:
    """Return what is charged per piece (N, T) in kW, as level as can be: the highest level is the lowest possible, then the next.

    The set of groups that needs the highest level fills up to it, or charges all it can; the others have what is left.
    """
    base, energy, most = pieces.base.copy(), energy.copy(), pieces.most.copy()
    rows, sets = np.arange(len(base)), sets_of(energy.shape[1])
    for _ in range(energy.shape[1]):
        levels = levels_of_sets(energy, most, base, pieces.lasts)
        highest = levels.argmax(axis=1)
        chosen = sets[highest]
        together = added(most, chosen[:, None, :])[:, 0]
        level = levels[rows, highest][:, None]
        base += np.clip(level - base, 0.0, together)
        energy[chosen] = 0.0
        most[chosen] = 0.0
    charged: Numbers = base - pieces.base
    return charged


@cache
def sets_of(groups: int) -> Flags:
    """Return every set of some groups, (sets, K)."""
    return np.array([some for some in product((False, True), repeat=groups) if any(some)], dtype=np.bool_)


def added(most: Numbers, sets: Flags) -> Numbers:
    """Return what the groups of each set can take together, (N, sets, T); added up one by one, the same in any company."""
    together = np.zeros((most.shape[0], sets.shape[-2], most.shape[2]))
    for group in range(most.shape[1]):
        together += sets[..., group, None] * most[:, None, group]
    return together


def levels_of_sets(energy: Numbers, most: Numbers, base: Numbers, lasts: Whole) -> Numbers:
    """Return the level (N, sets) under which each set of groups just fits; minus infinity where it needs nothing."""
    sets = sets_of(energy.shape[1])
    levels = np.full((len(energy), len(sets)), -np.inf)
    for first in range(0, len(energy), AT_A_TIME):
        some = slice(first, first + AT_A_TIME)
        needed = added(energy[some, :, None], sets)[..., 0]
        levels[some] = levels_of(needed, added(most[some], sets), base[some, None], lasts[some, None])
    return levels


def levels_of(needed: Numbers, most: Numbers, base: Numbers, lasts: Whole) -> Numbers:
    """Return the level (N, sets) at which `needed` fits: what fits grows from the base of a piece on, until all is taken."""
    bends = np.concatenate((np.broadcast_to(base, most.shape), base + most), axis=2)
    grows = np.concatenate((np.broadcast_to(lasts, most.shape), np.broadcast_to(-lasts, most.shape)), axis=2)
    order = np.argsort(bends, axis=2, kind="stable")
    row, one = np.arange(len(bends))[:, None], np.arange(bends.shape[1])
    bends = bends[row[..., None], one[:, None], order]
    slopes = np.cumsum(grows[row[..., None], one[:, None], order], axis=2)
    fits = np.zeros(bends.shape)
    np.cumsum(slopes[..., :-1] * (bends[..., 1:] - bends[..., :-1]), axis=2, out=fits[..., 1:])
    after = (fits < needed[..., None]).sum(axis=2)
    before = np.minimum(np.maximum(after - 1, 0), bends.shape[2] - 2)
    slope = slopes[row, one, before]
    beyond = np.divide(needed - fits[row, one, before], slope, out=np.zeros_like(needed), where=slope > 0)
    level = bends[row, one, before] + beyond
    level = np.where(after < bends.shape[2], level, bends[..., -1])  # all of it, but for rounding
    return np.where(needed > 0, level, -np.inf)
