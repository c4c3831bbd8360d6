"""`verdeling`: what charging asks of a terrain by class of vehicle and by hour, as published; or what is missing for that."""

from collections.abc import Iterator

from cards.formats import day_of
from cards.verbs import Verb
from cards.views.card import Button, FactGroup
from cards.views.disclosure.breakdown import Breakdown
from dialogs.disclosure.breakdown_words import (
    class_chart,
    class_group,
    class_lines,
    class_of,
    class_story,
    hour_chart,
    hour_group,
    hour_of,
    hour_story,
    lack_of,
)
from dialogs.disclosure.factsheets import HIDDEN
from dialogs.disclosure.lacks import missing_words
from dialogs.terrains.terrain_choice import with_terrain
from dialogs.terrains.view import Sight, sight_of
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.demand.quantities import Year
from domain.disclosure.breakdowns import ByClass, ByHour, ClassTotals, HourTotals
from domain.terrains.terrains import TerrainName

OTHER_AMOUNT = "De factsheet noemt het hoogste kwartier. Hier staat het gemiddelde van elk uur."
OTHER_LIVE = "Uw eigen factsheet en status tellen alle antwoorden van nu. Hier telt alleen wie dat mag."
OTHER_COMPANIES = "Ook kunnen andere bedrijven meetellen: elk totaal heeft zijn eigen dag."


async def show_breakdown(step: Step, text: str) -> None:
    """Show the totals of a terrain by class and by hour."""
    terrain = await with_terrain(step, text, BREAKDOWN, guess=True)
    if terrain is None:
        return
    classes = await step.stores.insight.by_class(terrain.id, step.known.now)
    hours = await step.stores.insight.by_hour(terrain.id, step.known.now)
    step.show(ShowCard(breakdown_card(terrain, classes, hours, beside_live=sight_of(step, terrain) is Sight.TEAM)))


def breakdown_card(terrain: TerrainName, classes: ByClass, hours: ByHour, *, beside_live: bool = False) -> Breakdown:
    """Return the card: what may be shown first, and of the rest what is missing. `beside_live`: whoever reads it also sees live
    totals, and hears why those differ.
    """
    by_class, by_hour = class_of(classes), hour_of(hours)
    stories = (class_story(by_class) if by_class else "", hour_story(by_hour) if by_hour else "")
    newest = max((one.at for one in (by_class, by_hour) if one is not None), default=None)
    sheet = Button(title="Factsheet", verb=Verb.SAY, data={"text": f"factsheet {terrain.id}"})
    return Breakdown(
        terrain=terrain.label,
        scope=f"Indicatie. Stand van {day_of(newest)}." if newest else "Indicatie.",
        stories=tuple(filter(None, stories)),
        lines=tuple(lacking(by_class, classes, by_hour, hours)),
        by_class=class_chart(by_class) if by_class else None,
        by_hour=hour_chart(by_hour) if by_hour else None,
        groups=tuple(tables(classes, hours)),
        remarks=(HIDDEN, OTHER_AMOUNT, OTHER_COMPANIES, *((OTHER_LIVE,) if beside_live else ())) if newest else (),
        buttons=(sheet,),
    )


def lacking(by_class: ClassTotals | None, classes: ByClass, by_hour: HourTotals | None, hours: ByHour) -> Iterator[str]:
    """Yield what is missing: of the whole, or of a class."""
    if by_class is not None:
        yield from class_lines(by_class)
    elif (lack := lack_of(classes)) is not None:
        yield f"Per soort voertuig kunnen wij nog niets tonen. {missing_words(lack)}"
    if by_hour is None and (lack := lack_of(hours)) is not None:
        yield f"Per uur kunnen wij nog niets tonen. {missing_words(lack)}"


def tables(classes: ByClass, hours: ByHour) -> Iterator[FactGroup]:
    """Yield every year that may be shown as a table."""
    yield from (class_group(one) for year in Year if isinstance(one := classes.get(year), ClassTotals))
    yield from (hour_group(of) for year in Year if isinstance(of := hours.get(year), HourTotals))


BREAKDOWN = Command(
    ("verdeling",), "het laden per soort voertuig en per uur", show_breakdown, Users.PARTNERS | Users.TEAM, Takes.MAYBE,
    argument="<terrein>", example="verdeling hessenpoort", scopes=tuple(Scope), group="Terreinen",
)  # fmt: skip
