"""Whom the rounds of the bot are about."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from domain.consent.consents import Purpose
from domain.plan.state import TerrainState


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Somebody who asked to be reminded of the intake they began. `terrain` is empty when it is not known."""

    person: UUID
    intake: UUID
    wished_on: datetime.date
    changed_at: datetime.datetime
    terrain: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Through whom a company hears from us: somebody who answers for it, can be reached, and wants that."""

    person: UUID
    intake: UUID


@dataclass(frozen=True, slots=True)
class Led:
    """A terrain with who leads it (None: nobody who can be reached), and how far it is."""

    director: UUID | None
    terrain: str
    state: TerrainState


@dataclass(frozen=True, slots=True)
class Ending:
    """A yes of a company that ends soon, and the person to hear of it."""

    person: UUID
    intake: UUID
    purpose: Purpose
    until: datetime.datetime
