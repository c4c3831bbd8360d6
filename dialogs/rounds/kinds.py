"""All kinds of notices of the rounds, and one round: everything that is due by now is planned, each thing once."""

import datetime

from dialogs.rounds.consent_ends import plan_endings
from dialogs.rounds.digests import DIGEST, plan_digests
from dialogs.rounds.drafts import DRAFT, plan_drafts
from dialogs.rounds.mornings import LATE, MORNING, plan_mornings
from dialogs.rounds.news import plan_news
from dialogs.rounds.partner_news import PARTNER_NEWS
from dialogs.rounds.words import ASKED, NEWS
from dialogs.sessions.invited.waiting import fill_places
from dialogs.stores.stores import Stores
from dialogs.turn.known import House

ROUND_KINDS = (NEWS, ASKED, MORNING, LATE, DIGEST, DRAFT, PARTNER_NEWS)


async def go_round(stores: Stores, house: House, now: datetime.datetime) -> dict[str, int]:
    """Plan everything that is due and was not planned before; return how many notices of what.

    What a round missed the next one plans: every notice has a key, so that a round can be done again and by several at once.
    """
    return {
        "drafts": await plan_drafts(stores, now, house),
        "mornings": await plan_mornings(stores, now, house),
        "digests": await plan_digests(stores, now),
        "news": await plan_news(stores, now),
        "endings": await plan_endings(stores, now),
        "places": await plan_places(stores, now),
    }


async def plan_places(stores: Stores, now: datetime.datetime) -> int:
    """Give the places of companies that were erased to who waits for one; return to how many."""
    return sum([await fill_places(stores, session, now) for session in await stores.places.awaited(now)])
