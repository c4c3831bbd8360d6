"""What a kind of attention is: declared in its own wing, and added to `ATTENTION_KINDS` (dialogs/attention_kinds.py)."""

import datetime
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from dialogs.stores.stores import Stores
from dialogs.turn.place import Kept
from domain.attention.attention import Attention, Whom
from domain.calendar.here import date_here
from domain.intake.intake import Intake
from domain.knowledge.items import Item
from domain.plan.coverage import Coverage
from domain.plan.state import TerrainState


@dataclass(frozen=True, slots=True)
class Scene:
    """What is looked at: terrains with their states, at one moment; and who looks, for what concerns one person or company.

    `counted` is how many companies take part on these terrains, when that is known already; `items` are those that were declared.
    """

    stores: Stores
    now: datetime.datetime
    silent_days: int
    states: Mapping[str, TerrainState]
    counted: Mapping[str, Coverage] | None = None
    person: UUID | None = None
    intake: Intake | None = None
    kept: Kept | None = None
    items: Mapping[str, Item] = field(default_factory=dict)

    @property
    def today(self) -> datetime.date:
        """Return the day, by the calendar here."""
        return date_here(self.now)

    async def coverage(self) -> Mapping[str, Coverage]:
        """Return how many companies take part on these terrains."""
        return self.counted if self.counted is not None else await self.stores.parks.coverages(tuple(self.states), self.now)


@dataclass(frozen=True, slots=True)
class AttentionKind:
    """One kind: `find` returns everything of it, in as many statements for all terrains as for one.

    `told`: whoever leads the terrain hears in the morning what is new. `placed`: of who may see all of a terrain, so that it
    stands in its status as well.
    """

    name: str
    whom: Whom
    find: Callable[[Scene], Awaitable[Sequence[Attention]]]
    told: bool = False
    placed: bool = False
