"""Who answers, for which company, on which business park."""

import re
from typing import Annotated

from domain.intake.acceptance import clean_text
from domain.intake.declaration import Ask, Rule, Section, TerrainAnswer
from domain.intake.options import Option
from domain.intake.sections import COMPANY

LINK = re.compile(r"mailto:\s*([^\s<>()?]+)", re.IGNORECASE)


class JobRole(Option):
    """What the person does in the company."""

    OWNER = "owner", "Eigenaar of directeur", "directie", "dga", "baas", "ondernemer"
    FLEET = "fleet", "Wagenpark of planning", "planner", "fleetmanager", "wagenparkbeheerder", "transport"
    FACILITY = "facility", "Gebouw en terrein", "facilitair", "vastgoed", "locatiemanager"
    SUSTAINABILITY = "sustainability", "Energie en duurzaamheid", "energie", "duurzaamheid", "kam"
    OTHER = "other", "Iets anders", "anders", "overig"


class CompanyPart(Option):
    """The part of a company on its terrain."""

    PROBLEM_OWNER = "problem_owner", "Probleemhouder", "probleem"
    SOLVER = "solver", "Oplosser", "helper"
    BOTH = "both", "Beide (probleemhouder en oplosser)", "beide", "allebei"
    UNKNOWN = "unknown", "Nog onbekend", "onbekend"


class CompanySection(Section):
    """The company itself."""

    key = "company"
    chapter = COMPANY
    title = "Uw bedrijf"

    name: Annotated[
        str,
        Rule(max_length=120),
        Ask(
            question="Hoe heet uw bedrijf?",
            label="Naam van uw bedrijf",
            example="Jansen Transport",
            core=True,
            seconds=8,
            wrong="Typ de naam van uw bedrijf, in ten hoogste 120 tekens.",
        ),
    ]
    terrain: Annotated[
        TerrainAnswer,
        Rule(max_length=120),
        Ask(
            question="Op welk bedrijventerrein zit u?",
            label="Bedrijventerrein",
            example="Hessenpoort",
            core=True,
            seconds=12,
            why="Een deel van de naam is genoeg. Kent u de naam niet? Typ dan uw plaats.",
            wrong="Typ de naam van het bedrijventerrein, of uw plaats.",
        ),
    ]
    kvk: Annotated[
        str,
        Rule(pattern=r"[0-9]{8}", max_length=8),
        Ask(
            question="Wat is uw KvK-nummer?",
            label="KvK-nummer",
            example="12345678",
            seconds=10,
            why="Zo halen wij bedrijven met dezelfde naam niet door elkaar.",
            wrong="Een KvK-nummer heeft 8 cijfers, bijvoorbeeld 12345678.",
        ),
    ]
    part: Annotated[
        CompanyPart,
        Ask(
            question="Wat past het beste bij uw bedrijf?",
            label="Uw rol op het terrein",
            asked=False,
            why="Een probleemhouder wil laden, maar kan dat nog niet. Een oplosser kan anderen helpen.",
            wrong="Kies probleemhouder, oplosser, beide of nog onbekend.",
        ),
    ]


def plain_address(text: str) -> str:
    """Return an e-mail address without what a link puts before it: "mailto:naam@bedrijf.nl"."""
    linked = LINK.search(text)
    return linked[1] if linked else clean_text(text)


class ContactSection(Section):
    """The person who answers; every contact of a company has answers of their own here."""

    key = "contact"
    chapter = COMPANY
    title = "Over uzelf"

    role: Annotated[
        JobRole,
        Ask(
            question="Wat doet u in het bedrijf?",
            label="Uw werk",
            personal=True,
            seconds=5,
            wrong="Kies wat het beste past, of kies 'Iets anders'.",
        ),
    ]
    may_sign: Annotated[
        bool,
        Ask(
            question="Mag u tekenen voor het bedrijf?",
            label="U mag tekenen",
            personal=True,
            seconds=4,
            why="Soms vragen wij later om een handtekening. Dan weten wij bij wie wij moeten zijn.",
            wrong="Antwoord met ja, nee of weet ik niet.",
        ),
    ]
    email: Annotated[
        str,
        Rule(reads=plain_address, pattern=r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>.]{2,}", max_length=254),
        Ask(
            question="Op welk e-mailadres bereiken wij u?",
            label="E-mailadres",
            example="naam@bedrijf.nl",
            personal=True,
            seconds=10,
            why="Alleen voor berichten over dit project. U mag dit overslaan.",
            wrong="Dit lijkt geen e-mailadres. Een voorbeeld is naam@bedrijf.nl.",
        ),
    ]
