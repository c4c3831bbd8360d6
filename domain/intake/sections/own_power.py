"""Power the company makes or stores itself."""

from typing import Annotated

from domain.intake.conditions import Some
from domain.intake.declaration import Ask, Naming, Rule, Section
from domain.intake.options import Option
from domain.intake.sections import GRID


class Surplus(Option):
    """Whether there is solar power left at midday."""

    OFTEN = "often", "Ja, vaak", "vaak", "ja"
    SOMETIMES = "sometimes", "Soms", "af en toe"
    NO = "no", "Nee", "nooit"


class OwnPower(Section):
    """Power the company makes or stores."""

    key = "own"
    chapter = GRID
    title = "Eigen stroom"

    solar_kwp: Annotated[
        float,
        Rule(ge=0, le=50000, unlikely_above=5000),
        Ask(
            question="Hoeveel zonnepanelen heeft u, in kWp?",
            label="Zonnepanelen nu",
            said=Naming(counted=("zonnepaneel", "zonnepanelen", "paneel", "panelen"), cues=("zon", "paneel", "panelen", "dak")),
            unit="kWp",
            seconds=7,
            why="Een paneel is ongeveer 0,4 kWp. Typ 0 als u ze niet heeft.",
            wrong="Typ een getal van 0 tot 50.000.",
        ),
    ]
    solar_planned_kwp: Annotated[
        float,
        Rule(ge=0, le=50000, unlikely_above=5000),
        Ask(
            question="Hoeveel kWp wilt u daar nog bij leggen?",
            label="Zonnepanelen gepland",
            said=Naming(counted=("zonnepaneel", "zonnepanelen"), cues=("zon", "paneel", "panelen"), later=True),
            later=True,
            unit="kWp",
            seconds=6,
            why="Typ 0 als u dat niet van plan bent.",
            wrong="Typ een getal van 0 tot 50.000.",
        ),
    ]
    surplus: Annotated[
        Surplus,
        Ask(
            question="Heeft u midden op de dag stroom over?",
            label="Stroom over om 12 uur",
            only_if=Some("solar_kwp"),
            seconds=5,
            wrong="Kies vaak, soms of nee.",
        ),
    ]
    wind_kw: Annotated[
        float,
        Rule(ge=0, le=50000, unlikely_above=6000),
        Ask(
            question="Hoeveel kW windmolens heeft u?",
            label="Windmolens",
            said=Naming(counted=("windmolen", "windturbine"), cues=("wind",)),
            later=True,
            unit="kW",
            seconds=4,
            why="Typ 0 als u geen windmolen heeft.",
            wrong="Typ een getal van 0 tot 50.000.",
        ),
    ]
    battery_kwh: Annotated[
        float,
        Rule(ge=0, le=100000, unlikely_above=10000),
        Ask(
            question="Hoeveel kWh past er in uw batterij?",
            label="Batterij nu",
            said=Naming(counted=("batterij", "accu"), cues=("batterij", "accu")),
            unit="kWh",
            seconds=5,
            why="Typ 0 als u geen batterij heeft.",
            wrong="Typ een getal van 0 tot 100.000.",
        ),
    ]
    battery_planned_kwh: Annotated[
        float,
        Rule(ge=0, le=100000, unlikely_above=10000),
        Ask(
            question="Hoeveel kWh batterij wilt u daar nog bij plaatsen?",
            label="Batterij gepland",
            said=Naming(counted=("batterij", "accu"), cues=("batterij", "accu"), later=True),
            later=True,
            unit="kWh",
            seconds=5,
            why="Typ 0 als u dat niet van plan bent.",
            wrong="Typ een getal van 0 tot 100.000.",
        ),
    ]
    cars: Annotated[
        int,
        Rule(ge=0, le=2000, unlikely_above=200),
        Ask(
            question="Hoeveel personenauto's gaan er bij u overdag nog bij laden?",
            label="Personenauto's overdag erbij",
            said=Naming(counted=("personenauto", "personenauto's", "leaseauto", "leaseauto's")),
            seconds=5,
            why="Tel alleen auto's die nu nog niet laden. Typ 0 als dat niet speelt.",
            wrong="Typ een heel getal van 0 tot 2.000.",
        ),
    ]
