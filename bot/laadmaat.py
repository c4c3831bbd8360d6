"""The bot as botbuilder knows it: its handlers hand everything to the reception and give Teams a proper answer."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

import structlog
from botbuilder.core import ActivityHandler, InvokeResponse, TurnContext

from bot.envelope import Envelope
from bot.inbound import read_arrival
from bot.invokes import Body, found, malformed, not_here, says
from bot.patience import Patience
from bot.reception import Reception
from bot.sentences import NOT_HERE
from dialogs.events import Ignored

log = structlog.get_logger(__name__)

ENVELOPE, STATUS = "laadmaat.envelope", "laadmaat.status"  # keys in botbuilder's turn state

Search = Callable[[str, str], Awaitable[Sequence[tuple[str, str]]]]


class Laadmaat(ActivityHandler):  # type: ignore[misc]  # botbuilder has no types
    """Laadmaat in Teams."""

    def __init__(self, reception: Reception, search: Search, patience: Patience) -> None:
        """`search` takes a dataset and what was typed, and returns (title, value) pairs."""
        super().__init__()
        self._reception, self._search, self._patience = reception, search, patience

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Handle a typed message, a file or an Action.Submit."""
        await self._receive(turn_context)

    async def on_installation_update(self, turn_context: TurnContext) -> None:
        """Handle being installed or removed."""
        await self._receive(turn_context)

    async def on_conversation_update_activity(self, turn_context: TurnContext) -> None:
        """Handle being added or removed; asks Teams for no list of members."""
        await self._receive(turn_context)

    async def on_invoke_activity(self, turn_context: TurnContext) -> InvokeResponse:
        """Answer an invoke, always with a body."""
        activity: Envelope = turn_context.turn_state[ENVELOPE]
        if activity.name == "adaptiveCard/action":
            return InvokeResponse(status=HTTPStatus.OK, body=await self._act(activity))
        if activity.name == "application/search":
            return InvokeResponse(status=HTTPStatus.OK, body=await self._find(activity.value))
        if activity.name == "fileConsent/invoke":
            await self._consent(activity)
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
        return says(NOT_HERE) if isinstance(arrival.event, Ignored) else await self._reception.answer(arrival)

    async def _consent(self, activity: Envelope) -> None:
        """Take the answer on a file; Teams wants no words of its own for it, they follow in the chat."""
        arrival = read_arrival(activity)
        if not isinstance(arrival.event, Ignored):
            await self._reception.answer(arrival)

    async def _find(self, value: Any) -> Body:  # noqa: ANN401 - JSON of any shape
        """Answer a typeahead; when searching fails the list is empty and typing goes on."""
        asked = value if isinstance(value, Mapping) else {}
        dataset, query = asked.get("dataset"), asked.get("queryText")
        if not isinstance(dataset, str) or not isinstance(query, str):
            return found(())
        try:
            return found(await asyncio.wait_for(self._search(dataset, query[:100]), self._patience.search))
        except Exception as error:  # noqa: BLE001 - an empty list is better than a broken card
            log.warning("search.failed", error=type(error).__name__)
            return found(())
