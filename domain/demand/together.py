"""Charging together: the least possible peak of all companies of a terrain at once."""

from collections.abc import Sequence

import numpy as np

from domain.demand.alone import Alone, present
from domain.demand.arrays import Flags, Numbers
from domain.demand.cuts import Load, least_level
from domain.demand.quantities import QUARTER_HOURS, QUARTERS, Case, Year
from domain.demand.rooms import highest_use, room_of
from domain.demand.sites import Site

REMEMBERED = 6  # critical sets of one terrain that are tried first in its next problem


def together_peaks(sites: Sequence[Site], alone: Alone) -> tuple[Numbers, Numbers]:
    """Return the least peaks (3 years, 3 cases) in kW on top of everybody's highest use now: within limits, and without.

    The limit of a company is the larger of its connection and its own spread peak; where room is unknown, the latter.
    """
    neighbours, tried = Neighbours(sites, alone), list[Flags]()
    within, without = np.zeros((len(Year), len(Case))), np.zeros((len(Year), len(Case)))
    for case in Case:
        for year in Year:
            within[year, case], without[year, case] = neighbours.peaks(year, case, tried)
    return within, without


def together_peak(sites: Sequence[Site], alone: Alone, year: Year, case: Case) -> tuple[float, float]:
    """Return the same for one year and case."""
    return Neighbours(sites, alone).peaks(year, case, [])


class Neighbours:
    """The companies of a terrain, ready to be charged together in any year and case."""

    def __init__(self, sites: Sequence[Site], alone: Alone) -> None:
        """Prepare what is the same in every year."""
        self.alone, self.days, self.rooms = alone, relative_days(sites), rooms_of(sites)
        self.base = sum(self.days.values(), np.zeros(QUARTERS))
        self.there = present(alone.fleets.start, alone.fleets.length)  # (S, K, 3 cases, 96)

    def peaks(self, year: Year, case: Case, tried: list[Flags]) -> tuple[float, float]:
        """Return the least peak within everybody's limit, and without; the critical sets are put before those `tried`."""
        without, within = (self.peak(self.load(year, case, limited=limited), tried) for limited in (False, True))
        return within, without

    def peak(self, load: Load, tried: list[Flags]) -> float:
        """Return the least peak of one problem; what is critical in it probably is in the next."""
        level = least_level(load, tried)
        if not any(np.array_equal(level.critical, one) for one in tried):
            tried[:] = [level.critical, *tried][:REMEMBERED]
        return max(level.kw, 0.0)

    def load(self, year: Year, case: Case, *, limited: bool) -> Load:
        """Return what is to be charged; what a measured day leaves of the highest use can be charged with."""
        fleets = self.alone.fleets
        energy = fleets.fits_kwh[:, :, year, case] / QUARTER_HOURS
        most = fleets.kw[:, :, year, case, None] * self.there[:, :, case]
        if not limited:
            return Load(energy, most, self.base)
        own = np.maximum(self.rooms[:, case], self.alone.spread_kw[:, year, case])
        limit = np.repeat(own[:, None], QUARTERS, axis=1)
        for place, day in self.days.items():
            limit[place] -= day
        return Load(energy, most, self.base, limit)


def relative_days(sites: Sequence[Site]) -> dict[int, Numbers]:
    """Return the measured days (96,) in kW below the highest use of that day, by place of the company."""
    return {place: np.array(site.day_kw) - max(site.day_kw) for place, site in enumerate(sites) if site.day_kw is not None}


def rooms_of(sites: Sequence[Site]) -> Numbers:
    """Return the room (S, 3 cases) of each company in kW; minus infinity where it is not known."""
    rooms = np.full((len(sites), len(Case)), -np.inf)
    for place, site in enumerate(sites):
        room, peak = room_of(site), highest_use(site)
        if room is not None and room.is_known and site.connection_kw is not None and peak is not None:
            rooms[place] = np.subtract(site.connection_kw.cases, peak.cases)
    return rooms
