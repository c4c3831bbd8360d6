"""Bringing what a turn left to the conversation, and telling the core what arrived."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from typing import Any, Protocol
from uuid import UUID, uuid4, uuid5

import structlog

from bot.exchange import Delivery, Outgoing
from bot.metrics import Metrics
from bot.sentences import ANSWERED, new_code, went_wrong
from bot.teams.activities import message
from bot.teams.connector import WINDOW, Connector
from bot.teams.invokes import CARD
from bot.teams.undelivered import Blocked, Gone, NotDelivered, Rejected, Unreachable
from bot.turn.outlets import Outlet, Outlets
from bot.turn.posts import in_thread
from storage.database.transactions import DatabaseGone, RaceLost

log = structlog.get_logger(__name__)

PAUSE = 0.5  # seconds between two tries to be allowed
AT_ONCE = 60  # turns of one sweep; Teams takes thirty messages a second of a tenant
BUSY = 4  # times as often while there is something to bring
CLAIM = 30.0  # seconds; what is claimed to be sent again is ours for a minute

Forget = Callable[[Mapping[str, Any]], Awaitable[None]]


class KeepsUnsent(Protocol):
    """The part of the core that knows which replies were sent."""

    def note_sent(self, delivery: Delivery, ids: list[str | None]) -> None:
        """Note the ids of what was delivered, in order; fewer than there were means the rest is still to be sent."""

    async def depth(self) -> int:
        """Return how many turns still have something to send."""

    async def may_send(self, delivery: Delivery) -> bool | None:
        """Say whether a late answer may go out now; None when another process sends it."""

    async def unsent(self, limit: int) -> Sequence[Delivery]:
        """Claim deliveries that stayed behind."""

    async def write_notes(self) -> None:
        """Keep what was noted now, so that a process that dies next sends as little as can be twice; raises DatabaseGone or
        RaceLost.
        """


class ReplySender:
    """Delivers in order and stops at the first that is not taken, so that nothing overtakes."""

    def __init__(
        self,
        connector: Connector,
        core: KeepsUnsent,
        metrics: Metrics,
        forget: Forget,
        clock: Callable[[], float] = time.monotonic,
        windows: Outlet | None = None,
    ) -> None:
        """`forget` is told the reference of a conversation where the bot is blocked; `windows` is the way to people without
        Teams.
        """
        self._outlets, self._core, self._metrics, self._forget = Outlets(connector, windows), core, metrics, forget
        self._clock = clock

    async def deliver(self, delivery: Delivery) -> bool:
        """Send and update everything of this turn; return False when Teams does not take all of it now.

        What is left is for `sweep`, here or in another process: this one stops in time, so that both never send.
        """
        if delivery.done:
            return True
        ids = list[str | None]()
        try:
            async for some in self._bring(delivery):
                ids.extend(some)
        finally:  # also of what is broken off: what went is not sent again
            self._core.note_sent(delivery, ids)
        return len(ids) == len(delivery.outgoing)

    async def _deliver_noting(self, delivery: Delivery) -> bool:
        """Deliver likewise, but send nothing more before the note of what went is kept: a crash doubles one message at most.

        Raises what keeping a note raises.
        """
        noted = 0
        async for some in self._bring(delivery):
            self._core.note_sent(delivery, some)
            await self._core.write_notes()
            noted += len(some)
        return noted == len(delivery.outgoing)

    async def _bring(self, delivery: Delivery) -> AsyncIterator[list[str | None]]:
        """Send and update one after another; yield the ids as they come, none when Teams does not take it now."""
        until, reference = self._clock() + WINDOW, delivery.reference
        for place, outgoing in enumerate(delivery.outgoing):
            try:
                # Counted from the end, for what was sent before a crash is not among them any more.
                once = uuid5(delivery.id, str(len(delivery.outgoing) - place))
                sent = await self._hand_over(reference, outgoing, until, once)
                reference = in_thread(reference, str(sent)) if outgoing.kind == "open" else reference
                yield [sent]
            except Unreachable as failure:
                self._note("send.later", failure)
                yield []
                return
            except NotDelivered as refusal:
                await self._take_refusal(delivery, outgoing, refusal)
                given_up = isinstance(refusal, Blocked) or outgoing.kind == "open"
                yield [None] * (len(delivery.outgoing) - place if given_up else 1)  # never to be tried again
                if given_up:
                    return

    async def _take_refusal(self, delivery: Delivery, outgoing: Outgoing, refusal: NotDelivered) -> None:
        """Forget how to reach whoever blocked us, or a channel that is gone; tell people of any other refusal."""
        if isinstance(refusal, Blocked) or (isinstance(refusal, Gone) and outgoing.kind == "open"):
            self._note("send.blocked", refusal)
            await self._forget(delivery.reference)
        elif outgoing.kind == "open":
            self._note("send.refused", refusal)
        else:
            await self._tell_refused(delivery.reference, refusal)

    async def deliver_late(self, delivery: Delivery) -> None:
        """Deliver an answer that nobody waits for any more: it counts as sent by ourselves, so it keeps to the limits."""
        if delivery.done:
            return
        while (may := await self._core.may_send(delivery)) is False:  # noqa: ASYNC110 - other processes count too
            await asyncio.sleep(PAUSE)
        if may:
            await self.deliver(delivery)

    async def say(self, reference: Mapping[str, Any], text: str) -> None:
        """Send one sentence now or not at all."""
        try:
            await self._hand_over(reference, Outgoing("send", message(text)))
        except NotDelivered as failure:
            self._note("send.lost", failure)

    async def bring_late(self, reference: Mapping[str, Any], body: Mapping[str, Any], card: str | None) -> None:
        """Bring the answer of an invoke that was not waited for: in place of the pressed card, or as a message."""
        value = body.get("value")
        if body.get("type") != CARD:
            text = value.get("message", "") if isinstance(value, Mapping) else value
            if text != ANSWERED:  # what it points at came by itself
                await self.say(reference, str(text))
            return
        activity = {"type": "message", "attachments": [{"contentType": CARD, "content": value}]}
        try:
            outgoing = Outgoing("update" if card else "send", activity, card)
            await self._hand_over(reference, outgoing)
        except NotDelivered as failure:
            self._note("send.lost", failure)

    async def sweep(self, every: float) -> None:
        """Deliver what stayed behind after a crash or an outage, again and again; runs until cancelled."""
        busy = False
        while True:
            await asyncio.sleep(every / BUSY if busy else every)
            try:
                busy = await self.sweep_once()
            except Exception as error:
                log.warning("sweep.failed", exc_info=error)

    async def sweep_once(self, limit: int = AT_ONCE) -> bool:
        """Deliver some of what stayed behind, in order within a conversation, conversations side by side; say if any did."""
        self._metrics.unsent.set(await self._core.depth())
        found: dict[str, list[Delivery]] = {}
        for delivery in await self._core.unsent(limit):
            found.setdefault(str(delivery.reference.get("conversation")), []).append(delivery)
        await asyncio.gather(*map(self._catch_up, found.values()))
        return bool(found)

    async def _catch_up(self, deliveries: Sequence[Delivery]) -> None:
        """Deliver to one conversation; stop where it does not go on, cannot be noted, or where the claim on them would end."""
        until = self._clock() + CLAIM
        for delivery in deliveries:
            try:
                if self._clock() > until or not await self._deliver_noting(delivery):
                    return
            except (DatabaseGone, RaceLost) as error:
                log.warning("sweep.unnoted", error=type(error).__name__)
                return
            except Exception as error:
                log.exception("sweep.stuck", exc_info=error)

    async def _hand_over(
        self, reference: Mapping[str, Any], outgoing: Outgoing, until: float | None = None, once: UUID | None = None
    ) -> str | None:
        """Send, replace or take away one; `once` is the same each time that the same message is tried."""
        if until and self._clock() > until:
            raise Unreachable("time")
        return await self._outlets.hand_over(reference, outgoing, until, once or uuid4())

    async def _tell_refused(self, reference: Mapping[str, Any], refusal: NotDelivered) -> None:
        """Tell the person, who would otherwise see nothing, that a reply of ours was no good."""
        code = new_code()
        self._note("send.refused", refusal, code=code)
        if isinstance(refusal, Rejected):
            await self.say(reference, went_wrong(code))

    def _note(self, event: str, failure: NotDelivered, **more: str) -> None:
        kind = type(failure).__name__
        self._metrics.undelivered.labels(kind).inc()
        log.warning(event, why=str(failure), kind=kind, **more)
