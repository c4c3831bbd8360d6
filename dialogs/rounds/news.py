"""What companies hear by themselves: planned when it is due and new for them, and looked at again when it is told."""

import datetime
from collections.abc import Mapping

from dialogs.notices.sending import plan_for, plan_members, plan_sending
from dialogs.rounds.follow_ups import FOLLOW_UPS, KIND, LASTING
from dialogs.stores.stores import Stores
from domain.calendar.here import HERE, date_here
from domain.companies.audience import AudienceMember, Listener
from domain.companies.audiences import answering, unfinished
from domain.notices.notice import NewNotice
from domain.rounds.news import News, choose_news
from domain.rounds.reminding import ANSWER_BEFORE, reminder_due, session_notice
from domain.sessions.visitors import UNDECIDED, Coming

# Own assumption: not the first thing in the morning, when people go out on the road.
FROM = datetime.time(9, 0)
# How far back an approved draft still finds companies that were not told it.
APPROVED = datetime.timedelta(days=14)
MOVES = ("step_entered", "session_planned", "outcome_chosen")  # what is news to a company about its terrain


async def plan_news(stores: Stores, now: datetime.datetime) -> int:
    """Plan everything that companies should hear and were not told; return how many notices that are."""
    planned = await plan_reminders(stores, now)
    planned += await plan_session_news(stores, now)
    for sent in await stores.sendings.approved(LASTING, now - APPROVED):
        planned += await plan_sending(stores, FOLLOW_UPS[sent.kind], sent, now)
    return planned


async def plan_reminders(stores: Stores, now: datetime.datetime) -> int:
    """Plan reminders of unfinished intakes: two at most, the second only with news from the terrain."""
    waiting = await stores.audiences.members(unfinished(), now)
    told = await stores.rounds.told(KIND, [one.intake for one in waiting if one.intake is not None])
    planned = 0
    for company, one in ((member, listener) for member in waiting for listener in member.listeners):
        news = await reminder_for(stores, company, one, told[one.intake], now)
        if news is not None and choose_news([news], told[one.intake]):
            new = due_today(news.key, {"what": "intake", "number": news.key[-1]}, company.terrain, now)
            planned += await plan_for(stores, [one], new)
    return planned


async def reminder_for(
    stores: Stores, company: AudienceMember, one: Listener, told: Mapping[str, datetime.datetime], now: datetime.datetime
) -> News | None:
    """Return the reminder that is due; None when none is. Whoever asked for it gets it, also when a colleague was reminded."""
    if one.wished_on is None or company.changed_at is None:
        return None
    mine = f"intake:{one.person}:{one.wished_on.isoformat()}:"
    reminded = [date_here(at) for key, at in told.items() if key.startswith(mine)]
    due = reminder_due(max(date_here(company.changed_at), one.wished_on), reminded, date_here(now))
    if due is None:
        return None
    return News(f"{mine}{due}", needs_fact=due > 1, newest=await newest_on(stores, company.terrain, now) if due > 1 else None)


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
        for coming in (tuple(UNDECIDED), (Coming.YES,)):
            due = session_notice(coming[0], date_here(start), date_here(invited) if invited else None, date_here(now))
            if due is not None:
                members = await stores.audiences.members(answering(session, *coming), now)
                data = {"what": due.value, "session": str(session.id)}
                new = due_today(f"session:{session.id}:{due}:{start.date()}", data, session.plan.terrain, now)
                planned += await plan_members(stores, members, new)
    return planned


def due_today(key: str, data: dict[str, str], terrain: str, now: datetime.datetime) -> NewNotice:
    """Return one thing that companies hear today."""
    return NewNotice(KIND, terrain=terrain, data=data, key=key, after=this_morning(now), bundle=KIND)


def this_morning(now: datetime.datetime) -> datetime.datetime:
    """Return from when companies are told things today."""
    return datetime.datetime.combine(date_here(now), FROM, HERE)
