"""Room on the site, and who decides about it."""

from typing import Annotated

from domain.intake.conditions import Is, Some
from domain.intake.declaration import Ask, Naming, Rule, Section
from domain.intake.options import Option
from domain.intake.plausibility import NotMoreThan
from domain.intake.sections import SITE


class Ownership(Option):
    """Whose site it is."""

    OWNED = "owned", "Eigendom", "eigen", "gekocht", "van ons", "van onszelf", "van ons zelf", "van mezelf", "eigenaar"
    RENTED = "rented", "Huur", "gehuurd", "wij huren", "huren", "lease", "huur ik", "huren we terug", "van de verhuurder"
    BOTH = (
        "both", "Deels eigen, deels huur", "deels", "allebei", "beide", "eigen + huren", "eigen + gehuurd", "eigen + huur",
        "van ons + huren", "van ons + gehuurd", "gekocht + huren", "eigendom + huren", "eigendom + huur",
        "eigendom + gehuurd", "huren we erbij", "half half",
    )  # fmt: skip


class Budget(Option):
    """Whether there is money for chargers of one's own."""

    YES = "yes", "Ja", "ja er is budget", "geld voor", "potje voor", "staat op de begroting", "begroot", "gereserveerd"
    NOT_YET = (
        "not_yet", "Nog niet", "later", "straks", "nog niet over gehad", "nog geen", "nog geen potje voor",
        "nog geen geld voor", "volgend jaar", "nog niet aan toe", "nog niet begroot",
    )  # fmt: skip
    NO = (
        "no", "Nee", "geen budget", "geen geld", "geen geld voor", "geen cent", "niets gereserveerd", "geen potje",
        "niets apart gezet",
    )  # fmt: skip


class NeighbourAccess(Option):
    """Whether neighbours may come and charge."""

    YES = "yes", "Ja"
    CONDITIONS = (
        "conditions", "Ja, onder voorwaarden", "misschien", "onder voorwaarden", "hangt ervan af", "mag wel als",
        "mag + als ze", "mag + mits", "kan + mits", "mogen + mits", "prima + mits", "ja + mits", "best + als",
        "mogen wel als", "mag + betalen", "ja + betalen", "mag + tegen betaling", "mag + overdag", "mag + tenzij",
        "alleen + als", "kan wel als", "ja + alleen", "ja + tenzij", "ja + maar", "ja + als", "ja + tegen betaling", "mits",
        "op voorwaarde", "tegen betaling",
    )  # fmt: skip
    NO = "no", "Nee", "liever niet", "geen vreemden", "geen pottenkijkers"


class SiteSection(Section):
    """The site of the company."""

    key = "site"
    chapter = SITE
    title = "Ruimte op uw terrein"
    checks = (NotMoreThan("long_bays", "bays", "Dat kan niet: dat zijn meer lange plekken dan vrije plekken in totaal."),)

    bays: Annotated[
        int,
        Rule(ge=0, le=1000, unlikely_above=150),
        Ask(
            question="Hoeveel plekken kunt u vrijmaken om te laden?",
            label="Vrije laadplekken",
            said=Naming(
                counted=(
                    "plek",
                    "plekken",
                    "plaats",
                    "laadplek",
                    "laadplekken",
                    "laadplaats",
                    "parkeerplek",
                    "parkeerplekken",
                    "vak",
                    "vakken",
                )
            ),
            core=True,
            seconds=8,
            why="Tel plekken waar een voertuig een paar uur kan staan.",
            wrong="Typ een heel getal van 0 tot 1.000.",
        ),
    ]
    long_bays: Annotated[
        int,
        Rule(ge=0, le=1000),
        Ask(
            question="Hoeveel daarvan zijn lang genoeg voor een trekker met oplegger?",
            label="Waarvan lange plekken",
            said=Naming(counted=("lange plek", "lange plekken", "lange plaats", "plek", "plekken", "plaats"), cues=("lang",)),
            only_if=Some("bays"),
            seconds=7,
            why="Zo'n combinatie is ongeveer 16,5 meter lang.",
            wrong="Typ een heel getal van 0 tot 1.000.",
        ),
    ]
    ownership: Annotated[
        Ownership,
        Ask(
            question="Is het terrein van u, of huurt u het?",
            label="Eigendom of huur",
            said=Naming(cues=("terrein", "pand", "grond", "gebouw", "loods", "locatie", "plek")),
            seconds=4,
            wrong="Kies eigendom, huur of allebei.",
        ),
    ]
    landlord: Annotated[
        bool,
        Ask(
            question="Staat de stroomaansluiting op naam van de verhuurder?",
            label="Aansluiting op naam verhuurder",
            only_if=Is("ownership", "rented", "both"),
            seconds=5,
            wrong="Antwoord met ja, nee of weet ik niet.",
        ),
    ]
    budget: Annotated[
        Budget,
        Ask(
            question="Heeft u geld apart gezet voor laadpalen?",
            label="Budget voor laadpalen",
            seconds=5,
            wrong="Antwoord met ja, nog niet of nee.",
        ),
    ]
    neighbours: Annotated[
        NeighbourAccess,
        Ask(
            question="Mogen bedrijven uit de buurt bij u komen laden?",
            label="Openstellen voor buren",
            said=Naming(cues=("buren", "buurman", "buurbedrij", "bedrijven uit de buurt")),
            seconds=6,
            why="U zit nergens aan vast. Wij kijken eerst wie elkaar kan helpen.",
            wrong="Antwoord met ja, nee of onder voorwaarden.",
        ),
    ]
    conditions: Annotated[
        str,
        Rule(max_length=500),
        Ask(
            question="Onder welke voorwaarden mag dat?",
            label="Uw voorwaarden",
            only_if=Is("neighbours", "conditions"),
            seconds=20,
            example="Alleen overdag, tegen betaling",
            wrong="Typ uw voorwaarden in ten hoogste 500 tekens.",
        ),
    ]
