"""What companies are sent about a session they are invited to: the invitation, and that it moved or is off."""

import datetime
from collections.abc import Collection, Sequence
from uuid import UUID

from cards.formats import plural
from cards.views.notice import NoticeCard
from dialogs.notices.kind import NoticeKind, Telling
from dialogs.notices.office import step_of
from dialogs.notices.sending import SendingKind, approved_now, offer_by_hand, plan_sending, sent_to, session_of, to_tell
from dialogs.sessions.attendance import SENT, earlier_offers
from dialogs.sessions.calendar import appointment_of
from dialogs.sessions.cards import name_of
from dialogs.sessions.invitation_replies import invitation_card
from dialogs.stores.stores import Stores
from dialogs.turn.replies import Enclose, Reply, ShowCard
from dialogs.turn.step import Step
from domain.companies.audience import Audience
from domain.companies.audiences import listed
from domain.notices.notice import Notice
from domain.notices.sending import Sending
from domain.sessions.session import Session

SOON = datetime.timedelta(hours=1)  # own assumption: what is approved just before we are quiet is told in it


async def listed_now(stores: Stores, sent: Sending, _: datetime.datetime) -> Audience | None:
    """Return who is on the list of the session; None when it is over, or gone."""
    session = await session_of(stores, sent)
    return listed(session) if session is not None and not session.held else None


async def send_about(step: Step, kind: SendingKind, session: Session, text: str, chosen: Collection[UUID]) -> str:
    """Send what was just approved to these companies; return when it goes to how many, and what the team does itself.

    A session that is going on, or begins before the quiet hours end, does not wait for the morning.
    """
    now, stores = step.known.now, step.stores
    urgent = session.presses(now, stores.notices.next_moment(now + SOON))
    sent = approved_now(kind, session, text, now)
    await stores.sendings.make(sent)
    count = await plan_sending(stores, kind, sent, now, chosen=chosen, urgent=urgent)
    title = f"{kind.title}: {session.plan.kind.title.lower()} {name_of(step, session.plan.terrain)}"
    enclosed = appointment_of(stores.terrains, step.known.house.organisation, session)
    audience = listed(session).among(chosen)
    await offer_by_hand(step, audience, title, text, enclosed)
    by_hand = [one for one in await stores.audiences.members(audience, now) if one.addressees and not one.mailed]
    unheard = len(chosen) - count - len(by_hand)
    by_phone = f" Van {plural(unheard, 'bedrijf', 'bedrijven')} kan ik hier niemand bereiken. Bel zelf." if unheard else ""
    return f"{sent_to(stores, count, now, urgent=urgent)}.{by_phone}"


async def tell_about_session(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Tell a company about a session as it is now, with what it answered before, as far as that is still for it."""
    step = step_of(telling)
    told = [await told_of(step, one, telling.addressee or one.about) for one in notices]
    return tuple(reply for one in told for reply in one)


async def told_of(step: Step, one: Notice, who: UUID | None) -> Sequence[Reply]:
    """Return one message as its card, with the appointment as it is now; nothing when it is not for this company any more."""
    found = await to_tell(step, SESSION_SENDINGS, one.data.get("sending"), who)
    session = await session_of(step.stores, found[1]) if found is not None else None
    if found is None or session is None:
        return ()
    kind, sent = found
    terrain = name_of(step, session.plan.terrain)
    enclosed = Enclose(appointment_of(step.stores.terrains, step.known.house.organisation, session))
    if session.cancelled:
        words = NoticeCard(title=f"{session.plan.kind.title} {terrain}", lines=tuple(sent.text.split("\n\n")))
        return (ShowCard(words), enclosed) if kind is CHANGE else ()
    visitors = await step.stores.sessions.visitors(session, step.known.now)
    before = next((visitor for visitor in visitors if visitor.key == who), None) if kind is CHANGE else None
    card = invitation_card(terrain, session, await earlier_offers(step, session), before, text=sent.text)
    return (ShowCard(card), enclosed)


ABOUT_SESSION = NoticeKind("invitation", "bericht over een sessie", tell_about_session, counts=True, mailed=True)
INVITATION, CHANGE = (SendingKind(name, title, ABOUT_SESSION.name, listed_now) for name, title in SENT.items())
SESSION_SENDINGS = {one.name: one for one in (INVITATION, CHANGE)}
