"""An address for mail: one, as every server reads it; and why mail does not go there (any more)."""

import datetime
import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

LONGEST = 254  # characters; RFC 5321
# One address and nothing else: no name before it, no list, no line, no quotes, no letters that some servers do not take.
ONE = re.compile(
    r"(?!\.)[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}(?<!\.)@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)
MARKED_DAYS = 365


class MailTrouble(StrEnum):
    """Why an address gets nothing any more."""

    UNKNOWN = "unknown"  # its server says that it does not exist
    REFUSED = "refused"  # its server takes nothing for it
    WRONG = "wrong"  # somebody of the team says so, from a message that came back


class MailState(StrEnum):
    """What became of the newest mail to who is no person here."""

    RECEIVED = "received"
    UNDER_WAY = "under_way"
    REFUSED = "refused"  # its server did not take it
    WITHHELD = "withheld"  # when it was to go we might not mail them any more
    STOPPED = "stopped"  # they asked for no more
    GONE = "gone"  # the company was withdrawn or the contact erased: nothing is kept of what went


def one_address(text: str) -> str:
    """Return a text that is exactly one address; empty for anything else, a list of addresses too."""
    typed = text.strip(" ")
    return typed if len(typed) <= LONGEST and ".." not in typed and ONE.fullmatch(typed) else ""


def digest_of_address(address: str) -> str:
    """Return by what an address is recognised without keeping it; capitals make no other address."""
    return hashlib.sha256(address.strip().lower().encode()).hexdigest()


def is_about_the_address(code: int, words: str) -> bool:
    """Say whether a refusal of a recipient is about that address, for good: not about us, and not for now.

    `words` is what the server said: with "5.7." it means whoever sends, with "5.2.2" a mailbox that is full.
    """
    about_us = re.match(r"5\.(?:7|2\.2)", words) is not None
    return 500 <= code < 600 and code not in (503, 530, 535) and not about_us


def trouble_of(words: str) -> MailTrouble:
    """Return what a refusal of an address means, from the words of its server."""
    return MailTrouble.UNKNOWN if re.match(r"5\.1\.[1236]", words) else MailTrouble.REFUSED


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Somebody whom we may mail, and where. `address` is exactly one; `company` is theirs, empty when it is not known."""

    person: UUID
    tenant: str
    address: str
    company: str = ""


@dataclass(frozen=True, slots=True)
class AddressedMailbox:
    """Somebody who is no person here and whom we may mail now, and where. `address` is exactly one.

    Of a contact of a company in the register: `terrain` and `register` say which, `source` where the address comes from and
    `ground` why it may be used. Of a visitor whom the team entered these are empty.
    """

    addressee: UUID
    address: str
    company: str = ""
    terrain: str = ""
    register: UUID | None = None
    source: str = ""
    ground: str = ""


@dataclass(frozen=True, slots=True)
class MarkedAddress:
    """An address that gets nothing any more, without the address: `to` is whose it is, as the team calls them."""

    number: int
    to: str
    why: MailTrouble
    at: datetime.datetime
