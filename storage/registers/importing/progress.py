"""Telling how far an import is while somebody waits for it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from domain.registers.imports import ImportStage

Progress = Callable[[ImportStage, int, int], None]  # what is being done, how many rows of it, and of how many (0: not known)
Item = TypeVar("Item")
STEP = 20_000


def silent(_stage: ImportStage, _rows: int, _of: int) -> None:
    """Tell nobody."""


def told(items: Iterable[Item], of: int, stage: ImportStage, progress: Progress) -> Iterator[Item]:
    """Yield the items, `of` them as far as is known, and tell after every 20,000."""
    for number, item in enumerate(items, start=1):
        yield item
        if number % STEP == 0:
            progress(stage, number, of)
