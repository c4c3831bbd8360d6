"""What a company uses by the hour without charging: the one place that says so, for every sum that adds charging to it."""

from collections.abc import Sequence

import numpy as np

from domain.demand.arrays import Numbers
from domain.demand.quantities import QUARTERS, Case
from domain.demand.sites import Site


def base_of(site: Site, case: Case) -> Numbers:
    """Return the use without charging in kW, (96,) quarters of local time; below zero where more is fed back than used.

    A measured day where there is one; else the highest use all day, and zero where that is not known either.
    """
    if site.day_kw is not None:
        return np.array(site.day_kw, dtype=np.float64)
    return np.full(QUARTERS, 0.0 if site.peak_kw is None else site.peak_kw.cases[case])


def bases_of(sites: Sequence[Site]) -> Numbers:
    """Return the use without charging of companies in each case, (S, 3, 96) in kW."""
    bases = np.empty((len(sites), len(Case), QUARTERS))
    for place, site in enumerate(sites):
        for case in Case:
            bases[place, case] = base_of(site, case)
    return bases
