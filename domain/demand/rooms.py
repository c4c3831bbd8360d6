"""What is left of a connection beside the use now."""

from domain.demand.bases import DAY, base_of
from domain.demand.outlooks import Room
from domain.demand.quantities import QUARTERS, Band, Basis, Case, Quantity
from domain.demand.sites import Site

NIGHT = [quarter for quarter in range(QUARTERS) if not DAY.start <= quarter < DAY.stop]


def highest_use(site: Site) -> Quantity | None:
    """Return the highest use without charging: measured, else answered, with what passenger cars will take; else None."""
    if site.measured is None and site.peak_kw is None:
        return None
    basis = Basis.SURE if site.peak_kw is None or site.measured is not None else site.peak_kw.basis
    low, middle, high = (float(base_of(site, case).max()) for case in Case)
    return Quantity(low, middle, high, basis)


def room_of(site: Site) -> Room | None:
    """Return the connection less the highest use now; None when nothing is known about the connection.

    Of a highest use that is not known only this is sure: it is not below zero and not above the connection.
    """
    connection, peak = site.connection_kw, highest_use(site)
    if connection is None:
        return None
    known = connection.is_known and peak is not None and peak.is_known
    worst = connection.high - (connection.high if peak is None else peak.high)
    best = connection.low - (0.0 if peak is None else peak.low)
    middle = connection.middle - peak.middle if peak is not None and known else (worst + best) / 2
    return Room(Band(worst, middle, best), is_known=known, at_night=room_at_night(site) if known else None)


def room_at_night(site: Site) -> Band | None:
    """Return the connection less the highest use between 18:00 and 6:00; None when that is not known."""
    connection = site.connection_kw
    if connection is None or (site.measured is None and site.night_kw is None):
        return None
    low, middle, high = (connection.cases[case] - float(base_of(site, case)[NIGHT].max()) for case in Case)
    return Band(min(high, middle), middle, max(low, middle))
