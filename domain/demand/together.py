"""The companies of a terrain at once: the peak of what they draw, and the least possible one when they charge together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from domain.demand.alone import AT_A_TIME, Alone, present
from domain.demand.arrays import Flags, Numbers, Places, Whole
from domain.demand.cuts import Bound, Load, least_level
from domain.demand.profiles import at_once_profiles, spread_profiles
from domain.demand.quantities import QUARTER_HOURS, QUARTERS, Case, Strategy, Year
from domain.demand.rooms import highest_use, room_of
from domain.demand.sites import Site

REMEMBERED = 6  # critical sets of one terrain that are tried first in its next problem


def terrain_peaks(sites: Sequence[Site], alone: Alone) -> Mapping[Strategy, Numbers]:
    """Return the peaks (3 years, 3 cases) of every strategy in kW, on top of the highest use of all together now."""
    tried, found = list[Flags](), {strategy: np.zeros((len(Year), len(Case))) for strategy in Strategy}
    for case in Case:
        neighbours = Neighbours.of(sites, alone, case)
        for year in Year:
            for strategy, kw in neighbours.peaks(year, tried).items():
                found[strategy][year, case] = kw
    return found


@dataclass(frozen=True, slots=True)
class Neighbours:
    """S companies by K classes of a terrain in one case, ready to be added up in any year: some 400 bytes each.

    `energy` (S, K, 3 years) in kW-quarters, `kw` and `power` of the same shape (all chargers, and what is drawn from the
    return on), `start` and `length` (S, K) in quarters; `limit` (S, 3 years) is what may be drawn on top of the company's
    highest use now, in kW; `days` are what is used by the hour as in `relative_days`, where that is not the same all day.
    """

    energy: Numbers
    kw: Numbers
    power: Numbers
    start: Whole
    length: Whole
    limit: Numbers
    days: Mapping[int, Numbers]

    @classmethod
    def of(cls, sites: Sequence[Site], alone: Alone, case: Case) -> "Neighbours":
        """Return what of these companies matters for charging together."""
        fleets = alone.fleets
        return cls(
            energy=fleets.fits_kwh[..., case] / QUARTER_HOURS,
            kw=fleets.kw[..., case].copy(),
            power=alone.power[..., case].copy(),
            start=fleets.start[..., case].copy(),
            length=fleets.length[..., case].copy(),
            limit=np.maximum(rooms_of(sites)[:, None, case], alone.spread_kw[..., case]),
            days=relative_days(alone.bases[:, case]),
        )

    @classmethod
    def joined(cls, several: Sequence["Neighbours"]) -> "Neighbours":
        """Return all companies of some parts of a terrain, in their order."""
        firsts = np.cumsum([0, *(len(one.limit) for one in several)]).tolist()
        days = {first + place: day for first, one in zip(firsts, several, strict=False) for place, day in one.days.items()}
        return cls(
            energy=np.concatenate([one.energy for one in several]),
            kw=np.concatenate([one.kw for one in several]),
            power=np.concatenate([one.power for one in several]),
            start=np.concatenate([one.start for one in several]),
            length=np.concatenate([one.length for one in several]),
            limit=np.concatenate([one.limit for one in several]),
            days=days,
        )

    def only(self, places: Places) -> "Neighbours":
        days = {new: self.days[old] for new, old in enumerate(places.tolist()) if old in self.days}
        return Neighbours(
            energy=self.energy[places],
            kw=self.kw[places],
            power=self.power[places],
            start=self.start[places],
            length=self.length[places],
            limit=self.limit[places],
            days=days,
        )

    def peaks(self, year: Year, tried: list[Flags]) -> dict[Strategy, float]:
        """Return the peak of every strategy in kW, on top of the highest use of all together now.

        At once and spread: the highest quarter of what each draws by itself, added up. Together within everybody's limit, and
        without: the least possible. The critical sets are put before those `tried`.
        """
        at_once, spread = self.sums(year)
        without, within = (self.peak(self.load(year, limited=limited), tried) for limited in (False, True))
        return {Strategy.AT_ONCE: at_once, Strategy.SPREAD: spread, Strategy.TOGETHER: within, Strategy.GROUP: without}

    def peak(self, load: Load, tried: list[Flags]) -> float:
        """Return the least peak of one problem; what is critical in it probably is in the next."""
        level = least_level(load, tried)
        if not any(np.array_equal(level.critical, one) for one in tried):
            tried[:] = [level.critical, *tried][:REMEMBERED]
        return level.kw - float(load.base.max())

    def sums(self, year: Year) -> tuple[float, float]:
        """Return the highest quarter of all days added up, when all plug in on return and when each spreads, in kW."""
        used = self.used()
        at_once, spread = used.copy(), used.copy()
        for first in range(0, len(self.limit), AT_A_TIME):
            drawn_at_once, drawn_spread = self.drawn(year, first)
            at_once += drawn_at_once.sum(axis=0)
            spread += drawn_spread.sum(axis=0)
        return float(at_once.max() - used.max()), float(spread.max() - used.max())

    def drawn(self, year: Year, first: int) -> tuple[Numbers, Numbers]:
        """Return what some companies from the `first` on draw (N, 96) in kW, when all plug in on return and when each spreads."""
        some = slice(first, first + AT_A_TIME)
        energy, kw, start, length = self.energy[some, :, year], self.kw[some, :, year], self.start[some], self.length[some]
        base = np.zeros((len(energy), QUARTERS))
        for place, day in self.days.items():
            if first <= place < first + AT_A_TIME:
                base[place - first] = day
        at_once = at_once_profiles(energy, start, self.power[some, :, year])
        return at_once, spread_profiles(energy, kw, start, length, base)

    def all_drawn(self, year: Year) -> tuple[Numbers, Numbers]:
        """Return what each company draws (S, 96) in kW, when all plug in on return and when each spreads."""
        parts = [self.drawn(year, first) for first in range(0, len(self.limit), AT_A_TIME)]
        at_once, spread = (np.concatenate(one) for one in zip(*parts, strict=True)) if parts else (np.zeros((0, QUARTERS)),) * 2
        return at_once, spread

    def in_peaks(self, year: Year) -> tuple[Numbers, Numbers]:
        """Return what each company draws (S,) in kW in the highest quarter of all together, at once and spread."""
        at_once, spread = self.all_drawn(year)
        used = self.used()
        return at_once[:, (used + at_once.sum(axis=0)).argmax()], spread[:, (used + spread.sum(axis=0)).argmax()]

    def in_least_peaks(self, year: Year, tried: Sequence[Flags]) -> tuple[Numbers, Numbers]:
        """Return of each company (S,) in kW what is in the least peak, together and in a group: what it cannot charge outside the
        critical quarters, by quarter. `tried` are sets of quarters with the critical ones among them, as `peaks` leaves them.
        """
        together, group = (self.held(self.load(year, limited=limited), tried) for limited in (True, False))
        return together, group

    def held(self, load: Load, tried: Sequence[Flags]) -> Numbers:
        """Return what of each company cannot be charged outside the most critical of these sets, in kW."""
        bound = Bound(load)
        critical = max(tried, key=lambda quarters: bound.of(quarters).kw)
        held: Numbers = bound.held(critical) / int(critical.sum())
        return held

    def steady(self, year: Year) -> "Neighbours":
        """Return the same companies as if each used the same all day; in that year what they charge still fits their limit."""
        flat, limit = replace(self, days={}), self.limit.copy()
        for first in range(0, len(limit), AT_A_TIME):
            some = slice(first, first + AT_A_TIME)
            limit[some, year] = np.maximum(limit[some, year], flat.drawn(year, first)[1].max(axis=1))
        return replace(flat, limit=limit)

    def used(self) -> Numbers:
        """Return what all use together without charging (96,), in kW below everybody's highest use."""
        return sum(self.days.values(), np.zeros(QUARTERS))

    def load(self, year: Year, *, limited: bool) -> Load:
        """Return what is to be charged; what a company uses less than its highest use can be charged with."""
        energy, base = self.energy[..., year], self.used()
        most = self.kw[..., year, None] * present(self.start, self.length)
        if not limited:
            return Load(energy, most, base)
        limit = np.repeat(self.limit[:, year, None], QUARTERS, axis=1)
        for place, day in self.days.items():
            limit[place] -= day
        return Load(energy, most, base, limit)


def relative_days(bases: Numbers) -> dict[int, Numbers]:
    """Return the use (96,) in kW below the highest use of that day, by place of the company, of those where it differs."""
    differs = np.flatnonzero((bases != bases[:, :1]).any(axis=1))
    return {place: bases[place] - bases[place].max() for place in differs.tolist()}


def rooms_of(sites: Sequence[Site]) -> Numbers:
    """Return the room (S, 3 cases) of each company in kW; minus infinity where it is not known."""
    rooms = np.full((len(sites), len(Case)), -np.inf)
    for place, site in enumerate(sites):
        room, peak = room_of(site), highest_use(site)
        if room is not None and room.is_known and site.connection_kw is not None and peak is not None:
            rooms[place] = np.subtract(site.connection_kw.cases, peak.cases)
    return rooms
