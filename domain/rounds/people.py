"""Whom the rounds of the bot are about."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from domain.consent.consents import Purpose
from domain.plan.state import TerrainState


@dataclass(frozen=True, slots=True)
class Led:
    """A terrain with who leads it (None: nobody who can be reached), and how far it is."""

    director: UUID | None
    terrain: str
    state: TerrainState


@dataclass(frozen=True, slots=True)
class Ending:
    """A yes of a company that ends soon, and whoever gave it."""

    person: UUID
    intake: UUID
    purpose: Purpose
    until: datetime.datetime
