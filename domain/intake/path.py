"""The way through the questions: what is asked, what is still open, and how far one is."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from domain.intake.answers import Answers
from domain.intake.question import Page, Question
from domain.intake.questionnaire import PAGE_BY_KEY, PAGES, QUESTIONS
from domain.intake.sections import CHAPTERS, CONSENTS

SECONDS_FOR_CONSENTS = 25
SECONDS_FOR_SUMMARY = 20


class Depth(StrEnum):
    """How much of the intake somebody wants to do now; short can become full later."""

    SHORT = "short"
    FULL = "full"


# How long each takes, as it is said before somebody begins. It follows from the `seconds` of the questions: the full way is
# some five minutes without vehicles, and within ten with all four classes; tests hold it to what `minutes` says on the way.
TAKES = {Depth.SHORT: "2 minuten", Depth.FULL: "5 tot 10 minuten"}


@dataclass(frozen=True, slots=True)
class Progress:
    """Where one is: chapter `step` of `steps`, and how many minutes what is left will take."""

    step: int
    steps: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Way:
    """The questions of one intake, for one depth, given the answers so far."""

    answers: Answers
    depth: Depth

    @property
    def short(self) -> bool:
        """Say whether only the core is asked."""
        return self.depth is Depth.SHORT

    def asked(self) -> tuple[Question, ...]:
        """Return all questions that are asked, in order; answered or not."""
        return tuple(q for q in QUESTIONS.values() if q.is_asked(self.answers, short=self.short))

    def next_open(self) -> Question | None:
        """Return the first question without an answer, or None when all is answered."""
        return next(self.open(), None)

    def open(self) -> Iterator[Question]:
        """Yield the questions without an answer, in order; whether they are asked is looked at last, for it costs most."""
        answers, answered, short = self.answers, self.answers.by_name, self.short
        return (q for q in QUESTIONS.values() if q.name not in answered and q.is_asked(answers, short=short))

    def open_on(self, page: str) -> tuple[Question, ...]:
        """Return the questions of one card that have no answer yet."""
        return tuple(q for q in self.questions_on(page) if q.name not in self.answers)

    def questions_on(self, page: str) -> tuple[Question, ...]:
        """Return the questions of one card that are asked; none when the card is unknown or left out."""
        known = PAGE_BY_KEY.get(page)
        return known.asked(self.answers, short=self.short) if known else ()

    def pages(self) -> tuple[Page, ...]:
        """Return the cards that are shown, in order."""
        return tuple(page for page in PAGES if page.asked(self.answers, short=self.short))

    def before(self, name: str) -> Question | None:
        """Return the question asked before this one, or None at the start."""
        names = [question.name for question in self.asked()]
        place = names.index(name) if name in names else len(names)
        return QUESTIONS[names[place - 1]] if place > 0 else None

    def page_before(self, key: str) -> Page | None:
        """Return the card before this one, or None at the start."""
        keys = [page.key for page in self.pages()]
        place = keys.index(key) if key in keys else len(keys)
        return PAGE_BY_KEY[keys[place - 1]] if place > 0 else None

    def is_complete(self) -> bool:
        """Say whether every question of this depth has an answer."""
        return self.next_open() is None

    def progress(self, chapter_number: int) -> Progress:
        """Return the step of a chapter and the minutes that are left, at least one."""
        numbers = self.chapter_numbers()
        step = numbers.index(chapter_number) + 1 if chapter_number in numbers else len(numbers)
        return Progress(step, len(numbers), max(1, round(self.seconds_left() / 60)))

    def chapter_numbers(self) -> list[int]:
        """Return the chapters of this depth; which ones does not depend on the answers, so the total never jumps."""
        with_core = {question.chapter.number for question in QUESTIONS.values() if question.core or not self.short}
        return [c.number for c in CHAPTERS if c.number in with_core or c is CONSENTS]

    def seconds_left(self) -> int:
        """Estimate the seconds that open questions take, consents and summary included."""
        open_now = sum(question.ask.seconds for question in self.open())
        later = 0 if any(name.endswith(".total") for name in self.answers) else self.seconds_of_one_class()
        return open_now + later + SECONDS_FOR_CONSENTS + SECONDS_FOR_SUMMARY

    def seconds_of_one_class(self) -> int:
        """Estimate the seconds for the vehicles of one class, while nobody knows yet which classes there are."""
        return sum(q.ask.seconds for q in QUESTIONS.values() if q.name.startswith("rigid.") and (q.core or not self.short))
