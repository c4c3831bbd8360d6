"""Totals by class and by hour in words, charts and tables; and what is missing where there are none."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from cards.colours import Colour
from cards.formats import capital, number, plural, small
from cards.views.card import Fact, FactGroup
from cards.views.chart import Bar, BarChart
from dialogs.disclosure.factsheets import LABELS
from dialogs.disclosure.lacks import missing_words
from domain.demand.quantities import Year
from domain.disclosure.breakdowns import ByClass, ByHour, ClassTotal, ClassTotals, HourTotals, Missing
from domain.intake.vehicles import WORDS, VehicleClass

MAIN = (Year.Y2030, Year.Y2035, Year.NOW)  # the first of these that may be shown is told in words


def class_of(found: ByClass) -> ClassTotals | None:
    """Return the year that is told in words; None when none may be shown."""
    return next((one for year in MAIN if isinstance(one := found.get(year), ClassTotals)), None)


def hour_of(found: ByHour) -> HourTotals | None:
    """Return the year that is told in words; None when none may be shown."""
    return next((one for year in MAIN if isinstance(one := found.get(year), HourTotals)), None)


def lack_of(found: Mapping[Year, object]) -> Missing | None:
    """Return what is missing for the year that counts; None when that is there."""
    return next((one for year in MAIN if isinstance(one := found.get(year), Missing)), None)


def named(vehicle: VehicleClass) -> str:
    return capital(WORDS[vehicle].many)


def shown_classes(one: ClassTotals) -> Sequence[tuple[VehicleClass, ClassTotal]]:
    """Return the classes that may be shown, in their own order."""
    return [(vehicle, total) for vehicle in VehicleClass if isinstance(total := one.by_class.get(vehicle), ClassTotal)]


def class_story(one: ClassTotals) -> str:
    """Return which class asks most; an empty text when none may be shown."""
    vehicle, most = max(shown_classes(one), key=lambda pair: pair[1].kwh, default=(None, None))
    if vehicle is None or most is None:
        return ""
    return f"{named(vehicle)} vragen {when(one.year)} het meest: {number(most.kwh, 'kWh')} per werkdag in de winter."


def class_lines(one: ClassTotals) -> Iterator[str]:
    """Yield of each class that may not be shown what is missing."""
    for vehicle in VehicleClass:
        if isinstance(missing := one.by_class.get(vehicle), Missing):
            yield f"{named(vehicle)}: {small(missing_words(missing))}"


def class_chart(one: ClassTotals) -> BarChart | None:
    bars = tuple(Bar(name=named(vehicle), colour=Colour.COUNTED, value=total.kwh) for vehicle, total in shown_classes(one))
    return BarChart(title=f"Stroom per werkdag {when(one.year)}", unit="kWh", bars=bars) if bars else None


def class_group(one: ClassTotals) -> FactGroup:
    """Return the classes of one year as a table; what may not be shown says what is missing."""
    facts = []
    for vehicle in VehicleClass:
        match one.by_class.get(vehicle):
            case ClassTotal(kwh, companies):
                counted = plural(companies, "bedrijf", "bedrijven")
                facts.append(Fact(label=named(vehicle), value=number(kwh, "kWh"), remark=counted))
            case Missing() as missing:
                facts.append(Fact(label=named(vehicle), value="niet te tonen", remark=small(missing_words(missing)).rstrip(".")))
            case None:
                facts.append(Fact(label=named(vehicle), value="geen"))
    return FactGroup(title=f"{LABELS[one.year]}, per soort voertuig", facts=tuple(facts))


def stretches(one: HourTotals) -> Sequence[tuple[str, float]]:
    """Return the hours of the day in stretches that have the same mean: "18:00 tot 20:00", and kW."""
    found, start = [], 0
    for kw, hours in groupby(one.kw):
        end = start + len(list(hours))
        found.append((f"{start}:00 tot {end}:00", kw))
        start = end
    return found


def hour_story(one: HourTotals) -> str:
    """Return when most is charged."""
    hours, most = max(stretches(one), key=lambda pair: pair[1])
    return f"Het drukste moment {when(one.year)} is van {hours}: gemiddeld {number(most, 'kW')} als iedereen meteen laadt."


def hour_chart(one: HourTotals) -> BarChart:
    bars = tuple(Bar(name=hours, colour=Colour.AT_ONCE, value=kw) for hours, kw in stretches(one))
    return BarChart(title=f"Vermogen per uur {when(one.year)}, bij meteen laden", unit="kW", bars=bars)


def hour_group(one: HourTotals) -> FactGroup:
    """Return the hours of one year as a table."""
    facts = tuple(Fact(label=hours, value=number(kw, "kW")) for hours, kw in stretches(one))
    return FactGroup(title=f"{LABELS[one.year]}, per uur ({plural(one.companies, 'bedrijf', 'bedrijven')})", facts=facts)


def when(year: Year) -> str:
    return "nu" if year is Year.NOW else f"in {LABELS[year]}"
