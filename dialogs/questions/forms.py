"""Between questions and cards: a page as a form to fill in, as read-only facts, and back from what was filled in."""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cards.values import fact
from cards.views.card import Choice
from cards.views.intake.form import Answered, Field, InputKind, PageForm
from dialogs.questions.meaning import Meant, Reader
from dialogs.turn.step import Step
from domain.intake.answers import Answer, Answers, Value
from domain.intake.certainty import Certainty
from domain.intake.question import AnswerKind, FormField, Page, Question
from domain.intake.questionnaire import PAGE_BY_KEY

UNKNOWN = "_unknown"
ESTIMATE = "_estimate"
IN_WORDS = "weet ik niet"
ZERO = "0"
TWELVE_HOURS = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?\s*([AaPp])\.?[Mm]\.?")  # what some clients send of a time
# "Weet ik niet" is among the options of a choice; these have none, so the button of the card says it.
DOUBTABLE = (AnswerKind.NUMBER, AnswerKind.CLOCK, AnswerKind.MONTH)
# What can be a guess; words of one's own say themselves how sure they are.
GUESSABLE = (*DOUBTABLE, AnswerKind.CHOICE, AnswerKind.CHOICES, AnswerKind.YES_NO)
INPUTS = {
    AnswerKind.NUMBER: InputKind.NUMBER,
    AnswerKind.YES_NO: InputKind.CHOICE,
    AnswerKind.CLOCK: InputKind.CLOCK,
    AnswerKind.MONTH: InputKind.TEXT,
    AnswerKind.CHOICE: InputKind.CHOICE,
    AnswerKind.CHOICES: InputKind.CHOICES,
    AnswerKind.TERRAIN: InputKind.TEXT,
    AnswerKind.DAY: InputKind.DAY,
    AnswerKind.MEMBER: InputKind.CHOICE,
}


def input_kind(question: FormField) -> InputKind:
    """Return the input a question becomes; long texts get room."""
    if question.kind is AnswerKind.TEXT:
        return InputKind.LONG_TEXT if question.rule.max_length >= 500 else InputKind.TEXT
    return INPUTS[question.kind]


def input_value(question: Question, answer: Answer | None) -> str:
    """Return what the input shows now, in the form that the input wants."""
    if answer is None:
        return str(question.default.value) if question.default else ""
    if answer.certainty is Certainty.UNKNOWN:
        return {AnswerKind.TEXT: IN_WORDS, AnswerKind.TERRAIN: IN_WORDS}.get(
            question.kind, UNKNOWN if question.kind not in DOUBTABLE else ""
        )
    return "" if answer.value is None else input_text(answer.value)


def input_text(value: Value) -> str:
    """Return a value in the form that its input wants."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ",".join(value)
    if isinstance(value, dict):
        return value.get("name") or value.get("typed", "")
    return str(value)


def own_options(question: FormField) -> tuple[Choice, ...]:
    """Return the declared entries of a choice; none when it is no choice."""
    if question.kind is AnswerKind.YES_NO:
        return (Choice(value="yes", title="Ja"), Choice(value="no", title="Nee"))
    return tuple(Choice(value=option.value, title=option.label) for option in question.options)


def input_options(question: Question) -> tuple[Choice, ...]:
    """Return the entries of a choice; "weet ik niet" is one of them."""
    own = own_options(question)
    return (*own, Choice(value=UNKNOWN, title="Weet ik niet")) if own else own


def help_text(question: Question) -> str:
    """Return the line under a field: why it is asked, and where a filled-in average comes from."""
    default = question.default
    source = f"Gemiddeld: {default.value} {question.ask.unit} ({default.source})." if default else ""
    return " ".join(part for part in (question.ask.why, source) if part)


def build_field(question: Question, answers: Answers, entered: Mapping[str, str], errors: Mapping[str, str]) -> Field:
    """Return one question as a field, with what was entered or answered before."""
    rule = question.rule
    return Field(
        name=question.name,
        label=question.label if question.page in JOINT else question.text,
        kind=input_kind(question),
        value=entered.get(question.name, input_value(question, answers.get(question.name))),
        unit=question.ask.unit,
        help=help_text(question),
        error=errors.get(question.name, ""),
        wrong=question.ask.wrong,
        example=question.ask.example,
        required=question.is_core(answers),
        minimum=rule.ge,
        maximum=rule.le,
        max_length=max(rule.max_length, len(IN_WORDS)),
        pattern=f"{rule.pattern}|{IN_WORDS}" if rule.pattern else None,
        options=input_options(question),
        searchable=question.kind is AnswerKind.TERRAIN,
    )


# On a card that asks the same of every class, the class itself is the label.
JOINT = frozenset(key for key, page in PAGE_BY_KEY.items() if len({q.name.split(".")[0] for q in page.questions}) > 1)


def card_fields(page: str, questions: Iterable[Question]) -> str:
    """Return what the card carries to say which questions were on it: "page|name,name"."""
    return f"{page}|{','.join(question.name for question in questions)}"


def questions_of(carried: str) -> tuple[Question, ...]:
    """Return the questions that were on a card, in order; names that are not (any more) on that page are left out."""
    key, _, names = carried.partition("|")
    page = PAGE_BY_KEY.get(key)
    stood = set(names.split(","))
    return tuple(question for question in page.questions if question.name in stood) if page else ()


@dataclass(frozen=True, slots=True)
class FormLines:
    """The lines around the fields of a form: `message` is what is wrong, `note` what is merely open; `then` names what follows
    instead of the next question.
    """

    progress: str = ""
    message: str = ""
    note: str = ""
    typing_hint: str = ""
    then: str = ""


def build_form(
    step: Step,
    page: Page,
    questions: tuple[Question, ...],
    lines: FormLines = FormLines(),
    *,
    entered: Mapping[str, str] | None = None,
    errors: Mapping[str, str] | None = None,
) -> PageForm:
    """Return the card for these questions of a page. `entered` keeps what was typed into it, right or wrong."""
    answers = step.answers
    return PageForm(
        page=card_fields(page.key, questions),
        intake=str(step.known.intake.id),
        revision=step.revision if step.given else step.known.intake.revision,
        title=page.title,
        intro=page.intro,
        progress=lines.progress,
        message=lines.message,
        note=lines.note,
        typing_hint=lines.typing_hint,
        then=lines.then,
        fields=tuple(build_field(question, answers, entered or {}, errors or {}) for question in questions),
        doubtable=any(question.kind in DOUBTABLE for question in questions),
        zeroable=can_be_zero(questions),
        guessable=any(question.kind in GUESSABLE for question in questions),
        guessed=all_guessed(questions, answers),
    )


def can_be_zero(questions: tuple[Question, ...]) -> bool:
    """Say whether these all count things of which one can have none, such as the classes of vehicles."""
    return len(questions) > 1 and all(one.page in JOINT and one.whole and one.rule.ge == 0 for one in questions)


def all_guessed(questions: Iterable[Question], answers: Answers) -> bool:
    """Say whether all that was answered of these is a guess: then their card says so beforehand."""
    given = [answers[one.name] for one in questions if one.kind in GUESSABLE and answers.known(one.name) is not None]
    return bool(given) and all(one.certainty is Certainty.ESTIMATE for one in given)


def is_guess(question: Question, inputs: Mapping[str, str]) -> bool:
    """Say whether a card came back with this answer as a guess: all of them, or one by one on a card of before."""
    ticked = inputs.get(ESTIMATE, "")
    return question.kind in GUESSABLE and (ticked == "true" or question.name in ticked.split(","))


def is_ticked_unknown(question: Question, inputs: Mapping[str, str]) -> bool:
    """Say whether a card of before came back with this question in its list of what is not known."""
    return question.name in inputs.get(UNKNOWN, "").split(",")


def build_answered(step: Step, page: Page, note: str = "") -> Answered:
    answers = step.answers
    shown = tuple(fact(q, answers[q.name]) for q in page.questions if q.name in answers and q.applies(answers))
    return Answered(page=page.key, title=page.title, facts=shown, note=note)


def is_filled_in(question: Question, inputs: Mapping[str, str]) -> bool:
    """Say whether something was entered for a question, "weet ik niet" included."""
    return bool(inputs.get(question.name, "").strip()) or is_ticked_unknown(question, inputs)


def read_field(
    reader: Reader, question: Question, inputs: Mapping[str, str], before: Answer | None = None
) -> tuple[Meant, ...] | None:
    """Return what a field can mean; None when it was left empty. What is filled in now counts, whatever was ticked before."""
    text = inputs.get(question.name, "").strip()
    untouched = text in ("", input_value(question, before))
    if text == UNKNOWN or (untouched and is_ticked_unknown(question, inputs)):
        return (Meant(None, Certainty.UNKNOWN),)
    if not text:
        return None
    meant = direct(question, text) or reader.read(question, text)
    if is_guess(question, inputs):
        return tuple(Meant(one.value, estimate(one.certainty), one.label) for one in meant)
    return meant


def estimate(certainty: Certainty) -> Certainty:
    """Return the certainty of an answer that was marked as a guess."""
    return Certainty.ESTIMATE if certainty is Certainty.SURE else certainty


def direct(question: Question, text: str) -> tuple[Meant, ...]:
    """Return the value that a choice input sends as it is; nothing when it is not one of ours."""
    if question.kind is AnswerKind.YES_NO and text in ("yes", "no"):
        return (Meant(text == "yes"),)
    if question.kind is AnswerKind.CHOICE and question.option(text):
        return (Meant(text),)
    if question.kind is AnswerKind.CHOICES:
        chosen = [one for one in text.split(",") if one != UNKNOWN]  # which was chosen before something was
        return (Meant(chosen),) if all(question.option(one) for one in chosen) else ()
    if question.kind is AnswerKind.CLOCK and (shown := TWELVE_HOURS.fullmatch(text)) is not None:
        return in_24_hours(int(shown[1]), int(shown[2]), afternoon=shown[3] in "Pp")
    default = question.default
    if default is not None and text == str(default.value):
        return (Meant(default.value, Certainty.ESTIMATE),)
    return ()


def in_24_hours(hour: int, minute: int, *, afternoon: bool) -> tuple[Meant, ...]:
    """Return the time that a client shows as "06:15 PM"; nothing when there is no such time."""
    if not 1 <= hour <= 12 or minute > 59:
        return ()
    return (Meant(datetime.time(hour % 12 + (12 if afternoon else 0), minute)),)
