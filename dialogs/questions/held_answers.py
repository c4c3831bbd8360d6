"""Answers that wait for a choice: two ways to read them, or hard to believe. They are stored, so nothing is lost."""

import datetime
import secrets

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.questions.meaning import Meant
from dialogs.turn.place import HeldAnswer, HeldChoice, HeldFound, Why
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step, quoted
from domain.intake.question import AnswerKind, Question

MOST_CHOICES = 5
# What waits for a yes or a no and is about no question, with what is said when somebody goes on with something else.
OF_NO_QUESTION = {
    Why.ERASE: "Goed. Er is niets gewist.",
    Why.JOIN: "Goed. U doet nog niet mee.",
    Why.CONSENT: "Goed. Uw toestemming blijft zoals die was.",
    Why.CALL: "Goed. Dat nummer bewaar ik niet.",
    Why.KEYS: "Goed. Er is niets gekoppeld.",
    Why.NOMINATE: "Goed. Ik draag niemand aan.",
}


def hold(step: Step, why: Why, question: Question | None, sentence: str, choices: tuple[Meant, ...], said: str = "") -> None:
    """Keep what was said until the person chooses, and show the choices; what waited before waits a little longer."""
    held = new_held(why, question, sentence, choices, said)
    step.place.held = [held, *others(step, held)]
    show_first(step)


def hold_several(step: Step, sentence: str, choices: tuple[Meant, ...], found: list[HeldFound]) -> None:
    """Keep several answers that were understood until the person says whether they are right, and show them."""
    held = new_held(Why.SEVERAL, None, sentence, choices).model_copy(update={"found": found})
    step.place.held = [held, *(one for one in step.place.held if one.why is not Why.SEVERAL)]
    show_first(step)


def meant_by(question: Question, held: HeldChoice | HeldFound) -> Meant:
    """Return what was held as it was meant: a time of day waits as text."""
    clock = question.kind is AnswerKind.CLOCK and isinstance(held.value, str)
    return Meant(datetime.time.fromisoformat(str(held.value)) if clock else held.value, held.certainty)


def hold_for_later(step: Step, held: HeldAnswer) -> None:
    """Keep something behind what waits already; it is shown when its turn comes."""
    step.place.held = [*others(step, held), held]


def others(step: Step, held: HeldAnswer) -> list[HeldAnswer]:
    """Return what else waits; about one question only the newest thing does."""
    return [other for other in step.place.held if other.question != held.question]


def new_held(why: Why, question: Question | None, sentence: str, choices: tuple[Meant, ...], said: str = "") -> HeldAnswer:
    return HeldAnswer(
        token=secrets.token_urlsafe(6),
        why=why,
        sentence=sentence,
        choices=[HeldChoice(label=one.label, value=one.value, certainty=one.certainty) for one in choices],
        question=question.name if question else "",
        said=said,
    )


def hold_readings(step: Step, question: Question, text: str, meant: tuple[Meant, ...]) -> None:
    """Ask which of several readings was meant."""
    if question.kind is AnswerKind.TERRAIN:
        sentence = "Welk bedrijventerrein bedoelt u?" if len(meant) > 1 else f"Ik ken {quoted(text)} niet."
        hold(step, Why.TERRAIN, question, sentence, meant[-MOST_CHOICES:], text)
    else:
        hold(step, Why.AMBIGUOUS, question, f"Wat bedoelt u met {quoted(text, 30)}?", meant[:MOST_CHOICES], text)


def show_first(step: Step) -> None:
    """Show the first thing that waits for a choice; from now on typed words are about that."""
    held = step.place.held[0]
    if held.why is Why.SEVERAL:  # of no question: a yes is about it for as long as nothing else is asked
        held = held.model_copy(update={"question": step.place.asked or ""})
        step.place.held = [held, *step.place.held[1:]]
    step.place.asked = held.question or step.place.asked
    buttons = tuple(
        Button(title=choice.label, verb=Verb.CHOOSE, data={"token": held.token, "choice": str(place)})
        for place, choice in enumerate(held.choices)
    )
    step.show(ShowCard(NoticeCard(lines=lines_of(held), buttons=buttons)))


def lines_of(held: HeldAnswer) -> tuple[str, ...]:
    """Return what is asked, line by line; in a text of paragraphs the empty lines between them say nothing."""
    return tuple(line for line in held.sentence.splitlines() if line.strip())


def waiting(step: Step) -> HeldAnswer | None:
    """Return the choice that was shown last; None when something else was asked since."""
    first = next(iter(step.place.held), None)
    return first if first is not None and (first.why in OF_NO_QUESTION or first.question == (step.place.asked or "")) else None


def let_go(step: Step, held: HeldAnswer) -> None:
    """Forget something that waited for a choice."""
    step.place.held = [other for other in step.place.held if other.token != held.token]


def let_go_about(step: Step, name: str) -> None:
    """Forget what waited about a question that was answered on a card meanwhile."""
    step.place.held = [other for other in step.place.held if other.question != name]


def keep_everything(step: Step) -> None:
    """Let go of what is about no question: whoever goes on with something else did not say yes to erasing, or to joining."""
    for held in [held for held in step.place.held if held.why in OF_NO_QUESTION]:
        let_go(step, held)
        step.say(OF_NO_QUESTION[held.why])


def freeze(step: Step, held: HeldAnswer, choice: HeldChoice) -> None:
    """Make the pressed card read-only, with what was chosen. The people in an intake are not kept: they can be erased next."""
    step.discreet = step.discreet or held.why is Why.JOIN
    step.show(ReplaceCard(NoticeCard(lines=(*lines_of(held), f"U koos: {choice.label}"))))
