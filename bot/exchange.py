"""What passes between the edge and the conversation core: one activity in, what has to be delivered out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol
from uuid import UUID

from dialogs.turn.errands import Errand
from dialogs.turn.events import Event, Scope, Sender

WINDOW = "webchat"  # the channel of whoever takes part without Teams


def is_window(reference: Mapping[str, Any]) -> bool:
    """Say whether a reference leads to a window of our own (bot/door), and not to Teams."""
    return reference.get("channelId") == WINDOW


@dataclass(frozen=True, slots=True)
class Arrival:
    """One inbound activity; tenant, conversation and activity together make a redelivery harmless. `team` is Teams' id of the
    team to which a channel belongs; the names are empty where Teams tells none.
    """

    tenant: str
    conversation: str
    activity: str
    sender: Sender
    scope: Scope
    event: Event
    reference: dict[str, Any]
    invoke: bool
    team: str = ""
    team_name: str = ""
    channel_name: str = ""

    @property
    def object_id(self) -> str:
        """Whose it is, by their id at Entra."""
        return self.sender.object_id


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One thing to deliver, addressing not included; `target` is the activity that is replaced or deleted.

    What is to "open" starts a thread in a channel, in which the rest follows; its id is that of the thread.
    """

    kind: Literal["send", "open", "update", "delete"]
    activity: dict[str, Any]
    target: str | None = None


class Unavailable(Exception):  # noqa: N818 - named for the state it tells
    """The database cannot be reached: nothing of this activity is stored."""


class Delivery(Protocol):
    """What one turn leaves to be delivered."""

    @property
    def id(self) -> UUID:
        """The turn."""

    @property
    def outgoing(self) -> Sequence[Outgoing]:
        """What is still to be sent, in order."""

    @property
    def missed(self) -> str:
        """Where somebody was whose sentence was not understood; empty when it was."""

    @property
    def errands(self) -> tuple[Errand, ...]:
        """What is to be done outside the turn, after it."""

    @property
    def body(self) -> dict[str, Any] | None:
        """The answer of an invoke."""

    @property
    def reference(self) -> dict[str, Any]:
        """Where it goes."""

    @property
    def done(self) -> bool:
        """Say whether this was a redelivery whose replies were already sent."""
