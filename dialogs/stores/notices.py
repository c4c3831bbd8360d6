"""What a dialog or a job may plan, follow and look up of notices; storage keeps these promises inside the same transaction.

How to tell somebody something by ourselves:

1. Declare a kind in your own folder: `Kind("reminder", label, compose)` (dialogs/notices/kind.py), and add it to `KINDS`
   (dialogs/notice_kinds.py). Its
   `compose(telling, notices)` is called by a worker when the time has come, in one transaction; it gets every notice of that
   bundle that is due for one target, reads what is true *now* through `telling.stores`, and returns replies. No replies:
   there is nothing (any more) to tell, and the notices are dropped.
2. Plan it where it happens: `await step.stores.notices.plan(NewNotice("reminder", person=..., about=..., key=...))`. The row
   and the job that wakes a worker commit together with the turn. Something that channels follow: `happened(Happening(...))`.
   Events of `step.stores.dossiers.record(...)` do that by themselves (BY_EVENT in domain/notices/topics.py).
3. In a job (bot/): `notices = Notices(connection, now, quiet)` (storage/notices/notices.py) inside a transaction, the same
   methods, and at the end of it `await wake(connection, notices.wakes)`; a forgotten wake only costs a minute or two.

Quiet hours, at most ten a minute to anyone, `daily` kinds (at most one a day to a company), retries, threads per terrain,
who may read names (`telling.may_name`), blocked chats and `niet bezorgd` are taken care of. A notice is told at least once
and, unless a process dies between Teams' answer and the note of it, at most once. In tests: `await chat.notices()` after
moving `chat.now`; then `person.sees(...)` or `chat.posts.texts()`.
"""

import datetime
from collections.abc import Collection, Sequence
from typing import Protocol
from uuid import UUID

from domain.notices.notice import Happening, NewNotice, Subscription, Undelivered
from domain.notices.topics import Topic


class Notices(Protocol):
    """The notices of all channels and people."""

    async def plan(self, *new: NewNotice) -> int:
        """Plan notices; return how many were not planned before. Many at once cost as little as one."""

    async def happened(self, *happenings: Happening) -> int:
        """Plan a notice for every channel that follows what happened; return how many."""

    async def follow(self, wanted: Subscription) -> None:
        """Let a channel follow a terrain, or every one, instead of how it followed that before."""

    async def unfollow(self, channel_id: UUID, terrain: str | None = None) -> int:
        """Let a channel follow a terrain no longer (None: nothing at all); return how many subscriptions ended."""

    async def followed(self, channel_id: UUID) -> Sequence[Subscription]:
        """Return what a channel follows."""

    async def following(self, topic: Topic, terrains: Collection[str]) -> Sequence[Subscription]:
        """Return the subscriptions that include a topic on one of these terrains, of channels where the bot can post."""

    async def undelivered(self, limit: int) -> Sequence[Undelivered]:
        """Return what did not arrive, newest first, of channels and people of this tenant."""

    async def again(self, ids: Collection[int] = ()) -> int:
        """Send what did not arrive once more (without ids: all of it); return how many there are."""

    async def missed(self, channels: Collection[UUID]) -> int:
        """Send what did not arrive in channels that were off and are on again; return how much that is."""

    async def waiting(self, channel_id: UUID | None = None) -> tuple[int, int]:
        """Count what waits, for channels and for people: in one channel, or in all of this tenant. Of people only what waits
        because we are quiet, not for a moment of its own.
        """

    async def send_now(self, channel_id: UUID | None = None) -> int:
        """Do not let that wait any longer, quiet or not; return how many there are."""

    def next_moment(self, at: datetime.datetime) -> datetime.datetime:
        """Return the first moment from `at` on at which we are not quiet."""
