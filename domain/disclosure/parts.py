"""What companies add to the totals of their terrain, as arrays: portion after portion, and then side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from domain.consent.consents import Purpose
from domain.demand.alone import Alone, alone_of
from domain.demand.arrays import Flags, Numbers, Places
from domain.demand.companies import is_possible
from domain.demand.parameters import Parameters
from domain.demand.quantities import Case, Year
from domain.demand.sites import site_of
from domain.demand.terrains import is_given
from domain.demand.together import Neighbours
from domain.disclosure.rules import INPUTS, KnownTo, Measure, Share, TotalMember
from domain.disclosure.shares import Counted, Noted, inputs_of
from domain.intake.answers import Answers

SIGNS = (*(measure.value for measure in Measure), INPUTS)  # what each member of a total is told by
NO_SIGNS = ("",) * len(SIGNS)
SIGN = "S16"  # as `Hidden.hide` makes them


@dataclass(frozen=True, slots=True)
class Parts:
    """What each of S companies adds in the middle case: less than a kilobyte each.

    `amounts` (S, 3 years, 3 measures); in which years (S, 3) anything can be said of it, and everything was given. `agreed`
    (A,) are the places of those that let themselves be counted, with the mark, who knows them, and the `signs` (A, 3, 4).
    """

    amounts: Numbers
    possible: Flags
    given: Flags
    neighbours: Neighbours
    agreed: Places
    marks: tuple[str, ...]
    known: tuple[KnownTo, ...]
    signs: NDArray[np.bytes_]

    @classmethod
    def of(cls, companies: Sequence[Counted], parameters: Parameters) -> "Parts":
        noted = [Noted(company.answers) for company in companies]
        sites = [site_of(Answers(one), parameters, company.measured) for company, one in zip(companies, noted, strict=True)]
        alone = alone_of(sites, parameters)
        amounts = amounts_of(alone)
        possible = np.array([[is_possible(site, year) for year in Year] for site in sites], dtype=np.bool_)
        given = np.array([[is_given(site, year) for year in Year] for site in sites], dtype=np.bool_)
        agreed = [place for place, company in enumerate(companies) if Purpose.TOTAL in company.allowed]
        signs = [signs_of(companies[place], noted[place].read, amounts[place], possible[place]) for place in agreed]
        return cls(
            amounts,
            possible.reshape(-1, len(Year)),
            given.reshape(-1, len(Year)),
            Neighbours.of(sites, alone, Case.MIDDLE),
            np.array(agreed, dtype=np.intp),
            tuple(str(companies[place].hidden.mark) for place in agreed),
            tuple(companies[place].known for place in agreed),
            np.array(signs, dtype=SIGN).reshape(-1, len(Year), len(SIGNS)),
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
            Neighbours.joined([one.neighbours for one in several]),
            np.concatenate([first + one.agreed for first, one in zip(firsts, several, strict=False)]),
            tuple(mark for one in several for mark in one.marks),
            tuple(known for one in several for known in one.known),
            np.concatenate([one.signs for one in several]),
        )

    def electric(self, year: Year) -> Places:
        """Return the places of the companies that have something to add in a year."""
        return np.flatnonzero(self.possible[:, year] & (self.amounts[:, year, list(Measure).index(Measure.KWH)] > 0))

    def shares(self, year: Year) -> tuple[Share, ...]:
        """Return what each company that agreed adds in a year, as far as anything can be said of it."""
        return tuple(self.share(row, year) for row in np.flatnonzero(self.possible[self.agreed, year]).tolist())

    def share(self, row: int, year: Year) -> Share:
        """Return what one of those that agreed adds in a year."""
        place, signs = self.agreed[row], self.signs[row, year].tolist()
        member = TotalMember({name: sign.decode() for name, sign in zip(SIGNS, signs, strict=True)}, self.known[row])
        amounts = dict(zip(Measure, self.amounts[place, year].tolist(), strict=True))
        return Share(self.marks[row], member, amounts, is_given=bool(self.given[place, year]))


def amounts_of(alone: Alone) -> Numbers:
    """Return what each company adds (S, 3 years, 3 measures) in the middle case."""
    measured = {
        Measure.KWH: alone.fleets.kwh[..., Case.MIDDLE].sum(axis=1),
        Measure.AT_ONCE: alone.at_once_kw[..., Case.MIDDLE],
        Measure.SPREAD: alone.spread_kw[..., Case.MIDDLE],
    }
    return np.stack([measured[measure] for measure in Measure], axis=-1)


def signs_of(company: Counted, read: set[str], amounts: Numbers, possible: Flags) -> list[Sequence[str]]:
    """Return by which signs a company is told in each year: one per measure, and one for what the model read of it."""

    def signs(year: Year) -> Sequence[str]:
        parts = zip(Measure, amounts[year].tolist(), strict=True)
        told = repr((company.measured.winter, company.measured.highest)) if company.measured else ""
        inputs = company.hidden.hide(INPUTS, inputs_of(company.answers, read, year) + told)
        return (*(company.hidden.hide(measure, f"{amount:.6g}") for measure, amount in parts), inputs)

    return [signs(year) if possible[year] else NO_SIGNS for year in Year]
