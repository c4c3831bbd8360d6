"""What companies hear by themselves: planned when it is due and new for them, and looked at again when it is told."""

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from uuid import UUID

from dialogs.stores.stores import Stores
from domain.calendar.here import HERE, date_here
from domain.notices.notice import NewNotice
from domain.rounds.follow_ups import Draft, FollowUp, newcomers, there
from domain.rounds.news import News, choose_news
from domain.rounds.people import Recipient, Unfinished
from domain.rounds.reminding import ANSWER_BEFORE, reminder_due, session_notice
from domain.sessions.session import Session

KIND = "news"
# Own assumption: not the first thing in the morning, when people go out on the road.
FROM = datetime.time(9, 0)
# How far back an approved draft still finds companies that were not told it.
APPROVED = datetime.timedelta(days=14)
MOVES = ("step_entered", "session_planned", "outcome_chosen")  # what is news to a company about its terrain


async def plan_news(stores: Stores, now: datetime.datetime) -> int:
    """Plan everything that companies should hear and were not told; return how many notices that are."""
    planned = await plan_reminders(stores, now)
    planned += await plan_session_news(stores, now)
    for draft in await stores.follow_ups.approved(now - APPROVED):
        planned += await plan_draft(stores, draft, now)
    return planned


async def plan_reminders(stores: Stores, now: datetime.datetime) -> int:
    """Plan reminders of unfinished intakes: two at most, the second only with news from the terrain."""
    waiting = await stores.rounds.unfinished(now)
    told = await stores.rounds.told(KIND, [one.intake for one in waiting])
    planned = 0
    for one in waiting:
        news = await reminder_for(stores, one, told[one.intake], now)
        if news is not None and choose_news([news], told[one.intake]):
            data = {"what": "intake", "number": news.key[-1]}
            planned += await plan(stores, [Recipient(one.person, one.intake)], news.key, data, one.terrain, now)
    return planned


async def reminder_for(
    stores: Stores, one: Unfinished, told: Mapping[str, datetime.datetime], now: datetime.datetime
) -> News | None:
    """Return the reminder that is due; None when none is. Whoever asked for it gets it, also when a colleague was reminded."""
    mine = f"intake:{one.person}:{one.wished_on.isoformat()}:"
    reminded = [date_here(at) for key, at in told.items() if key.startswith(mine)]
    due = reminder_due(max(date_here(one.changed_at), one.wished_on), reminded, date_here(now))
    if due is None:
        return None
    return News(f"{mine}{due}", needs_fact=due > 1, newest=await newest_on(stores, one.terrain, now) if due > 1 else None)


async def newest_on(stores: Stores, terrain: str, now: datetime.datetime) -> datetime.datetime | None:
    """Return when something last happened on a terrain that is news to its companies."""
    if not terrain:
        return None
    events = await stores.rounds.moved([terrain], now - datetime.timedelta(days=365), MOVES, 1)
    return events[0].at if events else None


async def plan_session_news(stores: Stores, now: datetime.datetime) -> int:
    """Plan reminders of sessions: to whoever did not answer, and to whoever comes."""
    planned = 0
    for session in await stores.rounds.sessions(now, now + datetime.timedelta(days=ANSWER_BEFORE + 1)):
        if not session.is_open:
            continue
        start, invited = session.plan.start, session.invited_at
        for visitor in await stores.sessions.visitors(session, now):
            due = session_notice(visitor.coming, date_here(start), date_here(invited) if invited else None, date_here(now))
            if due is not None and visitor.intake is not None:
                contacts = await hearing(stores, session.plan.terrain, [visitor.intake], now)
                key = f"session:{session.id}:{due}:{start.date()}"
                data = {"what": due.value, "session": str(session.id)}
                planned += await plan(stores, contacts, key, data, session.plan.terrain, now)
    return planned


async def plan_draft(stores: Stores, draft: Draft, now: datetime.datetime) -> int:
    """Plan an approved text for every company it is for, as far as it was not told; return how many there are."""
    session = await stores.sessions.find(draft.session)
    if session is None:
        return 0
    contacts = await hearing(stores, session.plan.terrain, await readers(stores, draft, session, now), now)
    data = {"what": "follow_up", "draft": str(draft.id)}
    return await plan(stores, contacts, draft.key, data, session.plan.terrain, now, after=now)


async def readers(stores: Stores, draft: Draft, session: Session, now: datetime.datetime) -> frozenset[UUID]:
    """Return the companies a draft is for: those that were there, or that come and were never there before."""
    visitors = await stores.sessions.visitors(session, now)
    if draft.kind is not FollowUp.RECAP:
        return there(visitors)
    return (
        newcomers(visitors, await earlier_guests(stores, session, now))
        if session.is_open and session.plan.start > now
        else frozenset()
    )


async def earlier_guests(stores: Stores, session: Session, now: datetime.datetime) -> frozenset[UUID]:
    """Return the companies that were at a session of this terrain before this one."""
    found = frozenset[UUID]()
    for one in await stores.sessions.of_terrain(session.plan.terrain):
        if one.id != session.id and not one.cancelled and one.plan.end < min(now, session.plan.start):
            found |= there(await stores.sessions.visitors(one, now))
    return found


async def hearing(stores: Stores, terrain: str, intakes: Collection[UUID], now: datetime.datetime) -> Sequence[Recipient]:
    """Return who hears it for each of these companies, as far as it agrees to be approached and somebody wants to hear it."""
    if not intakes:
        return ()
    agreed = {one.intake for one in await stores.sessions.invitable(terrain, now)}
    return await stores.rounds.contacts(agreed & set(intakes), now)


async def plan(
    stores: Stores, contacts: Sequence[Recipient], key: str, data: dict[str, str], terrain: str, now: datetime.datetime,
    *, after: datetime.datetime | None = None,
) -> int:  # fmt: skip
    """Plan one thing for companies, once each; return how many were not told it before, through whomever."""
    told = await stores.rounds.told(KIND, {one.intake for one in contacts})
    fresh = [one for one in contacts if key not in told[one.intake]]
    return await stores.notices.plan(*new_notices(fresh, key, data, terrain, after or this_morning(now)))


def new_notices(
    contacts: Sequence[Recipient], key: str, data: dict[str, str], terrain: str, after: datetime.datetime
) -> Iterator[NewNotice]:
    for one in contacts:
        yield NewNotice(KIND, person=one.person, terrain=terrain, about=one.intake, data=data, key=key, after=after, bundle=KIND)


def this_morning(now: datetime.datetime) -> datetime.datetime:
    """Return from when companies are told things today."""
    return datetime.datetime.combine(date_here(now), FROM, HERE)
