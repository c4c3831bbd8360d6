"""Bringing messages to a window: each once, whatever crashes, with cards that tell which of them was pressed."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from uuid import UUID

from bot.exchange import Outgoing
from bot.teams.undelivered import Gone, Unreachable
from bot.turn.outlets import SHOWN
from storage.database.transactions import DatabaseGone, RaceLost

CARD = "door.card"  # among what a button sends: Web Chat does not tell on which card it stood


class ShowsMessages(Protocol):
    """The windows (bot/door/windows.py)."""

    async def show(self, person: UUID, message: UUID, activity: Mapping[str, Any]) -> bool:
        """Show a message, or put it in the place of the one with this id; False when this person is not there (any more)."""

    async def take_away(self, person: UUID, message: UUID) -> None:
        """Take a message away."""


class DoorOutlet:
    """The way out to people without Teams."""

    def __init__(self, windows: ShowsMessages) -> None:
        """Keep the windows."""
        self._windows = windows

    async def hand_over(self, reference: Mapping[str, Any], outgoing: Outgoing, until: float | None, once: UUID) -> str | None:  # noqa: ARG002
        """Show, replace or take away one message; return its id. Raises Unreachable, and Gone for whoever was erased."""
        person, old = UUID(str(reference["person"])), message_of(outgoing.target)
        try:
            if outgoing.kind == "delete":
                if old is not None:
                    await self._windows.take_away(person, old)
                return None
            message = once if outgoing.kind == "send" else old
            if message is None:
                return None
            shown = await self._windows.show(person, message, stamped(outgoing.activity, id_of(message)))
        except (DatabaseGone, RaceLost) as error:
            raise Unreachable(type(error).__name__) from None
        if not shown:
            raise Gone("person")
        return id_of(message)


def id_of(message: UUID) -> str:
    """Return the id of a message as the page and a stored turn know it."""
    return f"{SHOWN}{message}"


def message_of(shown: object) -> UUID | None:
    """Return the message that an id names; None for anything else, of whatever kind."""
    if not isinstance(shown, str) or not shown.startswith(SHOWN):
        return None
    try:
        return UUID(shown.removeprefix(SHOWN))
    except ValueError:
        return None


def stamped(activity: Mapping[str, Any], card: str) -> dict[str, Any]:
    """Return an activity of which every button tells on which card it stands."""
    return {key: _stamp(value, card) if key == "attachments" else value for key, value in activity.items()}


def _stamp(found: Any, card: str) -> Any:  # noqa: ANN401 - JSON
    if isinstance(found, Sequence) and not isinstance(found, str):
        return [_stamp(one, card) for one in found]
    if not isinstance(found, Mapping):
        return found
    stamped = {key: _stamp(value, card) for key, value in found.items()}
    if found.get("type") == "Action.Submit":
        data = stamped.get("data")
        stamped["data"] = {**(data if isinstance(data, Mapping) else {}), CARD: card}
    return stamped
