"""A session with everything that hangs on it: its plan, what is ready, the groups, and what came out."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from domain.calendar.here import HERE
from domain.sessions.formats import BRINGS
from domain.sessions.grouping.people import NO_GROUPS, NO_WISHES, Group, Grouping, SeatingWishes
from domain.sessions.parts import INVITE
from domain.sessions.plan import Plan

VERSION = 1  # of the stored shape


@dataclass(frozen=True, slots=True)
class Told:
    """What was last told to whoever was invited: when and where it is, or that it is off."""

    start: datetime.datetime
    place: str
    cancelled: bool = False


class UntoldChanges(StrEnum):
    """What those who were invited do not know yet."""

    MOVED = "moved"
    CANCELLED = "cancelled"
    ON_AGAIN = "on_again"


@dataclass(frozen=True, slots=True)
class Session:
    """One session. `revision` counts every change, so that two people who edit do not overwrite each other.

    `keys` ties a person in a group to a company over sessions: guest id to "company.place". `planned_on` is when its day was
    chosen; None for one of before that was kept.
    """

    plan: Plan
    revision: int = 0
    ticked: tuple[str, ...] = ()
    grouping: Grouping = NO_GROUPS
    wishes: SeatingWishes = NO_WISHES
    keys: tuple[tuple[str, str], ...] = ()
    example: str = ""
    invitation: str = ""
    invited_at: datetime.datetime | None = None
    directions: tuple[str, ...] = ()
    held: bool = False
    homework: bool = False
    cancelled: bool = False
    told: Told | None = None
    planned_on: datetime.date | None = None
    version: int = VERSION

    @property
    def id(self) -> UUID:
        return self.plan.id

    @property
    def is_open(self) -> bool:
        """Say whether it is still to come."""
        return not self.held and not self.cancelled

    @property
    def ready(self) -> tuple[str, ...]:
        """Return the keys of what is ready: what somebody ticked, and the invitation once it went."""
        return (*self.ticked, *((INVITE.key,) if self.invited_at is not None else ()))

    def presses(self, now: datetime.datetime, until: datetime.datetime) -> bool:
        """Say whether word of it cannot wait until a moment: it is going on, or who was invited would come before that."""
        starts = (self.plan.start, self.told.start if self.told is not None else self.plan.start)
        return self.plan.start <= now < self.plan.end or any(now <= start < until for start in starts)

    @property
    def now_told(self) -> Told:
        """Return what there is to tell to whoever was invited."""
        return Told(self.plan.start, self.plan.place, self.cancelled)

    @property
    def news(self) -> UntoldChanges | None:
        """Return what those who were invited do not know yet; None when nobody was, or nothing changed for them."""
        if self.told is None or self.held or self.told == self.now_told or (self.told.cancelled and self.cancelled):
            return None
        if self.cancelled:
            return UntoldChanges.CANCELLED
        return UntoldChanges.ON_AGAIN if self.told.cancelled else UntoldChanges.MOVED


def happened(sessions: Sequence[Session]) -> frozenset[str]:
    """Return what earlier sessions of a terrain brought: what later ones need."""
    held = [one for one in sessions if one.held]
    brought = {fact for one in held for fact in BRINGS.get(one.plan.format, ())}
    if not any(one.directions for one in held):
        brought.discard("directions")
    return frozenset(brought | ({"homework"} if any(one.homework for one in held) else set()))


def earlier_groups(sessions: Sequence[Session], before: datetime.datetime) -> tuple[tuple[Group, ...], dict[str, str]]:
    """Return the groups of the newest session before a moment, and who was in which: "company.place" to label."""
    there = [one for one in sessions if one.grouping.groups and not one.cancelled and one.plan.start < before]
    if not there:
        return (), {}
    last = max(there, key=lambda one: one.plan.start)
    labels = {member: group.label for group in last.grouping.groups for member in group.members}
    return last.grouping.groups, {key: labels[guest] for guest, key in last.keys if guest in labels}


SESSION: TypeAdapter[Session] = TypeAdapter(Session)


def write_session(session: Session) -> dict[str, Any]:
    return dict(SESSION.dump_python(session, mode="json"))


def read_session(stored: object) -> Session:
    """Return a session from plain JSON, with its times by the clock here."""
    found = SESSION.validate_python(stored)
    return replace(found, plan=replace(found.plan, start=found.plan.start.astimezone(HERE)))
