"""The ways out: what is to be delivered goes to Teams, or to a window of our own, as its reference says."""

from collections.abc import Mapping
from typing import Any, Protocol
from uuid import UUID

from bot.exchange import Outgoing, is_window
from bot.teams.connector import Connector
from bot.teams.undelivered import Gone

SHOWN = "door:"  # begins the id of every message in a window, and of none in Teams


class Outlet(Protocol):
    """One way out."""

    async def hand_over(self, reference: Mapping[str, Any], outgoing: Outgoing, until: float | None, once: UUID) -> str | None:
        """Send, replace or take away one message; return its id, None for what was taken away. Raises NotDelivered.

        No attempt begins after `until` on the clock of the sender. `once` is the same each time the same message is tried.
        """


class Outlets:
    """Chooses for each message."""

    def __init__(self, connector: Connector, windows: Outlet | None) -> None:
        """`windows` is None where nobody takes part without Teams."""
        self._connector, self._windows = connector, windows

    async def hand_over(self, reference: Mapping[str, Any], outgoing: Outgoing, until: float | None, once: UUID) -> str | None:
        """Do what an outlet does. What stands behind the other door cannot be changed from here: it is shown anew."""
        window = is_window(reference)
        if outgoing.target is not None and outgoing.target.startswith(SHOWN) is not window:
            if outgoing.kind == "delete":
                return None
            outgoing = Outgoing("send", outgoing.activity)
        if not window:
            return await self._to_teams(reference, outgoing, until)
        if self._windows is None:
            raise Gone("no windows")
        return await self._windows.hand_over(reference, outgoing, until, once)

    async def _to_teams(self, reference: Mapping[str, Any], outgoing: Outgoing, until: float | None) -> str | None:
        if outgoing.kind == "send":
            return await self._connector.send(reference, outgoing.activity, until)
        if outgoing.kind == "open":
            return await self._connector.post(reference, outgoing.activity, until)
        if outgoing.target is None:
            return None
        if outgoing.kind == "delete":
            await self._connector.delete(reference, outgoing.target, until)
            return None
        return await self._connector.update(reference, outgoing.target, outgoing.activity, until)
