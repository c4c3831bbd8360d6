"""Settling what was held: the person picked one of the readings, confirmed a doubt, or said no."""

from cards.views.notice import NoticeCard
from dialogs.commands import find_command, run
from dialogs.companies.nominating import settle_nomination
from dialogs.consent.wishes import settle_consent_wish
from dialogs.dutch.choices import read_choice
from dialogs.dutch.numerals import in_digits
from dialogs.dutch.typed import tidy, words
from dialogs.dutch.yes_no import opens_with_yes_or_no, read_opening_yes_no
from dialogs.free_answers import WISH
from dialogs.inbox.commands import settle_call
from dialogs.inbox.newcomers import settle_joining
from dialogs.inbox.two_doors import settle_keys
from dialogs.intake import flow
from dialogs.intake.judgement import judge
from dialogs.intake.several_answers import choice_in_words, correct_several, settle_several
from dialogs.intake.typed_answers import answer_in_text, keep, settle
from dialogs.meanings import hear_meaning, hear_or_offer
from dialogs.questions.held_answers import OF_NO_QUESTION, freeze, keep_everything, let_go, meant_by, show_first
from dialogs.questions.meaning import Meant, meanings, says_yes
from dialogs.questions.prompts import ask_in_text
from dialogs.turn.place import HeldAnswer, HeldChoice, Place, Why
from dialogs.turn.refusals import OLD_CHOICE
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from dialogs.understanding import asks_something
from domain.consent.consents import Purpose, State
from domain.intake.certainty import Certainty
from domain.intake.question import AnswerKind, Question
from domain.intake.questionnaire import QUESTIONS

ERASED = (
    "Uw antwoorden zijn gewist. Wij bewaren alleen wat u over toestemming besloot.",
    "Wilt u later toch meedoen? Typ dan 'start'.",
)
UNCLEAR = "Het is mij niet duidelijk wat er anders moet. Ik heb nog niets bewaard. Typ bijvoorbeeld: 'het zijn 8 trekkers'."

# What people say when their business park is not among the names we offer.
ELSEWHERE = ("geen van deze", "geen van die", "geen van beide", "een ander", "een andere", "anders", "iets anders", "nergens")


async def choose_by_button(step: Step, token: str, place: str) -> None:
    """Take a pressed choice; a choice that was made before changes nothing."""
    held = next((held for held in step.place.held if held.token == token), None)
    if held is None or not place.isdecimal() or len(place) > 3 or int(place) >= len(held.choices):
        step.show(ReplaceCard(NoticeCard(lines=(OLD_CHOICE,))))
        return
    freeze(step, held, held.choices[int(place)])
    await settle_choice(step, held, held.choices[int(place)])


async def choose_in_text(step: Step, held: HeldAnswer, text: str) -> bool:
    """Take a typed choice, or another answer to the same question; False when it is neither."""
    choice, question = typed_choice(held, text), QUESTIONS.get(held.question)
    if choice is not None:
        await settle_choice(step, held, choice)
    elif held.why is Why.SEVERAL and (await correct_several(step, held, text) or await stays_waiting(step, question, text)):
        return True
    elif question is not None:
        await answer_in_text(step, question, text)
    else:
        keep_everything(step)
    return choice is not None or question is not None


async def stays_waiting(step: Step, question: Question | None, text: str) -> bool:
    """Ask a list once more that a text says something of, but not what; False when it can only be meant for the open question.

    A yes with more behind it is never an answer to another question, and a question to which any text is an answer
    waits until the list is settled: else the list would be lost, and those words kept as somebody's name.
    """
    if not (opens_with_yes_or_no(text) or (question is not None and question.takes_anything)):
        return False
    if not asks_something(text) or not await hear_meaning(step, text):
        step.place.misses += 1
        step.say(UNCLEAR)
        show_first(step)
    return True


def typed_choice(held: HeldAnswer, text: str) -> HeldChoice | None:
    """Return the choice that a text names, or None; with digits it is a new answer where no text was hard to believe."""
    question = QUESTIONS.get(held.question)
    in_words = question is not None and question.kind is AnswerKind.TEXT
    new_number = held.why is Why.UNLIKELY and not in_words and any(letter.isdecimal() for letter in text)
    if new_number or (held.why is Why.AMBIGUOUS and question is not None and tells_anew(question, held, text)):
        return None
    if held.why is Why.SEVERAL:
        return choice_in_words(held, says_yes(text), text)
    if held.why in OF_NO_QUESTION:
        return plain_choice(held, text)
    last = len(held.choices) - 1 if held.why is Why.TERRAIN else None
    options = [(str(place), choice.label, ELSEWHERE if place == last else ()) for place, choice in enumerate(held.choices)]
    meant = meanings(read_choice(text, options))
    if len(meant) == 1 and isinstance(meant[0].value, str):
        return held.choices[int(meant[0].value)]
    said_yes = says_yes(text)
    sure = read_opening_yes_no(text)[0] if held.why is Why.UNLIKELY else None
    if sure is not None:
        return held.choices[0 if sure else 1]
    return held.choices[-1] if held.why is Why.TERRAIN and said_yes is False else None


def tells_anew(question: Question, held: HeldAnswer, text: str) -> bool:
    """Say whether a text is a number said again in other words, "ongeveer 8" or "7 à 8", rather than one of the choices."""
    typed = in_digits(tidy(text))
    labels = {words(tidy(choice.label)) for choice in held.choices}
    numbered = any(letter.isdecimal() for letter in typed) and not typed.isdecimal()
    return question.kind in (AnswerKind.NUMBER, AnswerKind.CLOCK) and numbered and words(typed) not in labels


def plain_choice(held: HeldAnswer, text: str) -> HeldChoice | None:
    """Return the choice about erasing or joining: only its own words or a plain yes or no will do; of three only the words.

    Of the three about companies that somebody named the first is the careful yes, and the last is no.
    """
    said = text.strip(" .!").casefold()
    named = next((choice for choice in held.choices if choice.label.casefold() == said), None)
    plain = says_yes(text) if len(held.choices) == 2 or held.why is Why.NOMINATE else None
    return named or (None if plain is None else held.choices[0 if plain else -1])


async def settle_choice(step: Step, held: HeldAnswer, choice: HeldChoice) -> None:
    let_go(step, held)
    if held.why is Why.ERASE:
        settle_erasure(step, sure=choice.value is True)
    elif held.why is Why.JOIN:
        await settle_joining(step, held.said, choice.value)
    elif held.why is Why.KEYS:
        await settle_keys(step, held.said, choice.value)
    elif held.why is Why.CONSENT:
        settle_consent_wish(step, choice)
    elif held.why is Why.CALL:
        await settle_call(step, choice.value)
    elif held.why is Why.NOMINATE:
        await settle_nomination(step, held, choice.value)
    elif held.why is Why.SEVERAL:
        await settle_several(step, held, choice)
    elif held.why is Why.COMMAND:
        await settle_command(step, held, choice)
    else:
        await settle_answer(step, held, choice)


async def settle_answer(step: Step, held: HeldAnswer, choice: HeldChoice) -> None:
    """Store the chosen reading, or ask the question again."""
    question = QUESTIONS.get(held.question)
    if question is None:
        await flow.go_on(step)
    elif choice.value is None and choice.certainty is Certainty.SURE:
        ask_in_text(step, question)
    elif held.why is Why.UNLIKELY:
        judgement = judge(step.answers, {question: meant_by(question, choice)})
        if question.name in judgement.accepted:
            await keep(step, question, judgement.accepted[question.name])
        else:
            ask_in_text(step, question, judgement.refused.get(question.name, ""))
    else:
        await settle(step, question, meant_by(question, choice))


async def settle_command(step: Step, held: HeldAnswer, choice: HeldChoice) -> None:
    """The text was a command or an answer: now we know."""
    question = QUESTIONS.get(held.question)
    if choice.value == "answer" and question is not None:
        await settle(step, question, Meant(held.said))
    elif choice.value == WISH and find_command(step, held.said) is None:
        await hear_or_offer(step, held.said)
    else:
        await run(step, held.said)


def settle_erasure(step: Step, *, sure: bool) -> None:
    """Erase, or leave all as it is."""
    if not sure:
        step.say("Goed. Er is niets gewist. Typ 'verder' om door te gaan.", choices=("Verder",))
        return
    step.decide(Purpose.KEEP, State.WITHDRAWN)
    step.erase = True
    step.place = Place(welcomed=True)
    step.say(*ERASED)
