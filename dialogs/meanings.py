"""Doing what a sentence in somebody's own words asks for; and when that is not clear, offering the nearest things there are."""

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.knowledge.answers import answer_with, answered, ask_once_more
from dialogs.smalltalk import LANGUAGE, Talk, said_back
from dialogs.turn.events import Scope
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from dialogs.understanding import Heard, Understood, asks_something, nearest_item, understand

# One after the other, so that nobody reads the same sentence twice in a row.
MISSED = (
    "Ik weet niet zeker wat u bedoelt.",
    "Sorry, dit begrijp ik nog niet goed.",
    "Ook dit snap ik niet. Dat ligt aan mij.",
)
LATER = (
    "Dat kan ik nog niet voor u doen. Dit komt er het dichtst bij:",
    "Ook dat kan ik nog niet. Wel kan ik dit voor u doen:",
)
MEANT = "Bedoelt u een van deze?"
ALSO = "U vroeg nog meer. Kies maar:"
OR_MEANT = "Misschien zoekt u dit:"
PERSON = "Liever een mens? Neem contact op met {contact}."
ASK_TEAM = (
    "Dat weet ik niet. Zal ik het aan het team vragen?",
    "Ook dit weet ik niet. Zal ik het aan het team vragen?",
    "Hier heb ik geen antwoord op. Het team misschien wel. Zal ik het vragen?",
)
CONTACT = "Ik mag nog niets bewaren, ook uw vraag niet. Wilt u het nu weten? Neem contact op met {contact}."
OR_TEAM = "Staat het er niet bij? Dan vraag ik het aan het team."
HELP = "help"
CALL_AFTER, MOST_NEAR, MOST_WORDS = 3, 3, 12


async def hear_meaning(step: Step, text: str) -> bool:
    """Do what a sentence surely asks for, or offer what it may mean; False when it means nothing to us."""
    understood = await understand(step, text)
    if understood.sure is None and not (understood.near and (understood.later or asks_something(text))):
        return False
    await act_or_offer(step, text, understood)
    return True


async def hear_or_offer(step: Step, text: str) -> None:
    """Do what a sentence surely asks for, or say that it is not understood, never without a way on."""
    await act_or_offer(step, text, await understand(step, text))


async def act_or_offer(step: Step, text: str, understood: Understood) -> None:
    """Do what was understood, or offer what is nearest and put what was open once more."""
    if understood.sure is not None:
        await act_on(step, understood.sure, understood.also)
    else:
        offer(step, text, understood)
        ask_once_more(step)


async def act_on(step: Step, heard: Heard, also: tuple[Heard, ...] = ()) -> None:
    """Do what was meant: carry out a command, or answer with an item; what was asked beside it is one tap away."""
    step.place.misses = 0
    before = len(step.replies)
    if heard.item is not None:
        await answer_with(step, heard.item)
    elif heard.called is not None:
        await heard.called.command.handler(step, heard.called.argument)
    if also:  # behind the answer, before what stands open
        step.replies.insert(before + 1, asked_too(also))


async def answer_beside(step: Step, text: str) -> None:
    """Answer what was asked beside something else, before what that brought; of what is not sure the nearest are a tap away."""
    understood = await understand(step, text) if text else Understood(None)
    if understood.sure is not None and understood.sure.item is not None:
        step.replies.insert(0, await answered(step, understood.sure.item))
    elif understood.near:
        step.replies.insert(0, asked_too(understood.near))


def asked_too(near: tuple[Heard, ...]) -> ShowCard:
    """Return what else was asked as taps."""
    return ShowCard(NoticeCard(lines=(ALSO,), buttons=tuple(near_buttons(near))))


async def say_not_understood(step: Step, text: str, *, again: bool = True) -> None:
    """Say that a sentence is not understood, never without a way on; `again` says whether to put what was open once more."""
    offer(step, text, await understand(step, text))
    if again:
        ask_once_more(step)


def offer(step: Step, text: str, understood: Understood) -> None:
    """Offer the nearest things as taps, and the team when it was a question that nobody wrote an answer to yet."""
    step.place.misses += 1
    step.nearest = nearest_item(understood)
    near = tuple(one for one in understood.near if one.says != HELP)
    asks = asks_something(text) and not step.in_office
    to_team = asks and step.may_keep()  # before that nothing that somebody typed is kept, on a button neither
    lead = next_of(ASK_TEAM if to_team and not near else MISSED, step.place.misses)
    lines = (lead, *((MEANT,) if near else ()), *((OR_TEAM,) if near and to_team else ()))
    if asks and not to_team and step.known.house.contact:
        lines = (*lines, CONTACT.format(contact=step.known.house.contact))
    if understood.later and near:
        lines = (next_of(LATER, step.place.misses),)
    buttons = near_buttons(near)
    if to_team:
        question = " ".join(text.split())[:500]
        buttons.append(says("Vraag het team", f"vraag {question}"))
        step.place.for_team = question if not near else None
    if step.place.misses >= CALL_AFTER and not step.official:
        buttons.append(says("Bel mij", "bel mij"))
    buttons.append(says("Help", HELP))
    step.show(ShowCard(NoticeCard(lines=lines, buttons=tuple(buttons[:6]))))


async def offer_beside(step: Step, text: str) -> None:
    """Offer the nearest things there are beside what would be right, after an answer that was not understood."""
    if step.place.misses <= step.known.place.misses:
        return
    understood = await understand(step, text)
    near, step.nearest = understood.near, nearest_item(understood)
    if near:
        step.show(ShowCard(NoticeCard(lines=(OR_MEANT,), buttons=tuple(near_buttons(near)))))


def near_buttons(near: tuple[Heard, ...]) -> list[Button]:
    """Return the nearest things as taps, as many as one reads at a glance; help stands below whatever is offered."""
    near = tuple(one for one in near if one.says != HELP)
    words = [len(one.title.split()) for one in near[:MOST_NEAR]]
    return [says(one.title, one.says) for place, one in enumerate(near[:MOST_NEAR]) if sum(words[: place + 1]) <= MOST_WORDS]


def talk_back(step: Step, talk: Talk) -> None:
    """Answer small talk kindly, with a way on; what was open stands there again. Nothing is kept of it."""
    buttons = () if step.official or step.scope is not Scope.PERSONAL else (says("Bel mij", "bel mij"),)
    contact = step.known.house.contact if talk.name == LANGUAGE and not step.may_keep() and not step.official else ""
    lines = (said_back(step, talk), *((PERSON.format(contact=contact),) if contact else ()))
    step.show(ShowCard(NoticeCard(lines=lines, buttons=(*buttons, says("Help", HELP)))))
    ask_once_more(step)


def next_of(sentences: tuple[str, ...], misses: int) -> str:
    """Return what is said at a miss: another sentence than at the one before."""
    return sentences[(misses - 1) % len(sentences)]


def says(title: str, text: str) -> Button:
    """Return a tap that says something."""
    return Button(title=title, verb=Verb.SAY, data={"text": text})
