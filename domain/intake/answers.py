"""What a company has answered: values with their certainty, and nothing about how they got here."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self

from domain.intake.certainty import WITHOUT_VALUE, Certainty

# The plain JSON an answer is stored as: "18:30" for a clock time, "2027-03" for a month, a list for several choices.
Value = str | int | float | bool | list[str] | dict[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `value` is None exactly when its certainty is one WITHOUT_VALUE; `revision` orders changes."""

    value: Value | None
    certainty: Certainty = Certainty.SURE
    revision: int = 0

    def __post_init__(self) -> None:
        """Refuse a known answer without a value and an unknown one with it."""
        if (self.value is None) != (self.certainty in WITHOUT_VALUE):
            raise ValueError(f"certainty {self.certainty} does not go with this value")

    def same_as(self, other: "Answer | None") -> bool:
        """Say whether both mean the same, whenever they were given."""
        return other is not None and (self.value, self.certainty) == (other.value, other.certainty)


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer as it was once given, from the log: to which question, when, and through what (chat, card, call, import)."""

    name: str
    answer: Answer
    at: datetime.datetime
    source: str


# What a company is not asked once its meter was read: the measured days tell more.
TOLD_BY_METER = frozenset({"grid.peak_kw", "grid.night_kw"})


@dataclass(frozen=True, slots=True)
class Answers(Mapping[str, Answer]):
    """All newest answers of one intake, by question name; an open question is absent.

    `measured` are the questions that are not asked because a meter told better.
    """

    by_name: Mapping[str, Answer] = field(default_factory=dict)
    measured: frozenset[str] = frozenset()

    def __getitem__(self, name: str) -> Answer:
        """Return the answer; KeyError when the question is open."""
        return self.by_name[name]

    def get(self, name: str, default: Answer | None = None) -> Answer | None:  # type: ignore[override]  # of answers only
        """Return the answer, without raising for each that is open."""
        return self.by_name.get(name, default)

    def __contains__(self, name: object) -> bool:
        """Say whether the question is answered, without raising for each that is open."""
        return name in self.by_name

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names of the answered questions."""
        return iter(self.by_name)

    def __len__(self) -> int:
        """Count the answered questions."""
        return len(self.by_name)

    def known(self, name: str) -> Value | None:
        """Return the value, or None when the question is open, unknown or skipped."""
        answer = self.by_name.get(name)
        return None if answer is None else answer.value

    def number(self, name: str) -> float | None:
        """Return a numeric value, or None when there is none."""
        value = self.known(name)
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None

    def with_(self, changes: Mapping[str, Answer]) -> Self:
        """Return these answers with the changes laid over them."""
        return type(self)({**self.by_name, **changes}, self.measured)
