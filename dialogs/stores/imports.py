"""What a dialog may ask and do with files that hold a register; storage keeps these promises inside the same turn."""

from collections.abc import Awaitable, Callable
from typing import Protocol
from uuid import UUID

from domain.companies.companies import Ground
from domain.registers.imports import Carried, TriedFile

Tell = Callable[[int, int], Awaitable[None]]


class Imports(Protocol):
    """The files of this person. A file that was tried is known again by its digest."""

    async def keep(self, name: str, content: bytes) -> UUID:
        """Keep a file for a day and return its id; an earlier one that was not carried out is forgotten."""

    async def try_out(self, file: UUID, tell: Tell) -> TriedFile | None:
        """Return what importing a file would do; None when it is gone. What cannot be stored is forgotten."""

    async def needs_source(self, file: UUID, digest: str) -> bool | None:
        """Say whether this file brings contacts; None when it is gone, is another one, or was begun already."""

    async def begin(self, file: UUID, digest: str, source: str, ground: Ground | None) -> str | None:
        """Begin to carry out a file, once; return its name, None when that cannot be (any more)."""

    async def carry_out(self, file: UUID, tell: Tell) -> Carried | None:
        """Import a file that was begun, unless the register changed since it was shown; None when it is gone."""

    async def drop(self, file: UUID) -> bool:
        """Forget a file that was not begun; False when it is gone already."""
