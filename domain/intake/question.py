"""One question, ready to ask: the declaration bound to its section and, where asked per class, to its class."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.intake.answers import Answers
from domain.intake.conditions import Condition
from domain.intake.declaration import Ask, Chapter, Default, Rule
from domain.intake.options import Option


class AnswerKind(StrEnum):
    """What sort of answer a question takes."""

    TEXT = "text"
    NUMBER = "number"
    YES_NO = "yes_no"
    CLOCK = "clock"
    MONTH = "month"
    CHOICE = "choice"
    CHOICES = "choices"
    TERRAIN = "terrain"
    DAY = "day"
    MEMBER = "member"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class FormField:
    """One thing to fill in, of the intake or of any other form; there is one of each, so it is equal to itself only.

    `name` is stored and never changes; `whole` numbers take no decimals.
    """

    name: str
    kind: AnswerKind
    rule: Rule
    ask: Ask
    text: str
    label: str
    options: tuple[Option, ...] = ()
    whole: bool = False

    @property
    def takes_anything(self) -> bool:
        """Say whether any text can be the answer: a name, a remark."""
        return self.kind is AnswerKind.TEXT and self.rule.pattern is None

    @property
    def is_offered(self) -> bool:
        """Say whether what one can choose from is only known when it is asked, such as who is in the team."""
        return self.kind is AnswerKind.MEMBER or (self.kind in (AnswerKind.CHOICE, AnswerKind.CHOICES) and not self.options)

    def option(self, value: object) -> Option | None:
        """Return the option with this stored value."""
        return next((option for option in self.options if option.value == value), None)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Question(FormField):
    """A question of the intake as people meet it.

    `page` is the card it stands on; `conditions` must all hold for it to be asked.
    """

    page: str
    chapter: Chapter
    core: bool | Condition
    conditions: tuple[Condition, ...]
    default: Default | None = None

    def applies(self, answers: Answers) -> bool:
        """Say whether an answer to this means something, given the answers so far."""
        return self.ask.asked and all(condition.holds(answers) for condition in self.conditions)

    def is_core(self, answers: Answers) -> bool:
        """Say whether the short version asks it; core questions cannot be skipped."""
        return self.core if isinstance(self.core, bool) else self.core.holds(answers)

    def is_asked(self, answers: Answers, *, short: bool) -> bool:
        """Say whether this depth of the intake asks it now: nothing more about what somebody does not know or a meter told."""
        if self.name in answers.measured:
            return False
        asked = not self.ask.later and (not short or self.is_core(answers)) and self.applies(answers)
        return asked and all(condition.is_known(answers) for condition in self.conditions)


@dataclass(frozen=True, slots=True)
class Page:
    """The questions that stand on one card."""

    key: str
    title: str
    intro: str
    chapter: Chapter
    questions: tuple[Question, ...]

    def asked(self, answers: Answers, *, short: bool) -> tuple[Question, ...]:
        """Return the questions that this depth asks now; none means that the page is left out."""
        return tuple(question for question in self.questions if question.is_asked(answers, short=short))


def fill(text: str, words: Mapping[str, str]) -> str:
    """Fill in {one}, {many}, {Many}, {weight} and {label}; a text without them stays as it is."""
    return text.format(**words) if "{" in text else text
