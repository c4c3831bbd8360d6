"""From companies to totals: the live one for the project team, and what could be published of a terrain today."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from domain.demand.parameters import STANDARD, Parameters
from domain.demand.quantities import Year
from domain.disclosure.breakdowns import ClassTotal, ClassTotals, HourTotals, Lack, Missing
from domain.disclosure.hours import busiest_hour, shown_hours, shows_nobody, stretches_of
from domain.disclosure.parts import Parts
from domain.disclosure.peaks import Peaks
from domain.disclosure.rounding import rounded
from domain.disclosure.rules import ENOUGH, Share, Total, TotalMember, countable, gains_show_nobody, is_enough, is_even
from domain.disclosure.shares import parameters_mark
from domain.disclosure.sums import BY_CLASS, CLASS_PARTS, HOUR_PARTS, MEASURES, WHOLE, Kind, Sum, by_hours, whole
from domain.disclosure.totals import TerrainTotal, YearTotal
from domain.intake.vehicles import VehicleClass

BROKEN_DOWN = (Year.Y2030, Year.Y2035)  # the years that the grid is planned for
Figures = YearTotal | ClassTotals | HourTotals
Of = tuple[Kind, Year]


@dataclass(frozen=True, slots=True)
class TotalCandidate:
    """A total that may be published when it singles nobody out beside the earlier ones; `parameters` is their fingerprint."""

    kind: Kind
    year: Year
    total: Total
    figures: Figures
    parameters: str


def alternatives(candidate: TotalCandidate) -> Iterator[TotalCandidate]:
    """Yield a candidate and, when it is by class, the same without one more class, that of the fewest companies first.

    A class that cannot be shown would be what is left of the total; without another one two are left together.
    """
    yield candidate
    if isinstance(candidate.figures, ClassTotals):
        shown = {vehicle: one for vehicle, one in candidate.figures.by_class.items() if isinstance(one, ClassTotal)}
        if len(shown) > 1:
            for vehicle in sorted(shown, key=lambda vehicle: shown[vehicle].companies):
                yield without(candidate, candidate.figures, vehicle)


def without(candidate: TotalCandidate, figures: ClassTotals, vehicle: VehicleClass) -> TotalCandidate:
    """Return a candidate with one class less."""
    by_class = {**figures.by_class, vehicle: Missing(Lack.BEFORE)}
    members = {}
    for name, member in candidate.total.members.items():
        marks = {part: mark for part, mark in member.marks.items() if part != vehicle.value}
        if marks:
            members[name] = TotalMember(marks, member.known)
    total = Total(members, candidate.total.sums)
    return replace(candidate, total=total, figures=replace(figures, by_class=by_class))


@dataclass(frozen=True, slots=True)
class Calculated:
    """A terrain: the live total of all its companies, what could be published, and what is missing for the rest."""

    live: TerrainTotal
    candidates: tuple[TotalCandidate, ...]
    missing: Mapping[Of, Missing] = field(default_factory=dict)


def calculate(terrain: str, parts: Parts, at: datetime.datetime, parameters: Parameters = STANDARD) -> Calculated:
    """Return every total of a terrain. Takes some hundredths of a second for a hundred companies."""
    peaks = Peaks(parts)
    years = {year: peaks.figures(year, at, parts.electric(year)) for year in Year}
    live = TerrainTotal(terrain, years, is_live=True, answered=len(parts.amounts))
    mark, found, missing = parameters_mark(parameters), list[TotalCandidate](), dict[Of, Missing]()
    for year in Year:
        for kind, made in totals_of(peaks, year, at):
            if isinstance(made, Missing):
                missing[kind, year] = made
            else:
                found.append(TotalCandidate(kind, year, *made, mark))
    return Calculated(live, tuple(found), missing)


Made = tuple[Total, Figures] | Missing


def totals_of(peaks: Peaks, year: Year, at: datetime.datetime) -> Iterator[tuple[Kind, Made]]:
    """Yield what could be published of a year, or what is missing for it."""
    shares = peaks.parts.shares(year)
    members = countable(shares)
    lack = lack_of(shares, members)
    if lack is not None:
        yield Kind.TOTAL, lack
        return
    busiest, made = busiest_hour(members), peaks.published(year, at, members)
    if made is None or (busiest and not shows_nobody(members, (busiest,))):
        yield Kind.TOTAL, Missing(Lack.LARGE)
        return
    figures, adding = made
    yield Kind.TOTAL, (total_of(adding, whole(busiest)), figures)
    if year in BROKEN_DOWN:
        yield Kind.CLASSES, by_class(shares, year, at)
        yield Kind.HOURS, by_hour(members, year, at)


def lack_of(shares: Sequence[Share], members: Sequence[Share], parts: Sequence[str] = MEASURES) -> Missing | None:
    """Return what is missing before these companies can be shown as one total; None when that can be done."""
    adding = [share for share in shares if any(share.amounts[part] > 0 for part in parts)]
    if len(adding) < ENOUGH:
        return Missing(Lack.COMPANIES, ENOUGH - len(adding))
    whole = is_enough(members) if parts is MEASURES else len(members) >= ENOUGH and is_even(members, parts)
    if whole:
        return None
    few = len(members) == len(adding) and parts is MEASURES and is_even(members) and not gains_show_nobody(members)
    return Missing(Lack.COMPANIES if few else Lack.LARGE)


def total_of(members: Sequence[Share], sums: tuple[Sum, ...] = WHOLE) -> Total:
    """Return what is to be remembered of a total of these sums: of each company what is in them, and no more."""
    kept = frozenset[str]().union(*sums)
    marks = {share.company: {part: mark for part, mark in share.member.marks.items() if part in kept} for share in members}
    return Total({one.company: TotalMember(marks[one.company], one.member.known) for one in members}, sums)


def by_class(shares: Sequence[Share], year: Year, at: datetime.datetime) -> Made:
    """Return the kWh of each class of vehicles: a total of the companies that have it."""
    figures, members = dict[VehicleClass, ClassTotal | Missing](), dict[str, TotalMember]()
    for vehicle, part in zip(VehicleClass, CLASS_PARTS, strict=True):
        having = [share for share in shares if share.amounts[part] > 0]
        counted = countable(having, (part,))
        lack = lack_of(having, counted, (part,))
        if lack is not None:
            figures |= {vehicle: lack} if having else {}
            continue
        figures[vehicle] = ClassTotal(rounded(sum(share.amounts[part] for share in counted)), len(counted))
        for share in counted:
            before = members[share.company].marks if share.company in members else {}
            members[share.company] = TotalMember({**before, part: share.member.marks[part]}, share.member.known)
    if members:
        return Total(members, BY_CLASS), ClassTotals(year, at, figures)
    few = [one.companies for one in figures.values() if isinstance(one, Missing) and one.lack is Lack.COMPANIES]
    return Missing(Lack.COMPANIES, min(few)) if few else Missing(Lack.LARGE)


def by_hour(members: Sequence[Share], year: Year, at: datetime.datetime) -> Made:
    """Return the kW of each hour of the day, of the same companies as the total of the year."""
    stretches = stretches_of(members)
    if not stretches:
        return Missing(Lack.LARGE)
    means = {part: sum(share.amounts[part] for share in members) for part in HOUR_PARTS}
    kw = tuple(float(rounded(one)) for one in shown_hours(means, stretches))
    return total_of(members, by_hours(stretches)), HourTotals(year, at, len(members), kw)
