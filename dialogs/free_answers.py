"""Telling an answer in anybody's own words, such as the name of a company, from a question or a wish."""

import re

from dialogs.demand.supposing import supposes_nothing
from dialogs.dutch.in_order import InOrder, come_in_order
from dialogs.intake.several_answers import offer_several, tells_of_others
from dialogs.intake.typed_answers import answer_in_text, reminder
from dialogs.meanings import act_on, act_or_offer, answer_beside, hear_meaning
from dialogs.questions.held_answers import hold
from dialogs.questions.meaning import Meant
from dialogs.turn.place import Why
from dialogs.turn.step import Step, quoted
from dialogs.understanding import asks_in_words, asks_something, understand
from domain.intake.question import AnswerKind, Question

SPEAKING = re.compile(r"\b(?:ik|mij|me|mijn|mn|m'n|wij|we|ons|onze|je|jij|jullie|u|uw|wil|willen|graag)\b", re.IGNORECASE)
QUESTION = re.compile(r"\?(?:\s|$)")  # "https://voorbeeld.example/?a=b" is none
WISH = "wish"
# What opens as a command does, and says something else: to be asked again later, or to speak with somebody.
ASKED_AGAIN: tuple[InOrder, ...] = (
    (
        re.compile(r"^vraag (?:het|dat|dit|die|me|mij|'t|t|er|nog|dan|maar)\b"),
        re.compile(r"\b(?:nog (?:een|1|es|eens|keer|maal|'ns|is)|opnieuw|weer|later|straks)\b"),
    ),
)
SEEKS_PERSON: tuple[InOrder, ...] = (
    (
        re.compile(r"^(?:ik heb een )?vraag\b"),
        re.compile(r"\b(?:kan|mag|wil)\b"),
        re.compile(r"\b(?:aan|bij|met) (?:(?:een|de) )?(?:echte? )?(?:mens|persoon|iemand|medewerker)\b"),
    ),
)
FEW_WORDS = 3  # of which one alone may resemble what we know


def only_opens_as_command(text: str) -> bool:
    """Say whether a sentence begins with the words of a command, and means something else by them."""
    said = " ".join(text.casefold().split())
    again = "?" not in said and "team" not in said and come_in_order(said, ASKED_AGAIN)
    return again or (":" not in said and come_in_order(said, SEEKS_PERSON)) or supposes_nothing(said)


def is_name(text: str) -> bool:
    """Say whether a text is written as names are, each word with a capital: "Actie Reclame", "Ja & Zonen"."""
    written = [word for word in text.split() if any(letter.isalpha() for letter in word)]
    return len(text.split()) > 1 and not text.rstrip().endswith("?") and bool(written) and all(map(is_capital, written))


def is_said(text: str) -> bool:
    """Say whether a text is something one says, and no name: of oneself, in small letters, in three words or more."""
    return len(text.split()) >= FEW_WORDS and not is_name(text) and SPEAKING.search(text) is not None


def is_capital(word: str) -> bool:
    """Say whether the first letter of a word is a capital."""
    return next(letter for letter in word if letter.isalpha()).isupper()


async def says_what_they_want(step: Step, text: str) -> bool:
    """Say whether a text is more than a word or two that happen to resemble something: "groen", "5 trekkers"."""
    if len(text.split()) > FEW_WORDS or asks_something(text) or SPEAKING.search(text):
        return True
    return (await understand(step, text)).certain


async def hear_free_answer(step: Step, question: Question, text: str) -> None:
    """Take an answer where any text will do; what is surely something else is taken as that, and what may be is asked."""
    understood = await understand(step, text)
    sure, asked = understood.sure, QUESTION.search(text) is not None and not is_name(text)
    wanted = sure is not None and sure.called is not None and SPEAKING.search(text) is not None
    speaks = question.core is True and is_said(text)
    if sure is not None and (understood.certain or (asks_something(text) and not is_name(text))):
        await act_on(step, sure)
    elif is_name(text):
        await answer_in_text(step, question, text)
    elif asked and question.kind is AnswerKind.TERRAIN:
        await act_or_offer(step, text, understood)
    elif asked or wanted or speaks or (question.core is True and asks_in_words(text)):
        ask_command_or_answer(step, text, is_command=sure is not None or (speaks and not asked))
    else:
        await answer_in_text(step, question, text)


def ask_command_or_answer(step: Step, text: str, *, is_command: bool) -> None:
    """Ask which of the two it was."""
    doubt = "of wilt u iets anders doen?" if is_command else "of een vraag aan het team?"
    hold(step, Why.COMMAND, step.asked, f"Is {quoted(text, 40)} uw antwoord, {doubt}", (
        Meant("answer", label="Dit is mijn antwoord"),
        Meant(WISH, label="Ik wil iets anders doen") if is_command else Meant("command", label="Dit is een vraag aan het team"),
    ), said=text)  # fmt: skip


async def hear_several(step: Step, question: Question, text: str, asking: str) -> bool:
    """Take what a sentence tells of several questions, and answer what it asks beside; False when it tells of one at most."""
    if await offer_several(step, text):
        await answer_beside(step, asking)
    elif question.takes_anything or not tells_of_others(step, question, text):
        return False
    elif not asking or not await hear_meaning(step, asking):
        step.say("Dat heb ik al genoteerd.", reminder(step))
    return True
