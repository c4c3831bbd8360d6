"""Cards about terrains that somebody drops in any chat. Others read along there, so they show what everybody may see.

That is what every company on the terrain sees of it: the step, when one meets, and the published total. No names, no
counts of companies below those of the factsheet, no plan map, nothing that is late.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from cards.formats import moment
from cards.views.card import Fact, Group
from cards.views.status import Status
from dialogs.finding import Among, TerrainNames
from dialogs.stores import Stores
from dialogs.terrain.power import answered, chosen_year
from dialogs.terrain.words import current_step
from domain.acceptance import clean_text
from domain.access import Right, Roles
from domain.plan.state import TerrainState
from domain.terrains import TerrainName
from domain.totals import TerrainTotal

MOST = 15  # Teams shows no more while one types


@dataclass(frozen=True, slots=True)
class Extension:
    """What Teams shows beside the box where somebody writes a message: a search with one field."""

    id: str
    title: str
    does: str
    field: str
    label: str
    hint: str


TERRAIN = Extension(
    id="terrein",
    title="Terrein",
    does="Zet een kaart in dit gesprek: hoe een terrein ervoor staat. Zonder namen van bedrijven.",
    field="naam",
    label="Naam",
    hint="De naam van het terrein of van de gemeente.",
)
NOTHING = "Ik vind geen terrein met deze naam dat u kunt delen."
BROKEN = "Zoeken lukt nu niet. Probeer het zo nog eens."


@dataclass(frozen=True, slots=True)
class Looker:
    """Somebody who looks for a terrain; `own` is the id of the terrain of their company."""

    roles: Roles
    own: str = ""

    @property
    def among(self) -> Among:
        """Return which terrains exist for this person; None for all of them."""
        return None if self.roles.may(Right.SEE_TERRAIN) else self.sees

    def sees(self, name: TerrainName) -> bool:
        """Say whether this person may see how a terrain is doing."""
        return name.id == self.own or self.roles.may(Right.SEE_TERRAIN, name)


@dataclass(frozen=True, slots=True)
class Shared:
    """A card to drop, with the two lines by which one chooses it."""

    title: str
    text: str
    card: Status


def offered(names: TerrainNames, looker: Looker, typed: str) -> Sequence[TerrainName]:
    """Return what to offer while somebody types: at most fifteen terrains that this person may see."""
    among = looker.among
    seen = names if among is None else TerrainNames(names.first(len(names), among))
    return seen.suggest(clean_text(typed), MOST)


async def cards_to_share(stores: Stores, looker: Looker, typed: str, now: datetime.datetime) -> tuple[Shared, ...]:
    """Return a card of every terrain on offer."""
    terrains = offered(stores.terrains, looker, typed)
    states = await stores.dossiers.states([terrain.id for terrain in terrains])
    totals = await stores.insight.published_totals(list(states), now)
    return tuple(shared(terrain, states[terrain.id], totals[terrain.id], now) for terrain in terrains)


def shared(terrain: TerrainName, state: TerrainState, total: TerrainTotal, now: datetime.datetime) -> Shared:
    """Return the card of a terrain with the lines by which one chooses it."""
    return Shared(terrain.name, preview_of(terrain, state), shared_card(terrain, state, total, now))


def preview_of(terrain: TerrainName, state: TerrainState) -> str:
    """Return where a terrain is and how far."""
    where = terrain.municipality or terrain.place or ""
    step = current_step(state)[0]
    return ", ".join(filter(None, (where, step if state.visit is None else f"stap {step}")))


def shared_card(terrain: TerrainName, state: TerrainState, total: TerrainTotal, now: datetime.datetime) -> Status:
    """Return what everybody may see of a terrain."""
    name, remark = current_step(state)
    planned = state.next_session(now)
    plan = (
        Fact(label="Stap", value=name, remark=remark),
        Fact(label="Volgende sessie", value=moment(planned) if planned else "nog niet gepland"),
    )
    return Status(
        title=terrain.label,
        groups=(
            Group(title="Stappenplan", facts=plan),
            Group(title="Laden en stroom", facts=(answered(chosen_year(total)),)),
        ),
        closing=(f"Stand van {moment(now)}. Iedereen op het terrein mag dit zien.",),
    )
