"""Every audience of ours, declared: who is invited, told, thanked and reminded."""

from collections.abc import Collection
from uuid import UUID

from domain.companies.audience import Audience, Willingness
from domain.consent.consents import Purpose
from domain.sessions.session import Session
from domain.sessions.visitors import Coming

ANSWERS = frozenset(Coming)


def invitable(session: Session) -> Audience:
    """Return whom the team can still invite to a session."""
    return Audience(needs=Purpose.APPROACH, wish=Willingness.CONSENT, terrain=session.plan.terrain, session=session.id,
                    coming=frozenset({None}), addresses=True)  # fmt: skip


def listed(session: Session) -> Audience:
    """Return who hears of a session that they were invited to; who said no needs no word that it is off."""
    concerned = ANSWERS - {Coming.NO} if session.cancelled else ANSWERS
    return Audience(
        needs=Purpose.APPROACH,
        wish=Willingness.CONSENT,
        terrain=session.plan.terrain,
        session=session.id,
        coming=concerned,
        addresses=True,
    )


def answering(session: Session, *coming: Coming) -> Audience:
    """Return who is reminded of a session, of those who answered one of these."""
    return Audience(needs=Purpose.APPROACH, terrain=session.plan.terrain, session=session.id, coming=frozenset(coming),
                    addresses=True)  # fmt: skip


def guests(terrain: str, sessions: Collection[UUID]) -> Audience:
    """Return who was at one of these sessions of a terrain, and hears what came of it."""
    return Audience(needs=Purpose.APPROACH, terrain=terrain, was_at=frozenset(sessions), addresses=True)


def newcomers(session: Session, earlier: Collection[UUID]) -> Audience:
    """Return who comes to a session and was at none of the earlier ones."""
    return Audience(needs=Purpose.APPROACH, terrain=session.plan.terrain, session=session.id, coming=frozenset({Coming.YES}),
                    never_at=frozenset(earlier), addresses=True)  # fmt: skip


def unfinished() -> Audience:
    """Return who asked to be reminded of an intake that is not finished."""
    return Audience(needs=Purpose.KEEP, wish=Willingness.REMINDER, confirmed=False)


def deciding(companies: Collection[UUID]) -> Audience:
    """Return who hears that a consent of these companies ends."""
    return Audience(needs=Purpose.KEEP, companies=frozenset(companies))
