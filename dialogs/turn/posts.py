"""Posting to a channel: a new thread, or a reply in the thread about the same subject."""

from dataclasses import dataclass
from uuid import UUID

from dialogs.turn.replies import Reply


@dataclass(frozen=True, slots=True)
class Post:
    """Something to post in a channel. Posts about one `thread` ("terrain:1234") are in one thread, whatever order they are
    sent in; without it each is a thread of its own. In a group chat there are none.

    `key` makes sure that it is posted once in this channel. `about` is the intake it tells of: it is erased with it.
    """

    channel: UUID
    replies: tuple[Reply, ...]
    thread: str = ""
    key: str = ""
    about: UUID | None = None
