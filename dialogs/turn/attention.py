"""What asks for somebody's attention: everything the wings declared, as far as this person may see it, in one order."""

from collections.abc import Iterable, Mapping

from cards.verbs import Verb
from cards.views.card import Button
from dialogs.turn.attention_kind import AttentionKind, Scene
from dialogs.turn.events import Scope
from dialogs.turn.step import Step
from domain.access.roles import Right
from domain.attention.attention import Attention, Tap, Whom, in_order
from domain.plan.coverage import Coverage
from domain.plan.state import TerrainState

NOWHERE: Mapping[str, TerrainState] = {}


async def gather(
    step: Step,
    kinds: Iterable[AttentionKind],
    states: Mapping[str, TerrainState] = NOWHERE,
    counted: Mapping[str, Coverage] | None = None,
) -> tuple[Attention, ...]:
    """Return what asks for this person's attention: what these kinds find on these terrains, and beside them."""
    known, place = step.known, step.place
    there = {terrain: state for terrain, state in states.items() if sees(step, terrain)}
    scene = Scene(
        step.stores, known.now, known.house.silent_days, there, counted, known.person, known.intake, place.kept, known.house.items
    )
    found = [one for kind in kinds if is_for(step, kind.whom) for one in await kind.find(scene)]
    return in_order(one for one in found if is_theirs(step, one))


def of_terrains(step: Step) -> Iterable[AttentionKind]:
    """Return the kinds that are about the terrains themselves, for whoever leads them."""
    return (kind for kind in step.known.house.attention if kind.whom is Whom.DIRECTOR)


def placed(step: Step) -> Iterable[AttentionKind]:
    """Return these, and the others of which something can be about one terrain."""
    return (kind for kind in step.known.house.attention if kind.whom is Whom.DIRECTOR or kind.placed)


def sees(step: Step, terrain: str = "") -> bool:
    """Say whether this person may see here what the team has to do on a terrain, or without one everywhere."""
    named = step.stores.terrains.named(terrain)
    return (step.scope is Scope.PERSONAL or step.known.linked) and step.known.may(Right.SEE_COMPANIES, named)


def is_for(step: Step, whom: Whom) -> bool:
    """Say whether a kind can be for this person here; what concerns one person or company is only shown in their own chat."""
    alone = step.scope is Scope.PERSONAL
    if whom is Whom.COMPANY:
        return alone and step.for_company and step.may_keep() and not step.known.acting
    return whom is Whom.DIRECTOR or (sees(step) and (alone or whom is Whom.TEAM))


def is_theirs(step: Step, one: Attention) -> bool:
    """Say whether this person may see something that was found: their company's, their own, or what the team has to do."""
    if one.company is not None:
        return one.company == step.known.intake.id
    return one.person in (None, step.known.person) and sees(step, one.terrain)


def button_of(one: Attention, *, primary: bool = False, place: int = 0) -> Button:
    """Return the button that does something about it, with its `place` where there are more."""
    return tapped(one.tap, f"{place}. {one.tap.title}" if place else one.tap.title, primary=primary)


def buttons_of(one: Attention) -> tuple[Button, ...]:
    """Return the buttons of the one thing on a card: its tap, and the other answer."""
    other = (tapped(one.other, one.other.title),) if one.other is not None else ()
    return (tapped(one.tap, one.tap.title, primary=True), *other)


def tapped(tap: Tap, title: str, *, primary: bool = False) -> Button:
    return Button(title=title, verb=Verb(tap.verb), data=dict(tap.data), primary=primary)
