"""How well a sentence was heard."""

from enum import StrEnum


class Grade(StrEnum):
    """How a sentence was heard."""

    DONE = "done"
    TAP = "tap"
    MISSED = "missed"
    WRONG = "kept wrongly"
