"""Whether charging fits, quarter by quarter, for many suppositions about a company at once.

Spread charging fits when for every set of vehicle classes the quarters they are here can take what these classes need:
a flow passes from classes to quarters exactly then (max-flow, min-cut), for any use by the hour.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from domain.demand.alone import present
from domain.demand.arrays import Flags, Numbers
from domain.demand.bases import base_of
from domain.demand.cuts import SOME_GROUPS
from domain.demand.fleets import Fleets, fleets_of
from domain.demand.outlooks import Fit
from domain.demand.parameters import Parameters
from domain.demand.peaks import at_once_power
from domain.demand.quantities import QUARTER_HOURS, QUARTERS, Case, Year
from domain.demand.sites import Site

LEFT_KWH = 1.0  # less than this that does not fit in the hours is nothing
CLOSE = 1e-6
BATTERY_SHARE = 0.8  # of what is in a battery, that may be used every day: our own choice


@dataclass(frozen=True, slots=True)
class Suppositions:
    """S suppositions by 3 years by C cases. `left` says that energy does not fit in the hours.

    `spare` is how much more could be charged in kW-quarters, below zero when spread charging does not fit; `at_once` is
    what is left of the connection at the tightest quarter when all plug in on return, in kW. What is not a number is not known.
    """

    left: Flags
    spare: Numbers
    at_once: Numbers

    def fit(self, one: int, year: Year, case: int, *, hours: bool = True) -> Fit:
        """Return the verdict of one supposition; without `hours` that of what does fit in the hours."""
        if hours and self.left[one, year, case]:
            return Fit.SHORT
        if np.isnan(self.spare[one, year, case]):
            return Fit.UNKNOWN
        if self.at_once[one, year, case] >= -CLOSE:
            return Fit.FITS
        return Fit.SPREAD_ONLY if self.spare[one, year, case] >= -CLOSE else Fit.NOT


def supposed(sites: Sequence[Site], parameters: Parameters, cases: Sequence[Case] = tuple(Case)) -> Suppositions:
    """Return what becomes of each site in these cases."""
    fleets, at = fleets_of(sites, parameters), list(cases)
    free = np.array([[free_of(site, case) for case in at] for site in sites]).reshape(len(sites), 1, len(at), QUARTERS)
    there = present(fleets.start[..., at], fleets.length[..., at])
    most = fleets.kw[..., at, None] * there[:, :, None]
    energy = fleets.fits_kwh[..., at] / QUARTER_HOURS
    needs = np.einsum("gk,skyc->sgyc", SOME_GROUPS, energy)
    takes = np.minimum(np.einsum("gk,skyct->sgyct", SOME_GROUPS, most), np.maximum(free, 0)[:, None]).sum(axis=-1)
    over = free.min(axis=-1)
    drawn = drawn_at_once(fleets, at)
    nothing = energy.sum(axis=1) <= CLOSE
    spare = (takes - needs).min(axis=1) + np.array([[[battery_of(site, case) for case in at]] for site in sites])
    spare = np.where(over < -CLOSE, np.minimum(over, spare), spare)
    return Suppositions(
        left=fleets.left_kwh[..., at].sum(axis=1) >= LEFT_KWH,
        spare=np.where(nothing, np.maximum(spare, 0), spare),
        at_once=np.where(nothing, np.maximum(over, 0), (free - drawn).min(axis=-1)),
    )


def battery_of(site: Site, case: Case) -> float:
    """Return what the company's own battery adds to charging in a day, in kW-quarters.

    It may be used for something else, and nobody is asked how it is filled: so it counts in the best case only, once a day,
    with the part of it that lasts. With a battery "past niet" is surely said of what even that cannot help.
    """
    return site.battery_kwh * BATTERY_SHARE / QUARTER_HOURS if case is Case.LOW else 0.0


def free_of(site: Site, case: Case) -> Numbers:
    """Return what the connection has left beside the use without charging, (96,) in kW; solar power does not count.

    Of a highest use that is not known only this is sure: it is not below zero and not above the connection.
    """
    if site.connection_kw is None:
        return np.full(QUARTERS, np.nan)
    connection, base = site.connection_kw.cases[case], np.maximum(base_of(site, case), 0)
    if site.peak_kw is None and site.measured is None and case is not Case.LOW:
        base = base + (connection if case is Case.HIGH else connection / 2)
    free: Numbers = connection - base
    return free


def drawn_at_once(fleets: Fleets, cases: Sequence[Case]) -> Numbers:
    """Return what all draw when they plug in on return, (S, 3 years, C, 96) in kW."""
    at = list(cases)
    energy, kw, share = fleets.fits_kwh[..., at] / QUARTER_HOURS, fleets.kw[..., at], fleets.share[..., at]
    power = at_once_power(energy, kw, share, np.broadcast_to(fleets.length[:, :, None, at], energy.shape))
    lasts = np.divide(energy, power, out=np.zeros_like(power), where=power > 0)
    since = (np.arange(QUARTERS) - fleets.start[:, :, None, at, None]) % QUARTERS
    drawn: Numbers = (power[..., None] * np.clip(lasts[..., None] - since, 0, 1)).sum(axis=1)
    return drawn
