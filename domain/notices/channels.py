"""A channel or a group chat where the bot is: a place to post to."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Off(StrEnum):
    """Why nothing can be posted in a channel. Whatever undoes the reason turns it on again, and nothing else does."""

    UNKNOWN = ""  # it was off before reasons were kept
    REMOVED = "removed"  # the bot was taken out
    BLOCKED = "blocked"  # Teams did not let us in
    TEAM = "team"  # the team was archived or deleted
    CHANNEL = "channel"  # the channel was deleted

    @property
    def returns(self) -> bool:
        """Say whether Teams tells us when it is over."""
        return self in (Off.TEAM, Off.CHANNEL)


@dataclass(frozen=True, slots=True)
class Channel:
    """A place to post to. `team` is Teams' id of its team, empty for a group chat; names are empty where Teams tells none.

    `linked`: its team is linked to the project team, so that companies may be named. Not `active`: posting does
    nothing there until `why` is over, or until somebody mentions the bot again.
    """

    id: UUID
    tenant: str
    team: str
    name: str
    team_name: str
    active: bool = True
    linked: bool = False
    why: Off = Off.UNKNOWN

    @property
    def is_group(self) -> bool:
        """Say whether this is a group chat, where there are no threads."""
        return not self.team


def base_of(conversation: str) -> str:
    """Return the id of the channel a conversation is in: in a channel, every thread is a conversation of its own."""
    return conversation.partition(";messageid=")[0]
