"""The addresses of ours that stand in a mail: the door, one link to go on elsewhere, and the page where mail is stopped."""

import re
from dataclasses import dataclass
from uuid import UUID

from domain.door.entering import DoorWay
from domain.inbox.requests import CODE_DAYS
from domain.terrains.seals import LENGTH, Seals

DOOR = "Naar Laadmaat"
STOP = "/afmelden/"
TOKEN = re.compile(rf"[0-9a-f]{{{32 + LENGTH}}}")
SEALED, SEALED_TO = "mail", "mail-to"  # what the seal of a link to stop is about: a person, or an addressee


@dataclass(frozen=True, slots=True)
class MailLinks:
    """All of them, under the address of this program. `is_open`: there is a door without Teams. Codes end after days."""

    public_url: str
    is_open: bool = False
    code_days: int = CODE_DAYS

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

    def to_begin(self, code: str) -> str:
        """Return where a company comes in by a code, once; empty without a door."""
        return f"{self.base}/gesprek/{DoorWay.CODE}/{code.replace('-', '')}" if self.is_open else ""

    def to_stop(self, who: UUID, seals: Seals, sealed: str = SEALED) -> str:
        """Return where this person, or addressee, stops mail, and nobody else."""
        return f"{self.base}{STOP}{token_of(who, seals, sealed)}"


def token_of(who: UUID, seals: Seals, sealed: str = SEALED) -> str:
    """Return what only we can make for somebody: who they are, and our seal on that."""
    return f"{who.hex}{seals.seal(sealed, who.hex)}"


def person_of(token: str, seals: Seals, sealed: str = SEALED) -> UUID | None:
    """Return for whom we made a token; None when we did not."""
    who, seal = token[:32], token[32:]
    return UUID(who) if TOKEN.fullmatch(token) and seals.holds(seal, sealed, who) else None
