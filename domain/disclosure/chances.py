"""Who could help whom: one company's room, bays or solar power where another one is short of it, hour by hour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import permutations
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from domain.demand.companies import DayProfile, day_of
from domain.demand.measured import MeasuredDays
from domain.demand.parameters import STANDARD, Parameters
from domain.demand.quantities import QUARTERS, Case, Year
from domain.demand.sites import Fleet, Site, site_of
from domain.intake.answers import Answers

Numbers = NDArray[np.float64]
LEAST_KW = 1.0  # less is no help worth a talk; own choice

# Own assumptions: which part of its panels' power a company has left, and when. Nobody measured it here.
SUN_SHARE = {"often": 0.5, "sometimes": 0.25}
SUN = range(44, 60)  # quarters: 11:00 to 15:00


class HelpKind(StrEnum):
    """What one company has that another one lacks."""

    ROOM = "room"
    SUN = "sun"
    BAYS = "bays"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A company as it looks for help or offers it, in one year. Profiles are (96,) kW; None is not known.

    `short` is what its connection lacks when charging is spread, `spare` what it has left then, `sun` its solar surplus,
    `by_day` what its vehicles can charge with around noon. `wanted` bays are missing, `free` ones left over; `opens` says
    that others may come and charge, None when it did not say.
    """

    company: UUID
    short: Numbers
    spare: Numbers | None
    sun: Numbers
    by_day: Numbers
    wanted: int
    free: int
    charger_kw: float
    opens: bool | None


@dataclass(frozen=True, slots=True)
class HelpOffered:
    """One way in which a company helps: the kW it solves, the hours (quarters from, to) and, for bays, how many."""

    kind: HelpKind
    kw: float
    hours: tuple[tuple[int, int], ...] = ()
    bays: int = 0


@dataclass(frozen=True, slots=True)
class Chance:
    """A pair: who is short of something and who has it, with every way in which it helps, the largest first."""

    needs: UUID
    helps: UUID
    ways: tuple[HelpOffered, ...]
    agreed: bool

    @property
    def kw(self) -> float:
        return self.ways[0].kw


def neighbour_of(
    company: UUID, answers: Answers, year: Year, parameters: Parameters = STANDARD, measured: MeasuredDays | None = None
) -> Neighbour | None:
    """Return a company as a neighbour; None when nothing can be said about its vehicles in that year."""
    site = site_of(answers, parameters, measured)
    profile = day_of(site, year, parameters)
    if profile is None:
        return None
    vehicles = sum(here(fleet, year) for fleet in site.fleets)
    bays = answers.number("site.bays")
    wanted, free = (0, 0) if bays is None else (max(0, round(vehicles - bays)), max(0, round(bays - vehicles)))
    says = answers.known("site.neighbours")
    room = None if profile.room is None else np.array(profile.room)
    return Neighbour(
        company=company,
        short=np.zeros(QUARTERS) if room is None else np.maximum(-room, 0),
        spare=None if room is None else np.maximum(room, 0),
        sun=sun_of(answers),
        by_day=by_day(site, answers, year, profile),
        wanted=wanted,
        free=free,
        charger_kw=max((fleet.charger_kw.middle for fleet in site.fleets if here(fleet, year)), default=0.0),
        opens=None if says is None else says != "no",
    )


def here(fleet: Fleet, year: Year) -> float:
    """Return how many electric vehicles of a class charge here."""
    count = fleet.electric[year]
    return 0.0 if count is None else count.cases[Case.MIDDLE] * fleet.on_site.middle


def sun_of(answers: Answers) -> Numbers:
    """Return the solar surplus around noon, in kW."""
    share = SUN_SHARE.get(str(answers.known("own.surplus")), 0.0)
    surplus = np.zeros(QUARTERS)
    surplus[SUN.start : SUN.stop] = share * (answers.number("own.solar_kwp") or 0.0)
    return surplus


def by_day(site: Site, answers: Answers, year: Year, profile: DayProfile) -> Numbers:
    """Return what the vehicles of a company can take around noon: what they charge then anyway, or could between two rides."""
    taken = np.array(profile.spread)
    could = sum(
        here(fleet, year) * fleet.charger_kw.middle
        for fleet in site.fleets
        if answers.known(f"{fleet.vehicle}.daytime") in ("yes", "sometimes")
    )
    noon = np.zeros(QUARTERS)
    noon[SUN.start : SUN.stop] = np.maximum(taken[SUN.start : SUN.stop], could)
    return noon


def chances(neighbours: Sequence[Neighbour]) -> tuple[Chance, ...]:
    """Return every pair in which one helps the other, what solves most kW first.

    What a company has left counts once: whom it helps most comes first, and the next gets what is left then. Whoever is short may
    be helped by several: those are to choose from.
    """
    left, found = {one.company: one for one in neighbours}, list[Chance]()
    asked = [(one, other, ways) for one, other, ways in pairs(neighbours) if ways]
    for one, other, _ in sorted(asked, key=lambda pair: (-pair[2][0].kw, str(pair[0].company), str(pair[1].company))):
        helper = left[other.company]
        ways = tuple(sorted(ways_of(one, helper), key=lambda way: -way.kw))
        if ways:
            found.append(Chance(one.company, other.company, ways, other.opens is True))
            left[other.company] = after(helper, one)
    return tuple(sorted(found, key=lambda chance: (-chance.kw, str(chance.needs), str(chance.helps))))


def after(helper: Neighbour, one: Neighbour) -> Neighbour:
    """Return what a company has left once it helped another one in every way it can."""
    return replace(
        helper,
        spare=None if helper.spare is None else np.maximum(helper.spare - one.short, 0),
        sun=np.maximum(helper.sun - one.by_day, 0),
        free=max(0, helper.free - one.wanted),
    )


def pairs(neighbours: Sequence[Neighbour]) -> Iterator[tuple[Neighbour, Neighbour, tuple[HelpOffered, ...]]]:
    """Yield which company needs, which helps, and how; a company that said that nobody may come helps nobody."""
    for one, other in permutations(neighbours, 2):
        if other.opens is not False:
            ways = sorted(ways_of(one, other), key=lambda way: -way.kw)
            yield one, other, tuple(ways)


def ways_of(one: Neighbour, other: Neighbour) -> Iterator[HelpOffered]:
    """Yield the ways in which `other` helps `one`."""
    if other.spare is not None and (solved := relief(one.short, other.spare)) >= LEAST_KW:
        yield HelpOffered(HelpKind.ROOM, solved, hours_of((one.short > 0) & (other.spare > 0)))
    used = np.minimum(one.by_day, other.sun)
    if used.max() >= LEAST_KW:
        yield HelpOffered(HelpKind.SUN, float(used.max()), hours_of(used > 0))
    bays = min(one.wanted, other.free)
    if bays > 0:
        most = float("inf") if other.spare is None else float(other.spare.max())
        yield HelpOffered(HelpKind.BAYS, min(bays * one.charger_kw, most), bays=bays)


def relief(short: Numbers, spare: Numbers) -> float:
    """Return by how much the largest shortage of a day becomes less, in kW."""
    return float(short.max() - np.maximum(short - spare, 0).max())


def hours_of(quarters: NDArray[np.bool_]) -> tuple[tuple[int, int], ...]:
    """Return the runs of quarters, from and to; one that goes over midnight is one run, a whole day is (0, 96)."""
    if quarters.all():
        return ((0, QUARTERS),)
    starts = np.flatnonzero(quarters & ~np.roll(quarters, 1))
    ends = np.flatnonzero(quarters & ~np.roll(quarters, -1)) + 1
    if len(starts) and ends[0] <= starts[0]:
        ends = np.roll(ends, -1)
    return tuple((int(start), int(end) % QUARTERS or QUARTERS) for start, end in zip(starts, ends, strict=True))
