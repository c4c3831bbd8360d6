"""A notice: something to tell by ourselves, to one channel, person or addressee, not before a moment."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from domain.notices.topics import TOPICS, Topic


@dataclass(frozen=True, slots=True)
class NewNotice:
    """Something to tell one `channel`, one `person`, or one `addressee` who is no person here.

    `kind` is the name of one of dialogs/notice_kinds.py.

    `data` is plain JSON with ids, days and numbers; `about` the intake it tells of: the notice goes when that is erased.
    `key` makes sure that it is planned once for this target, ever. `after`: not before this moment; quiet hours follow from
    the settings, unless it is `urgent`. `bundle`: notices of one target and bundle that are due together are told together.
    """

    kind: str
    channel: UUID | None = None
    person: UUID | None = None
    addressee: UUID | None = None
    terrain: str = ""
    about: UUID | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    key: str = ""
    after: datetime.datetime | None = None
    bundle: str = ""
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice that is to be told now; `tries` counts how often it was sent before, `urgent` does not wait for the morning."""

    id: int
    kind: str
    terrain: str
    about: UUID | None
    data: Mapping[str, Any]
    bundle: str
    at: datetime.datetime
    tries: int = 0
    urgent: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened on a terrain (empty when it is not known which), for whoever follows it."""

    topic: Topic
    terrain: str
    about: UUID | None = None
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def bundle(self) -> str:
        """Return with what it is told together when both are due: what a company says in parts or asks again and again, and
        what befell one session.
        """
        session, rule = self.data.get("session"), TOPICS[self.topic]
        of_company = rule.comes_in_parts or bool(rule.counts_one)
        key = self.about if of_company else session.get("id") if isinstance(session, Mapping) else None
        return f"{self.topic}:{key}" if key is not None else ""


@dataclass(frozen=True, slots=True)
class Subscription:
    """What a channel follows: a terrain, or every one (an empty text); at once, or gathered per day."""

    channel: UUID
    terrain: str
    topics: tuple[Topic, ...]
    gathered: bool = False


class Failing(StrEnum):
    """Why something was not delivered."""

    OFF = "off"  # the bot was removed or blocked there
    AWAY = "away"  # its team or channel was archived or deleted
    REFUSED = "refused"  # Teams did not take it
    LATE = "late"  # Teams could not be reached for a day
    MAIL = "mail"  # the server for mail did not take it, or not for this address
    BROKEN = "broken"  # we could not make it
    WITHHELD = "withheld"  # it was approved, but when it was to go it was not wanted or not needed any more


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A notice that did not arrive, with whom it was for as the team calls it."""

    id: int
    kind: str
    terrain: str
    to: str
    why: Failing
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Wake:
    """Something is due for a channel, a person or an addressee at a moment: what is in the queue. Ids only."""

    to: str
    at: datetime.datetime

    @classmethod
    def channel(cls, channel: UUID, at: datetime.datetime) -> "Wake":
        return cls(f"channel:{channel}", at)

    @classmethod
    def person(cls, person: UUID, at: datetime.datetime) -> "Wake":
        return cls(f"person:{person}", at)

    @classmethod
    def addressee(cls, addressee: UUID, at: datetime.datetime) -> "Wake":
        return cls(f"addressee:{addressee}", at)
