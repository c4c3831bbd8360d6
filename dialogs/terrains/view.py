"""What somebody may see of a terrain, and everything that is loaded for that."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from dialogs.turn.events import Scope
from dialogs.turn.step import Step
from domain.access.roles import Right, Role
from domain.plan.coverage import Coverage
from domain.plan.state import TerrainState
from domain.terrains.plan_map import PlanMapYear
from domain.terrains.terrains import TerrainName


class Sight(IntEnum):
    """How much somebody may see; each includes the one before it."""

    COMPANY = 1  # how far it is and when one meets
    PARTNER = 2  # the plan: norms, route, what comes
    GOVERNMENT = 3  # the plan map too (C13)
    TEAM = 4  # the counts of companies, what is late, what to do


def sight_of(step: Step, terrain: TerrainName) -> Sight:
    """Return how much this person may see here. In a channel others read along: all of it only where the team is linked."""
    roles = step.known.roles_at(terrain)
    alone = step.scope is Scope.PERSONAL
    if step.known.may(Right.SEE_COMPANIES, terrain):
        return Sight.TEAM if alone or step.known.linked else Sight.PARTNER
    if Role.MUNICIPALITY in roles:
        return Sight.GOVERNMENT if alone else Sight.PARTNER
    return Sight.PARTNER if step.known.may_see(terrain) else Sight.COMPANY


def may_work(step: Step, terrain: TerrainName) -> bool:
    """Say whether this person moves the terrain through the plan."""
    return step.known.may(Right.WORK, terrain)


@dataclass(frozen=True, slots=True)
class SeenTerrain:
    """A terrain with all that a card about it shows; what may not be seen is not loaded."""

    terrain: TerrainName
    sight: Sight
    state: TerrainState
    director: str = ""
    coverage: Coverage = field(default_factory=Coverage)
    plan_map: Sequence[PlanMapYear] = ()


async def look(step: Step, terrain: TerrainName) -> SeenTerrain:
    """Return what this person may see of a terrain now."""
    stores, sight = step.stores, sight_of(step, terrain)
    state = await stores.dossiers.state(terrain.id)
    names = await stores.parks.names([state.director]) if state.director else {}
    return SeenTerrain(
        terrain,
        sight,
        state,
        names.get(state.director, "") if state.director else "",
        (await stores.parks.coverages([terrain.id], step.known.now))[terrain.id] if sight >= Sight.TEAM else Coverage(),
        await stores.parks.plan_map(terrain.id) if sight >= Sight.GOVERNMENT else (),
    )
