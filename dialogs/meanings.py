"""Doing what a sentence in somebody's own words asks for; and when that is not clear, offering the nearest things there are."""

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.help import next_step
from dialogs.intake.typed_answers import reminder
from dialogs.knowledge.answers import answer_with
from dialogs.questions.prompts import choices_for
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from dialogs.understanding import Heard, Understood, asks_something, understand

# One after the other, so that nobody reads the same sentence twice in a row.
MISSED = (
    "Ik weet niet zeker wat u bedoelt.",
    "Sorry, dit begrijp ik nog niet goed.",
    "Ook dit snap ik niet. Dat ligt aan mij.",
)
LATER = "Dat kan ik nog niet voor u doen. Dit komt er het dichtst bij:"
MEANT = "Bedoelt u een van deze?"
ASK_TEAM = "Dat weet ik niet. Zal ik het aan het team vragen?"
OR_TEAM = "Staat het er niet bij? Dan vraag ik het aan het team."
CALL_AFTER, MOST_NEAR, MOST_WORDS = 3, 3, 13


async def hear_meaning(step: Step, text: str) -> bool:
    """Do what a sentence surely asks for, or offer what it may mean; False when it means nothing to us."""
    understood = await understand(step, text)
    if understood.sure is not None:
        await act_on(step, understood.sure)
        return True
    if understood.near and (understood.later or asks_something(text)):
        offer(step, text, understood)
        return True
    return False


async def act_on(step: Step, heard: Heard) -> None:
    """Do what was meant: carry out a command, or answer with an item."""
    step.place.misses = 0
    if heard.item is not None:
        await answer_with(step, heard.item)
    elif heard.called is not None:
        await heard.called.command.handler(step, heard.called.argument)


async def say_not_understood(step: Step, text: str) -> None:
    """Say that a sentence is not understood, never without a way on."""
    offer(step, text, await understand(step, text))


def offer(step: Step, text: str, understood: Understood) -> None:
    """Offer the nearest things as taps, and the team when it was a question that nobody wrote an answer to yet."""
    step.place.misses += 1
    near = understood.near
    to_team = asks_something(text) and not step.in_office
    lead = ASK_TEAM if to_team and not near else MISSED[(step.place.misses - 1) % len(MISSED)]
    lines = (lead, *((MEANT,) if near else ()), *((OR_TEAM,) if near and to_team else ()))
    if understood.later and near:
        lines = (LATER,)
    buttons = [says(one.title, one.says) for one in fitting(near)]
    if to_team:
        buttons.append(says("Vraag het team", f"vraag {' '.join(text.split())[:500]}"))
    if step.place.misses >= CALL_AFTER and not step.official:
        buttons.append(says("Bel mij", "bel mij"))
    buttons.append(says("Help", "help"))
    step.show(ShowCard(NoticeCard(lines=lines, buttons=tuple(buttons[:6]))))
    show_open_question(step)


def fitting(near: tuple[Heard, ...]) -> tuple[Heard, ...]:
    """Return the nearest things that are read in one breath."""
    ends = [end for end in range(1, MOST_NEAR + 1) if sum(len(one.title.split()) for one in near[:end]) <= MOST_WORDS]
    return near[: max(ends, default=1)]


def show_open_question(step: Step) -> None:
    """Put what is open before the person again, with its choices."""
    question = step.asked
    if question is not None:
        step.say(question.text, choices=choices_for(step, question))
    elif reminder(step):
        step.say(reminder(step), choices=("Ja", "Nee"))
    elif not step.may_keep() and step.for_company and step.place.welcomed:
        step.say(next_step(step))


def says(title: str, text: str) -> Button:
    """Return a tap that says something."""
    return Button(title=title, verb=Verb.SAY, data={"text": text})
