"""What each company adds to the totals of its terrain, under marks that tell nothing and that nobody can undo."""

import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from uuid import UUID

from domain.answers import Answer, Answers
from domain.demand.companies import outlook_of
from domain.demand.outlooks import YearOutlook
from domain.demand.parameters import STANDARD, Parameters
from domain.demand.quantities import Year
from domain.demand.sites import site_of
from domain.disclosure import INPUTS, Known, Measure, Member, Share
from domain.vehicles import VehicleClass

UNKNOWN = Known()


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


def shares_of(answers: Answers, hidden: Hidden, known: Known = UNKNOWN, parameters: Parameters = STANDARD) -> dict[Year, Share]:
    """Return what a company adds in each year of which anything can be said."""
    noted = Noted(answers)
    outlook = outlook_of(site_of(Answers(noted), parameters), parameters)
    return {year: share_of(one, hidden, inputs_of(answers, noted.read, year), known) for year, one in outlook.years.items()}


def share_of(one: YearOutlook, hidden: Hidden, inputs: str, known: Known) -> Share:
    """Return what a company adds in one year."""
    amounts = {Measure.KWH: one.kwh.middle, Measure.AT_ONCE: one.at_once_kw.middle, Measure.SPREAD: one.spread_kw.middle}
    marks = {measure.value: hidden.hide(measure, f"{amount:.6g}") for measure, amount in amounts.items()}
    member = Member({**marks, INPUTS: hidden.hide(INPUTS, inputs)}, known)
    return Share(str(hidden.mark), member, amounts, is_given=one.is_given)


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
