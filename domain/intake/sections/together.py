"""What troubles the company most, and what it would like to do with others."""

from typing import Annotated

from domain.intake.declaration import Ask, Rule, Section
from domain.intake.options import Option
from domain.intake.sections import TOGETHER


class Problem(Option):
    """The biggest obstacle."""

    GRID = (
        "grid", "Te weinig stroom", "stroom", "geen stroom", "netcongestie", "aansluiting", "vermogen", "het net is vol",
        "stroomnet", "geen kilowatt", "geen kilowatt meer", "geen kw", "net vol", "net zit vol", "stroom tekort",
        "geen vermogen", "geen extra vermogen", "geen zwaardere aansluiting", "geen ruimte op het net", "netbeheerder",
        "wachtlijst", "geen stroom meer",
    )  # fmt: skip
    SPACE = (
        "space", "Te weinig ruimte", "ruimte", "geen ruimte", "geen plek", "plek", "plaats", "staan vol",
        "terrein is te klein",
    )  # fmt: skip
    MONEY = (
        "money", "De kosten", "geld", "geen geld", "kosten", "te duur", "budget", "niet te betalen", "onbetaalbaar", "duur",
        "geen budget",
    )  # fmt: skip
    KNOWLEDGE = "knowledge", "Ik weet niet waar te beginnen", "kennis", "geen kennis", "waar te beginnen"
    VEHICLES = "vehicles", "Er is nog geen goed voertuig", "voertuig", "voertuigen", "bereik", "actieradius"
    LANDLORD = "landlord", "De verhuurder", "verhuurder", "huur"
    NONE = "none", "Ik heb geen probleem", "geen", "geen probleem", "niets"
    OTHER = "other", "Iets anders", "anders"


class Direction(Option):
    """The directions of a solution that the approach knows."""

    SHARED = "shared", "Samen één laadplein"
    NEIGHBOUR = "neighbour", "Laden bij de buren"
    BUYING = "buying", "Samen inkopen"
    HUB = "hub", "Samen stroom delen (energiehub)"
    ALONE = "alone", "Zelf oplossen"


class Interest(Option):
    """How much a company likes a direction."""

    YES = "yes", "Ja"
    MAYBE = "maybe", "Misschien", "weet niet zeker", "eventueel"
    NO = "no", "Nee"


class Attitude(Section):
    """The problem, in the company's own eyes."""

    key = "together"
    chapter = TOGETHER
    title = "Uw grootste probleem"

    problem: Annotated[
        Problem,
        Ask(
            question="Wat houdt u het meest tegen bij elektrisch laden?",
            label="Grootste probleem",
            seconds=8,
            wrong="Kies wat het beste past, of kies 'Iets anders'.",
        ),
    ]
    explanation: Annotated[
        str,
        Rule(max_length=1000),
        Ask(
            question="Wilt u daar iets over vertellen?",
            label="Uitleg",
            seconds=20,
            why="U mag dit overslaan.",
            wrong="Typ uw uitleg in ten hoogste 1.000 tekens.",
        ),
    ]


class Directions(Section):
    """Interest in each direction, on one card."""

    key = "directions"
    chapter = TOGETHER
    title = "Wat spreekt u aan?"
    per = Direction
    joint = True

    interest: Annotated[
        Interest,
        Ask(question="Wat vindt u van dit idee: {idea}?", label="{label}", seconds=4, wrong="Antwoord met ja, misschien of nee."),
    ]


class Ideas(Section):
    """Conditions and ideas of the company."""

    key = "ideas"
    chapter = TOGETHER
    title = "Uw ideeën"

    conditions: Annotated[
        str,
        Rule(max_length=1000),
        Ask(
            question="Wat is voor u een voorwaarde om mee te doen?",
            label="Voorwaarden om mee te doen",
            seconds=15,
            wrong="Typ uw voorwaarden in ten hoogste 1.000 tekens.",
        ),
    ]
    own_solution: Annotated[
        str,
        Rule(max_length=1000),
        Ask(
            question="Welke oplossing past volgens u het beste?",
            label="Uw eigen oplossing",
            seconds=15,
            wrong="Typ uw idee in ten hoogste 1.000 tekens.",
        ),
    ]
    others: Annotated[
        str,
        Rule(max_length=500),
        Ask(
            question="Welk bedrijf moet volgens u ook meedoen?",
            label="Wie moet ook meedoen",
            seconds=10,
            why="Noem alleen de naam van het bedrijf.",
            wrong="Typ de namen in ten hoogste 500 tekens.",
        ),
    ]
