"""Thanks and results for the partners that were at a session: the text that the team approved for companies, and the slides."""

from collections.abc import Sequence
from uuid import UUID

from cards.formats import small
from cards.views.notice import NoticeCard
from dialogs.notices.kind import NoticeKind, Telling
from dialogs.notices.office import roles_of, step_of
from dialogs.notices.sending import session_of
from dialogs.rounds.follow_ups import FOLLOW_UPS, PARTNER_KIND
from dialogs.rounds.session_news import slides_of
from dialogs.sessions.cards import name_of
from dialogs.sessions.invited.telling import people_who_came
from dialogs.turn.replies import OfferPaper, Reply, ShowCard
from domain.intake.acceptance import key_in
from domain.notices.notice import Notice
from domain.notices.sending import SendingState
from domain.rounds.follow_ups import FollowUp


async def tell_partner_news(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Tell a partner what the team approved after a session, as far as they were there and still hold a role on its terrain."""
    told = [await told_of(telling, one, telling.person) for one in notices if telling.person is not None]
    return tuple(reply for one in told for reply in one)


async def told_of(telling: Telling, one: Notice, person: UUID) -> Sequence[Reply]:
    key = key_in(one.data.get("sending"))
    sent = await telling.stores.sendings.find(key) if key is not None else None
    session = await session_of(telling.stores, sent) if sent is not None else None
    if sent is None or session is None or sent.state is not SendingState.APPROVED or session.cancelled:
        return ()
    roles = await roles_of(telling.stores, telling.house, person)
    terrain = telling.stores.terrains.named(session.plan.terrain)
    if terrain is None or not roles.at(terrain) or person not in await people_who_came(telling.stores, session):
        return ()
    step, kind = step_of(telling, roles), FOLLOW_UPS[sent.kind]
    heading = f"{session.plan.kind.title} {name_of(step, session.plan.terrain)}"
    card = ShowCard(NoticeCard(title=f"{kind.title}: {small(heading)}", lines=tuple(sent.text.split("\n\n"))))
    return (card, OfferPaper(await slides_of(step, session))) if kind.name == FollowUp.THANKS else (card,)


PARTNER_NEWS = NoticeKind(PARTNER_KIND, "bericht aan een partner na een sessie", tell_partner_news, mailed=True)
