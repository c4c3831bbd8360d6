"""Whether a value may be the answer to a question: the same judge for chat, card, telephone and import."""

import datetime
import re
from collections.abc import Callable, Collection, Mapping
from uuid import UUID

from domain.intake.answers import Value
from domain.intake.question import AnswerKind, FormField

LONGEST_TYPED = 5000  # characters of a message or a field, wherever it is typed: more is refused, and never cut in silence
# What nobody sees: control characters but the white space among them, halves of characters, all that Unicode calls
# Default_Ignorable_Code_Point (soft hyphens, Hangul fillers, joiners, directions, variation selectors, tags), and what is
# drawn as nothing: empty Braille, the null notehead, anchors of annotations and objects.
UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff"
    r"\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u2800\U0001d159]"
)
LONGEST_NAME = 120
MONTH = re.compile(r"(19|20)\d\d-(0[1-9]|1[0-2])")


class NotAccepted(Exception):  # noqa: N818 - named for the state it tells
    """An answer breaks the rule of its question; `sentence` tells the person what would be right."""

    def __init__(self, sentence: str) -> None:
        """Keep the sentence for the person; it never quotes what was typed."""
        super().__init__(sentence)
        self.sentence = sentence


def accept(question: FormField, value: object, offered: Collection[str] = ()) -> Value:
    """Return the value as it is stored, or raise NotAccepted with the question's own sentence.

    `offered` is what one can choose from, where that is only known when it is asked.
    """
    accepted = accept_offered(value, offered) if question.is_offered else JUDGES[question.kind](question, value)
    if accepted is None:
        raise NotAccepted(question.ask.wrong or usual_sentence(question))
    return accepted


def usual_sentence(question: FormField) -> str:
    """Return what is said about a wrong answer where the question has no sentence of its own."""
    low, high, longest = question.rule.ge, question.rule.le, question.rule.max_length
    within = "" if low is None or high is None else f" van {low:g} tot {high:g}"
    return {
        AnswerKind.NUMBER: f"Vul een getal in{within}.",
        AnswerKind.TEXT: f"Gebruik ten hoogste {longest} tekens.",
        AnswerKind.MEMBER: "Kies iemand van het team.",
        AnswerKind.DAY: "Kies een dag.",
        AnswerKind.CLOCK: "Kies een tijd.",
    }.get(question.kind, "Kies uit de lijst.")


def legible(text: str) -> str:
    """Return a text without what nobody can see; see UNSEEN."""
    return UNSEEN.sub("", text)


def whole_number(text: str) -> int:
    """Return a whole number of at most nine digits, as many as the database keeps; zero for what is none."""
    typed = text.strip()
    return int(typed) if typed.isdecimal() and len(typed) < 10 else 0


def key_in(value: object) -> UUID | None:
    """Return the key that a button, a field or a notice carries; None when that is none."""
    try:
        return UUID(str(value))
    except ValueError:
        return None


def keys_in(listed: str) -> frozenset[UUID]:
    """Return the keys in what was chosen from a list, as cards send it: with commas between."""
    return frozenset(key for one in listed.split(",") if (key := key_in(one)) is not None)


def clean_text(text: str) -> str:
    """Return a legible text, its white space folded per line."""
    lines = (" ".join(line.split()) for line in legible(text).splitlines())
    return "\n".join(line for line in lines if line)


def clean_name(text: str, longest: int = LONGEST_NAME) -> str:
    """Return what somebody or something is called, on one line; empty when nobody would see a letter of it."""
    return " ".join(legible(text).split())[:longest].rstrip()


def accept_text(question: FormField, value: object) -> Value | None:
    """Accept a text that is not empty, not too long and has the right shape."""
    if not isinstance(value, str):
        return None
    text = (question.rule.reads or clean_text)(value)
    fits = 0 < len(text) <= question.rule.max_length
    return text if fits and (not question.rule.pattern or re.fullmatch(question.rule.pattern, text)) else None


def accept_number(question: FormField, value: object) -> Value | None:
    """Accept a number within bounds; whole numbers where the question says so."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:  # noqa: PLR0124 - NaN
        return None
    low, high = question.rule.ge, question.rule.le
    if (low is not None and value < low) or (high is not None and value > high):
        return None
    if float(value).is_integer():
        return int(value)
    return None if question.whole else round(float(value), 2)


def accept_yes_no(_: FormField, value: object) -> Value | None:
    """Accept true or false."""
    return value if isinstance(value, bool) else None


def accept_clock(_: FormField, value: object) -> Value | None:
    """Accept a time of day, kept as "18:30"."""
    return value.strftime("%H:%M") if isinstance(value, datetime.time) else None


def accept_month(_: FormField, value: object) -> Value | None:
    """Accept a month as "2027-03"; a day in it is left out."""
    return value[:7] if isinstance(value, str) and MONTH.fullmatch(value[:7]) else None


def accept_choice(question: FormField, value: object) -> Value | None:
    """Accept one of the options."""
    return str(value) if question.option(value) else None


def accept_choices(question: FormField, value: object) -> Value | None:
    """Accept one or more options, kept in declared order; "none of these" goes with nothing else."""
    if not isinstance(value, list | tuple) or not value:
        return None
    chosen = [option.value for option in question.options if option.value in value]
    if len(chosen) != len(set(value)) or ("none" in chosen and len(chosen) > 1):
        return None
    return chosen


def accept_offered(value: object, offered: Collection[str]) -> Value | None:
    """Accept what stands in the list that was offered: one, or several in its order."""
    if isinstance(value, str):
        return value if value in offered else None
    if not isinstance(value, list | tuple):
        return None
    chosen = [one for one in offered if one in value]
    return chosen if chosen and len(chosen) == len(set(value)) else None


def accept_day(_: FormField, value: object) -> Value | None:
    """Accept a day, kept as "2027-03-12"."""
    day = read_day(value) if isinstance(value, str) else None
    return day.isoformat() if day else None


def read_day(text: str) -> datetime.date | None:
    """Return a day as cards send it and as it is stored; None when it is none."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def accept_terrain(question: FormField, value: object) -> Value | None:
    """Accept a known terrain ({"id", "name"}) or a typed name that the team will look at ({"typed"})."""
    if not isinstance(value, Mapping) or set(value) not in ({"id", "name"}, {"typed"}):
        return None
    texts = {str(key): clean_text(str(text)) for key, text in value.items()}
    return texts if all(0 < len(text) <= question.rule.max_length for text in texts.values()) else None


JUDGES: dict[AnswerKind, Callable[[FormField, object], Value | None]] = {
    AnswerKind.TEXT: accept_text,
    AnswerKind.NUMBER: accept_number,
    AnswerKind.YES_NO: accept_yes_no,
    AnswerKind.CLOCK: accept_clock,
    AnswerKind.MONTH: accept_month,
    AnswerKind.CHOICE: accept_choice,
    AnswerKind.CHOICES: accept_choices,
    AnswerKind.TERRAIN: accept_terrain,
    AnswerKind.DAY: accept_day,
}
