"""Charging together: the least possible peak of all companies of a terrain at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from domain.demand.alone import Alone, present
from domain.demand.arrays import Flags, Numbers, Places, Whole
from domain.demand.bases import base_of, is_level
from domain.demand.cuts import Load, least_level
from domain.demand.quantities import QUARTER_HOURS, QUARTERS, Case, Year
from domain.demand.rooms import highest_use, room_of
from domain.demand.sites import Site

REMEMBERED = 6  # critical sets of one terrain that are tried first in its next problem


def together_peaks(sites: Sequence[Site], alone: Alone) -> tuple[Numbers, Numbers]:
    """Return the least peaks (3 years, 3 cases) in kW on top of everybody's highest use now: within limits, and without.

    The limit of a company is the larger of its connection and its own spread peak; where room is unknown, the latter.
    """
    tried = list[Flags]()
    within, without = np.zeros((len(Year), len(Case))), np.zeros((len(Year), len(Case)))
    for case in Case:
        neighbours = Neighbours.of(sites, alone, case)
        for year in Year:
            within[year, case], without[year, case] = neighbours.peaks(year, tried)
    return within, without


@dataclass(frozen=True, slots=True)
class Neighbours:
    """S companies by K classes of a terrain in one case, ready to be charged together in any year: some 300 bytes each.

    `energy` (S, K, 3 years) in kW-quarters, `kw` of the same shape, `start` and `length` (S, K) in quarters; `limit`
    (S, 3 years) is what may be drawn on top of the highest use now, in kW; `days` are measured days as in `relative_days`.
    """

    energy: Numbers
    kw: Numbers
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
            start=fleets.start[..., case].copy(),
            length=fleets.length[..., case].copy(),
            limit=np.maximum(rooms_of(sites)[:, None, case], alone.spread_kw[..., case]),
            days=relative_days(sites, case),
        )

    @classmethod
    def joined(cls, several: Sequence["Neighbours"]) -> "Neighbours":
        """Return all companies of some parts of a terrain, in their order."""
        firsts = np.cumsum([0, *(len(one.limit) for one in several)]).tolist()
        days = {first + place: day for first, one in zip(firsts, several, strict=False) for place, day in one.days.items()}
        return cls(
            energy=np.concatenate([one.energy for one in several]),
            kw=np.concatenate([one.kw for one in several]),
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
            start=self.start[places],
            length=self.length[places],
            limit=self.limit[places],
            days=days,
        )

    def peaks(self, year: Year, tried: list[Flags]) -> tuple[float, float]:
        """Return the least peak within everybody's limit, and without; the critical sets are put before those `tried`."""
        without, within = (self.peak(self.load(year, limited=limited), tried) for limited in (False, True))
        return within, without

    def peak(self, load: Load, tried: list[Flags]) -> float:
        """Return the least peak of one problem; what is critical in it probably is in the next."""
        level = least_level(load, tried)
        if not any(np.array_equal(level.critical, one) for one in tried):
            tried[:] = [level.critical, *tried][:REMEMBERED]
        return max(level.kw, 0.0)

    def load(self, year: Year, *, limited: bool) -> Load:
        """Return what is to be charged; what a measured day leaves of the highest use can be charged with."""
        energy, base = self.energy[..., year], sum(self.days.values(), np.zeros(QUARTERS))
        most = self.kw[..., year, None] * present(self.start, self.length)
        if not limited:
            return Load(energy, most, base)
        limit = np.repeat(self.limit[:, year, None], QUARTERS, axis=1)
        for place, day in self.days.items():
            limit[place] -= day
        return Load(energy, most, base, limit)


def relative_days(sites: Sequence[Site], case: Case) -> dict[int, Numbers]:
    """Return days (96,) that are not level, in kW below the highest use of that day, by place of the company."""
    days = {place: base_of(site, case) for place, site in enumerate(sites) if not is_level(site)}
    return {place: day - day.max() for place, day in days.items()}


def rooms_of(sites: Sequence[Site]) -> Numbers:
    """Return the room (S, 3 cases) of each company in kW; minus infinity where it is not known."""
    rooms = np.full((len(sites), len(Case)), -np.inf)
    for place, site in enumerate(sites):
        room, peak = room_of(site), highest_use(site)
        if room is not None and room.is_known and site.connection_kw is not None and peak is not None:
            rooms[place] = np.subtract(site.connection_kw.cases, peak.cases)
    return rooms
