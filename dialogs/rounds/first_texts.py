"""The words that a draft around a session begins with: what belongs in each, as the source names it."""

import datetime
from collections.abc import Sequence

from cards.formats import day_of, listing, moment
from dialogs.stores.stores import Stores
from domain.rounds.follow_ups import FollowUp
from domain.sessions.session import Session


async def first_text(stores: Stores, session: Session, kind: FollowUp, now: datetime.datetime, organisation: str) -> str:
    """Return the words to begin with. The source names what belongs in each; the team changes them."""
    terrain = stores.terrains.named(session.plan.terrain)
    name = terrain.name if terrain else "uw terrein"
    on = day_of(session.plan.start)
    after = await next_session(stores, session, now)
    coming = f"De volgende keer is op {moment(after.plan.start)}." if after else "De volgende datum hoort u van ons."
    signed = f"Dit bericht komt van {organisation}."
    if kind is FollowUp.THANKS:
        parts = [f"Dank u wel dat u er was op {on}. Hierbij krijgt u de dia's.",
                 "Over een week krijgt u de uitwerking van wat u samen bedacht."]  # fmt: skip
    elif kind is FollowUp.WORKED:
        parts = [f"Op {on} dacht u mee over laden op {name}.", *outcome_of(session.directions), coming,
                 "Weet u nog een bedrijf dat erbij hoort? Typ dan 'vraag' met de naam erachter."]  # fmt: skip
    else:
        earlier = [one for one in await stores.sessions.of_terrain(session.plan.terrain)
                   if one.id != session.id and not one.cancelled and one.plan.end < now]  # fmt: skip
        days = listing([day_of(one.plan.start) for one in earlier])
        found = tuple(line for one in earlier for line in one.directions)
        parts = [f"Fijn dat u meedoet. Bedrijven op {name} kwamen al bij elkaar op {days}.", *outcome_of(found),
                 "U kunt gewoon instappen. Uw vragen en ideeën tellen net zo goed mee. Meedoen kost u niets."]  # fmt: skip
    return "\n\n".join((*parts, signed))


def outcome_of(directions: Sequence[str]) -> list[str]:
    """Return the directions that came out of sessions, as a paragraph."""
    return ["Dit kwam eruit:\n" + "\n".join(f"- {one}" for one in directions)] if directions else []


async def next_session(stores: Stores, session: Session, now: datetime.datetime) -> Session | None:
    """Return the next session of the same terrain that is planned."""
    all_of_them = await stores.sessions.of_terrain(session.plan.terrain)
    return next((one for one in all_of_them if one.is_open and one.plan.start > now and one.id != session.id), None)
