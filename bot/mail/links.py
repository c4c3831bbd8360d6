"""The addresses of ours that stand in a mail: the door, one link to go on elsewhere, and the page where mail is stopped."""

import re
from dataclasses import dataclass
from uuid import UUID

from domain.terrains.seals import LENGTH, Seals

DOOR = "Naar Laadmaat"
STOP = "/afmelden/"
TOKEN = re.compile(rf"[0-9a-f]{{{32 + LENGTH}}}")
SEALED = "mail"  # what the seal of a link to stop is about


@dataclass(frozen=True, slots=True)
class MailLinks:
    """All of them, under the address of this program. `is_open`: there is a door without Teams."""

    public_url: str
    is_open: bool = False

    @property
    def base(self) -> str:
        return self.public_url.rstrip("/")

    @property
    def door(self) -> str:
        """Return where the conversation goes on; empty without a door."""
        return f"{self.base}/gesprek" if self.is_open else ""

    def to_go_on(self, secret: str) -> str:
        """Return the link that lets somebody in on another device, once."""
        return f"{self.base}/gesprek/l/{secret}"

    def to_stop(self, person: UUID, seals: Seals) -> str:
        """Return where this person stops mail, and nobody else."""
        return f"{self.base}{STOP}{token_of(person, seals)}"


def token_of(person: UUID, seals: Seals) -> str:
    """Return what only we can make for somebody: who they are, and our seal on that."""
    return f"{person.hex}{seals.seal(SEALED, person.hex)}"


def person_of(token: str, seals: Seals) -> UUID | None:
    """Return for whom we made a token; None when we did not."""
    who, seal = token[:32], token[32:]
    return UUID(who) if TOKEN.fullmatch(token) and seals.holds(seal, SEALED, who) else None
