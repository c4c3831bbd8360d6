"""How sure a verdict is: it is said surely only when nothing assumed or estimated could change it, else what decides it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from typing import Any, Self, TypeVar

from domain.demand.consumption import KINDS
from domain.demand.outlooks import Fit
from domain.demand.parameters import Parameters
from domain.demand.quantities import Basis, Case, Quantity, Year
from domain.demand.sites import Fleet, Site
from domain.demand.verdicts.suppositions import Suppositions, supposed

MOST_DECIDING = 2
STRONGEST = 4  # of the doubts that decide nothing alone, so many are tried two by two
LIKELY = (Case.MIDDLE,)
OVER_AT_ONCE = frozenset({Fit.NOT, Fit.SPREAD_ONLY})
NIGHT = "grid.night_kw"
ENDS = (Case.LOW, Case.HIGH)
LAST = frozenset({"model.efficiency"})  # what hardly anybody can look up is asked when nothing else decides


@dataclass(frozen=True, slots=True)
class Doubt:
    """An input that is not sure: the question about it, and the site with its likely value at the best and the worst end."""

    question: str
    ends: tuple[Site, Site]
    change: Callable[[Site, Case], Site]

    @classmethod
    def of(cls, question: str, site: Site, change: Callable[[Site, Case], Site]) -> Self:
        return cls(question, (change(site, Case.LOW), change(site, Case.HIGH)), change)


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The verdict of one year: when all is likely, of what does fit in the hours, whether it is sure, and what decides it.

    `over_at_once` says of a room that is not known that charging at once does not fit in it, however large it is.
    """

    fit: Fit
    rest: Fit
    is_sure: bool
    deciding: tuple[str, ...] = ()
    over_at_once: bool = False
    over_is_sure: bool = False


def verdicts_of(site: Site, parameters: Parameters, given: Mapping[Year, bool]) -> dict[Year, Conclusion]:
    """Return the verdict of each year without what decides it; `given` says of which years the company gave the numbers.

    Every doubt is put at the end that asks least, and at the end that asks most. A stronger charging point asks more at
    once and leaves more room to spread, so both of its ends are tried with either. Of a room that is not known its best
    end is tried: what does not even fit in that, does not fit.
    """
    site = with_doubt_at_night(site)
    corners = supposed([site, charger_turned(site), in_best_room(site)], parameters)
    return {year: first_conclusion(site, corners, year, given=given[year]) for year in Year}


def conclusions_of(site: Site, parameters: Parameters, given: Mapping[Year, bool]) -> dict[Year, Conclusion]:
    """Return the verdict of each year, and what decides it where it is not sure."""
    found, roomy = verdicts_of(site, parameters, given), in_best_room(with_doubt_at_night(site))
    open_years = [year for year, verdict in found.items() if not verdict.is_sure]
    if all(found[year].fit is Fit.UNKNOWN for year in open_years):
        asked = {year: unlocking(site, year) for year in open_years}
    else:
        doubts = tuple(doubts_of(roomy))
        looked = supposed([roomy, *(end for doubt in doubts for end in doubt.ends)], parameters, LIKELY)
        asked = {
            year: unlocking(site, year) if found[year].fit is Fit.UNKNOWN else deciding(roomy, doubts, looked, year, parameters)
            for year in open_years
        }
    return {year: replace(verdict, deciding=asked.get(year, ())) for year, verdict in found.items()}


def first_conclusion(site: Site, corners: Suppositions, year: Year, *, given: bool) -> Conclusion:
    """Return the verdict of a year without what decides it."""
    ends = {corners.fit(one, year, case) for one in (0, 1) for case in Case}
    usual, is_sure = corners.fit(0, year, Case.MIDDLE), len(ends) == 1 and Fit.UNKNOWN not in ends
    is_sure = is_sure and (usual in (Fit.NOT, Fit.SHORT) or counts_all(site, year))
    likely, rest = (corners.fit(2, year, Case.MIDDLE, hours=hours) for hours in (True, False))
    never, never_surely = False, False
    if not knows_room(site):  # in its best room: that it fits says nothing, that it does not says all
        never_surely = ends <= OVER_AT_ONCE
        never = never_surely or (given and likely in OVER_AT_ONCE)
        likely, rest = (one if one in (Fit.NOT, Fit.SHORT) else Fit.UNKNOWN for one in (likely, rest))
    fit = usual if is_sure else likely if given else Fit.UNKNOWN
    return Conclusion(fit, rest, is_sure, over_at_once=never, over_is_sure=never_surely)


def in_best_room(site: Site) -> Site:
    """Return the site; where its room is not known, with the best end of its connection and of its highest use."""
    if knows_room(site):
        return site
    connection, peak, night = (
        one and Quantity.sure(one.cases[Case.LOW]) for one in (site.connection_kw, site.peak_kw, site.night_kw)
    )
    return replace(site, connection_kw=connection, peak_kw=peak or Quantity.sure(0.0), night_kw=night)


def counts_all(site: Site, year: Year) -> bool:
    """Say whether something can be said of the number of vehicles of every class: what is not counted asks for more."""
    return not site.uncounted and all(fleet.electric[year] is not None for fleet in site.fleets)


def knows_room(site: Site) -> bool:
    """Say whether the company told what it may draw and what it uses."""
    connection, peak = site.connection_kw, site.peak_kw
    return connection is not None and connection.is_known and (site.measured is not None or peak is not None)


def with_doubt_at_night(site: Site) -> Site:
    """Return the site with a use at night between nothing and the highest use, where it is not known."""
    if site.night_kw is not None or site.measured is not None or site.peak_kw is None:
        return site
    return replace(site, night_kw=Quantity(0.0, site.peak_kw.middle, site.peak_kw.high, Basis.BETWEEN))


def charger_turned(site: Site) -> Site:
    """Return the site with strong charging points where little is asked, and weak ones where much is."""
    return replace(site, fleets=tuple(replace(one, charger_kw=turned(one.charger_kw)) for one in site.fleets))


def turned(quantity: Quantity) -> Quantity:
    return Quantity(quantity.high, quantity.middle, quantity.low, quantity.basis)


def unlocking(site: Site, year: Year) -> tuple[str, ...]:
    """Return the questions without which there is no verdict at all."""
    counts = [f"{one}.total" for one in site.uncounted]
    counts += [f"{one.vehicle}.{year.question}" for one in site.fleets if (n := one.electric[year]) is None or not n.is_known]
    room = [name for name in site.unknown if name.partition(".")[0] in ("connection", "grid") and name != NIGHT]
    return tuple((*room, *counts)[:MOST_DECIDING])


def deciding(site: Site, doubts: Sequence[Doubt], looked: Suppositions, year: Year, parameters: Parameters) -> tuple[str, ...]:
    """Return the one or two questions of which the answers could change the verdict: alone, else two together.

    `looked` is the site itself and then both ends of each doubt. What can be looked up comes first, then what changes most.
    """
    if not counts_all(site, year):
        return unlocking(site, year)[:MOST_DECIDING]

    def strength(place: int) -> tuple[bool, float]:
        ends = looked.spare[1 + 2 * place : 3 + 2 * place, year, 0]
        return doubts[place].question in LAST, -float(abs(ends[0] - ends[1]))

    usual = looked.fit(0, year, 0)
    strongest = sorted(range(len(doubts)), key=strength)
    alone = [place for place in strongest if any(looked.fit(1 + 2 * place + end, year, 0) is not usual for end in (0, 1))]
    if alone:
        first = [doubts[place].question for place in alone]
        return tuple(one for one in first if one not in LAST)[:MOST_DECIDING] or tuple(first[:1])
    together = [list(pair) for pair in combinations([doubts[place] for place in strongest[:STRONGEST]], MOST_DECIDING)]
    together += [list(doubts)] if len(doubts) > MOST_DECIDING else []
    tried = [with_all(some, end, site) for some in together for end in ENDS]
    ends = supposed(tried, parameters, LIKELY) if tried else looked
    turns = (some for place, some in enumerate(together) if {ends.fit(2 * place + end, year, 0) for end in (0, 1)} != {usual})
    found = next(turns, [])
    if len(found) > MOST_DECIDING:  # only all of them together: the strongest are asked first
        found = [doubts[place] for place in strongest[:MOST_DECIDING]]
    return tuple(doubt.question for doubt in found)


def with_all(doubts: Iterable[Doubt], end: Case, site: Site) -> Site:
    """Return the site with these inputs all at one end."""
    for doubt in doubts:
        site = doubt.change(site, end)
    return site


def doubts_of(site: Site) -> Iterator[Doubt]:
    """Yield every input that is not sure and that somebody can be asked for."""
    for place, fleet in enumerate(site.fleets):
        for question, change in fleet_doubts(site, fleet):
            yield Doubt.of(question, site, partial(with_fleet, place, change))
    for question, field in ((NIGHT, "night_kw"), ("grid.peak_kw", "peak_kw")):
        quantity: Quantity | None = getattr(site, field)
        if quantity is not None and is_doubtful(quantity) and site.measured is None:
            yield Doubt.of(question, site, partial(with_likely, field))
    if is_doubtful(site.efficiency):
        yield Doubt.of("model.efficiency", site, with_efficiency)
    if site.connection_kw is not None and is_doubtful(site.connection_kw):
        name = next((one for one in site.unknown if one in ("grid.fuse", "connection.size")), "grid.contracted_kw")
        yield Doubt.of(name, site, partial(with_likely, "connection_kw"))


Supposable = TypeVar("Supposable", Site, Fleet)
Change = Callable[[Fleet, Case], Fleet]


def fleet_doubts(site: Site, fleet: Fleet) -> Iterator[tuple[str, Change]]:
    """Yield the doubts about one class, each with what puts its likely value at the value of a case."""
    vehicle, unknown = fleet.vehicle, site.unknown
    for year in Year:
        count = fleet.electric[year]
        if count is not None and is_doubtful(count):
            yield f"{vehicle}.{year.question}", partial(with_count, year)
    kind = KINDS[vehicle][0] if vehicle in KINDS else ""
    charger = "charger_kw" if f"{vehicle}.charger_kw" in unknown else "planned_kw"
    asked = {
        "km": f"{vehicle}.km_per_day",
        "kwh_per_km": kind if kind in unknown else f"{vehicle}.kwh_per_km",
        "on_site": f"{vehicle}.at_night",
        "charger_kw": f"{vehicle}.{charger}",
    }
    for field, question in asked.items():
        if is_doubtful(getattr(fleet, field)):
            yield question, partial(with_likely, field)
    if fleet.windows_basis is not Basis.SURE:
        ends = [f"{vehicle}.{end}" for end in ("back", "out")]
        yield next((one for one in ends if one in unknown), ends[0]), with_window


def is_doubtful(quantity: Quantity) -> bool:
    return quantity.basis is not Basis.SURE and quantity.low != quantity.high


def with_fleet(place: int, change: Change, site: Site, case: Case) -> Site:
    fleets = site.fleets
    return replace(site, fleets=(*fleets[:place], change(fleets[place], case), *fleets[place + 1 :]))


def with_likely(field: str, one: Supposable, case: Case) -> Supposable:
    """Return a site or a fleet with the value of a case as the likely one."""
    quantity: Quantity = getattr(one, field)
    changed: dict[str, Any] = {field: replace(quantity, middle=quantity.cases[case])}
    return replace(one, **changed)


def with_efficiency(site: Site, case: Case) -> Site:
    changed: Site = with_likely("efficiency", site, case)
    return replace(changed, fleets=tuple(with_likely("efficiency", one, case) if one.efficiency else one for one in site.fleets))


def with_count(year: Year, fleet: Fleet, case: Case) -> Fleet:
    electric = list(fleet.electric)
    count = electric[year]
    electric[year] = count and replace(count, middle=count.cases[case])
    return replace(fleet, electric=(electric[0], electric[1], electric[2]))


def with_window(fleet: Fleet, case: Case) -> Fleet:
    first, _, last = fleet.windows
    return replace(fleet, windows=(first, fleet.windows[case], last))
