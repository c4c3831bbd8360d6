"""Which session somebody means who names none: the only one of the terrain they name, else the one they saw last."""

import datetime
from collections.abc import Sequence

from cards.formats import day_of
from cards.verbs import Verb
from cards.views.card import MOST_BUTTONS, Button
from cards.views.notice import NoticeCard
from dialogs.lookup.mentioned import terrain_in
from dialogs.sessions.cards import name_of
from dialogs.terrains.spoken_of import spoken_of
from dialogs.terrains.terrain_choice import with_terrain
from dialogs.turn.command import Command
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.intake.acceptance import key_in
from domain.sessions.session import Session
from domain.terrains.terrains import TerrainName

AHEAD = datetime.timedelta(days=731)
NONE_AHEAD = "Er is geen sessie die nog komt."


async def session_meant(step: Step, text: str, then: Command) -> Session | None:
    """Return the session that a sentence is about; None when the person was asked which one, or told that there is none.

    A button of ours holds the key of a session, or of a terrain, in front.
    """
    front = text.split(" ", 1)[0]
    if (key := key_in(front)) is not None:
        return await still_there(step, await step.stores.sessions.find(key))
    named = front if step.stores.terrains.named(front) else terrain_in(step.stores.terrains, text)
    if named:
        terrain = await with_terrain(step, named, then, rest=text)
        return None if terrain is None else only_one(step, text, then, await ahead_on(step, terrain), terrain)
    seen = await step.stores.sessions.find(step.place.session) if step.place.session else None
    if seen is not None and is_ahead(step, seen):
        return seen
    ahead = [one for one in await step.stores.rounds.sessions(step.known.now, step.known.now + AHEAD) if one.is_open]
    last = spoken_of(step, None)
    return only_one(step, text, then, sorted(ahead, key=lambda one: last is None or one.plan.terrain != last.id))


async def ahead_on(step: Step, terrain: TerrainName) -> Sequence[Session]:
    """Return the sessions of a terrain that are still to come."""
    return [one for one in await step.stores.sessions.of_terrain(terrain.id) if is_ahead(step, one)]


def is_ahead(step: Step, session: Session) -> bool:
    return session.is_open and session.plan.start > step.known.now


async def still_there(step: Step, session: Session | None) -> Session | None:
    """Return a session that a button meant; None when it is over or gone, and that was said."""
    if session is not None and is_ahead(step, session):
        return session
    step.say("Deze sessie is er niet meer, of is al geweest.")
    return None


def only_one(
    step: Step, text: str, then: Command, sessions: Sequence[Session], terrain: TerrainName | None = None
) -> Session | None:
    """Return the only one there is; of several the person is asked which."""
    if len(sessions) == 1:
        return sessions[0]
    if not sessions:
        where = f"Op {terrain.label} komt er nog geen sessie." if terrain else NONE_AHEAD
        step.say(where, f"Typ: sessieplan {terrain.name if terrain else 'hessenpoort'}.")
        return None
    taps = (
        Button(
            title=f"{one.plan.kind.title} {name_of(step, one.plan.terrain)}, {day_of(one.plan.start)}",
            verb=Verb.SAY,
            data={"text": f"{then.words[0]} {one.id} {text}"[:400]},
        )
        for one in sessions[:MOST_BUTTONS]
    )
    step.show(ShowCard(NoticeCard(lines=("Welke sessie bedoelt u?",), buttons=tuple(taps))))
    return None
