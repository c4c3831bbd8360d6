"""How an answer reads in Dutch: the one place where stored values become words."""

import datetime
from collections.abc import Mapping

from cards.formats import clock, day, listing, month, number
from cards.views.card import Fact
from domain.intake.acceptance import read_day
from domain.intake.answers import Answer, Value
from domain.intake.certainty import Certainty
from domain.intake.question import AnswerKind, FormField, Question

UNKNOWN = "Weet ik niet"
SKIPPED = "Overgeslagen"
ESTIMATE = "schatting"


def shown(question: Question, answer: Answer) -> str:
    """Return the answer as people read it, with its unit."""
    if answer.certainty is Certainty.UNKNOWN:
        return UNKNOWN
    if answer.certainty is Certainty.SKIPPED or answer.value is None:
        return SKIPPED
    return shown_value(question, answer.value)


def shown_value(question: FormField, value: Value, names: Mapping[str, str] | None = None) -> str:
    """Return a stored value as people read it; `names` are those of the team by id."""
    if isinstance(value, dict):
        return value.get("name") or f"{value.get('typed', '')} (nog niet bekend bij ons)"
    if isinstance(value, list):
        return listing([label_of(question, one) for one in value])
    if isinstance(value, bool):
        return "Ja" if value else "Nee"
    if isinstance(value, int | float):
        return number(value, question.ask.unit)
    return shown_text(question, value, names or {})


def shown_text(question: FormField, value: str, names: Mapping[str, str]) -> str:
    """Return a value that is stored as text: a choice, a time, a month, a day, somebody or words."""
    match question.kind:
        case AnswerKind.CHOICE:
            return label_of(question, value)
        case AnswerKind.CLOCK:
            return clock(datetime.time.fromisoformat(value))
        case AnswerKind.MONTH:
            return month(value)
        case AnswerKind.DAY:
            found = read_day(value)
            return day(found) if found else value
        case AnswerKind.MEMBER:
            return names.get(value, "iemand die weg is")
        case _:
            return value


def label_of(question: FormField, value: str) -> str:
    """Return the label of an option; the stored value itself when the option is no longer declared."""
    option = question.option(value)
    return option.label if option else value


def fact(question: Question, answer: Answer) -> Fact:
    """Return the answer as a line on a card."""
    return Fact(
        label=question.label,
        value=shown(question, answer),
        remark=ESTIMATE if answer.certainty is Certainty.ESTIMATE else "",
    )
