"""A message of the team's own as companies get it: whom it is for is asked again when it is told."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.notices.kind import NoticeKind, Telling
from dialogs.notices.office import step_of
from dialogs.notices.sending import SendingKind, to_tell
from dialogs.stores.stores import Stores
from dialogs.turn.replies import Reply, ShowCard
from domain.companies.audience import Audience, AudienceMember
from domain.companies.message_audience import MessageGroup, left_out, read_audience
from domain.dossier.forms import MandateForm
from domain.notices.notice import Notice
from domain.notices.sending import Sending

MOST_MANDATES = 2000
SILENT = Button(title="Geen berichten meer", verb=Verb.SAY, data={"text": "geen berichten"})


async def audience_of(stores: Stores, sent: Sending, now: datetime.datetime) -> Audience | None:
    """Return whom a message is for now; None for what is not kept as we keep it, or when its session is over or off."""
    asked = read_audience(sent.audience)
    if asked is None:
        return None
    if asked.session is not None:
        session = await stores.sessions.find(asked.session)
        if session is None or not session.is_open or session.plan.end <= now or session.plan.terrain != sent.terrain:
            return None
    signed = asked.group is MessageGroup.UNMANDATED
    given = await stores.responses.of_terrain(sent.terrain, (MandateForm,), limit=MOST_MANDATES) if signed else ()
    return asked.on(sent.terrain, frozenset(one.intake for one in given if one.intake is not None and one.data.get("signed")))


async def recipients(
    stores: Stores, draft: Sending, now: datetime.datetime
) -> tuple[Sequence[AudienceMember], Sequence[AudienceMember]]:
    """Return the companies that get a message, and the others of its group, who do not."""
    audience = await audience_of(stores, draft, now)
    if audience is None:
        return (), ()
    group = await stores.audiences.members(replace(audience, needs=None), now)
    return [one for one in group if left_out(one) is None], [one for one in group if left_out(one) is not None]


def company_card(sent: Sending) -> NoticeCard:
    """Return a message as a company gets it."""
    return NoticeCard(title=sent.title, lines=tuple(sent.text.split("\n\n")), buttons=(SILENT,))


async def tell_messages(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Tell a company what the team wrote, as far as that is still for it."""
    step = step_of(telling)
    found = [await to_tell(step, KINDS, one.data.get("sending"), one.about) for one in notices]
    return tuple(ShowCard(company_card(one[1])) for one in found if one is not None)


OWN_MESSAGE = NoticeKind("message", "bericht van het team", tell_messages, counts=True, mailed=True)
MESSAGE = SendingKind("message", "Bericht", OWN_MESSAGE.name, audience_of)
KINDS = {MESSAGE.name: MESSAGE}
