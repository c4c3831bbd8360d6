"""Filled-in cards: keep what is right, show what is not, ask back what is unclear; old cards overwrite nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogs.consent.consents import consent_form
from dialogs.demand.outlook import OUTLOOK, return_to_outlook
from dialogs.intake import flow
from dialogs.intake.judgement import Judgement, judge, possible
from dialogs.intake.named_others import note_named
from dialogs.intake.rest import needed, still_open, way_on, with_rest
from dialogs.intake.typed_answers import doubt_choices, doubt_sentence, note_unknown_terrain
from dialogs.questions.forms import (
    ESTIMATE,
    FormLines,
    all_guessed,
    build_answered,
    build_form,
    input_value,
    is_filled_in,
    is_guess,
    is_ticked_unknown,
    questions_of,
    read_field,
)
from dialogs.questions.held_answers import hold_for_later, let_go_about, new_held
from dialogs.questions.meaning import Meant, Reader
from dialogs.questions.prompts import HINT
from dialogs.turn.place import Phase, Why
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.intake.acceptance import whole_number
from domain.intake.answers import Answer
from domain.intake.certainty import Certainty
from domain.intake.question import AnswerKind, Question
from domain.intake.questionnaire import PAGE_BY_KEY, QUESTIONS

WRONG = "Kijk nog even naar de gemarkeerde velden. De rest is bewaard."
OLD = "Dit was een oude kaart. Uw nieuwere antwoorden zijn bewaard."
NOT_YOURS = "Deze kaart hoort niet bij uw gegevens. Typ 'verder' om uw eigen vragen te zien."


@dataclass(slots=True)
class FilledPage:
    """What a card came back with: clear meanings, unclear ones, and questions answered since the card was shown."""

    clear: dict[Question, Meant] = field(default_factory=dict)
    unclear: dict[Question, tuple[Meant, ...]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    outdated: list[Question] = field(default_factory=list)


async def save_form(step: Step, data: Mapping[str, object], inputs: Mapping[str, str]) -> None:
    """Take a filled-in page."""
    questions = tuple(q for q in questions_of(str(data.get("page", ""))) if q.applies(step.answers) or not q.ask.asked)
    if str(data.get("intake")) != str(step.known.intake.id) or step.place.phase is Phase.NEW:
        step.say(NOT_YOURS)
        return
    if not questions:
        step.say("Deze vragen gelden niet meer voor u. Typ 'verder' om door te gaan.")
        return
    step.place.typing = False
    inputs = with_rest(questions, inputs, data.get("rest"), step.answers)
    filled = fill(step, questions, inputs, revision_of(data))
    judgement = judge(step.answers, filled.clear)
    errors = {**filled.errors, **judgement.refused}
    keep_accepted(step, judgement)
    for question in filled.clear:
        await note_terrain(step, question)
        await note_others(step, question)
    changed = step.given or filled.unclear or judgement.doubtful or filled.outdated
    blank = not any(is_filled_in(question, inputs) for question in questions)
    then = str(data.get("then", ""))
    if not errors and (blank or not changed) and (missing := needed(step, questions)):
        show_errors(step, questions, inputs, {}, FormLines(note=f"{still_open(missing)} {way_on(questions)}", then=then))
    elif errors:
        show_errors(step, questions, inputs, errors | judgement.doubtful, FormLines(message=WRONG, then=then))
    else:
        ask_back(step, filled, judgement, inputs)
        await close(step, questions[0].page, filled, then)


def revision_of(data: Mapping[str, object]) -> int:
    """Return the revision that the card was made at; what makes no sense counts as very old."""
    return whole_number(str(data.get("revision", "")))


def fill(step: Step, questions: tuple[Question, ...], inputs: Mapping[str, str], revision: int) -> FilledPage:
    """Read every field of the card."""
    reader, filled, guessed = Reader(step.today, step.stores.terrains), FilledPage(), all_guessed(questions, step.answers)
    for question in questions:
        before = step.answers.get(question.name)
        if before is not None and before.revision > revision:
            if says_otherwise(question, before, inputs):
                filled.outdated.append(question)
            continue
        if before is not None and is_untouched(question, before, inputs, guessed=guessed):
            continue
        read = read_field(reader, question, inputs, before)
        meant = possible(question, read or ())
        if read is None:
            leave_empty(step, question, filled)
        elif not meant:
            filled.errors[question.name] = question.ask.wrong
        elif len(meant) == 1:
            filled.clear[question] = meant[0]
        else:
            filled.unclear[question] = meant
    return filled


def is_untouched(question: Question, before: Answer, inputs: Mapping[str, str], *, guessed: bool) -> bool:
    """Say whether a field holds what was answered before, as a guess or not: a sure answer can become a guess.

    `guessed` is how the card said beforehand that all on it are guesses: what was left so changes nothing.
    """
    text = inputs.get(question.name, "").strip()
    if text != input_value(question, before):
        return False
    if not text or before.value is None:
        return before.certainty is Certainty.UNKNOWN or not is_ticked_unknown(question, inputs)
    was, now = before.certainty is Certainty.ESTIMATE, is_guess(question, inputs)
    by_one = inputs.get(ESTIMATE, "") not in ("true", "false")
    same = now is was or ESTIMATE not in inputs or (not by_one and now is guessed)
    return same and not is_ticked_unknown(question, inputs)


def says_otherwise(question: Question, before: Answer, inputs: Mapping[str, str]) -> bool:
    """Say whether an old card carries something else than what was answered since."""
    entered = inputs.get(question.name, "").strip()
    return bool(entered) and entered != input_value(question, before)


def leave_empty(step: Step, question: Question, filled: FilledPage) -> None:
    """An empty field skips what may be skipped, or takes it back; what is needed stays open and is asked next."""
    taken_back = question.ask.resets and question.name in step.answers
    if taken_back or (not question.is_core(step.answers) and question.ask.asked):
        filled.clear[question] = Meant(None, Certainty.SKIPPED)


def keep_accepted(step: Step, judgement: Judgement) -> None:
    """Record what is right and believable; what waited about it is settled, unless the field was left empty."""
    for name, answer in judgement.accepted.items():
        if name not in judgement.doubtful:
            step.record(name, answer)
            if answer.certainty is not Certainty.SKIPPED:
                let_go_about(step, name)


async def note_terrain(step: Step, question: Question) -> None:
    """Tell the team about a terrain that is not in the register."""
    answer = step.given.get(question.name)
    if question.kind is AnswerKind.TERRAIN and answer is not None:
        await note_unknown_terrain(step, question, answer)


async def note_others(step: Step, question: Question) -> None:
    """Show the companies back that a field names."""
    if (answer := step.given.get(question.name)) is not None:
        await note_named(step, question, answer)


def show_errors(
    step: Step, questions: tuple[Question, ...], inputs: Mapping[str, str], errors: Mapping[str, str], lines: FormLines
) -> None:
    """Show the same card again in place, with what is wrong beside each field; what was right is stored already."""
    card = build_form(
        step,
        PAGE_BY_KEY[questions[0].page],
        questions,
        lines,
        entered={name: inputs[name] for name in errors if name in inputs},
        errors=errors,
    )
    step.show(ReplaceCard(card))


def ask_back(step: Step, filled: FilledPage, judgement: Judgement, inputs: Mapping[str, str]) -> None:
    """Hold what is unclear or hard to believe, to be shown after the card is closed."""
    for question, meant in filled.unclear.items():
        said = inputs.get(question.name, "")
        why = Why.TERRAIN if question.kind is AnswerKind.TERRAIN else Why.AMBIGUOUS
        sentence = f"{question.label}: wat bedoelt u precies?" if why is Why.AMBIGUOUS else "Welk bedrijventerrein bedoelt u?"
        hold_for_later(step, new_held(why, question, sentence, meant[:5], said))
    for name, reason in judgement.doubtful.items():
        question, answer = QUESTIONS[name], judgement.accepted[name]
        sentence = doubt_sentence(question, answer, reason)
        hold_for_later(step, new_held(Why.UNLIKELY, question, sentence, doubt_choices(answer)))


async def close(step: Step, page: str, filled: FilledPage, then: str) -> None:
    """Make the card read-only and go on, or lead back to where it came from; a card that changed nothing only says so."""
    if then == OUTLOOK:
        await return_to_outlook(step)
        return
    step.show(ReplaceCard(build_answered(step, PAGE_BY_KEY[page], note=OLD if filled.outdated else "")))
    if step.place.card_page == page:
        step.place.card = None
    changed = bool(step.given or step.place.held)
    if changed:
        step.place.misses = 0
        missing = () if step.place.held else needed(step, step.way.questions_on(page))
        await flow.go_on(step, f"Bewaard. {still_open(missing)} {way_on(missing)}" if missing else "")


def reopen(step: Step, page_key: str) -> None:
    """Open an answered card again in place, filled in as it is now."""
    if page_key == "consents":
        step.show(ReplaceCard(consent_form(step)))
        return
    page = PAGE_BY_KEY.get(page_key.partition("|")[0])
    questions = page.asked(step.answers, short=False) if page else ()
    answered = tuple(q for q in questions if q.name in step.answers or q in step.way.asked())
    if page is None or not answered:
        step.say("Deze vragen gelden niet meer voor u.")
        return
    step.show(ReplaceCard(build_form(step, page, answered)))


def change_one(step: Step, name: str) -> bool:
    """Show one earlier answer to change it; False when there is no such question."""
    question = QUESTIONS.get(name)
    if question is None or not (question.applies(step.answers) or not question.ask.asked):
        return False
    step.place.asked, step.place.card, step.place.card_page = question.name, step.known.turn, question.page
    card = build_form(step, PAGE_BY_KEY[question.page], (question,), FormLines(typing_hint=f"{HINT} {question.text}"))
    step.show(ShowCard(card, remember=True))
    return True
