"""A full session: who says yes then waits, is told so with their place in the line, and moves up when there is room."""

import datetime
from dataclasses import replace

from cards.formats import plural
from dialogs.stores.stores import Stores
from domain.companies.audiences import listed
from domain.notices.notice import Happening, NewNotice
from domain.notices.topics import Topic
from domain.sessions.session import Session
from domain.sessions.visitors import Coming, Visitor

SOON = datetime.timedelta(hours=1)  # own assumption, as for what the team sends: see dialogs/sessions/sent.py
PLACE = "place"  # the kind of notice
FULL = "De sessie is vol. U staat op de wachtlijst, als nummer {place}. Komt er een plaats vrij? Dan hoort u dat van ons."
NO_MORE = "Voor meer mensen is nu geen plaats. U staat op de lijst met {had}."


async def fill_places(stores: Stores, session: Session, now: datetime.datetime) -> int:
    """Give free places to who waits and tell them; return how many companies that are."""
    moved = await stores.places.move_up(session.id)
    for one in moved:
        await tell_place(stores, session, one, now)
    return len(moved)


async def tell_place(stores: Stores, session: Session, one: Visitor, now: datetime.datetime) -> None:
    """Plan to tell a company that it has a place: at once, but not in the night unless the session begins before the morning."""
    if one.intake is None:
        return
    urgent = session.presses(now, stores.notices.next_moment(now + SOON))
    new = NewNotice(
        PLACE, terrain=session.plan.terrain, about=one.intake, data={"session": str(session.id)},
        key=f"place:{session.id}:{one.number}:{now.isoformat()}", urgent=urgent,
    )  # fmt: skip
    hearing = await stores.audiences.listeners(listed(session).among([one.intake]), now)
    await stores.notices.plan(*(replace(new, person=listener.person) for listener in hearing))
    await stores.notices.happened(Happening(Topic.REGISTRATION, session.plan.terrain, one.intake, {"people": one.people}))


def asked_back(known: Visitor, room: int) -> str:
    """Say that not all of them fit."""
    if known.coming is Coming.YES and room <= known.people:
        return NO_MORE.format(had=plural(known.people, "persoon", "personen"))
    keeps = " Tot u kiest, verandert er niets." if known.coming is Coming.YES else ""
    return f"Er is nog plaats voor {plural(room, 'persoon', 'personen')}.{keeps}"
