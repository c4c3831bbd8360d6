"""What cannot be and what is hard to believe: declared beside the questions, judged over all answers together."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol, Self

from domain.intake.answers import Answers
from domain.intake.conditions import whole_name

DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Objection:
    """Why an answer is refused (`wrong`) or asked back ("klopt dit?"), in a sentence for people."""

    question: str
    sentence: str
    wrong: bool


class Check(Protocol):
    """A rule over one or two answers."""

    def within(self, prefix: str, words: dict[str, str]) -> "Check":
        """Return the check for one section instance, its names made whole and its sentence filled in."""

    def names(self) -> frozenset[str]:
        """Return the questions it looks at."""

    def objects(self, answers: Answers) -> bool:
        """Say whether the answers break the rule; open and unknown answers never do."""

    def objection(self, question: str) -> Objection:
        """Return the objection against the answer that was just given."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """What all checks over two answers share."""

    name: str
    other: str
    sentence: str
    wrong: bool = True

    def within(self, prefix: str, words: dict[str, str]) -> Self:
        """Return it with whole names and a filled-in sentence."""
        return replace(
            self,
            name=whole_name(self.name, prefix),
            other=whole_name(self.other, prefix),
            sentence=self.sentence.format(**words),
        )

    def names(self) -> frozenset[str]:
        return frozenset((self.name, self.other))

    def objection(self, question: str) -> Objection:
        """Return the objection, laid at the answer that was just given."""
        return Objection(question, self.sentence, self.wrong)


@dataclass(frozen=True, slots=True)
class NotMoreThan(_Pair):
    """The first number may not exceed the second; with `wrong=False` it is only unlikely."""

    def objects(self, answers: Answers) -> bool:
        """Compare when both numbers are known."""
        one, two = answers.number(self.name), answers.number(self.other)
        return one is not None and two is not None and one > two


@dataclass(frozen=True, slots=True)
class Different(_Pair):
    """Both answers are known and the same, which cannot be."""

    def objects(self, answers: Answers) -> bool:
        """Compare when both are known."""
        one = answers.known(self.name)
        return one is not None and one == answers.known(self.other)


@dataclass(frozen=True, slots=True)
class HoursBetween(_Pair):
    """From the first time of day to the second lie hardly any hours, or nearly all of them: that is asked back."""

    wrong: bool = False
    least: float = 0
    most: float = 24

    def objects(self, answers: Answers) -> bool:
        """Compare when both times are known; the same time twice is for another check."""
        times = [minutes_in(answers.known(name)) for name in (self.name, self.other)]
        if times[0] is None or times[1] is None or times[0] == times[1]:
            return False
        return not self.least <= (times[1] - times[0]) % DAY / 60 <= self.most


def minutes_in(value: object) -> int | None:
    """Return a time such as "18:30" in minutes after midnight; None when it is none."""
    hours, colon, minutes = value.partition(":") if isinstance(value, str) else ("", "", "")
    return 60 * int(hours) + int(minutes[:2]) if colon else None


@dataclass(frozen=True, slots=True)
class Unlikely:
    """A number above or below what one can believe without asking."""

    name: str
    above: float
    sentence: str
    below: float = 0

    def within(self, prefix: str, words: dict[str, str]) -> Self:
        """Return it with a whole name and a filled-in sentence."""
        return replace(self, name=whole_name(self.name, prefix), sentence=self.sentence.format(**words))

    def names(self) -> frozenset[str]:
        return frozenset((self.name,))

    def objects(self, answers: Answers) -> bool:
        """Object to a known number beyond the bounds; none at all can be."""
        number = answers.number(self.name)
        return number is not None and (number > self.above or 0 < number < self.below)

    def objection(self, question: str) -> Objection:
        return Objection(question, self.sentence, wrong=False)


def objections(checks: tuple[Check, ...], answers: Answers, changed: frozenset[str]) -> Iterator[Objection]:
    """Yield what is wrong or unlikely about the changed answers, in the order of the checks."""
    for check in checks:
        touched = sorted(check.names() & changed)
        if touched and check.objects(answers):
            yield check.objection(touched[0])
