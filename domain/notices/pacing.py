"""How much a bot may send by itself: Teams' limits, counted over everything that was sent, replies included."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many messages in any stretch of so many seconds."""

    most: int
    seconds: float


# Microsoft's documentation on rate limits of bots in Teams, per conversation; per tenant the lowest figure it ever gave.
PER_CONVERSATION = (Limit(7, 1), Limit(8, 2), Limit(60, 30), Limit(1800, 3600))
PER_TENANT = (Limit(30, 1),)
LONGEST = datetime.timedelta(seconds=max(limit.seconds for limit in PER_CONVERSATION))
LONGEST_OF_TENANT = datetime.timedelta(seconds=max(limit.seconds for limit in PER_TENANT))
# Left free for replies, which never wait: a person who writes in the same second is answered all the same.
HEADROOM = 2


@dataclass(frozen=True, slots=True)
class SentMessages:
    """Messages of one turn that went to one conversation at one moment."""

    tenant: str
    conversation: str
    at: datetime.datetime
    count: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A turn that still has messages to send by itself."""

    id: UUID
    tenant: str
    conversation: str
    count: int


def admit(waiting: Iterable[Waiting], recent: Iterable[SentMessages], now: datetime.datetime) -> list[UUID]:
    """Return which turns may be sent now, in order; nothing overtakes within a conversation.

    `recent` is everything that was sent within LONGEST, in the conversations and tenants concerned.
    """
    chats: dict[tuple[str, str], list[SentMessages]] = defaultdict(list)
    tenants: dict[str, list[SentMessages]] = defaultdict(list)
    for sending in recent:
        chats[sending.tenant, sending.conversation].append(sending)
        if sending.at >= now - LONGEST_OF_TENANT:
            tenants[sending.tenant].append(sending)
    admitted: list[UUID] = []
    held: set[tuple[str, str]] = set()
    for turn in waiting:
        chat = (turn.tenant, turn.conversation)
        if (
            chat in held
            or not has_room(tenants[turn.tenant], PER_TENANT, turn.count, now)
            or not has_room(chats[chat], PER_CONVERSATION, turn.count, now)
        ):
            held.add(chat)
            continue
        sending = SentMessages(turn.tenant, turn.conversation, now, turn.count)
        chats[chat].append(sending)
        tenants[turn.tenant].append(sending)
        admitted.append(turn.id)
    return admitted


def has_room(sent: Sequence[SentMessages], limits: Iterable[Limit], count: int, now: datetime.datetime) -> bool:
    """Say whether so many more messages stay below every limit; a single large turn may use all of an empty stretch."""
    return all(fits_limit(sent, limit, count, now) for limit in limits)


def fits_limit(sent: Sequence[SentMessages], limit: Limit, count: int, now: datetime.datetime) -> bool:
    """Say whether so many more messages stay below one limit."""
    since = now - datetime.timedelta(seconds=limit.seconds)
    used = sum(sending.count for sending in sent if sending.at >= since)
    return used + count <= limit.most - HEADROOM or (used == 0 and count <= limit.most)
