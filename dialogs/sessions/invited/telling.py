"""Planning what partners hear of a session, and what whoever leads the terrain hears of their answer."""

from collections.abc import Sequence
from enum import StrEnum
from uuid import UUID

from dialogs.stores.stores import Stores
from domain.notices.notice import NewNotice
from domain.sessions.session import Session
from domain.sessions.visitors import Coming, Visitor

KIND = "partner"  # the kind of notice


class PartnerWord(StrEnum):
    """What a partner is told, or the team about a partner."""

    INVITED = "invited"
    CHANGED = "changed"
    ANSWERED = "answered"


def notice_for(session: Session, person: UUID, what: PartnerWord, key: str = "") -> NewNotice:
    """Return what tells one person about a session as it is when they are told, once under its key."""
    data = {"what": what.value, "session": str(session.id)}
    return NewNotice(
        KIND, person=person, terrain=session.plan.terrain, data=data, key=f"{KIND}:{what}:{session.id}:{person}:{key}"
    )


async def tell_partners(stores: Stores, session: Session) -> int:
    """Plan to tell partners that a session moved or is off, once for each way it can be; return how many. Who said no to a
    session needs no word that it is off.
    """
    partners = await stores.partners.of_session(session.id)
    told = (one for one in partners if one.person is not None and (one.coming is not Coming.NO or not session.cancelled))
    state = f"{session.plan.start.isoformat()}:{session.plan.place}:{session.cancelled}"
    return await stores.notices.plan(
        *(notice_for(session, one.person, PartnerWord.CHANGED, state) for one in told if one.person is not None)
    )


async def tell_answer(stores: Stores, session: Session, partner: Visitor, at: str) -> None:
    """Plan to tell whoever leads the terrain what a partner answered."""
    director = (await stores.dossiers.state(session.plan.terrain)).director
    if director is not None and director != partner.person:
        new = notice_for(session, director, PartnerWord.ANSWERED, f"{partner.number}:{at}")
        await stores.notices.plan(new)


async def people_who_came(stores: Stores, session: Session) -> Sequence[UUID]:
    """Return the partners that were there, as the team ticked it and else as they answered."""
    partners = await stores.partners.of_session(session.id)
    came = (one for one in partners if (one.attended if one.attended is not None else one.coming is Coming.YES))
    return tuple(one.person for one in came if one.person is not None)
