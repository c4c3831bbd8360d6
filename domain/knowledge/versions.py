"""Versions of items: what somebody of the team proposes, and what another approved."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from domain.knowledge.items import Item


class VersionState(StrEnum):
    """What became of a version."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class ItemVersion:
    """One version of an item, as somebody of the team wrote it; `decider` is who approved or dropped it."""

    number: int
    item: Item
    state: VersionState
    author: UUID
    at: datetime.datetime
    decider: UUID | None = None

    def may_be_approved_by(self, person: UUID, team: Collection[UUID], named: int = 0) -> bool:
        """Say whether this person may approve it: somebody else than who wrote it, who is still there.

        Where the team is one person, that person may. `named` is how many others the settings name, who may never have spoken
        to us: they are the team as well.
        """
        alone = set(team) <= {person} and not named
        return self.author == person if alone else self.author != person and self.author in team
