"""A channel or a group chat where the bot is: a place to post to."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Channel:
    """A place to post to. `team` is Teams' id of its team, empty for a group chat; names are empty where Teams tells none.

    `linked`: its team is linked to the project team, so that companies may be named. Not `active`: the bot was removed or
    blocked there, and posting does nothing until somebody mentions it again.
    """

    id: UUID
    tenant: str
    team: str
    name: str
    team_name: str
    active: bool = True
    linked: bool = False

    @property
    def is_group(self) -> bool:
        """Say whether this is a group chat, where there are no threads."""
        return not self.team


def base_of(conversation: str) -> str:
    """Return the id of the channel a conversation is in: in a channel, every thread is a conversation of its own."""
    return conversation.partition(";messageid=")[0]
