"""`status`: how far a terrain is, what is late and what to do next; for whoever may see less, what they may see."""

from collections.abc import Iterable, Iterator, Sequence

from cards.formats import day, moment, number, plural
from cards.verbs import Verb
from cards.views.card import Button, Fact, FactGroup
from cards.views.terrains.status import Status, Todo
from dialogs.terrains.advice import view_button
from dialogs.terrains.power import power_group
from dialogs.terrains.terrain_choice import with_terrain
from dialogs.terrains.view import SeenTerrain, Sight, look
from dialogs.terrains.words import (
    current_step,
    letters_of,
    list_of,
    norm_of,
    outcome_of,
    route_of,
    standing_of,
)
from dialogs.turn.attention import button_of, gather, placed
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.attention.attention import Attention, Weight
from domain.plan.coverage import Coverage

SHOWN = 3  # things to do


async def show_status(step: Step, text: str) -> None:
    """Show how far a terrain is."""
    terrain = await with_terrain(step, text, STATUS, guess=True)
    if terrain is not None:
        step.show(ShowCard(await status_card(step, await look(step, terrain))))


async def status_card(step: Step, seen: SeenTerrain) -> Status:
    """Return the card, as much as this person may see."""
    if seen.sight is Sight.COMPANY:
        groups: tuple[FactGroup, ...] = (meeting(step, seen, "Uw terrein"), await power_group(step, seen))
        return Status(title=seen.terrain.label, lines=(company_line(seen),), groups=groups, buttons=(factsheet(seen),))
    groups = (plan_group(seen), *company_groups(seen), await power_group(step, seen), meeting(step, seen, "Contact"))
    if seen.sight < Sight.TEAM:
        lines = (standing_of(seen.state),)
        return Status(title=seen.terrain.label, lines=lines, groups=groups, closing=updated(step), buttons=(factsheet(seen),))
    terrain = seen.terrain.id
    everything = await gather(step, placed(step), {terrain: seen.state}, {terrain: seen.coverage})
    found = [one for one in everything if one.terrain == terrain]
    todo = [one for one in found if one.weight is not Weight.LATE][:SHOWN]
    return Status(
        title=seen.terrain.label,
        lines=(standing_of(seen.state),),
        late=pressing(one for one in found if one.weight is Weight.LATE),
        todo=tuple(map(todo_of, todo)),
        groups=groups,
        closing=updated(step),
        buttons=tuple(buttons(terrain, todo)),
    )


def pressing(found: Iterable[Attention]) -> tuple[str, ...]:
    """Return what is more than sensible, in sentences; what several things say together stands there once."""
    return tuple(dict.fromkeys(one.line for one in found if one.weight is not Weight.SENSIBLE))


def todo_of(one: Attention) -> Todo:
    """Return something to do as it stands on a card."""
    return Todo(text=one.line, hint=one.hint)


def company_line(seen: SeenTerrain) -> str:
    """Return how far a terrain is, for the companies on it."""
    name, remark = current_step(seen.state)
    if seen.state.visit is None:
        return "Op uw terrein zijn wij nog niet begonnen."
    return f"Uw terrein is in stap {name} ({remark})."


def plan_group(seen: SeenTerrain) -> FactGroup:
    state = seen.state
    name, remark = current_step(state)
    facts = (
        Fact(label="Stap", value=name, remark=remark),
        Fact(label="Norm", value=norm_of(state)),
        Fact(label="Lijst", value=list_of(state)),
        Fact(label="Route", value=route_of(state)),
        Fact(label="Uitkomst startsessie", value=outcome_of(state)),
        Fact(label="Verklaringen", value=letters_of(state)),
        Fact(label="Regisseur", value=seen.director or "nog niemand"),
    )
    return FactGroup(title="Stappenplan", facts=tuple(fact for fact in facts if fact.value))


def company_groups(seen: SeenTerrain) -> Iterator[FactGroup]:
    """Yield how many companies take part; for the project team."""
    if seen.sight < Sight.TEAM:
        return
    counts = seen.coverage
    known = f"van {plural(counts.known, 'bekend bedrijf', 'bekende bedrijven')}" if counts.known else ""
    yield FactGroup(title="Bedrijven", facts=(
        Fact(label="Benaderd", value=number(counts.approached), remark=known),
        Fact(label="Intake", value=how_far(counts)),
        Fact(label="Mag meetellen", value=number(counts.consented)),
        Fact(label="Machtigingen", value=f"{number(counts.mandated)} getekend"),
    ))  # fmt: skip


def how_far(counts: Coverage) -> str:
    """Return how many intakes there are and how far, on one line."""
    return f"{number(counts.started)} begonnen, {number(counts.short)} kort klaar, {number(counts.complete)} helemaal klaar"


def meeting(step: Step, seen: SeenTerrain, title: str) -> FactGroup:
    """Return when one meets and when one last spoke."""
    planned = seen.state.next_session(step.known.now)
    facts = [Fact(label="Volgende sessie", value=moment(planned) if planned else "nog niet gepland")]
    if seen.sight >= Sight.PARTNER:
        spoken = seen.state.last_contact
        facts.append(Fact(label="Laatste contact", value=day(spoken) if spoken else "nog geen"))
    elif seen.director:
        facts.append(Fact(label="Regisseur", value=seen.director))
    return FactGroup(title=title, facts=tuple(facts))


def factsheet(seen: SeenTerrain) -> Button:
    """Return the button to the factsheet, which everybody of the terrain may see."""
    return Button(title="Factsheet", verb=Verb.SAY, data={"text": f"factsheet {seen.terrain.id}"})


def updated(step: Step) -> tuple[str, ...]:
    """Return when the card was made."""
    return (f"Bijgewerkt op {moment(step.known.now)}.",)


def buttons(terrain: str, todo: Sequence[Attention]) -> Iterable[Button]:
    """Return at most six buttons: what is advised first, then the views, then the card anew."""
    found = dict[str, Button]()
    dossier = Button(title="Dossier", verb=Verb.SAY, data={"text": f"dossier {terrain}"})
    views = (view_button("Stappenplan", terrain, "plan"), dossier, view_button("Vernieuw", terrain, "status"))
    titles = [one.tap.title for one in todo]
    for place, one in enumerate(todo, start=1):  # two of one name are told apart by their place on the card
        named = button_of(one, primary=place == 1, place=place if titles.count(one.tap.title) > 1 else 0)
        found.setdefault(named.title, named)
    for button in views:
        found.setdefault(button.title, button)
    return found.values()


STATUS = Command(
    ("status", "stand van"), "zien hoe een terrein ervoor staat", show_status,
    Users.TEAM | Users.PARTNERS | Users.COMPANY, Takes.MAYBE,
    argument="<terrein>", example="status hessenpoort", menu=True, scopes=(Scope.PERSONAL, Scope.CHANNEL, Scope.GROUP),
    group="Terreinen",
)  # fmt: skip
