"""What goes to companies around a session after a yes of the team: each of these kinds once for every session.

Who comes to belong to the audience of an approved one later gets it as well.
"""

import datetime
from collections.abc import Sequence
from uuid import UUID

from dialogs.notices.sending import AlsoFor, SendingKind, session_of
from dialogs.sessions.invited.telling import people_who_came
from dialogs.stores.stores import Stores
from domain.companies.audience import Audience
from domain.companies.audiences import answering, guests, newcomers
from domain.notices.sending import Sending
from domain.rounds.follow_ups import FollowUp
from domain.sessions.session import Session
from domain.sessions.visitors import UNDECIDED

KIND = "news"  # the notice that brings all of one day in one message
PARTNER_KIND = "partner_news"  # the notice that brings a partner one of them


async def guests_of(stores: Stores, sent: Sending, _: datetime.datetime) -> Audience | None:
    """Return who was there."""
    session = await session_of(stores, sent)
    return guests(sent.terrain, [session.id]) if session is not None and not session.cancelled else None


async def partners_of(stores: Stores, sent: Sending) -> Sequence[UUID]:
    """Return the partners that were there."""
    session = await session_of(stores, sent)
    return await people_who_came(stores, session) if session is not None and not session.cancelled else ()


async def newcomers_of(stores: Stores, sent: Sending, now: datetime.datetime) -> Audience | None:
    """Return who comes and was never there before, as long as the session is still to come and there was one before it."""
    session = await session_of(stores, sent)
    if session is None or not session.is_open or session.plan.start <= now:
        return None
    earlier = [one.id for one in await stores.sessions.of_terrain(session.plan.terrain) if is_before(one, session, now)]
    met = earlier and await stores.audiences.members(guests(sent.terrain, earlier), now)
    return newcomers(session, earlier) if met else None


async def silent_about(stores: Stores, sent: Sending, now: datetime.datetime) -> Audience | None:
    """Return who was invited and did not answer, as long as the session is still to come."""
    session = await session_of(stores, sent)
    if session is None or not session.is_open or session.plan.start <= now:
        return None
    return answering(session, *UNDECIDED)


def is_before(one: Session, session: Session, now: datetime.datetime) -> bool:
    """Say whether a session of the same terrain was before this one."""
    return one.id != session.id and not one.cancelled and one.plan.end < min(now, session.plan.start)


FOLLOW_UPS = {
    one.name: one
    for one in (
        SendingKind(FollowUp.THANKS, "Bedankt voor uw komst", KIND, guests_of, AlsoFor(PARTNER_KIND, partners_of)),
        SendingKind(FollowUp.WORKED, "De uitwerking", KIND, guests_of, AlsoFor(PARTNER_KIND, partners_of)),
        SendingKind(FollowUp.RECAP, "Wat er al gebeurde", KIND, newcomers_of),
        SendingKind(FollowUp.REMINDER, "Herinnering", KIND, silent_about),
    )
}
# Who comes to belong to the audience of these later gets them as well; a reminder is for whoever it was approved for.
LASTING = tuple(name for name in FOLLOW_UPS if name != FollowUp.REMINDER)
