"""What a company uses by the hour without charging: the one place that says so, for every sum that adds charging to it."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from domain.demand.arrays import Numbers
from domain.demand.quantities import QUARTERS, Case
from domain.demand.sites import Site

DAY = slice(24, 72)  # 6:00 to 18:00; what the question about the use at night calls night is all else


def base_of(site: Site, case: Case) -> Numbers:
    """Return the use without charging in kW, (96,) quarters of local time; below zero where more is fed back than used.

    Measured: a working day in the winter, and in the HIGH case at every quarter whichever of both days asks most. Answered:
    the highest use by day and the use at night. Else the highest use all day, and zero where that is not known either. What
    passenger cars will take comes on top of it by day.
    """
    if site.measured is not None:
        winter = np.array(site.measured.winter, dtype=np.float64)
        day = np.maximum(winter, site.measured.highest) if case is Case.HIGH else winter
    else:
        peak = 0.0 if site.peak_kw is None else site.peak_kw.cases[case]
        day = np.full(QUARTERS, peak if site.night_kw is None else site.night_kw.cases[case])
        day[DAY] = peak
    if site.cars_kw is not None:
        day[DAY] += site.cars_kw.cases[case]
    return day


def bases_of(sites: Sequence[Site]) -> Numbers:
    """Return the use without charging of companies in each case, (S, 3, 96) in kW."""
    bases = np.empty((len(sites), len(Case), QUARTERS))
    for place, site in enumerate(sites):
        for case in Case:
            bases[place, case] = base_of(site, case)
    return bases


def charging_only(site: Site) -> Site:
    """Return the site as if nothing else were used: its charging then is all that makes a peak."""
    return replace(site, peak_kw=None, measured=None, night_kw=None, cars_kw=None)
