"""The sessions of a terrain as a partner reads them: which, when, where and what is on; no company is named."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from cards.views.card import Fact, FactGroup
from cards.views.sessions.session_card import SessionCard
from dialogs.sessions.cards import timetable, when
from dialogs.sessions.invited.facts import told_moment
from dialogs.sessions.invited.partner_words import SAID
from dialogs.turn.step import Step
from domain.sessions.session import Session
from domain.sessions.visitors import Coming, Visitor
from domain.terrains.terrains import TerrainName

MOST = 3  # programmes on one card
LISTED = 10
NONE = "Er is nog geen sessie gepland."
ANSWER = "Typ 'ik kom' of 'ik kom niet'."


async def programme_card(step: Step, terrain: TerrainName, sessions: Sequence[Session]) -> SessionCard:
    """Return what a partner may read of the sessions of a terrain: those to come with their programme, then those before."""
    ahead = [one for one in sessions if one.is_open and one.plan.start > step.known.now]
    before = [one for one in sessions if one.held][-LISTED:]
    own = {one.id: mine for one, mine in await step.stores.partners.invitations(step.known.person, step.known.now)}
    groups = [
        FactGroup(title=f"{one.plan.kind.title}, {when(one.plan)}", facts=(*about(one, own), *timetable(one.plan, ())))
        for one in ahead[:MOST]
    ]
    unanswered = any(own[one.id].coming is Coming.INVITED for one in ahead if one.id in own)
    past = tuple(Fact(label=one.plan.kind.title, value=when(one.plan)) for one in reversed(before))
    return SessionCard(
        title=f"Sessies {terrain.name}",
        lines=(nearest(ahead[0]) if ahead else NONE, *((ANSWER,) if unanswered else ())),
        groups=(*groups, *((FactGroup(title="Geweest", facts=past),) if past else ())),
    )


def nearest(session: Session) -> str:
    """Return the next session in one line."""
    place = f" De plaats: {session.plan.place.rstrip('. ')}." if session.plan.place else ""
    return f"De volgende is de {session.plan.kind.title.lower()}, op {told_moment(session.plan)}.{place}"


def about(session: Session, own: Mapping[UUID, Visitor]) -> tuple[Fact, ...]:
    """Return where a session is, and what this partner answered to it."""
    place = (Fact(label="Waar", value=session.plan.place),) if session.plan.place else ()
    mine = own.get(session.id)
    return (*place, *((Fact(label="Uw antwoord", value=SAID[mine.coming]),) if mine is not None else ()))
