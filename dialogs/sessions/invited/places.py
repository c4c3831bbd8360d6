"""Word of a place that came free: the company comes now, and says with one tap that it does not after all."""

from collections.abc import Sequence

from cards.formats import plural
from dialogs.notices.kind import NoticeKind, Telling
from dialogs.notices.office import step_of
from dialogs.sessions.attendance import earlier_offers
from dialogs.sessions.calendar import appointment_of
from dialogs.sessions.cards import name_of
from dialogs.sessions.invitation_replies import invitation_card
from dialogs.sessions.invited.waiting import PLACE
from dialogs.turn.replies import Enclose, Reply, ShowCard
from dialogs.turn.step import Step
from domain.companies.audiences import listed
from domain.intake.acceptance import key_in
from domain.notices.notice import Notice
from domain.sessions.visitors import Coming

FREE = "Er is een plaats vrij. U komt nu, met {people}. Past het niet meer? Kies dan 'Ik kom niet'."


async def tell_places(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Tell a company that it has a place, as far as it still has."""
    step = step_of(telling)
    told = [await told_of(step, one) for one in notices]
    return tuple(reply for one in told for reply in one)


async def told_of(step: Step, one: Notice) -> Sequence[Reply]:
    """Return one message as its card, with the appointment; nothing when it is not so any more, or not for this person."""
    now, key = step.known.now, key_in(one.data.get("session"))
    session = await step.stores.sessions.find(key) if key is not None else None
    if session is None or not session.is_open or session.plan.start <= now or one.about is None:
        return ()
    members = await step.stores.audiences.members(listed(session).among([one.about]), now)
    visitors = await step.stores.sessions.visitors(session, now)
    visit = next((visitor for visitor in visitors if visitor.intake == one.about and visitor.coming is Coming.YES), None)
    if visit is None or not any(who.person == step.known.person for member in members for who in member.listeners):
        return ()
    said = FREE.format(people=plural(visit.people, "persoon", "personen"))
    terrain, groups = name_of(step, session.plan.terrain), await earlier_offers(step, session)
    enclosed = Enclose(appointment_of(step.stores.terrains, step.known.house.organisation, session))
    return (ShowCard(invitation_card(terrain, session, groups, visit, said=said)), enclosed)


HAS_PLACE = NoticeKind(PLACE, "plaats bij een sessie", tell_places, counts=True, mailed=True)
