"""What a company may put in the place of an assumption of the charging model; nobody is asked for it."""

from typing import Annotated

from domain.intake.declaration import Ask, Rule, Section
from domain.intake.sections import CHARGING
from domain.intake.vehicles import VehicleClass

EMPTY = "Laat het leeg om met onze aanname te rekenen."


class Consumption(Section):
    """How much one class uses, and at what power it will charge."""

    key = "model"
    chapter = CHARGING
    title = "Rekenen met uw {many}"
    per = VehicleClass

    kwh_per_km: Annotated[
        float,
        Rule(ge=0.05, le=4, unlikely_above=2.5),
        Ask(
            question="Hoeveel kWh verbruikt een elektrische {one} per kilometer?",
            label="Verbruik per km",
            unit="kWh",
            asked=False,
            resets=True,
            why=EMPTY,
            wrong="Typ een getal van 0,05 tot 4, bijvoorbeeld 1,2.",
        ),
    ]
    planned_kw: Annotated[
        float,
        Rule(ge=1, le=3750, unlikely_above=400),
        Ask(
            question="Hoeveel kW gaat één laadpunt voor uw {many} leveren?",
            label="Vermogen laadpunt straks",
            unit="kW",
            asked=False,
            resets=True,
            why=EMPTY,
            wrong="Typ een getal van 1 tot 3.750.",
        ),
    ]


class Everywhere(Section):
    """What is the same for all vehicles of a company."""

    key = "model"
    chapter = CHARGING
    title = "Rekenen met uw laden"

    efficiency: Annotated[
        float,
        Rule(ge=50, le=100),
        Ask(
            question="Hoeveel procent van de stroom komt in de batterij?",
            label="Stroom die in de batterij komt",
            unit="%",
            asked=False,
            resets=True,
            why=EMPTY,
            wrong="Typ een percentage van 50 tot 100.",
        ),
    ]
    at_once: Annotated[
        float,
        Rule(ge=1, le=100),
        Ask(
            question="Welk deel van uw laadpunten laadt op het drukste moment?",
            label="Laadt tegelijk op het drukste moment",
            unit="%",
            asked=False,
            resets=True,
            why=EMPTY,
            wrong="Typ een percentage van 1 tot 100.",
        ),
    ]


class HeavyLightTrucks(Section):
    """What tells more of the use of light trucks: their kind differs most."""

    key = "light_truck"
    chapter = CHARGING
    title = "Uw lichte vrachtwagens"

    heavy: Annotated[
        bool,
        Ask(
            question="Wegen uw lichte vrachtwagens meer dan 7.500 kg?",
            label="Zwaarder dan 7.500 kg",
            asked=False,
            resets=True,
            why="Dat is het hoogste gewicht op het kenteken. Zware wagens gebruiken meer.",
            wrong="Antwoord met ja of nee.",
        ),
    ]


class CooledRigids(Section):
    """What tells more of the use of rigids: cooling takes power too."""

    key = "rigid"
    chapter = CHARGING
    title = "Uw bakwagens"

    cooled: Annotated[
        bool,
        Ask(
            question="Hebben uw bakwagens koeling?",
            label="Bakwagens met koeling",
            asked=False,
            resets=True,
            why="Koeling gebruikt ook stroom uit de batterij.",
            wrong="Antwoord met ja of nee.",
        ),
    ]
