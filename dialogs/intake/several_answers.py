"""Several answers told at once: shown as they were understood, and kept as a whole only after a yes."""

import re
from collections.abc import Iterable, Mapping

from cards.values import shown
from dialogs.dutch.typed import tidy, words
from dialogs.intake import flow
from dialogs.intake.depth import ask_depth
from dialogs.intake.dropped import show_unheard
from dialogs.intake.judgement import judge
from dialogs.intake.typed_answers import close_full_card, doubt_choices, doubt_sentence, ended
from dialogs.questions.absent import is_total
from dialogs.questions.asides import split_question, without_agreeing, without_taking_back
from dialogs.questions.classes import denied_in
from dialogs.questions.counting import class_of
from dialogs.questions.heard import FoundAnswer
from dialogs.questions.held_answers import hold_for_later, hold_several, let_go_about, meant_by, new_held, waiting
from dialogs.questions.meaning import Meant, Reader
from dialogs.questions.prompts import ask_in_text
from dialogs.questions.several import read_several
from dialogs.questions.unheard import Reading
from dialogs.turn.place import HeldAnswer, HeldChoice, HeldFound, Phase, Why
from dialogs.turn.step import Step
from domain.intake.answers import Answer
from domain.intake.certainty import Certainty
from domain.intake.question import AnswerKind, Question
from domain.intake.questionnaire import QUESTIONS
from domain.intake.vehicles import WORDS, VehicleClass

YES, EACH, NO = "yes", "each", "no"
CHOICES = (Meant(YES, label="Ja, dat klopt"), Meant(EACH, label="Eén voor één"), Meant(NO, label="Nee"))
ASKED = tuple(question for question in QUESTIONS.values() if question.ask.asked)
OWN_WORDS = (AnswerKind.TEXT, AnswerKind.TERRAIN)
FEWEST_WORDS = 3
NOW = re.compile(r"\b(?:nu|al|momenteel|inmiddels)\b", re.IGNORECASE)


async def offer_several(step: Step, text: str) -> bool:
    """Show what a sentence says about several questions, or about another than was asked; False when it does neither.

    Nothing is kept by this, and nothing is shown to somebody whose answers may not be kept.
    """
    asked = asked_now(step)
    if not step.may_keep() or step.in_office or len(text.split()) < FEWEST_WORDS or waiting(step) is not None:
        return False
    if asked is not None and asked.takes_anything and asked is not ASKED[0]:
        return False  # anything can be the answer
    heard = read_all(step, text, asked)
    found = told(step, heard, asked)
    if (
        not found
        or (asked is not None and says_label(asked, text))
        or (len(found) == 1 and (found[0].question is asked or answers_asked(step, asked, text, found[0])))
    ):
        return False
    show_unheard(step, text, reading_of(step, asked), heard)
    show_found(step, asked, found)
    return True


def says_label(asked: Question, text: str) -> bool:
    """Say whether a text is little more than an option as it is shown, whatever else its label tells of: "Klein (tot 3x80A)"."""
    typed = " ".join(text.casefold().split())
    labels = [option.label.casefold() for option in asked.options]
    return any(label in typed and len(typed.split()) - len(label.split()) < FEWEST_WORDS for label in labels)


async def offer_reading(step: Step, question: Question, text: str) -> bool:
    """Show what a long sentence says of the open question alone, where that question could not read it; False when nothing."""
    if not step.may_keep() or step.in_office or waiting(step) is not None or question.kind in OWN_WORDS:
        return False
    if len(text.split()) < FEWEST_WORDS:
        return False
    heard = read_all(step, text, question)
    found = told(step, heard, question)
    if len(found) != 1 or found[0].question is not question or found[0].meant.value is None:
        return False
    show_unheard(step, text, reading_of(step, question), heard)
    show_found(step, question, found)
    return True


def asked_now(step: Step) -> Question | None:
    """Return the question that waits for an answer."""
    return step.asked if step.place.phase is Phase.QUESTIONS else None


def told(step: Step, heard: Iterable[FoundAnswer], asked: Question | None) -> tuple[FoundAnswer, ...]:
    """Return what was heard that was not known yet."""
    return tuple(one for one in heard if one.question is asked or is_news(step, one))


def read_all(
    step: Step, text: str, asked: Question | None, beside: Mapping[Question, Meant] | None = None
) -> tuple[FoundAnswer, ...]:
    """Return what a text says, known or not; `beside` is what was understood before it, and not kept yet."""
    return read_several(text, ASKED, asked, Reader(step.today, step.stores.terrains), present(step, beside or {}))


def reading_of(step: Step, asked: Question | None) -> Reading:
    """Return how a text is read while this question is open."""
    return lambda text: read_all(step, text, asked)


def tells_of_others(step: Step, asked: Question, text: str) -> bool:
    """Say whether a text answers several questions, none of them the open one: its numbers are theirs, even when we knew them."""
    found = read_all(step, text, asked)
    return len(found) > 1 and all(one.question is not asked for one in found)


def is_news(step: Step, found: FoundAnswer) -> bool:
    """Say whether an answer is other than what we knew already."""
    accepted = judge(step.answers, {found.question: found.meant}).accepted.get(found.question.name)
    return accepted is None or not accepted.same_as(step.answers.get(found.question.name))


def present(step: Step, beside: Mapping[Question, Meant]) -> dict[VehicleClass, float]:
    """Return the classes of vehicles that the company has, with how many, the largest first."""
    told_of = {one.name: meant.value for one, meant in beside.items() if is_total(one)}
    numbers = {vehicles: told_of.get(name := f"{vehicles}.total") or step.answers.number(name) or 0 for vehicles in VehicleClass}
    sure = {one: float(number) for one, number in numbers.items() if isinstance(number, int | float) and number}
    return {one: sure[one] for one in sorted(sure, key=lambda one: sure[one], reverse=True)}


def answers_asked(step: Step, asked: Question | None, text: str, found: FoundAnswer) -> bool:
    """Say whether the whole text answers the question that was asked, and not with the number that is of another."""
    if asked is None or asked.kind in OWN_WORDS:
        return False
    meant = Reader(step.today, step.stores.terrains).read(asked, split_question(text)[0])
    counting = asked.ask.said.vehicles and found.question.ask.said.vehicles and class_of(asked) is not class_of(found.question)
    taken = counting or is_of_now(asked, text, found) or (asked.ask.unit and found.question.ask.unit == asked.ask.unit)
    return bool(meant) and not (taken and all(one.value == found.meant.value for one in meant))


def is_of_now(asked: Question, text: str, found: FoundAnswer) -> bool:
    """Say whether a text tells how many there are now where a year was asked: "we hebben nu 3 elektrische trekkers"."""
    said = found.question.ask.said
    return bool(asked.ask.said.year and said.vehicles and not said.year) and NOW.search(text) is not None


def show_found(step: Step, asked: Question | None, found: Iterable[FoundAnswer]) -> None:
    """Show what was understood, and ask whether it is right; what cannot be is said, and left out."""
    given = {one.question: one.meant for one in found}
    judgement = judge(step.answers, given)
    kept = [
        HeldFound(question=name, value=answer.value, certainty=answer.certainty) for name, answer in judgement.accepted.items()
    ]
    refused = [f"{named(QUESTIONS[name])}: {sentence}" for name, sentence in judgement.refused.items()]
    if not kept:
        step.say(*refused, asked.text if asked is not None else "")
        return
    taken = judgement.accepted.items()
    lines = [f"- {line(QUESTIONS[name], answer)}{known_before(step, name, answer)}" for name, answer in taken]
    hold_several(step, "\n".join(("Ik begreep:", *lines, *refused, "Klopt het?")), CHOICES, kept)


def named(question: Question) -> str:
    """Return how a question is called on a list, with its class of vehicles."""
    vehicles = class_of(question)
    if vehicles is None or (question.ask.said.vehicles and not question.ask.said.cues):
        return question.label
    return f"{WORDS[vehicles].many.capitalize()}, {question.label[0].lower()}{question.label[1:]}"


def line(question: Question, answer: Answer) -> str:
    """Return an answer as a line of a list."""
    guess = " (schatting)" if answer.certainty is Certainty.ESTIMATE else ""
    return f"{named(question)}: {shown(question, answer)}{guess}"


def known_before(step: Step, name: str, answer: Answer) -> str:
    """Return what was answered before, where this would replace it: " (was 4)"."""
    before = step.answers.get(name)
    if before is None or before.value is None or before.value == answer.value:
        return ""
    return f" (was {shown(QUESTIONS[name], before)})"


def choice_in_words(held: HeldAnswer, said_yes: bool | None, text: str) -> HeldChoice | None:
    """Return the choice that was typed: its own words, or a plain yes or no."""
    said = words(tidy(text))
    own = next((choice for choice in held.choices if words(tidy(choice.label)) == said), None)
    return own or (None if said_yes is None else held.choices[0 if said_yes else -1])


async def settle_several(step: Step, held: HeldAnswer, choice: HeldChoice) -> None:
    """Keep all of it, ask each by itself, or keep nothing."""
    given = {QUESTIONS[one.question]: meant_by(QUESTIONS[one.question], one) for one in held.found if one.question in QUESTIONS}
    if choice.value == YES:
        await keep_several(step, given)
    elif choice.value == EACH:
        for name, answer in judge(step.answers, given).accepted.items():
            ask_about = QUESTIONS[name]
            sentence = f"{line(ask_about, answer)}. Klopt dit?"
            hold_for_later(step, new_held(Why.UNLIKELY, ask_about, sentence, doubt_choices(answer)))
        await go_on(step, "")
    else:
        question = asked_now(step)
        lead = "Goed. Ik heb hiervan niets bewaard."
        if question is not None:
            ask_in_text(step, question, lead)
        else:
            await go_on(step, lead)


async def keep_several(step: Step, given: Mapping[Question, Meant]) -> None:
    """Keep what was confirmed in one turn, as far as it can be; what is hard to believe is asked by itself."""
    judgement = judge(step.answers, given)
    kept = {name: answer for name, answer in judgement.accepted.items() if name not in judgement.doubtful}
    for name, answer in kept.items():
        step.record(name, answer)
        let_go_about(step, name)
    for name, reason in judgement.doubtful.items():
        question, answer = QUESTIONS[name], judgement.accepted[name]
        hold_for_later(step, new_held(Why.UNLIKELY, question, doubt_sentence(question, answer, reason), doubt_choices(answer)))
    step.place.misses = 0
    for page in {QUESTIONS[name].page for name in kept}:
        close_full_card(step, page)
    noted = f"Genoteerd: {ended('; '.join(line(QUESTIONS[name], answer) for name, answer in kept.items()))}" if kept else ""
    refused = " ".join(f"{named(QUESTIONS[name])}: {sentence}" for name, sentence in judgement.refused.items())
    await go_on(step, "\n\n".join(part for part in (noted, refused) if part))


async def correct_several(step: Step, held: HeldAnswer, text: str) -> bool:
    """Take what is said against a list that was shown: "klopt niet, de trekkers zijn er 8". False when it says nothing of it."""
    before = {QUESTIONS[one.question]: meant_by(QUESTIONS[one.question], one) for one in held.found if one.question in QUESTIONS}
    wrong = {one for one, meant in before.items() if is_total(one) and (class_of(one), meant.value) == denied_in(text)}
    found = read_all(step, without_taking_back(without_agreeing(text)), None, before)
    news = {one.question: one.meant for one in found if one.question in before or is_news(step, one)}
    if not news and not wrong:
        return False
    given = {**{one: meant for one, meant in before.items() if one not in wrong}, **news}
    show_found(step, asked_now(step), (FoundAnswer(question, meant, text) for question, meant in given.items()))
    return True


async def go_on(step: Step, lead: str) -> None:
    """Go on with what is next; whoever did not choose how much to answer does that first."""
    if step.depth is None and not step.place.held:
        ask_depth(step, lead)
    else:
        await flow.go_on(step, lead)
