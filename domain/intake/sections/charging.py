"""When vehicles stand still here, and what they can charge at now."""

from typing import Annotated

from domain.intake.conditions import Largest, Some
from domain.intake.declaration import Ask, Clock, Naming, Rule, Section
from domain.intake.options import Option
from domain.intake.plausibility import Different, HoursBetween
from domain.intake.sections import CHARGING
from domain.intake.vehicles import VehicleClass


class Daytime(Option):
    """Whether vehicles can charge between two rides."""

    YES = "yes", "Ja", "jazeker"
    SOMETIMES = "sometimes", "Soms", "af en toe", "misschien"
    NO = "no", "Nee", "niet"


class Charging(Section):
    """The hours of one vehicle class."""

    key = "charging"
    chapter = CHARGING
    title = "Laden van uw {many}"
    per = VehicleClass
    only_if = Some("total")
    checks = (
        Different("back", "out", "Terugkomen en vertrekken kan niet op dezelfde tijd. Hoe laat vertrekken ze weer?"),
        HoursBetween("back", "out", "Dan staan uw {many} hier bijna niet.", least=1),
        HoursBetween("back", "out", "Dan zijn uw {many} maar heel kort weg.", most=23),
    )

    back: Annotated[
        Clock,
        Ask(
            question="Hoe laat komen de meeste {many} terug op uw terrein?",
            label="Terug op het terrein",
            said=Naming(cues=("terug", "binnen", "thuis", "aankom", "arriveren")),
            example="18:00",
            core=Largest(),
            around="evening",
            seconds=8,
            wrong="Typ een tijd, bijvoorbeeld 18:00 of half zeven.",
        ),
    ]
    out: Annotated[
        Clock,
        Ask(
            question="Hoe laat vertrekken de meeste {many} weer?",
            label="Weer weg",
            said=Naming(cues=("weg", "vertrek", "eruit", "start", "op pad")),
            example="06:00",
            core=Largest(),
            around="morning",
            seconds=6,
            wrong="Typ een tijd, bijvoorbeeld 06:00 of half zeven.",
        ),
    ]
    days: Annotated[
        int,
        Rule(ge=1, le=7),
        Ask(
            question="Hoeveel dagen per week rijden uw {many}?",
            label="Dagen per week",
            said=Naming(unit="dagen"),
            seconds=5,
            wrong="Typ een getal van 1 tot 7.",
        ),
    ]
    at_night: Annotated[
        float,
        Rule(ge=0, le=100),
        Ask(
            question="Welk deel van uw {many} staat hier 's nachts?",
            label="Staat hier 's nachts",
            said=Naming(
                cues=(
                    "'s nachts",
                    "nachts",
                    "snachts",
                    "overnacht",
                    "elke nacht",
                    "iedere nacht",
                    "staan hier",
                    "blijven hier",
                    "blijft hier",
                    "slapen hier",
                    "op het erf",
                    "op het terrein",
                    "op ons terrein",
                )
            ),
            unit="%",
            example="100",
            seconds=7,
            why="Alleen wat hier staat, kan hier laden.",
            wrong="Typ een percentage van 0 tot 100, of 'alle' of 'geen'.",
        ),
    ]
    daytime: Annotated[
        Daytime,
        Ask(
            question="Kunnen uw {many} ook overdag laden, tussen twee ritten?",
            label="Overdag laden",
            seconds=5,
            wrong="Antwoord met ja, soms of nee.",
        ),
    ]
    long_trips: Annotated[
        float,
        Rule(ge=0, le=100),
        Ask(
            question="Welk deel van uw {many} is meer dan één dag weg, bijvoorbeeld in het buitenland?",
            label="Meerdaagse ritten",
            said=Naming(cues=("meerdaags", "buitenland", "internationaal")),
            unit="%",
            example="0",
            seconds=7,
            why="Die voertuigen laden vaak onderweg.",
            wrong="Typ een percentage van 0 tot 100, of 'alle' of 'geen'.",
        ),
    ]
    chargers: Annotated[
        int,
        Rule(ge=0, le=2000, unlikely_above=200),
        Ask(
            question="Hoeveel laadpunten heeft u nu voor uw {many}?",
            label="Laadpunten nu",
            said=Naming(
                counted=("laadpunt", "laadpaal", "laadpalen", "lader", "snellader", "paal", "palen", "laadstation", "laadplek")
            ),
            seconds=5,
            wrong="Typ een heel getal van 0 tot 2.000.",
        ),
    ]
    charger_kw: Annotated[
        float,
        Rule(ge=1, le=3750, unlikely_above=400),
        Ask(
            question="Hoeveel kW levert één laadpunt voor uw {many}?",
            label="Vermogen per laadpunt",
            said=Naming(cues=("laadpunt", "laadpa", "lader", "paal", "palen")),
            unit="kW",
            only_if=Some("chargers"),
            seconds=6,
            why="Dit staat op de laadpaal. Vaak is het 11, 22 of 50.",
            wrong="Typ een getal van 1 tot 3.750.",
        ),
    ]
