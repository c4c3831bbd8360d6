"""The bot as botbuilder knows it: its handlers hand everything to the reception and give Teams a proper answer."""

import asyncio
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Protocol

import structlog
from botbuilder.core import ActivityHandler, BotAdapter, InvokeResponse, TurnContext
from botbuilder.schema import Activity, ActivityTypes

from bot.exchange import Arrival
from bot.metrics import Metrics
from bot.sentences import NOT_HERE, new_code
from bot.teams.envelope import Envelope
from bot.teams.inbound import read_arrival, sender_of
from bot.teams.invokes import Body, failed, found, malformed, not_here, says, shows
from bot.teams.message_extension import QUERY, broke, found_nothing, results, typed_in
from bot.timeouts import Timeouts
from cards.rendering import render
from cards.verbs import AGAIN
from dialogs.terrains.message_extension import DroppedCard, Shared
from dialogs.turn.events import Ignored, Pressed, Sender

log = structlog.get_logger(__name__)

TAKEN = frozenset({"fileConsent/invoke", "message/submitAction"})  # an answer on a file, a thumb under a message

ENVELOPE, STATUS = "laadmaat.envelope", "laadmaat.status"  # keys in botbuilder's turn state
ANSWER = BotAdapter._INVOKE_RESPONSE_KEY  # noqa: SLF001 - where its own code looks for the answer of an invoke


class Receives(Protocol):
    """What handles the activities that come in."""

    async def receive(self, arrival: Arrival) -> bool:
        """Handle a message; False when storing takes longer than Teams should wait, and goes on by itself."""

    async def answer(self, arrival: Arrival) -> Body:
        """Handle an invoke; return its answer in time."""


class Searches(Protocol):
    """What can be found while somebody types, as far as they may see it."""

    async def suggest(self, sender: Sender, dataset: str, typed: str) -> Sequence[tuple[str, str]]:
        """Return (title, value) pairs of a list on a card."""

    async def share(self, sender: Sender, typed: str) -> Sequence[Shared]:
        """Return cards to drop in a chat."""

    async def again(self, sender: Sender, carried: Mapping[str, object]) -> DroppedCard | None:
        """Return a card that was dropped as this person may see it now; None when it is no card of ours."""


class Laadmaat(ActivityHandler):  # type: ignore[misc]  # botbuilder has no types
    """Laadmaat in Teams."""

    def __init__(self, reception: Receives, search: Searches, timeouts: Timeouts, metrics: Metrics) -> None:
        """Keep what handles turns and what searches."""
        super().__init__()
        self._reception, self._search, self._timeouts, self._metrics = reception, search, timeouts, metrics

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Handle a typed message, a file or an Action.Submit."""
        await self._receive(turn_context)

    async def on_installation_update(self, turn_context: TurnContext) -> None:
        """Handle being installed or removed."""
        await self._receive(turn_context)

    async def on_conversation_update_activity(self, turn_context: TurnContext) -> None:
        """Handle being added or removed; asks Teams for no list of members."""
        await self._receive(turn_context)

    async def on_invoke_activity(self, turn_context: TurnContext) -> None:
        """Lay the answer of an invoke ready where botbuilder would put a copy: copying a card costs half of making one."""
        answer = await self._answer(turn_context.turn_state[ENVELOPE])
        turn_context.turn_state[ANSWER] = Activity(type=ActivityTypes.invoke_response, value=answer)

    async def _answer(self, activity: Envelope) -> InvokeResponse:
        """Return the answer of an invoke, always with a body."""
        if activity.name == "adaptiveCard/action":
            return InvokeResponse(status=HTTPStatus.OK, body=await self._act(activity))
        if activity.name == "application/search":
            return InvokeResponse(status=HTTPStatus.OK, body=await self._find(activity))
        if activity.name == QUERY:
            return InvokeResponse(status=HTTPStatus.OK, body=await self._share(activity))
        if activity.name in TAKEN:
            await self._take(activity)
            return InvokeResponse(status=HTTPStatus.OK, body={})
        body = not_here(activity.name or "")
        if body is None:
            log.warning("invoke.unknown")
            return InvokeResponse(status=HTTPStatus.NOT_IMPLEMENTED, body={})
        return InvokeResponse(status=HTTPStatus.OK, body=body)

    async def _receive(self, turn_context: TurnContext) -> None:
        arrival = read_arrival(turn_context.turn_state[ENVELOPE])
        if isinstance(arrival.event, Ignored):
            log.info("activity.ignored", kind=arrival.event.kind)
            return
        finished = await self._reception.receive(arrival)
        turn_context.turn_state[STATUS] = HTTPStatus.OK if finished else HTTPStatus.ACCEPTED

    async def _act(self, activity: Envelope) -> Body:
        if not isinstance(activity.value, Mapping) or not isinstance(activity.value.get("action"), Mapping):
            return malformed()
        arrival = read_arrival(activity)
        if isinstance(arrival.event, Pressed) and arrival.event.verb == AGAIN:
            return await self._show_again(arrival.sender, arrival.event.data)
        return says(NOT_HERE) if isinstance(arrival.event, Ignored) else await self._reception.answer(arrival)

    async def _show_again(self, sender: Sender, carried: Mapping[str, object]) -> Body:
        """Answer what holds now of a card that somebody dropped in a chat; it is no turn, for nobody did anything."""
        try:
            dropped = await asyncio.wait_for(self._search.again(sender, carried), self._timeouts.search)
        except Exception as error:
            code = new_code()
            log.warning("again.failed", code=code, exc_info=error)
            return failed(code)
        if dropped is None:
            return says(NOT_HERE)
        if dropped.forged:
            self._metrics.forged.inc()
            log.warning("card.forged")
        return shows(render(dropped.card))

    async def _take(self, activity: Envelope) -> None:
        """Take what Teams wants no words of its own for; what there is to say follows in the chat."""
        arrival = read_arrival(activity)
        if not isinstance(arrival.event, Ignored):
            await self._reception.answer(arrival)

    async def _find(self, activity: Envelope) -> Body:
        """Answer a typeahead; when searching fails the list is empty and typing goes on."""
        asked = activity.value if isinstance(activity.value, Mapping) else {}
        dataset, query = asked.get("dataset"), asked.get("queryText")
        if not isinstance(dataset, str) or not isinstance(query, str):
            return found(())
        try:
            searching = self._search.suggest(sender_of(activity), dataset, query[:100])
            return found(await asyncio.wait_for(searching, self._timeouts.search))
        except Exception as error:  # noqa: BLE001 - an empty list is better than a broken card
            log.warning("search.failed", error=type(error).__name__)
            return found(())

    async def _share(self, activity: Envelope) -> Body:
        """Answer a search for a card to drop in a chat, in time."""
        typed = typed_in(activity.value)
        if typed is None:
            return results(())
        try:
            shared = await asyncio.wait_for(self._search.share(sender_of(activity), typed), self._timeouts.search)
            return results(shared) if shared else found_nothing()
        except Exception as error:
            log.warning("share.failed", exc_info=error)
            return broke()
