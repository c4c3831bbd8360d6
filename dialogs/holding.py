"""Answers that wait for a choice: two ways to read them, or hard to believe. They are stored, so nothing is lost."""

import secrets

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import Notice
from dialogs.place import Held, HeldChoice, Why
from dialogs.reading import Meant
from dialogs.replies import ReplaceCard, ShowCard
from dialogs.step import Step, quoted
from domain.question import Kind, Question

MOST_CHOICES = 5


def hold(step: Step, why: Why, question: Question | None, sentence: str, choices: tuple[Meant, ...], said: str = "") -> None:
    """Keep what was said until the person chooses, and show the choices."""
    step.place.held = [*step.place.held, new_held(why, question, sentence, choices, said)]
    if len(step.place.held) == 1:
        show_first(step)


def new_held(why: Why, question: Question | None, sentence: str, choices: tuple[Meant, ...], said: str = "") -> Held:
    """Return what is to be kept."""
    return Held(
        token=secrets.token_urlsafe(6),
        why=why,
        sentence=sentence,
        choices=[HeldChoice(label=one.label, value=one.value, certainty=one.certainty) for one in choices],
        question=question.name if question else "",
        said=said,
    )


def hold_readings(step: Step, question: Question, text: str, meant: tuple[Meant, ...]) -> None:
    """Ask which of several readings was meant."""
    if question.kind is Kind.TERRAIN:
        sentence = "Welk bedrijventerrein bedoelt u?" if len(meant) > 1 else f"Ik ken {quoted(text)} niet."
        hold(step, Why.TERRAIN, question, sentence, meant[-MOST_CHOICES:], text)
    else:
        hold(step, Why.AMBIGUOUS, question, f"Wat bedoelt u met {quoted(text, 30)}?", meant[:MOST_CHOICES], text)


def show_first(step: Step) -> None:
    """Show the oldest thing that waits for a choice."""
    held = step.place.held[0]
    buttons = tuple(
        Button(title=choice.label, verb=Verb.CHOOSE, data={"token": held.token, "choice": str(place)})
        for place, choice in enumerate(held.choices)
    )
    step.show(ShowCard(Notice(lines=(held.sentence,), buttons=buttons)))


def let_go(step: Step) -> Held:
    """Take the oldest held thing away and return it."""
    first, *rest = step.place.held
    step.place.held = rest
    return first


def freeze(step: Step, held: Held, choice: HeldChoice) -> None:
    """Make the pressed card read-only, with what was chosen."""
    step.show(ReplaceCard(Notice(lines=(held.sentence, f"U koos: {choice.label}"))))
