"""How often the bot asks for a token: counted with a clock of our own, over many sends and several lifetimes."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.teams.credentials import MARGIN, Bearer

LIFETIME_S = 3600
LIFETIMES = 5
SENDS_PER_LIFETIME = 2000


@dataclass
class Entra:
    """Gives tokens that live an hour, and counts them."""

    given: int = 0

    def fetch(self) -> Mapping[str, Any]:
        """Give a token."""
        self.given += 1
        return {"access_token": f"token-{self.given}", "expires_in": LIFETIME_S}


async def count_requests() -> tuple[int, int, int]:
    """Return for how many sends, in how many lifetimes, how many tokens were asked; sixteen senders at once."""
    entra, now = Entra(), [0.0]
    bearer = Bearer(entra.fetch, lambda: now[0])
    sends = LIFETIMES * SENDS_PER_LIFETIME
    for first in range(0, sends, 16):
        now[0] = first / SENDS_PER_LIFETIME * (LIFETIME_S - MARGIN)  # a token is renewed a little before it ends
        await asyncio.gather(*(bearer.headers() for _ in range(16)))
    return sends, LIFETIMES, entra.given
