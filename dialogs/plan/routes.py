"""`route`: a few questions lead to the route by which a terrain is approached; a postponed one returns by itself."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from cards.formats import day
from cards.verbs import Verb
from cards.views.card import Button, Card
from cards.views.forms.form_card import FormCard
from cards.views.notice import NoticeCard
from dialogs.dutch.dates import read_date
from dialogs.dutch.reading import Read
from dialogs.dutch.typed import tidy
from dialogs.forms.fields import card_fields
from dialogs.plan.record import OVERTAKEN, event, pressed_revision, reason_in, record
from dialogs.terrains.advice import view_button
from dialogs.terrains.terrain_choice import with_terrain_first
from dialogs.terrains.view import SeenTerrain, look
from dialogs.terrains.words import route_of
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Pressed, Scope
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.forms.declaration import Fields
from domain.forms.judging import judge
from domain.intake.declaration import Ask, Offered
from domain.plan.events import NewEvent, PlanKind
from domain.plan.months import later
from domain.plan.routes import QUESTIONS, ROUTES, Route, find_route
from domain.terrains.terrains import TerrainName

# Own assumption: the plan lets a cold terrain wait without saying how long.
TERMS = {"3": "Over 3 maanden", "6": "Over 6 maanden", "12": "Over een jaar"}
USUAL = "6"
WORDS: dict[Route, frozenset[str]] = {
    Route.BROAD: frozenset({"breed", "breed initiatief", "aansluiten", "smart energy hub", "backoffice"}),
    Route.LOOSE: frozenset({"los", "los initiatief", "losse initiatieven", "initiatief", "lola", "clean energy hub"}),
    Route.WARM_PARK: frozenset({"warm terrein", "warm", "terrein", "parkmanagement", "warm parkmanagement"}),
    Route.WARM_COMPANY: frozenset({"warm bedrijf", "bedrijf", "een bedrijf", "een warm bedrijf"}),
    Route.COLD: frozenset({"koud", "koude aanpak", "koud nu", "nu"}),
    Route.POSTPONED: frozenset({"uitgesteld", "uitstellen", "later", "koud uitgesteld", "koud later"}),
}
WAITING = re.compile(r"(?:koud )?(?:uitgesteld|uitstellen|later|wachten|stel uit)(?: tot)? (?P<until>.+)")


class RouteFinding(Fields):
    """What leads to a route."""

    found: Annotated[list[Offered], Ask("Wat geldt hier? Kies alles wat klopt.")]
    until: Annotated[Offered, Ask("Klopt niets? Kies dan wanneer wij opnieuw kijken.")]


OFFERED = {"found": {one.id: f"{one.text} {one.hint}" for one in QUESTIONS}, "until": TERMS}


@dataclass(frozen=True, slots=True)
class Typed:
    """A route, with the day on which a postponed terrain returns; None when none was named."""

    route: Route
    until: datetime.date | None = None


def read_route(text: str, today: datetime.date) -> Typed | None:
    """Return the route that a text names; None when it names none, or a day that has passed or can be two."""
    line = tidy(text)
    waiting = WAITING.fullmatch(line)
    if waiting is not None:
        until = read_day(waiting["until"], today)
        return Typed(Route.POSTPONED, until) if until is not None and until > today else None
    return next((Typed(route) for route, words in WORDS.items() if line in words), None)


def read_day(text: str, today: datetime.date) -> datetime.date | None:
    """Return a day, or the first of a month; None when the text names none, or several."""
    reading = read_date(text, today=today)
    if not isinstance(reading, Read):
        return None
    return datetime.date.fromisoformat(reading.value if len(reading.value) > len("2027-03") else f"{reading.value}-01")


async def show_route(step: Step, text: str) -> None:
    """Show the questions about a terrain, or take the route that was typed behind it."""
    found = await with_terrain_first(step, text, ROUTE)
    if found is None:
        return
    terrain, rest = found
    what, why = reason_in(rest)
    typed = read_route(what, step.today) if what else None
    if typed is not None:
        await choose(step, terrain, chosen(step, terrain, typed, why), seen=None)
        return
    if rest:
        step.say("Deze route ken ik niet.", "Typ bijvoorbeeld: route hessenpoort warm bedrijf. Of gebruik de kaart.")
    step.show(ShowCard(route_card(step, await look(step, terrain))))


def route_card(step: Step, seen: SeenTerrain, alarm: str = "") -> FormCard:
    """Return the questions, with what holds now."""
    state = seen.state
    returned = state.recheck is not None and state.recheck <= step.today
    known = (f"Nu gekozen: {route_of(state)}.", ROUTES[state.route].reason) if state.route else ()
    data = {"terrain": seen.terrain.id, "revision": str(state.revision)}
    return FormCard(
        title="Route",
        lines=(seen.terrain.label, "Uw antwoorden leiden naar de route uit het plan.", *known),
        message=alarm,
        said=(f"Uitgesteld tot {day(state.recheck)}. Kijk nu opnieuw." if returned and state.recheck else ""),
        fields=card_fields(RouteFinding, {"until": USUAL}, offers=OFFERED),
        buttons=(
            Button(title="Bewaar", verb=Verb.ROUTE, data=data, primary=True),
            view_button("Status", seen.terrain.id, "status"),
        ),
    )


async def press_route(step: Step, pressed: Pressed, terrain: TerrainName) -> None:
    """Take the answers of the card."""
    judged = judge(RouteFinding, pressed.inputs, step.today, OFFERED)
    found, months = judged.list("found"), judged.text("until") or USUAL
    route = find_route(dict.fromkeys(found, True))
    until = later(step.today, int(months)) if route is Route.POSTPONED else None
    event_ = chosen(step, terrain, Typed(route, until), answers=found)
    await choose(step, terrain, event_, seen=pressed_revision(pressed))


def chosen(step: Step, terrain: TerrainName, typed: Typed, why: str = "", answers: Sequence[str] = ()) -> NewEvent:
    until = typed.until or (later(step.today, int(USUAL)) if typed.route is Route.POSTPONED else None)
    data = {"route": typed.route, "until": until and until.isoformat(), "answers": list(answers)}
    return event(step, terrain, PlanKind.ROUTE, data, why)


async def choose(step: Step, terrain: TerrainName, new: NewEvent, *, seen: int | None) -> None:
    """Record a route and show it with its reason."""
    if await record(step, new, seen=seen) is None:
        card: Card = route_card(step, await look(step, terrain), OVERTAKEN)
    else:
        card = chosen_card(await look(step, terrain))
    step.show(ReplaceCard(card) if step.pressed else ShowCard(card))


def chosen_card(seen: SeenTerrain) -> NoticeCard:
    """Return the route that holds now, with the reason and what follows."""
    route = seen.state.route or Route.COLD
    until = seen.state.recheck
    back = f"Op {day(until)} komt dit terrein vanzelf terug." if until else ""
    return NoticeCard(
        title=f"Route: {ROUTES[route].name}",
        lines=tuple(filter(None, (seen.terrain.label, ROUTES[route].reason, ROUTES[route].then, back))),
        buttons=(
            view_button("Status", seen.terrain.id, "status", primary=True),
            view_button("Andere route", seen.terrain.id, "route"),
        ),
    )


ROUTE = Command(
    ("route", "aanvliegroute"), "kiezen hoe u een terrein benadert", show_route, Users.TEAM, Takes.MAYBE,
    argument="<terrein>", example="route hessenpoort", scopes=(Scope.PERSONAL, Scope.CHANNEL, Scope.GROUP), group="Terreinen",
)  # fmt: skip
