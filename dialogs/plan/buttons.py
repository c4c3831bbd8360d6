"""The buttons on cards about a terrain: another view in place, and what changes the terrain."""

from collections.abc import Awaitable, Callable
from functools import partial

from cards.verbs import Verb
from cards.views.card import Card
from dialogs.plan.cards import calendar_card, step_card
from dialogs.plan.director import press_director
from dialogs.plan.outcome import outcome_card, press_letters, press_outcome
from dialogs.plan.record import pressed_terrain
from dialogs.plan.routes import press_route, route_card
from dialogs.plan.steps import press_step
from dialogs.terrains.portfolio_choice import press_parks, press_pick
from dialogs.terrains.status import status_card
from dialogs.terrains.view import SeenTerrain, Sight, look
from dialogs.turn.command import Press
from dialogs.turn.events import Pressed
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.terrains.terrains import TerrainName

OLD = "Deze knop werkt niet meer. Typ 'status' met de naam van het terrein."


def current_step_card(_: Step, seen: SeenTerrain) -> Card:
    return step_card(seen)


VIEWS: dict[str, Callable[[Step, SeenTerrain], Card | Awaitable[Card]]] = {
    "status": status_card,
    "step": current_step_card,
    "plan": calendar_card,
    "route": route_card,
    "outcome": outcome_card,
    "outcomes": partial(outcome_card, choose_anew=True),
}


async def press_view(step: Step, pressed: Pressed) -> None:
    """Show another view of a terrain in the place of this card; the status to whoever may see the terrain."""
    terrain = step.stores.terrains.named(str(pressed.data.get("terrain", "")))
    view = VIEWS.get(str(pressed.data.get("view", "")))
    seen = await look(step, terrain) if terrain is not None and step.known.roles_at(terrain) else None
    if seen is None or view is None or (seen.sight < Sight.TEAM and view is not status_card):
        step.say(OLD)
        return
    card = view(step, seen)
    step.show(ReplaceCard(card if isinstance(card, Card) else await card))


def working(act: Callable[[Step, Pressed, TerrainName], Awaitable[None]]) -> Press:
    """Return a button for whoever works on the terrain; to everybody else it is an old one."""

    async def press(step: Step, pressed: Pressed) -> None:
        terrain = pressed_terrain(step, pressed)
        if terrain is None:
            step.say(OLD)
        else:
            await act(step, pressed, terrain)

    return press


TERRAIN_PRESSED: dict[Verb, Press] = {
    Verb.VIEW: press_view,
    Verb.STEP: working(press_step),
    Verb.ROUTE: working(press_route),
    Verb.OUTCOME: working(press_outcome),
    Verb.LETTERS: working(press_letters),
    Verb.DIRECTOR: working(press_director),
    Verb.PARKS: press_parks,
    Verb.PARKS_PICK: press_pick,
}
