"""A company as it is counted in the totals of its terrain, under marks that tell nothing and that nobody can undo."""

import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from uuid import UUID

from domain.consent.consents import Purpose
from domain.demand.measured import MeasuredDays
from domain.demand.parameters import Parameters
from domain.demand.quantities import Year
from domain.disclosure.rules import KnownTo, parties
from domain.intake.answers import Answer, Answers
from domain.intake.vehicles import VehicleClass


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
        self.read.add(name)
        return self.answers[name]

    def __contains__(self, name: object) -> bool:
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
    """A company to add up: its answers and its meter, how it is named in totals, and what it agrees to, and did before."""

    answers: Answers
    hidden: Hidden
    allowed: frozenset[Purpose] = frozenset()
    before: frozenset[Purpose] = frozenset()
    measured: MeasuredDays | None = None

    @property
    def known(self) -> KnownTo:
        """Return who sees this company by itself, and who ever did."""
        seen, once = parties(self.allowed), parties(self.before)
        return KnownTo(seen, seen | once)


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
