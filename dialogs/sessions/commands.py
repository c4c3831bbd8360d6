"""The commands of sessions."""

from collections.abc import Awaitable, Callable

from dialogs.sessions.appointments import AGENDA
from dialogs.sessions.cards import list_card
from dialogs.sessions.groups import groups_card
from dialogs.sessions.invited.programmes import programme_card
from dialogs.sessions.plan_requests import in_order, read_asked
from dialogs.sessions.plans import again, ask_facts
from dialogs.sessions.speaking import SPEAK
from dialogs.terrains.terrain_choice import with_terrain
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.refusals import NO_NAMES_HERE
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.calendar.here import date_here

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


async def list_sessions(step: Step, text: str) -> None:
    """Show the sessions of a terrain: to the team with all that hangs on them, to partners when, where and what is on."""
    if step.known.is_team and not step.may_name:
        step.say(NO_NAMES_HERE)
        return
    terrain = await with_terrain(step, text, LIST, guess=True)
    if terrain is not None:
        sessions = await step.stores.sessions.of_terrain(terrain.id)
        card = list_card(terrain, sessions) if step.known.is_team else await programme_card(step, terrain, sessions)
        step.show(ShowCard(card))


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


def hear_plan(step: Step, sentence: str) -> str:
    """Return what a sentence asks to plan, as it follows the command: the terrain, the session, the moment."""
    return in_order(sentence, date_here(step.known.now), step.stores.terrains)


PLAN = Command(("sessieplan", "plan sessie", "sessie plannen"), "een sessie plannen", plan_session, Users.TEAM, Takes.TEXT,
               argument="<terrein> [sessie] [dag]", example="sessieplan hessenpoort startsessie 12 januari 19:30", menu=True,
               scopes=TEAM_PLACES, group="Sessies", hears=hear_plan)  # fmt: skip
LIST = Command(("sessies", "sessie", "verplaats sessie", "sessie verplaatsen"), "de sessies van een terrein", list_sessions,
               Users.TEAM | Users.PARTNERS, Takes.TEXT, argument="<terrein>", example="sessies hessenpoort", scopes=TEAM_PLACES,
               group="Sessies")  # fmt: skip
GROUPS = Command(("groepen",), "groepen maken voor een sessie", show_groups, Users.TEAM, Takes.TEXT, argument="<terrein>",
                 example="groepen hessenpoort", scopes=TEAM_PLACES, group="Sessies")  # fmt: skip
SESSIONS: tuple[Command, ...] = (PLAN, LIST, GROUPS, SPEAK, AGENDA)
