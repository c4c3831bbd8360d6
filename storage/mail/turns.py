"""Mails as turns: what waits to be mailed lies with the other replies, without an address and without a secret."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.door.sessions import TENANT as DOOR
from domain.mail.addresses import Mailbox
from storage.tables.turn import turn
from storage.turn.addressees import place_of
from storage.turn.saving import NewTurn, save_turn
from storage.turn.turns import CLAIM, IN_ORDER, MAILS, TRIED_LONG_ENOUGH

MAIL = "mail"  # the channel, and the kind of activity
LINK = "link"  # what a mail is for that holds a link which is made when it goes
MOST_LINKS = 3  # a day for each person: own assumption, enough for a phone, a computer and one that was lost
DAY = datetime.timedelta(days=1)
AGAIN = datetime.timedelta(minutes=5)  # servers that know nobody yet ask for some minutes


async def keep_mail(
    connection: AsyncConnection, to: Mailbox | UUID, key: str, what: Mapping[str, Any], at: datetime.datetime
) -> UUID | None:
    """Keep a mail to go at a moment, and return its turn; None when one with this key was kept before.

    `to` is the addressee when it is for who is no person here.
    """
    if isinstance(to, Mailbox):
        tenant, place, person = to.tenant, f"{MAIL}:{to.person}", to.person
    else:
        tenant, place, person = DOOR, place_of(to), None
    same = (turn.c.tenant == tenant, turn.c.conversation == place, turn.c.activity == key)
    if (await connection.execute(select(turn.c.id).where(*same))).one_or_none() is not None:
        return None
    reference = {"channelId": MAIL, "conversation": {"id": place}}
    outgoing = [{"kind": "send", "activity": {"type": MAIL, **what}, "target": None}]
    new = NewTurn(uuid4(), tenant, place, key, person, reference, outgoing, at, lease_seconds=0)
    await save_turn(connection, new)
    return new.id


async def plan_link(connection: AsyncConnection, to: Mailbox, now: datetime.datetime) -> bool:
    """Keep a mail with a link; False after a few in a day. One after another for each person, so that the count is right."""
    await connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(str(to.person), 42))))
    mine = (turn.c.conversation == f"{MAIL}:{to.person}", turn.c.activity.startswith(f"{LINK}:"), turn.c.at > now - DAY)
    lately = await connection.execute(select(func.count()).where(*mine))
    if lately.scalar_one() >= MOST_LINKS:
        return False
    return await keep_mail(connection, to, f"{LINK}:{uuid4()}", {"what": LINK}, now) is not None


async def claim_mails(connection: AsyncConnection, limit: int, now: datetime.datetime) -> Sequence[dict[str, Any]]:
    """Claim mails that wait, those that were never tried first: ours for a minute. The limits of Teams are not for them."""
    waits = (MAILS, turn.c.sent_at.is_(None), turn.c.lease_until <= now, turn.c.at > now - TRIED_LONG_ENOUGH)
    fair = (turn.c.resumed_at.asc().nulls_first(), *IN_ORDER)  # what is refused again and again holds nobody up
    due = select(turn.c.id).where(*waits).order_by(*fair).limit(limit).with_for_update(skip_locked=True)
    ours = update(turn).where(turn.c.id.in_(due)).values(lease_until=now + CLAIM, resumed_at=now).returning(turn)
    claimed = (await connection.execute(ours)).mappings()
    return sorted(map(dict, claimed), key=lambda row: (row["at"], row["number"]))


async def try_later(connection: AsyncConnection, turn_id: UUID, now: datetime.datetime) -> None:
    """Have a mail that was not taken now wait a while."""
    await connection.execute(update(turn).where(turn.c.id == turn_id).values(lease_until=now + AGAIN))
