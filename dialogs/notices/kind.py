"""What a kind of notice is: its name, and how its words are made at the moment that it is told."""

import datetime
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from dialogs.stores.stores import Stores
from dialogs.turn.known import House
from dialogs.turn.replies import Reply
from domain.notices.channels import Channel
from domain.notices.notice import Notice


class Telling(Protocol):
    """What making the words of notices may use, in the transaction in which they are kept to be sent."""

    @property
    def stores(self) -> Stores:
        """The stores of nobody in particular."""

    @property
    def house(self) -> House:
        """Who we are, and what we calculate with."""

    @property
    def now(self) -> datetime.datetime:
        """The time in UTC."""

    @property
    def channel(self) -> Channel | None:
        """The channel it is told in; None in somebody's own chat."""

    @property
    def person(self) -> UUID | None:
        """The person it is told to; None in a channel, and to who is no person here."""

    @property
    def addressee(self) -> UUID | None:
        """Who is mailed without being a person here; else None."""

    @property
    def may_name(self) -> bool:
        """Say whether companies may be named: in a channel of a linked team. To a person the kind itself decides."""


Compose = Callable[[Telling, Sequence[Notice]], Awaitable[Sequence[Reply]]]


@dataclass(frozen=True, slots=True)
class NoticeKind:
    """One kind of notice: `label` is how `niet bezorgd` calls it.

    `daily`: of all kinds that say so, a company gets at most one message a day, whoever of it gets that; what is due that day is
    told together with what is due of the same kind to the same person, the rest waits for the next day. What `counts` is a
    message of that day too, but does not wait for it. What is `mailed` tells a company of nobody but itself: a mail may say it
    all, of other kinds it says that there is news.
    """

    name: str
    label: str
    compose: Compose
    daily: bool = False
    counts: bool = False
    mailed: bool = False
