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
    within, without = np.zeros((len(Year), len(Case))), np.zeros((len(Year), len(Case)))
    tried: list[Flags] = []
    for case in Case:
        for year in Year:
            within[year, case], without[year, case] = together_peak(sites, alone, year, case, tried)
    return within, without


def together_peak(
    sites: Sequence[Site], alone: Alone, year: Year, case: Case, tried: list[Flags] | None = None
) -> tuple[float, float]:
    """Return the same for one year and case. `tried` are the critical sets of earlier ones; this one's are put before them."""
    fleets, days, known = alone.fleets, relative_days(sites), [] if tried is None else tried
    base, shared = sum(days.values(), np.zeros(QUARTERS)), rooms_of(sites)
    energy = fleets.fits_kwh[:, :, year, case] / QUARTER_HOURS
    most = fleets.kw[:, :, year, case, None] * present(fleets.start[:, :, case], fleets.length[:, :, case])
    limit = np.repeat(np.maximum(shared[:, case], alone.spread_kw[:, year, case])[:, None], QUARTERS, axis=1)
    for place, day in days.items():
        limit[place] -= day  # what is not used of the highest use can be charged with
    peaks = []
    for load in (Load(energy, most, base, limit), Load(energy, most, base)):
        level = least_level(load, known)
        peaks.append(max(level.kw, 0.0))
        if not any(np.array_equal(level.critical, one) for one in known):
            known[:] = [level.critical, *known][:REMEMBERED]
    return peaks[0], peaks[1]


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
