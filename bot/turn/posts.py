"""Posting in channels: a post is kept as a turn of its own; its thread is looked up when it is about to be sent."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from bot.exchange import Arrival
from bot.turn.papers import PaperOffers
from bot.turn.replies import unasked
from dialogs.turn.events import ChannelChanged, Left, TeamChanged
from dialogs.turn.posts import Post
from domain.notices.channels import Off
from storage.database.transactions import Transaction
from storage.notices.channels import SeenChannel, note_channel, switch_off
from storage.notices.threads import find_thread, postpone, reach_channel
from storage.turn.saving import NewTurn, save_turn
from storage.turn.turns import find_turn, note_sent

POST = "post"  # where a reference says what it is a post about


async def meet_channel(
    connection: Transaction, arrival: Arrival, known: Mapping[str, Any] | None, now: datetime.datetime
) -> UUID | None:
    """Know the channel in which something happened; where the bot was removed, all of that team's are switched off.

    `known` is the channel as it is stored. What is told of a team or a channel says nothing of where it is told.
    """
    if isinstance(arrival.event, TeamChanged | ChannelChanged):
        return None
    if isinstance(arrival.event, Left):
        await switch_off(
            connection, arrival.tenant, conversation=arrival.conversation, team=arrival.team, now=now, why=Off.REMOVED
        )
        return None
    names = (arrival.channel_name, arrival.team_name)
    seen = SeenChannel(arrival.tenant, arrival.conversation, arrival.team, arrival.reference, *names)
    return await note_channel(connection, seen, known)


async def keep_post(connection: Transaction, post: Post, papers: PaperOffers, now: datetime.datetime) -> UUID | None:
    """Keep a post to be sent under Teams' limits, and return its turn; None when the channel is off, or it was kept before."""
    there = await reach_channel(connection, post.channel)
    if there is None:
        return None
    tenant, conversation, reference = there
    turn = uuid4()
    key = f"{POST}:{post.key or turn}"
    if post.key and await find_turn(connection, tenant, conversation, key):
        return None
    shown = await papers.keep(connection, post.replies, None, post.about, now)
    outgoing = unasked(shown, personal=False)
    to = {**reference, POST: {"channel": str(post.channel), "thread": post.thread}}
    new = NewTurn(turn, tenant, conversation, key, None, to, outgoing, now, intake=post.about, lease_seconds=0)
    await save_turn(connection, new)
    return turn


async def ready_posts(connection: Transaction, rows: Sequence[dict[str, Any]], now: datetime.datetime) -> list[dict[str, Any]]:
    """Return claimed turns, of posts with the way to their thread; those that must wait or cannot be sent are left out."""
    found = []
    for row in rows:
        post = row["reference"].get(POST)
        ready = await ready_post(connection, row, post, now) if post else row
        found += [ready] if ready is not None else []
    return found


async def ready_post(
    connection: Transaction, row: dict[str, Any], post: Mapping[str, str], now: datetime.datetime
) -> dict[str, Any] | None:
    """Return one post as it can be sent; None when it has to wait, or when the bot is not in its channel any more."""
    there = await reach_channel(connection, UUID(post["channel"]))
    if there is None:
        left = len(row["outgoing"]) - len(row["ids"])
        await note_sent(connection, [(row["id"], [None] * left)], now)
        return None
    row = {**row, "reference": there[2]}  # the address may have changed since
    if there[2]["conversation"].get("conversationType") != "channel":
        return row
    return await thread_of(connection, row, post, now)


async def thread_of(
    connection: Transaction, row: dict[str, Any], post: Mapping[str, str], now: datetime.datetime
) -> dict[str, Any] | None:
    """Return a post with its way to a thread: one that is open, or one that it opens; None while another post opens it."""
    if not post["thread"]:
        return to_thread(row, row["ids"][0]) if row["ids"] else to_new_thread(row)
    thread = await find_thread(connection, UUID(post["channel"]), post["thread"], row["id"], now)
    if thread.root is not None:
        return to_thread(row, thread.root)
    if thread.opener == row["id"]:
        return to_new_thread(row)
    await postpone(connection, row["id"], now)
    return None


def to_thread(row: dict[str, Any], root: str) -> dict[str, Any]:
    """Return a turn that is sent in a thread."""
    return {**row, "reference": in_thread(row["reference"], root)}


def in_thread(reference: Mapping[str, Any], root: str) -> dict[str, Any]:
    """Return how to reach a thread of a channel."""
    return {**reference, "conversation": {**reference["conversation"], "id": root}}


def to_new_thread(row: dict[str, Any]) -> dict[str, Any]:
    """Return a turn whose first message opens a thread."""
    first, *rest = row["outgoing"]
    return {**row, "outgoing": [{**first, "kind": "open"}, *rest]}
