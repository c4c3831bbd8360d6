"""Companies on a terrain as a register knows them, before and beside what they answer themselves; and their contacts."""

import datetime
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from domain.intake.acceptance import legible

_NO_WORD = re.compile(r"[^0-9a-z]+")
LEGAL_FORMS = frozenset({"bv", "b", "v", "nv", "vof", "holding"})


class Ground(StrEnum):
    """Why imported contacts may be used (AVG, article 6, section 1). The other grounds do not fit writing to companies."""

    INTEREST = "gerechtvaardigd belang"
    TASK = "taak van algemeen belang"
    CONSENT = "toestemming"


# On which of them we mail somebody who did not begin (docs/decisions/0028): not on an interest, on which a government that does
# its task cannot rely (AVG, article 6, section 1, last sentence).
MAILED = frozenset({Ground.TASK, Ground.CONSENT})


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where imported contacts come from and why they may be used, as whoever imported them said; told at the first contact."""

    source: str
    ground: Ground
    file: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to approach at a company. Personal data: for the project team alone, never in logs or errors."""

    name: str = ""
    position: str = ""
    email: str = ""
    phone: str = ""

    @property
    def known(self) -> bool:
        return bool(self.name or self.email or self.phone)

    @property
    def key(self) -> str:
        """Return what tells a contact from the others of the same company: the address, or else the name, or the number."""
        return self.email.casefold() or folded(self.name) or re.sub(r"\D", "", self.phone)


def digests_of(*, email: str = "", phone: str = "") -> frozenset[str]:
    """Return the fingerprints (sha-256) of an address and a number: what is kept of somebody who does not want to be kept."""
    digits = re.sub(r"\D", "", phone)
    known = (email.strip().casefold(), f"0{digits.removeprefix('0031').removeprefix('31').lstrip('0')}" if digits else "")
    return frozenset(hashlib.sha256(one.encode()).hexdigest() for one in known if one)


@dataclass(frozen=True, slots=True)
class Company:
    """One company on one terrain. `kvk` is empty when not known; `approached_at` is the first message to it.

    `withdrawn_at`: it took its first consent back; its contacts are erased and it is not approached again.
    """

    id: UUID
    terrain_id: str
    name: str
    kvk: str = ""
    approached_at: datetime.datetime | None = None
    withdrawn_at: datetime.datetime | None = None

    @property
    def key(self) -> str:
        return company_key(self.name)


@dataclass(frozen=True, slots=True)
class Approached:
    """What must be minded when a company is approached: it withdrew, or its contacts came from somewhere."""

    withdrawn: bool = False
    provenance: Provenance | None = None


def folded(name: str) -> str:
    """Return a name without case, accents and marks, words apart by one blank."""
    if name.isascii():  # as most are: the same by a shorter way, because registers hold hundreds of thousands
        return " ".join(_NO_WORD.sub(" ", name.lower()).split())
    letters = unicodedata.normalize("NFKD", legible(name).casefold())
    return " ".join(
        "".join(letter if letter.isalnum() else " " for letter in letters if not unicodedata.combining(letter)).split()
    )


@lru_cache(maxsize=1000)
def company_key(name: str) -> str:
    """Return a company's name as it is compared: folded, without its legal form."""
    return " ".join(without_form(folded(name)))


def without_form(words: str) -> list[str]:
    """Return the words of a folded text that are no legal form."""
    return [word for word in words.split() if word not in LEGAL_FORMS]
