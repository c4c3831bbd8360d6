"""What can be in the dossier of a terrain: kinds of entries with their fields, declared once for chat, card and history."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

VERSION = 1  # of the shape of `data`


class EntryKind(StrEnum):
    """What somebody of the team writes down."""

    CONTACT = "contact"
    ACTION = "action"
    STAKEHOLDER = "stakeholder"
    RISK = "risk"
    OFFER = "offer"
    MANDATE = "mandate"


class FieldShape(StrEnum):
    """What is filled in: one line, a text, one of some options, a day, one of the team, or connections to the grid."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    DAY = "day"
    MEMBER = "member"
    CONNECTIONS = "connections"


class AboutCompany(StrEnum):
    """Whether an entry is about a company."""

    NEVER = "never"
    MAYBE = "maybe"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class EntryField:
    """One field of an entry; `name` is stored and never changes. `options` are stored values with their words."""

    name: str
    label: str
    shape: FieldShape = FieldShape.LINE
    required: bool = False
    longest: int = 200
    options: Mapping[str, str] = field(default_factory=dict)
    help: str = ""


@dataclass(frozen=True, slots=True)
class EntryWords:
    """One kind of entry: what it is called, its fields in order, and what ending it is called ("Klaar": "klaar")."""

    kind: EntryKind
    one: str
    many: str
    new: str
    fields: tuple[EntryField, ...]
    about: AboutCompany
    end: str = "Afsluiten"
    ended: str = "afgesloten"

    def field(self, name: str) -> EntryField | None:
        return next((one for one in self.fields if one.name == name), None)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it is. `data` holds texts by field name; `revision` counts its changes from 1.

    `owner` is a person of the team, `due` a day, both from the data. `company` and `owner_name` are names as known now;
    `intake` and `register` say which company it is about, either or both, None for the terrain itself.
    """

    number: int
    kind: EntryKind
    terrain: str
    data: Mapping[str, str]
    revision: int
    made_at: datetime.datetime
    intake: UUID | None = None
    register: UUID | None = None
    company: str = ""
    owner_name: str = ""
    closed_at: datetime.datetime | None = None

    @property
    def about_company(self) -> bool:
        return self.intake is not None or self.register is not None

    @property
    def due(self) -> datetime.date | None:
        """Return by which day it must be done."""
        return read_day(self.data.get("due", ""))

    @property
    def owner(self) -> UUID | None:
        """Return who of the team does it; None when somebody else does."""
        return read_person(self.data.get("owner", ""))

    def is_late(self, today: datetime.date) -> bool:
        """Say whether its day has passed while it is open."""
        return self.closed_at is None and self.due is not None and self.due < today


def read_day(text: str) -> datetime.date | None:
    """Return a stored day; None when there is none."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def read_person(text: str) -> UUID | None:
    """Return a stored person; None when there is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class NewEntry:
    """Something to write down, judged already. With a `key` the same thing is kept once, however often it is sent."""

    kind: EntryKind
    terrain: str
    data: Mapping[str, str]
    intake: UUID | None = None
    register: UUID | None = None
    key: UUID | None = None


@dataclass(frozen=True, slots=True)
class EntryVersion:
    """An entry as it was after one change."""

    number: int
    revision: int
    data: Mapping[str, str]
    company: str = ""


@dataclass(frozen=True, slots=True)
class ActionOwner:
    """Somebody of the project team who can own an action."""

    person: UUID
    name: str
