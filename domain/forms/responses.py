"""What was filled in on a form: one response of somebody, as it stands and as it stood."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from domain.forms.declaration import Form, OncePer
from domain.intake.acceptance import key_in, read_day
from domain.intake.answers import Value


class ResponseSource(StrEnum):
    """Through what it came: on a card or typed by whoever fills it in, or typed by the team, from a call or from paper."""

    CARD = "card"
    CHAT = "chat"
    CALL = "call"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class NewResponse:
    """Something to keep, judged already. With a `key` the same thing is kept once, however often it is sent.

    `respondent` is who answered, None when the team typed it for somebody, or when that is not kept.
    """

    form: type[Form]
    terrain: str
    data: Mapping[str, Value]
    intake: UUID | None = None
    register: UUID | None = None
    key: UUID | None = None
    session: UUID | None = None
    step: int | None = None
    group: str = ""
    respondent: UUID | None = None
    source: ResponseSource = ResponseSource.CARD

    @property
    def once(self) -> str | None:
        """Return what it shares with a second one that may not be; None when there may be as many as one likes."""
        form = self.form
        if form.once_per is None:
            return None
        company, person = str(self.intake or self.register), str(self.respondent)
        who = {OncePer.COMPANY: company, OncePer.PERSON: person, OncePer.GROUP: self.group, OncePer.TERRAIN: ""}[form.once_per]
        return ":".join((form.key, self.terrain, str(self.session or ""), str(self.step or ""), who))


@dataclass(frozen=True, slots=True)
class Response:
    """One response as it stands; `revision` counts its changes from 1.

    `owner` is a person of the team, `due` a day, both from the data. `company` and `owner_name` are names as known now;
    `intake` and `register` say which company it is about, either or both, None for the terrain itself.
    """

    number: int
    form: type[Form]
    terrain: str
    data: Mapping[str, Value]
    revision: int
    made_at: datetime.datetime
    intake: UUID | None = None
    register: UUID | None = None
    company: str = ""
    owner_name: str = ""
    closed_at: datetime.datetime | None = None
    session: UUID | None = None
    step: int | None = None
    group: str = ""
    source: ResponseSource = ResponseSource.CARD
    key: UUID | None = None

    def text(self, name: str) -> str:
        """Return what stands in a field of text; empty when nothing does."""
        return str(self.data.get(name, ""))

    @property
    def about(self) -> str:
        """Return the company it is about as a button means it; empty for the terrain itself."""
        if self.intake is not None:
            return f"i:{self.intake}"
        return f"r:{self.register}" if self.register is not None else ""

    @property
    def due(self) -> datetime.date | None:
        """Return by which day it must be done."""
        return read_day(self.text("due"))

    @property
    def owner(self) -> UUID | None:
        """Return who of the team does it; None when somebody else does."""
        return key_in(self.data.get("owner"))

    def is_late(self, today: datetime.date) -> bool:
        """Say whether its day has passed while it is open."""
        return self.closed_at is None and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class ResponseVersion:
    """A response as it stood after one change: `ended` when it was closed by it."""

    number: int
    revision: int
    data: Mapping[str, Value]
    company: str = ""
    at: datetime.datetime | None = None
    ended: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class ActionOwner:
    """Somebody of the project team who can own an action."""

    person: UUID
    name: str
