"""What sessions leave in the log of a terrain."""

from enum import StrEnum


class SessionKind(StrEnum):
    """The kinds of events that sessions leave."""

    PLANNED = "session_planned"
    HELD = "session_held"
    CANCELLED = "session_cancelled"
