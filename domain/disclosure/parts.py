"""What companies add to the totals of their terrain, as arrays: portion after portion, and then side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from domain.consent.consents import Purpose
from domain.demand.alone import Alone, alone_of
from domain.demand.arrays import Flags, Numbers, Places
from domain.demand.companies import is_possible
from domain.demand.fleets import CLASSES
from domain.demand.parameters import Parameters
from domain.demand.quantities import Basis, Case, Quantity, Year
from domain.demand.sites import Site, site_of
from domain.demand.terrains import is_given
from domain.demand.together import Neighbours
from domain.disclosure.hours import hourly
from domain.disclosure.rules import KnownTo, Share, TotalMember
from domain.disclosure.shares import Counted, Hidden
from domain.disclosure.sums import CLASS_PARTS, HOUR_PARTS, INPUTS, MEASURES, Measure, PartMark


@dataclass(frozen=True, slots=True)
class Parts:
    """What each of S companies adds in the middle case: some kilobytes each.

    `amounts` (S, 3 years, 3 measures); in which years (S, 3) anything can be said of it, and everything was given;
    `class_kwh` (S, 4 classes, 3 years), of which `factor` (S, 4) is the model's and not the company's; `hours` (S, 3 years, 24)
    in kW. `agreed` (A,) are the places of those that let themselves be counted, with how they are named, and who knows them.
    """

    amounts: Numbers
    possible: Flags
    given: Flags
    class_kwh: Numbers
    factor: Numbers
    hours: Numbers
    neighbours: Neighbours
    agreed: Places
    hidden: tuple[Hidden, ...]
    known: tuple[KnownTo, ...]

    @classmethod
    def of(cls, companies: Sequence[Counted], parameters: Parameters) -> "Parts":
        sites = [site_of(company.answers, parameters, company.measured) for company in companies]
        alone = alone_of(sites, parameters)
        possible = np.array([[is_possible(site, year) for year in Year] for site in sites], dtype=np.bool_)
        given = np.array([[is_given(site, year) for year in Year] for site in sites], dtype=np.bool_)
        agreed = [place for place, company in enumerate(companies) if Purpose.TOTAL in company.allowed]
        return cls(
            amounts_of(alone),
            possible.reshape(-1, len(Year)),
            given.reshape(-1, len(Year)),
            alone.fleets.kwh[..., Case.MIDDLE].copy(),
            factors_of(sites),
            hourly(alone),
            Neighbours.of(sites, alone, Case.MIDDLE),
            np.array(agreed, dtype=np.intp),
            tuple(companies[place].hidden for place in agreed),
            tuple(companies[place].known for place in agreed),
        )

    @classmethod
    def joined(cls, several: Sequence["Parts"], parameters: Parameters) -> "Parts":
        """Return all companies of some portions of a terrain, in their order; without any there may be none."""
        if not several:
            return cls.of((), parameters)
        firsts = np.cumsum([0, *(len(one.amounts) for one in several)])
        return cls(
            np.concatenate([one.amounts for one in several]),
            np.concatenate([one.possible for one in several]),
            np.concatenate([one.given for one in several]),
            np.concatenate([one.class_kwh for one in several]),
            np.concatenate([one.factor for one in several]),
            np.concatenate([one.hours for one in several]),
            Neighbours.joined([one.neighbours for one in several]),
            np.concatenate([first + one.agreed for first, one in zip(firsts, several, strict=False)]),
            tuple(hidden for one in several for hidden in one.hidden),
            tuple(known for one in several for known in one.known),
        )

    def electric(self, year: Year) -> Places:
        """Return the places of the companies that have something to add in a year."""
        return np.flatnonzero(self.possible[:, year] & (self.amounts[:, year, list(Measure).index(Measure.KWH)] > 0))

    def shares(self, year: Year) -> tuple[Share, ...]:
        """Return what each company that agreed adds in a year, as far as anything can be said of it."""
        return tuple(self.share(row, year) for row in np.flatnonzero(self.possible[self.agreed, year]).tolist())

    def share(self, row: int, year: Year) -> Share:
        """Return what one of those that agreed adds in a year."""
        place, hidden = self.agreed[row], self.hidden[row]
        kwh, hours = self.class_kwh[place, :, year], self.hours[place, year]
        measured = dict(zip(MEASURES, self.amounts[place, year].tolist(), strict=True))
        classes, by_hour = (dict(zip(*one, strict=True)) for one in ((CLASS_PARTS, kwh.tolist()), (HOUR_PARTS, hours.tolist())))
        marks = {part: hidden.marked(part, amount) for part, amount in (measured | by_hour).items() if amount or part in measured}
        for (part, amount), factor in zip(classes.items(), self.factor[place].tolist(), strict=True):
            if amount:
                marks[part] = hidden.marked(part, amount / factor, factor)
        marks[INPUTS] = PartMark(hidden.hide(INPUTS, " ".join(f"{number:.6g}" for number in self.figures(int(place), year))))
        member = TotalMember(marks, self.known[row])
        given = bool(self.given[place, year])
        return Share(str(hidden.mark), member, measured | classes | by_hour, is_given=given)

    def figures(self, place: int, year: Year) -> Iterator[float]:
        """Yield every figure that anything published of a company in a year is made of."""
        ours = self.neighbours
        yield from (float(self.given[place, year]), *self.amounts[place, year].tolist(), *self.hours[place, year].tolist())
        for group in np.flatnonzero(ours.energy[place, :, year]).tolist():
            yield from (group, ours.energy[place, group, year], ours.kw[place, group, year], ours.power[place, group, year])
            yield from (ours.start[place, group], ours.length[place, group])
        yield from np.ravel(ours.limit[place, year]).tolist()
        if place in ours.days:
            yield from ours.days[place].tolist()


def amounts_of(alone: Alone) -> Numbers:
    """Return what each company adds (S, 3 years, 3 measures) in the middle case."""
    measured = {
        Measure.KWH: alone.fleets.kwh[..., Case.MIDDLE].sum(axis=1),
        Measure.AT_ONCE: alone.at_once_kw[..., Case.MIDDLE],
        Measure.SPREAD: alone.spread_kw[..., Case.MIDDLE],
    }
    return np.stack([measured[measure] for measure in Measure], axis=-1)


def factors_of(sites: Sequence[Site]) -> Numbers:
    """Return by what the model multiplies (S, 4 classes) what companies drive: everybody can look that up."""
    factors = np.ones((len(sites), len(CLASSES)))
    for place, site in enumerate(sites):
        for fleet in site.fleets:
            factors[place, CLASSES[fleet.vehicle]] = assumed(fleet.kwh_per_km) / assumed(fleet.efficiency or site.efficiency)
    return factors


def assumed(quantity: Quantity) -> float:
    return quantity.middle if quantity.basis is Basis.ASSUMED else 1.0
