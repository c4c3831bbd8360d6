"""Addresses for mail; storage keeps these promises inside the same transaction."""

from collections.abc import Sequence
from typing import Protocol

from domain.mail.addresses import MarkedAddress


class Mailboxes(Protocol):
    """What people and the team may do about addresses."""

    async def link_me(self) -> bool:
        """Mail this person a link to go on elsewhere; False when that is not possible, or was asked too often."""

    async def marked(self, limit: int) -> Sequence[MarkedAddress]:
        """Return the addresses that get nothing any more, newest first, by whose they are."""

    async def mark(self, address: str) -> bool:
        """Mail nothing to an address any more, because somebody of the team says so; False when nobody gave it."""

    async def clear(self, number: int) -> bool:
        """Mail to an address again; False when it was not marked."""
