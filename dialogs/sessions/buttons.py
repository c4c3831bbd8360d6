"""The buttons on the cards of sessions."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol
from uuid import uuid4

from cards.verbs import Verb
from cards.views.card import BOX, Card
from cards.views.sessions.session_card import SessionCard
from dialogs.notices.guard import LOOK, GuardDoes, Look, look_after, must_look, text_facts
from dialogs.sessions.announcements import keep_silent, news_card, send_news
from dialogs.sessions.attendance import enter_visitor, mark_visitor, visitors_card
from dialogs.sessions.cards import plan_card
from dialogs.sessions.changes import change_plan
from dialogs.sessions.closure import after_card, close
from dialogs.sessions.groups import divide, groups_card, keep_wish, move_guest
from dialogs.sessions.invitation_replies import give_appointment, take_answer
from dialogs.sessions.invitations import draft_card, keep_draft, send_invitations, typed_text
from dialogs.sessions.invited.partner_replies import offer_own_appointment, take_partner
from dialogs.sessions.invited.partners import invite_partners, partners_card
from dialogs.sessions.papers import print_session
from dialogs.sessions.plans import changed_meanwhile, facts_form, moment_in, new_form, take_facts
from dialogs.sessions.speaking import undo_change
from dialogs.turn.command import Press
from dialogs.turn.events import Pressed
from dialogs.turn.refusals import NO_NAMES_HERE
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.intake.acceptance import key_in
from domain.sessions.formats import BY_KEY
from domain.sessions.session import Session

GONE = "Deze sessie is er niet meer."
CLOSED = "Deze sessie is geweest of gaat niet door. Zet hem eerst weer open bij Na afloop."
UNKNOWN = "Deze knop werkt niet meer."


class Preview(Protocol):
    """The card on which words stand before they are sent."""

    async def __call__(self, step: Step, session: Session, message: str = "", *, look: Look | None = None) -> Card:
        """Return it, with these words on it."""


Change = Callable[[Step, Session, Mapping[str, str]], Awaitable[None]]


async def make(step: Step, session: Session, _: Mapping[str, str]) -> None:
    await divide(step, session)


CHANGES: dict[str, Change] = {
    "change": change_plan,
    "enter": enter_visitor,
    "mark": mark_visitor,
    "draft": keep_draft,
    "send": send_invitations,
    "make": make,
    "move": move_guest,
    "wish": keep_wish,
    "close": close,
    "tell": send_news,
    "hush": keep_silent,
    "partners": invite_partners,
}


def may_press(step: Step) -> bool:
    """Say whether the buttons of the team work here; what they answer may name companies."""
    if not step.known.is_team:
        step.say(UNKNOWN)
    elif not step.may_name:
        step.say(NO_NAMES_HERE)
    else:
        step.discreet = True
        return True
    return False


async def press_session(step: Step, event: Pressed) -> None:
    if not may_press(step):
        return
    do = str(event.data.get("do", ""))
    if do == "new":
        await show_new(step, event)
        return
    session = await find(step, event)
    if session is None:
        step.say(GONE)
    elif do == "papers":
        await print_session(step, session)
    elif do in SIDES:
        card = await SIDES[do](step, session)
        if event.data.get("part") == BOX and isinstance(card, SessionCard):
            card = card.asking
        step.show(ReplaceCard(card))
    else:
        step.say(UNKNOWN)


async def show_new(step: Step, event: Pressed) -> None:
    """Show the card for one more session of a kind that is planned already."""
    terrain, kind = step.stores.terrains.named(str(event.data.get("terrain", ""))), str(event.data.get("format", ""))
    if terrain is None or kind not in BY_KEY:
        step.say(UNKNOWN)
        return
    step.show(ReplaceCard(new_form(terrain.name, terrain.id, kind, moment_in(event.data), {}, str(uuid4()))))


async def show_facts(step: Step, session: Session) -> Card:
    """Return the facts of a session, to change them; those of one that is over or off stay as they are."""
    return facts_form(step, session) if session.is_open else await plan_card(step, session, CLOSED)


async def show_after(step: Step, session: Session) -> Card:
    """Return what came out of a session, to write it down."""
    return after_card(step, session)


PREVIEWS: dict[str, Preview] = {"send": draft_card, "tell": news_card}  # by what sends the words on them
SIDES: dict[str, Callable[[Step, Session], Awaitable[Card]]] = {
    "plan": plan_card,
    "setup": show_facts,
    "visitors": visitors_card,
    "groups": groups_card,
    "draft": draft_card,
    "partners": partners_card,
    "after": show_after,
    "news": news_card,
}


async def answer_company(step: Step, session: Session, event: Pressed) -> None:
    await take_answer(step, session, texts(event.data), event.inputs)


async def answer_partner(step: Step, session: Session, event: Pressed) -> None:
    await take_partner(step, session, texts(event.data))


async def give_agenda(step: Step, session: Session, _: Pressed) -> None:
    if not await offer_own_appointment(step, session):
        await give_appointment(step, session)


# What whoever was invited presses; each looks itself whether they were.
ANSWERS: dict[str, Callable[[Step, Session, Pressed], Awaitable[None]]] = {
    "answer": answer_company,
    "partner": answer_partner,
    "agenda": give_agenda,
}


async def press_session_do(step: Step, event: Pressed) -> None:
    """Change a session; or take the answer of a company or a partner that was invited."""
    do, session = str(event.data.get("do", "")), await find(step, event)
    if do in ANSWERS and session is not None:
        await ANSWERS[do](step, session, event)
    elif not may_press(step):
        return
    elif do == "plan":
        await replan(step, event, session)
    elif session is None:
        step.say(GONE)
    elif str(event.data.get("revision", "")) != str(session.revision):
        await changed_meanwhile(step, session)
    elif do == "undo":
        await undo_change(step, session, texts(event.data))
    elif do in CHANGES or do in list(GuardDoes):
        await change(step, session, event, do)
    else:
        step.say(UNKNOWN)


async def change(step: Step, session: Session, event: Pressed, do: str) -> None:
    """Change a session, or the words on a preview; what was typed there at the last moment is shown first."""
    if do in list(GuardDoes):
        await look_again(step, session, event)
    elif not await looks_first(step, session, event):
        await CHANGES[do](step, session, event.inputs)


async def looks_first(step: Step, session: Session, event: Pressed) -> bool:
    """Show what was typed at the last moment once more, when there is something to mind in it; False when it may go."""
    show, text = PREVIEWS.get(str(event.data.get("do", ""))), typed_text(event.inputs)
    if show is None or not must_look(text, event.data.get("seen"), await text_facts(step, session.plan.terrain, session)):
        return False
    step.show(ReplaceCard(await show(step, session, LOOK, look=Look(text, chosen=ticked(event)))))
    return True


async def look_again(step: Step, session: Session, event: Pressed) -> None:
    """Take over what the guard proposed, leave the text as it is, or put back what was typed."""
    show, facts = PREVIEWS.get(str(event.data.get("of", ""))), await text_facts(step, session.plan.terrain, session)
    if show is None:
        step.say(UNKNOWN)
        return
    look = look_after(str(event.data["do"]), typed_text(event.inputs), event.data, facts, ticked(event))
    step.show(ReplaceCard(await show(step, session, look=look)))


def ticked(event: Pressed) -> tuple[str, ...]:
    """Return the companies that are ticked on a preview, in both lists."""
    return tuple(one for name in ("companies", "addressed") for one in event.inputs.get(name, "").split(",") if one)


async def replan(step: Step, event: Pressed, session: Session | None) -> None:
    """Take the facts of a new session, or of one that is there and was not changed since."""
    if session is not None and str(event.data.get("revision", "")) != str(session.revision):
        await changed_meanwhile(step, session)
    elif session is None and event.data.get("session"):
        step.say(GONE)
    elif session is not None and not session.is_open:
        step.show(ReplaceCard(await plan_card(step, session, CLOSED)))
    else:
        await take_facts(step, texts(event.data), event.inputs, session)


async def find(step: Step, event: Pressed) -> Session | None:
    """Return the session that a button is about; None when it names none."""
    key = key_in(event.data.get("session"))
    return await step.stores.sessions.find(key) if key is not None else None


def texts(data: Mapping[str, object]) -> dict[str, str]:
    """Return what a button carried as texts; nothing else counts."""
    return {key: value for key, value in data.items() if isinstance(value, str)}


SESSION_PRESSED: dict[Verb, Press] = {
    Verb.SESSION: press_session,
    Verb.SESSION_DO: press_session_do,
}
