"""What is left of a connection, and whether what is asked fits in it: yes, no, or not known well enough."""

from domain.demand.outlooks import Fit, Room
from domain.demand.quantities import Band, Quantity
from domain.demand.sites import Site


def highest_use(site: Site) -> Quantity | None:
    """Return the highest use now: measured, else answered, else None."""
    return site.peak_kw if site.day_kw is None else Quantity.sure(max(site.day_kw))


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
    return Room(Band(worst, middle, best), is_known=known)


def fit_of(at_once: Band, spread: Band, room: Room | None) -> tuple[Fit, bool]:
    """Return whether it fits in the middle case, and whether the best and the worst case say the same."""
    if spread.high <= 0:
        return Fit.FITS, True
    if room is None:
        return Fit.UNKNOWN, False
    best, worst = fits(at_once.low, spread.low, room.kw.high), fits(at_once.high, spread.high, room.kw.low)
    if room.is_known:
        return fits(at_once.middle, spread.middle, room.kw.middle), best is worst
    return (best, True) if best is worst else (Fit.UNKNOWN, False)


def fits(at_once: float, spread: float, room: float) -> Fit:
    """Return whether peaks fit in a room, all in kW."""
    if at_once <= room:
        return Fit.FITS
    return Fit.SPREAD_ONLY if spread <= room else Fit.NOT
