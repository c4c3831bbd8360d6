"""The least possible peak, exactly: charging as a flow from vehicles to quarter-hours, and its tightest cut.

For any set of quarters A the level is at least (the energy that cannot be charged outside A + base use in A) / |A|. The
largest of these bounds is the least possible peak (max-flow, min-cut). Newton's method finds it: at a level that is too low
the minimum cut gives the critical quarters, and their bound is the next level. Energy is counted in kW-quarters, so that
energy divided by quarters is kW.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import breadth_first_order, maximum_flow

from domain.demand.arrays import Flags, Numbers, Places, Whole32
from domain.demand.quantities import QUARTERS
from domain.intake.vehicles import VehicleClass

# The flow is counted in whole numbers that fit in 32 bits; this many for all energy keeps rounding far below 0.1%.
UNITS = 1_000_000_000
CLOSE = 1e-9
MOST_STEPS = 100
SOME_GROUPS = np.array([some for some in product((0.0, 1.0), repeat=len(VehicleClass)) if any(some)])


@dataclass(frozen=True, slots=True)
class Load:
    """What is to be charged at C companies by K groups each (groups that are not there need nothing).

    `energy` (C, K) in kW-quarters; `most` (C, K, 96) what a group can take per quarter, in kW, 0 where it is away; `base`
    (96,) the use of all without charging, in kW; `limit` (C, 96) what charging at one company may take, in kW, if limited.
    """

    energy: Numbers
    most: Numbers
    base: Numbers
    limit: Numbers | None = None

    @property
    def tight(self) -> Flags:
        """Say of which companies (C,) the limit holds some groups together; of a single group it is just a lower `most`."""
        if self.limit is None:
            return np.zeros(len(self.energy), dtype=np.bool_)
        several: Flags = (self.energy > 0).sum(axis=1) > 1
        over: Flags = (self.most.sum(axis=1) > self.limit).any(axis=1)
        return several & over

    def most_of(self, company: Places, group: Places, tight: Flags) -> Numbers:
        """Return what these groups (G,) can take, (G, 96); where no limit holds groups together each has it for itself."""
        most: Numbers = self.most[company, group]
        if self.limit is not None:
            alone = np.flatnonzero(~tight[company])
            most[alone] = np.minimum(most[alone], self.limit[company[alone]])
        return most


@dataclass(frozen=True, slots=True)
class LeastPeak:
    """The least possible peak in kW, base included, and the quarters (96,) in which nothing can be lower."""

    kw: float
    critical: Flags


def least_level(load: Load, tried: Iterable[Flags] = ()) -> LeastPeak:
    """Return the least possible peak. `tried` are sets of quarters that may be critical, from problems that look like it.

    The energy must fit: no more than `most` and `limit` allow in all.
    """
    bound, network = Bound(load), Network(load)
    best = LeastPeak(float(load.base.max()), load.base >= load.base.max())
    at_some_time: Flags = (load.most.sum(axis=1) > 0).any(axis=0)
    for quarters in (at_some_time, *tried):
        best = max(best, bound.of(quarters), key=lambda level: level.kw)
    for _ in range(MOST_STEPS if load.energy.any() else 0):
        better = bound.of(network.cut(best.kw))
        if better.kw <= best.kw + CLOSE * abs(best.kw):
            return best
        best = better
    return best


class Bound:
    """The bound for any set of quarters: a sum over companies of the largest of a few terms."""

    def __init__(self, load: Load) -> None:
        """Prepare the terms: one per group, and where a limit holds groups together one per combination of groups."""
        tight, self.base = load.tight, load.base
        company, group = np.nonzero((load.energy > 0) & ~tight[:, None])
        self.company, self.tight = company, tight
        self.energy, self.most = load.energy[company, group], load.most_of(company, group, tight)
        self.energies = load.energy[tight] @ SOME_GROUPS.T
        self.mosts = np.einsum("sk,ckt->cst", SOME_GROUPS, load.most[tight])
        if load.limit is not None:
            np.minimum(self.mosts, load.limit[tight][:, None, :], out=self.mosts)

    def of(self, quarters: Flags) -> LeastPeak:
        """Return the bound of a set of quarters, in kW; an empty set bounds nothing, for use may be below zero."""
        count = int(quarters.sum())
        if count == 0:
            return LeastPeak(-np.inf, quarters)
        return LeastPeak(float(self.held(quarters).sum() + self.base[quarters].sum()) / count, quarters)

    def held(self, quarters: Flags) -> Numbers:
        """Return the energy (C,) in kW-quarters of each company that cannot be charged outside these quarters."""
        outside = (~quarters).astype(np.float64)
        alone = np.maximum(self.energy - self.most @ outside, 0)
        held: Numbers = np.bincount(self.company, alone, len(self.tight)).astype(np.float64)
        held[self.tight] += np.maximum((self.energies - self.mosts @ outside).max(axis=1, initial=0), 0)
        return held


class Network:
    """The flow network: source, groups, company-stretches where a limit holds groups together, stretches, sink.

    A stretch is a run of quarters in which nothing differs: as one node with so many times the capacity it holds the same.
    Its edges are in the order of their nodes, so those from the stretches to the sink are the last.
    """

    def __init__(self, load: Load) -> None:
        """Lay the edges; only what may pass from a stretch to the sink depends on the level."""
        company, group = np.nonzero(load.energy > 0)
        tight, count = load.tight, len(company)
        most = load.most_of(company, group, tight)
        limits = np.zeros((0, QUARTERS)) if load.limit is None else np.maximum(load.limit[tight], 0)
        firsts, self.place = stretches(np.concatenate((most, limits, load.base[None])))
        self.base, self.scale = load.base[firsts], UNITS / max(float(load.energy.sum()), CLOSE)
        self.lasts, many = np.bincount(self.place), len(firsts)
        layer = np.cumsum(tight) - 1  # the place of a tight company among the tight ones
        first_layer = 1 + count
        first_stretch = first_layer + many * int(tight.sum())
        self.stretches = first_stretch + np.arange(many)
        self.sink = first_stretch + many
        most, limits = most[:, firsts] * self.lasts, limits[:, firsts] * self.lasts
        row, stretch = np.nonzero(most > 0)
        through = np.where(tight[company[row]], first_layer + many * layer[company[row]], first_stretch)
        layers = np.arange(first_layer, first_stretch)
        tails = (np.zeros(count, dtype=np.intp), 1 + row, layers, self.stretches)
        heads = (1 + np.arange(count), through + stretch, first_stretch + np.arange(len(layers)) % many,
                 np.full(many, self.sink))  # fmt: skip
        capacities = (load.energy[company, group], most[row, stretch], limits.ravel(), np.zeros(many))
        whole, size = self.whole(np.concatenate(capacities)), self.sink + 1
        edges = (np.concatenate(tails, dtype=np.int32), np.concatenate(heads, dtype=np.int32))
        self.graph = coo_array((whole, edges), shape=(size, size)).tocsr()

    def whole(self, amounts: Numbers) -> Whole32:
        """Return amounts in whole units; more than all energy is as good as all of it."""
        return np.minimum(np.ceil(amounts * self.scale), 2 * UNITS).astype(np.int32)

    def cut(self, kw: float) -> Flags:
        """Return the quarters that hold energy back at this level; none when everything fits."""
        self.graph.data[-len(self.lasts) :] = self.whole(np.maximum(kw - self.base, 0) * self.lasts)
        flow = maximum_flow(self.graph, 0, self.sink).flow
        left = csr_array(self.graph - flow)
        left.eliminate_zeros()
        reached = breadth_first_order(left, 0, return_predecessors=False)
        return np.isin(self.stretches, reached)[self.place]


def stretches(rows: Numbers) -> tuple[Places, Places]:
    """Return the first quarters (T,) of the stretches in which no row (N, 96) changes, and which stretch each quarter is in."""
    changes: Flags = (rows != np.roll(rows, 1, axis=1)).any(axis=0)
    changes[0] = True
    return np.flatnonzero(changes), np.cumsum(changes) - 1
