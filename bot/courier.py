"""Bringing what a turn left to the conversation, and telling the core what arrived."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Protocol

import structlog

from bot.activities import message
from bot.connector import Connector
from bot.exchange import Delivery, Outgoing
from bot.invokes import CARD
from bot.metrics import Metrics
from bot.sentences import new_code, went_wrong
from bot.undelivered import Blocked, Rejected, Undelivered, Unreachable

log = structlog.get_logger(__name__)

Forget = Callable[[Mapping[str, Any]], Awaitable[None]]


class KeepsUnsent(Protocol):
    """The part of the core that knows which replies were sent."""

    def note_sent(self, delivery: Delivery, ids: list[str | None]) -> None:
        """Note the ids of what was delivered, in order; fewer than there were means the rest is still to be sent."""

    async def unsent(self, limit: int) -> Sequence[Delivery]:
        """Claim deliveries that stayed behind."""


class Courier:
    """Delivers in order and stops at the first that is not taken, so that nothing overtakes."""

    def __init__(self, connector: Connector, core: KeepsUnsent, metrics: Metrics, forget: Forget) -> None:
        """`forget` is told the reference of a conversation where the bot is blocked."""
        self._connector, self._core, self._metrics, self._forget = connector, core, metrics, forget

    async def deliver(self, delivery: Delivery) -> None:
        """Send and update everything of this turn; what Teams does not take now is left to `sweep`."""
        if delivery.done:
            return
        ids: list[str | None] = []
        for outgoing in delivery.outgoing:
            try:
                ids.append(await self._hand_over(delivery.reference, outgoing))
            except Unreachable as failure:
                self._note("send.later", failure)
                break
            except Blocked as refusal:
                self._note("send.blocked", refusal)
                await self._forget(delivery.reference)
                ids += [None] * (len(delivery.outgoing) - len(ids))  # never to be tried again
                break
            except Undelivered as refusal:
                ids.append(None)
                await self._tell_refused(delivery.reference, refusal)
        self._core.note_sent(delivery, ids)

    async def say(self, reference: Mapping[str, Any], text: str) -> None:
        """Send one sentence now or not at all."""
        try:
            await self._connector.send(reference, message(text))
        except Undelivered as failure:
            self._note("send.lost", failure)

    async def bring_late(self, reference: Mapping[str, Any], body: Mapping[str, Any], card: str | None) -> None:
        """Bring the answer of an invoke that was not waited for: in place of the pressed card, or as a message."""
        value = body.get("value")
        if body.get("type") != CARD:
            text = value.get("message", "") if isinstance(value, Mapping) else value
            await self.say(reference, str(text))
            return
        activity = {"type": "message", "attachments": [{"contentType": CARD, "content": value}]}
        try:
            outgoing = Outgoing("update" if card else "send", activity, card)
            await self._hand_over(reference, outgoing)
        except Undelivered as failure:
            self._note("send.lost", failure)

    async def sweep(self, every: float) -> None:
        """Deliver what stayed behind after a crash or an outage, again and again; runs until cancelled."""
        while True:
            await asyncio.sleep(every)
            try:
                await self.sweep_once()
            except Exception as error:
                log.warning("sweep.failed", exc_info=error)

    async def sweep_once(self, limit: int = 20) -> None:
        """Deliver some of what stayed behind; one that breaks does not hold up the others."""
        for delivery in await self._core.unsent(limit):
            try:
                await self.deliver(delivery)
            except Exception as error:
                log.exception("sweep.stuck", exc_info=error)

    async def _hand_over(self, reference: Mapping[str, Any], outgoing: Outgoing) -> str | None:
        if outgoing.kind == "send":
            return await self._connector.send(reference, outgoing.activity)
        if outgoing.target is None:
            return None
        return await self._connector.update(reference, outgoing.target, outgoing.activity)

    async def _tell_refused(self, reference: Mapping[str, Any], refusal: Undelivered) -> None:
        """Tell the person, who would otherwise see nothing, that a reply of ours was no good."""
        code = new_code()
        self._note("send.refused", refusal, code=code)
        if isinstance(refusal, Rejected):
            await self.say(reference, went_wrong(code))

    def _note(self, event: str, failure: Undelivered, **more: str) -> None:
        kind = type(failure).__name__
        self._metrics.undelivered.labels(kind).inc()
        log.warning(event, why=str(failure), kind=kind, **more)
