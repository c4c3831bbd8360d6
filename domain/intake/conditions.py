"""When a question is asked: small values instead of functions, so that the documentation can show them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol, Self

from domain.intake.answers import Answers
from domain.intake.certainty import Certainty
from domain.intake.vehicles import VehicleClass


class Condition(Protocol):
    """Something that holds or not, given the answers so far."""

    def holds(self, answers: Answers) -> bool:
        """Say whether the condition holds. Unknown counts as yes; open and skipped count as no."""

    def is_known(self, answers: Answers) -> bool:
        """Say whether it leans on an answer that is known: of what somebody does not know nothing more is asked."""

    def within(self, prefix: str) -> "Condition":
        """Return the condition with short names made whole for one vehicle class, e.g. total -> van.total."""

    def words(self) -> str:
        """Say the condition in Dutch, for the documentation."""


def whole_name(name: str, prefix: str) -> str:
    """Return the full name of a question that a section names in short."""
    return name if "." in name else f"{prefix}.{name}"


def is_unknown(answers: Answers, name: str) -> bool:
    """Say whether somebody said not to know this."""
    answer = answers.get(name)
    return answer is not None and answer.certainty is Certainty.UNKNOWN


@dataclass(frozen=True, slots=True)
class Some:
    """There is some of it: a number above zero, a yes, a text, a choice."""

    name: str

    def holds(self, answers: Answers) -> bool:
        """Hold when the answer is something, or unknown."""
        answer = answers.get(self.name)
        return answer is not None and (answer.certainty is Certainty.UNKNOWN or bool(answer.value))

    def is_known(self, answers: Answers) -> bool:
        """Say whether the answer it leans on is not just "weet ik niet"."""
        return not is_unknown(answers, self.name)

    def within(self, prefix: str) -> Self:
        """Return it with its name made whole."""
        return replace(self, name=whole_name(self.name, prefix))

    def words(self) -> str:
        return f"als `{self.name}` meer is dan nul, of ja is"


@dataclass(frozen=True, slots=True, init=False)
class Is:
    """The answer is one of these choices (or one of several chosen ones is)."""

    name: str
    values: tuple[str, ...]

    def __init__(self, name: str, *values: str) -> None:
        """Take the name of the question and the values that count."""
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "values", values)

    def holds(self, answers: Answers) -> bool:
        """Hold when the answer is one of the values, or unknown."""
        answer = answers.get(self.name)
        if answer is None:
            return False
        given: Iterable[object] = answer.value if isinstance(answer.value, list) else [answer.value]
        return answer.certainty is Certainty.UNKNOWN or any(value in self.values for value in given)

    def is_known(self, answers: Answers) -> bool:
        """Say whether the answer it leans on is not just "weet ik niet"."""
        return not is_unknown(answers, self.name)

    def within(self, prefix: str) -> "Is":
        """Return it with its name made whole."""
        return Is(whole_name(self.name, prefix), *self.values)

    def words(self) -> str:
        return f"als `{self.name}` {' of '.join(f'`{value}`' for value in self.values)} is"


@dataclass(frozen=True, slots=True)
class Largest:
    """This vehicle class is the one the company has most of; the heavier one when two are equal."""

    prefix: str = ""

    def holds(self, answers: Answers) -> bool:
        """Hold for exactly one class once some class is known to be there."""
        return bool(self.prefix) and largest_class(answers) == self.prefix

    def is_known(self, answers: Answers) -> bool:
        """Say whether it is known how many there are of this class."""
        return not is_unknown(answers, f"{self.prefix}.total")

    def within(self, prefix: str) -> Self:
        return replace(self, prefix=prefix)

    def words(self) -> str:
        return "voor de grootste groep voertuigen"


SOME_OF_CLASS = tuple((vehicle.value, Some(f"{vehicle}.total")) for vehicle in VehicleClass)


def largest_class(answers: Answers) -> str | None:
    """Return the value of the largest class that is there, or None when there is none or none is known."""
    present = [
        (answers.number(some.name) or 0, order, vehicle)
        for order, (vehicle, some) in enumerate(SOME_OF_CLASS)
        if some.holds(answers)
    ]
    return max(present)[2] if present else None
