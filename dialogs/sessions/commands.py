"""The commands of sessions, and the buttons on their cards."""

from collections.abc import Awaitable, Callable, Mapping
from uuid import uuid4

from cards.verbs import Verb
from cards.views.card import Card
from dialogs.sessions.announcements import keep_silent, news_card, send_news
from dialogs.sessions.attendance import enter_visitor, mark_visitor, visitors_card
from dialogs.sessions.cards import list_card, plan_card
from dialogs.sessions.changes import change_plan
from dialogs.sessions.closure import after_card, close
from dialogs.sessions.groups import divide, groups_card, keep_wish, move_guest
from dialogs.sessions.invitation_replies import give_appointment, take_answer
from dialogs.sessions.invitations import draft_card, keep_draft, send_invitations
from dialogs.sessions.papers import print_session
from dialogs.sessions.plan_requests import read_asked
from dialogs.sessions.plans import again, ask_facts, changed_meanwhile, facts_form, moment_in, new_form, take_facts
from dialogs.terrains.terrain_choice import with_terrain
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Pressed, Scope
from dialogs.turn.refusals import NO_NAMES_HERE
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.calendar.here import date_here
from domain.intake.acceptance import key_in
from domain.sessions.formats import BY_KEY
from domain.sessions.session import Session

GONE = "Deze sessie is er niet meer."
CLOSED = "Deze sessie is geweest of gaat niet door. Zet hem eerst weer open bij Na afloop."
UNKNOWN = "Deze knop werkt niet meer."
TEAM_PLACES = (Scope.PERSONAL, Scope.CHANNEL)


def for_team(handler: Callable[[Step, str], Awaitable[None]]) -> Callable[[Step, str], Awaitable[None]]:
    """Let a command work only where companies may be named: its cards tell who comes."""

    async def guarded(step: Step, text: str) -> None:
        if step.may_name:
            await handler(step, text)
        else:
            step.say(NO_NAMES_HERE)

    return guarded


@for_team
async def plan_session(step: Step, text: str) -> None:
    """Plan a session: its terrain, and perhaps which one and when."""
    asked = read_asked(text, date_here(step.known.now))
    terrain, kind = await with_terrain(step, asked.terrain, PLAN, rest=asked.rest), asked.kind
    if terrain is None:
        return
    planned = [
        one for one in await step.stores.sessions.of_terrain(terrain.id) if one.is_open and one.plan.start > step.known.now
    ]
    there = next((one for one in planned if kind is not None and one.plan.format == kind.key), None)
    if there is not None and kind is not None:
        again(step, terrain, kind.key, there, asked.moment)
    else:
        ask_facts(step, terrain, kind.key if kind else "", asked)


@for_team
async def list_sessions(step: Step, text: str) -> None:
    """Show the sessions of a terrain."""
    terrain = await with_terrain(step, text, LIST, guess=True)
    if terrain is not None:
        step.show(ShowCard(list_card(terrain, await step.stores.sessions.of_terrain(terrain.id))))


@for_team
async def show_groups(step: Step, text: str) -> None:
    """Show the groups of the next session of a terrain that has them."""
    terrain = await with_terrain(step, text, GROUPS)
    if terrain is None:
        return
    sessions = [one for one in await step.stores.sessions.of_terrain(terrain.id) if one.plan.has_groups and not one.cancelled]
    coming = [one for one in sessions if one.is_open] or sessions[-1:]
    if not coming:
        step.say(f"Op {terrain.name} is nog geen sessie met groepen.", f"Typ: sessieplan {terrain.name} startsessie.")
        return
    step.show(ShowCard(await groups_card(step, coming[0])))


PLAN = Command(("sessieplan", "plan sessie", "sessie plannen"), "een sessie plannen", plan_session, Users.TEAM, Takes.TEXT,
               argument="<terrein> [sessie] [dag]", example="sessieplan hessenpoort startsessie 12 januari 19:30", menu=True,
               scopes=TEAM_PLACES, group="Sessies")  # fmt: skip
LIST = Command(("sessies", "sessie", "verplaats sessie", "sessie verplaatsen"), "de sessies van een terrein", list_sessions,
               Users.TEAM, Takes.TEXT, argument="<terrein>", example="sessies hessenpoort", scopes=TEAM_PLACES,
               group="Sessies")  # fmt: skip
GROUPS = Command(("groepen",), "groepen maken voor een sessie", show_groups, Users.TEAM, Takes.TEXT, argument="<terrein>",
                 example="groepen hessenpoort", scopes=TEAM_PLACES, group="Sessies")  # fmt: skip
SESSIONS: tuple[Command, ...] = (PLAN, LIST, GROUPS)

Change = Callable[[Step, Session, Mapping[str, str]], Awaitable[None]]


async def make(step: Step, session: Session, _: Mapping[str, str]) -> None:
    """Make the groups."""
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
    """Show a side of a session."""
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
        step.show(ReplaceCard(await SIDES[do](step, session)))
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


SIDES: dict[str, Callable[[Step, Session], Awaitable[Card]]] = {
    "plan": plan_card,
    "setup": show_facts,
    "visitors": visitors_card,
    "groups": groups_card,
    "draft": draft_card,
    "after": show_after,
    "news": news_card,
}


async def press_session_do(step: Step, event: Pressed) -> None:
    """Change a session; or take the answer of a company that was invited."""
    do, session = str(event.data.get("do", "")), await find(step, event)
    if do == "answer" and session is not None:
        await take_answer(step, session, texts(event.data), event.inputs)
    elif do == "agenda" and session is not None:
        await give_appointment(step, session)
    elif not may_press(step):
        return
    elif do == "plan":
        await replan(step, event, session)
    elif session is None:
        step.say(GONE)
    elif str(event.data.get("revision", "")) != str(session.revision):
        await changed_meanwhile(step, session)
    elif do in CHANGES:
        await CHANGES[do](step, session, event.inputs)
    else:
        step.say(UNKNOWN)


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


SESSION_PRESSED: dict[Verb, Callable[[Step, Pressed], Awaitable[None]]] = {
    Verb.SESSION: press_session,
    Verb.SESSION_DO: press_session_do,
}
