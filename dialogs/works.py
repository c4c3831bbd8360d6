"""All work that can be started, by name: the names are in the queue."""

from dialogs.registers.imports import CARRY_OUT, TRY
from dialogs.sessions.papers import PRINT
from dialogs.turn.work import Work

WORKS: tuple[Work, ...] = (TRY, CARRY_OUT, PRINT)


def find_work(name: str) -> Work | None:
    """Return work by its name; None when it is not declared (any more)."""
    return next((work for work in WORKS if work.name == name), None)
