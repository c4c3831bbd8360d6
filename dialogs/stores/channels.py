"""What a dialog may ask and do about channels; storage keeps these promises inside the same turn."""

from collections.abc import Collection, Sequence
from typing import Protocol
from uuid import UUID

from domain.notices.channels import Channel, Off


class Channels(Protocol):
    """The channels and group chats of this tenant where the bot is, or was."""

    async def find(self, channel: UUID) -> Channel | None:
        """Return a channel; None when there is none."""

    async def active(self) -> Sequence[Channel]:
        """Return every channel where the bot can post, in a fixed order."""

    async def of_team(self, team: str) -> Sequence[Channel]:
        """Return the channels of a team where the bot can post."""

    async def rename(self, conversation: str, name: str) -> None:
        """Know a channel by another name."""

    async def followers_off(self) -> Sequence[Channel]:
        """Return every channel that follows something and where the bot cannot post now, in a fixed order."""

    async def rename_team(self, team: str, name: str) -> None:
        """Know a team by another name."""

    async def switch_off(self, *, conversation: str = "", team: str = "", why: Off) -> int:
        """Switch off a channel, or every channel of a team; return how many were on."""

    async def switch_on(self, *, conversation: str = "", team: str = "", over: Collection[Off]) -> Sequence[UUID]:
        """Switch on a channel, or every channel of a team, that is off for a reason that is over; return which those are."""
