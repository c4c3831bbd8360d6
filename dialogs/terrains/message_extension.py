"""Cards about terrains that somebody drops in any chat. Others read along there, so they show what everybody may see.

That is what every company on the terrain sees of it: the step, when one meets, and the published total. No names, no
counts of companies below those of the factsheet, no plan map, nothing that is late.

Such a card belongs to whoever dropped it, in a chat that we do not know: nothing here can change it. Teams asks for it
anew when somebody sees it, and so nobody reads a total that was taken back. Whoever may see the terrain gets it as it is
now; everybody else no more than what was there, as far as it still holds. What was there comes back with the card,
as seals that only the server can make: whoever makes up a card learns nothing by trying.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cards.formats import moment
from cards.views.card import Fact, FactGroup
from cards.views.terrains.status import Status
from dialogs.lookup.terrain_names import Among, TerrainNames
from dialogs.stores.stores import Stores
from dialogs.terrains.power import answered, chosen_year
from dialogs.terrains.words import current_step
from domain.access.roles import Right, Roles
from domain.disclosure.totals import TerrainTotal
from domain.intake.acceptance import clean_text
from domain.plan.state import TerrainState
from domain.terrains.seals import Seals
from domain.terrains.terrains import TerrainName

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
CHANGED = "veranderd sinds deze kaart is gedeeld"
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


@dataclass(frozen=True, slots=True)
class DroppedCard:
    """A card that was dropped, as somebody may see it now; `forged` when it came back with a seal that is not ours."""

    card: Status
    forged: bool = False


async def cards_to_share(stores: Stores, looker: Looker, typed: str, now: datetime.datetime, seals: Seals) -> tuple[Shared, ...]:
    """Return a card of every terrain on offer."""
    terrains = offered(stores.terrains, looker, typed)
    states = await stores.dossiers.states([terrain.id for terrain in terrains])
    totals = await stores.insight.published_totals(list(states), now)
    return tuple(shared(terrain, states[terrain.id], totals[terrain.id], now, seals) for terrain in terrains)


def shared(terrain: TerrainName, state: TerrainState, total: TerrainTotal, now: datetime.datetime, seals: Seals) -> Shared:
    """Return the card of a terrain with the lines by which one chooses it."""
    return Shared(terrain.name, preview_of(terrain, state), shared_card(terrain, state, total, now, seals))


def preview_of(terrain: TerrainName, state: TerrainState) -> str:
    """Return how far a terrain is and how far."""
    where = terrain.municipality or terrain.place or ""
    step = current_step(state)[0]
    return ", ".join(filter(None, (where, step if state.visit is None else f"stap {step}")))


async def card_again(
    stores: Stores, looker: Looker, carried: Mapping[str, object], now: datetime.datetime, seals: Seals
) -> DroppedCard | None:
    """Return a card that was dropped as this person may see it now; None when it is no card of ours.

    Cards of before there were seals have none: of these nothing is known again.
    """
    terrain, dropped = stores.terrains.named(str(carried.get("terrain"))), read_moment(str(carried.get("at")))
    if terrain is None or dropped is None:
        return None
    state = (await stores.dossiers.states([terrain.id]))[terrain.id]
    card = shared_card(terrain, state, await stores.insight.published_total(terrain.id, now), now, seals)
    seen, seal = str(carried.get("seen", "")), str(carried.get("seal", ""))
    ours = seals.holds(seal, *of_card(terrain.id, str(carried["at"]), seen))
    if looker.sees(terrain):
        return DroppedCard(card, forged=bool(seal) and not ours)
    return DroppedCard(as_dropped(card, terrain.id, dropped, seen if ours else "", seals), forged=bool(seal) and not ours)


def shared_card(terrain: TerrainName, state: TerrainState, total: TerrainTotal, now: datetime.datetime, seals: Seals) -> Status:
    """Return what everybody may see of a terrain."""
    name, remark = current_step(state)
    planned = state.next_session(now)
    plan = (
        Fact(label="Stap", value=name, remark=remark),
        Fact(label="Volgende sessie", value=moment(planned) if planned else "nog niet gepland"),
    )
    groups = (
        FactGroup(title="Stappenplan", facts=plan),
        FactGroup(title="Laden en stroom", facts=(answered(chosen_year(total)),)),
    )
    at = carried_moment(now)
    seen = ",".join(seals.seal(*of_fact(terrain.id, at, fact)) for group in groups for fact in group.facts)
    carried = {"terrain": terrain.id, "at": at, "seen": seen, "seal": seals.seal(*of_card(terrain.id, at, seen))}
    return Status(title=terrain.label, groups=groups, closing=(closing(now),), shared=carried)


def as_dropped(card: Status, terrain: str, dropped: datetime.datetime, seen: str, seals: Seals) -> Status:
    """Return of a card as it is now what was on the one that was dropped: of what changed, only that it did."""
    at, signs = carried_moment(dropped), iter(seen.split(","))  # in their order: nobody may try many for one fact

    def still(fact: Fact) -> Fact:
        return fact if seals.holds(next(signs, ""), *of_fact(terrain, at, fact)) else Fact(label=fact.label, value=CHANGED)

    groups = tuple(FactGroup(title=group.title, facts=tuple(still(fact) for fact in group.facts)) for group in card.groups)
    carried = {"terrain": terrain, "at": at, "seen": seen, "seal": seals.seal(*of_card(terrain, at, seen))}
    return card.model_copy(update={"groups": groups, "closing": (closing(dropped),), "shared": carried})


def closing(at: datetime.datetime) -> str:
    """Return the last line of a card."""
    return f"Stand van {moment(at)}. Iedereen op het terrein mag dit zien."


def of_fact(terrain: str, at: str, fact: Fact) -> tuple[str, ...]:
    """Return by what a fact is known again: on this card alone, of this terrain and this moment."""
    return ("fact", terrain, at, fact.label, fact.value, fact.remark)


def of_card(terrain: str, at: str, seen: str) -> tuple[str, ...]:
    """Return by what a whole card is known again."""
    return ("card", terrain, at, seen)


def carried_moment(at: datetime.datetime) -> str:
    return at.isoformat(timespec="minutes")


def read_moment(text: str) -> datetime.datetime | None:
    """Return the moment that a card carries; None when it is none."""
    try:
        at = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo is not None else None
