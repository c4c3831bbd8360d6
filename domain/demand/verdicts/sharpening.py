"""Which missing answer would make the outlook sharper: each is tried out, the one that narrows the bands most comes first."""

from collections.abc import Sequence
from dataclasses import replace

from domain.demand.alone import alone_of
from domain.demand.bases import charging_only
from domain.demand.parameters import Parameters
from domain.demand.quantities import Basis, Case, Quantity, Year
from domain.demand.sites import Fleet, Site
from domain.intake.vehicles import VehicleClass

COUNTS = {year.question: year for year in Year}


def sharpest_first(site: Site, parameters: Parameters) -> tuple[str, ...]:
    """Return the unknown questions in the order of what knowing them brings.

    First come those without which there is no number or no verdict at all.
    """
    flat = charging_only(site)  # the order does not depend on the use by the hour
    widths = widths_of([flat, *(without_doubt(flat, name) for name in site.unknown)], parameters)
    gains = {name: widths[0] - width for name, width in zip(site.unknown, widths[1:], strict=True)}
    return tuple(sorted(site.unknown, key=lambda name: (not decides(site, name), -gains[name])))


def decides(site: Site, name: str) -> bool:
    """Say whether a number or a verdict waits for this answer."""
    prefix, _, field = name.partition(".")
    if field == "total" or prefix in ("grid", "connection"):
        return field != "night_kw"
    fleet = next((one for one in site.fleets if one.vehicle == prefix), None)
    return fleet is not None and field in COUNTS and fleet.electric[COUNTS[field]] is None


def widths_of(sites: Sequence[Site], parameters: Parameters) -> list[float]:
    """Return how wide the bands of both peaks are, all years together, in kW."""
    alone = alone_of(sites, parameters)
    both = alone.at_once_kw + alone.spread_kw
    return [float(width) for width in (both.max(axis=2) - both.min(axis=2)).sum(axis=1)]


def without_doubt(site: Site, name: str) -> Site:
    """Return the site as if this question were answered with what is most likely now."""
    prefix, _, field = name.partition(".")
    if prefix not in list(VehicleClass):
        return site
    return replace(site, fleets=tuple(settled(one, field) if one.vehicle == prefix else one for one in site.fleets))


def settled(fleet: Fleet, field: str) -> Fleet:
    """Return a fleet with one of its values the same in every case."""
    if field == "km_per_day":
        return replace(fleet, km=Quantity.sure(fleet.km.middle))
    if field == "at_night":
        return replace(fleet, on_site=Quantity.sure(fleet.on_site.middle))
    if field == "charger_kw":
        return replace(fleet, charger_kw=Quantity.sure(fleet.charger_kw.middle))
    if field in COUNTS:
        now, then, later = (sure(one) if year is COUNTS[field] else one for year, one in zip(Year, fleet.electric, strict=True))
        return replace(fleet, electric=(now, then, later))
    if field in ("back", "out"):
        middle = fleet.windows[Case.MIDDLE]
        return replace(fleet, windows=(middle, middle, middle), windows_basis=Basis.SURE)
    return fleet


def sure(quantity: Quantity | None) -> Quantity | None:
    """Return the middle of a quantity as if it were sure."""
    return None if quantity is None else Quantity.sure(quantity.middle)
