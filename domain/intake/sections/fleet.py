"""Which vehicles there are, how many become electric, and how far they drive."""

from typing import Annotated

from domain.intake.conditions import Some
from domain.intake.declaration import Ask, Default, Rule, Said, Section
from domain.intake.options import Option
from domain.intake.plausibility import NotMoreThan
from domain.intake.sections import VEHICLES
from domain.intake.vehicles import AVERAGE_DAYS, VehicleClass

AVERAGES = {vehicle.value: Default(day.km, day.source) for vehicle, day in AVERAGE_DAYS.items()}


class Fuel(Option):
    """Other ways than a battery that a company thinks about."""

    HYDROGEN = "hydrogen", "Waterstof", "h2"
    BIO_LNG = "bio_lng", "Bio-LNG", "lng", "biogas", "groengas"
    HVO = "hvo", "HVO-diesel", "hvo100", "biodiesel"
    NONE = "none", "Geen van deze", "geen", "niets", "nee"


class Vehicles(Section):
    """How many of each class there are now; asked on one card, because most companies have one or two classes."""

    key = "vehicles"
    chapter = VEHICLES
    title = "Uw voertuigen nu"
    intro = "Vul een 0 in als u ze niet heeft."
    per = VehicleClass
    joint = True

    total: Annotated[
        int,
        Rule(ge=0, le=5000, unlikely_above=300),
        Ask(
            question="Hoeveel {many} ({weight}) staan er nu bij u?",
            label="{Many} ({weight})",
            said=Said(vehicles=True),
            core=True,
            seconds=6,
            why="Tel de voertuigen die vanaf dit terrein rijden.",
            wrong="Typ een heel getal van 0 tot 5.000.",
        ),
    ]


class Electric(Section):
    """The change to electric, one card per class that is there."""

    key = "electric"
    chapter = VEHICLES
    title = "Uw {many}: nu en straks"
    per = VehicleClass
    only_if = Some("total")
    checks = (
        NotMoreThan(
            "electric_now",
            "total",
            "Dat kan niet: u heeft dan meer elektrische {many} dan {many} in totaal. Pas één van de twee aan.",
        ),
        NotMoreThan("electric_2030", "total", "Dat is meer dan het aantal {many} dat u nu heeft.", wrong=False),
        NotMoreThan("electric_2035", "total", "Dat is meer dan het aantal {many} dat u nu heeft.", wrong=False),
        NotMoreThan("electric_now", "electric_2030", "U verwacht in 2030 minder elektrische {many} dan nu.", wrong=False),
        NotMoreThan("electric_2030", "electric_2035", "U verwacht in 2035 minder elektrische {many} dan in 2030.", wrong=False),
    )

    electric_now: Annotated[
        int,
        Rule(ge=0, le=5000),
        Ask(
            question="Hoeveel van uw {many} rijden nu al elektrisch?",
            label="Elektrisch nu",
            said=Said(vehicles=True, counted=("elektrische",), cues=("elektrisch",)),
            seconds=5,
            wrong="Typ een heel getal van 0 tot 5.000.",
        ),
    ]
    electric_2030: Annotated[
        int,
        Rule(ge=0, le=5000),
        Ask(
            question="Hoeveel elektrische {many} verwacht u in 2030?",
            label="Elektrisch in 2030",
            said=Said(vehicles=True, counted=("elektrische",), cues=("elektrisch",), year=2030, later=True),
            core=True,
            seconds=9,
            why="Een schatting is genoeg.",
            wrong="Typ een heel getal van 0 tot 5.000.",
        ),
    ]
    electric_2035: Annotated[
        int,
        Rule(ge=0, le=5000),
        Ask(
            question="En hoeveel elektrische {many} in 2035?",
            label="Elektrisch in 2035",
            said=Said(vehicles=True, counted=("elektrische",), cues=("elektrisch",), year=2035, later=True),
            seconds=7,
            why="Een schatting is genoeg.",
            wrong="Typ een heel getal van 0 tot 5.000.",
        ),
    ]
    km_per_day: Annotated[
        int,
        Rule(ge=0, le=1500, unlikely_above=800),
        Ask(
            question="Hoeveel kilometer rijdt een {one} op een werkdag?",
            label="Kilometers per werkdag",
            said=Said(cues=("rijd", "rit", "per dag", "dagelijks")),
            unit="km",
            seconds=8,
            why="Weet u het niet? Houd dan het gemiddelde aan.",
            wrong="Typ een getal van 0 tot 1.500 kilometer.",
            defaults=AVERAGES,
        ),
    ]


class Fuels(Section):
    """Other fuels, because they lower what must be charged."""

    key = "fleet"
    chapter = VEHICLES
    title = "Andere brandstoffen"

    other_fuels: Annotated[
        list[Fuel],
        Ask(
            question="Denkt u ook aan een andere brandstof?",
            label="Andere brandstof",
            seconds=5,
            why="Dan hoeft u misschien minder te laden.",
            wrong="Kies één of meer brandstoffen, of 'Geen van deze'.",
        ),
    ]
