"""What each company adds to the totals of its terrain, under marks that tell nothing and that nobody can undo."""

import hmac
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from uuid import UUID

from domain.answers import Answer, Answers
from domain.consents import Purpose
from domain.demand.alone import Alone, alone_of
from domain.demand.companies import is_possible
from domain.demand.parameters import Parameters
from domain.demand.quantities import Case, Year
from domain.demand.sites import Site, site_of
from domain.demand.terrains import is_given
from domain.disclosure import INPUTS, Known, Measure, Member, Share, parties
from domain.vehicles import VehicleClass


@dataclass(frozen=True, slots=True)
class Hidden:
    """How a company is named in totals: its mark, and the key that its parts are hidden with. Without the key no part is told."""

    mark: UUID
    key: UUID

    def hide(self, what: str, value: object) -> str:
        """Return a mark for a value: the same for the same value of this company, and for nothing else."""
        return hmac.new(self.key.bytes, f"{what}:{value}".encode(), sha256).hexdigest()[:16]


@dataclass(slots=True)
class Noted(Mapping[str, Answer]):
    """Answers that note which of them were looked at, open ones too."""

    answers: Mapping[str, Answer]
    read: set[str] = field(default_factory=set)

    def __getitem__(self, name: str) -> Answer:
        """Return the answer."""
        self.read.add(name)
        return self.answers[name]

    def __contains__(self, name: object) -> bool:
        """Say whether there is one."""
        self.read.add(str(name))
        return name in self.answers

    def __iter__(self) -> Iterator[str]:
        """Iterate over all names."""
        return iter(self.answers)

    def __len__(self) -> int:
        """Count the answers."""
        return len(self.answers)


@dataclass(frozen=True, slots=True)
class Counted:
    """A company to add up: its answers, how it is named in totals, and what it agrees to, and did before."""

    answers: Answers
    hidden: Hidden
    allowed: frozenset[Purpose] = frozenset()
    before: frozenset[Purpose] = frozenset()

    @property
    def known(self) -> Known:
        """Return who sees this company by itself, and who ever did."""
        seen, once = parties(self.allowed), parties(self.before)
        return Known(seen, seen | once)


@dataclass(frozen=True, slots=True)
class Together:
    """Several companies as the model sees them: their sites, and the peaks of each alone, calculated at once."""

    companies: Sequence[Counted]
    sites: Sequence[Site]
    read: Sequence[set[str]]
    alone: Alone

    @classmethod
    def of(cls, companies: Sequence[Counted], parameters: Parameters) -> "Together":
        """Read and calculate."""
        noted = [Noted(company.answers) for company in companies]
        sites = [site_of(Answers(one), parameters) for one in noted]
        return cls(companies, sites, [one.read for one in noted], alone_of(sites, parameters))

    def shares(self, year: Year) -> tuple[Share, ...]:
        """Return what each company adds in a year, as far as anything can be said of it."""
        return tuple(self.share(place, year) for place, site in enumerate(self.sites) if is_possible(site, year))

    def share(self, place: int, year: Year) -> Share:
        """Return what one company adds in a year, in the middle case."""
        amounts = {
            Measure.KWH: float(self.alone.fleets.kwh[place, :, year, Case.MIDDLE].sum()),
            Measure.AT_ONCE: float(self.alone.at_once_kw[place, year, Case.MIDDLE]),
            Measure.SPREAD: float(self.alone.spread_kw[place, year, Case.MIDDLE]),
        }
        company = self.companies[place]
        marks = {measure.value: company.hidden.hide(measure, f"{amount:.6g}") for measure, amount in amounts.items()}
        inputs = company.hidden.hide(INPUTS, inputs_of(company.answers, self.read[place], year))
        member = Member({**marks, INPUTS: inputs}, company.known)
        return Share(str(company.hidden.mark), member, amounts, is_given=is_given(self.sites[place], year))

    def sites_of(self, marks: Collection[str]) -> list[Site]:
        """Return some of the sites, by the marks of their companies."""
        pairs, wanted = zip(self.companies, self.sites, strict=True), frozenset(marks)
        return [site for company, site in pairs if str(company.hidden.mark) in wanted]


def inputs_of(answers: Answers, read: set[str], year: Year) -> str:
    """Return what the model read for a year, in one line that is the same for two years that are answered the same."""
    others = {
        f"{vehicle}.{other.question}"
        for vehicle in VehicleClass
        for other in Year
        if other is not year and answers.number(f"{vehicle}.{year.question}") is not None
    }
    found = ((name, answers[name]) for name in sorted(read - others) if name in answers)
    lines = ((name.replace(year.question, "electric"), answer.value, answer.certainty.value) for name, answer in found)
    return repr(sorted(lines, key=lambda line: line[0]))


def parameters_mark(parameters: Parameters) -> str:
    """Return a fingerprint of the parameters: totals with other ones cannot be compared part by part."""
    return sha256(parameters.model_dump_json().encode()).hexdigest()[:16]
