"""The steps of the plan as data: the eight of its main text, with the details of its appendix 2 mapped on them (C1).

Step 2 is called the startbijeenkomst; the meeting in it is the startsessie (C2). The grid operator is in it where it can
be (C14), as in the first talk, which is with the municipality (C23). The last step is done with everybody involved (C17).
"""

from dataclasses import dataclass
from enum import StrEnum

VERSION = "2026-11"
SOURCE = "Plan van aanpak bedrijventerreinaanpak NAL-regio Oost, cluster Logistiek: stappenplan en bijlage 2"


class Clock(StrEnum):
    """From when the months of a norm count (C5: the plan counts the execution from the first contact)."""

    ENTRY = "entry"
    RESEARCH = "research"  # the entry of step 3: appendix 2 has one norm for our steps 3 and 4 (C1)
    CONTACT = "contact"


class Proof(StrEnum):
    """What ticks an item by itself, because it is recorded elsewhere."""

    DIRECTOR = "director"
    ROUTE = "route"
    OUTCOME = "outcome"
    CONTACT = "contact"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One line of a checklist. `must`: the step is not complete without it, unless a reason is given.

    The plan names what to look at; which of it is a must is our own choice: what the output of the step needs.
    """

    id: str
    label: str
    must: bool = False
    proof: Proof | None = None


@dataclass(frozen=True, slots=True)
class Norm:
    """How many months a step takes, from and to; both 0 when the plan names none."""

    least: int = 0
    most: int = 0
    clock: Clock = Clock.ENTRY


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step: its name, goal, output, the people in it, its checklist, and how long it takes.

    `appendix` is the number of the same step in appendix 2 (C1), kept so that both documents can be read beside it.
    """

    number: int
    name: str
    appendix: int
    goal: str
    output: tuple[str, ...]
    who: tuple[str, ...]
    items: tuple[ChecklistItem, ...]
    norm: Norm = Norm()

    @property
    def title(self) -> str:
        """Return how people read it: "stap 2, Startbijeenkomst"."""
        return f"stap {self.number}, {self.name}"

    def item(self, item_id: str) -> ChecklistItem | None:
        """Return an item of the list; None when there is none."""
        return next((item for item in self.items if item.id == item_id), None)


STEPS: tuple[PlanStep, ...] = (
    PlanStep(
        0, "Inventarisatie", 0,
        "Weten hoe het terrein ervoor staat: organisatie, voertuigen, soort bedrijven en lopende initiatieven.",
        ("overzicht van opgaven en laadbehoefte", "een vertrekpunt om te starten"),
        ("provincies", "NAL-regio Oost"),
        (
            ChecklistItem("planmap", "Plankaart bekeken: behoefte en netcongestie", must=True),
            ChecklistItem("initiatives", "Lopende initiatieven nagegaan", must=True),
            ChecklistItem("director", "Regisseur aangewezen", must=True, proof=Proof.DIRECTOR),
            ChecklistItem("park", "Terrein beschreven: grootte, soort bedrijven, huur of eigendom"),
            ChecklistItem("power", "Stroom bekeken: vraag, aansluitingen en tempo"),
            ChecklistItem("organisation", "Organisatie bekeken: parkmanagement, ambassadeurs, gemeente"),
            ChecklistItem("space", "Ruimte bekeken: eigen terrein, truckparkings, lokale opwek"),
            ChecklistItem("plans", "Plannen bekeken: laadpleinen en energiemanagement"),
            ChecklistItem("when", "Duidelijk wanneer laden nodig is"),
        ),
        Norm(1, 1),
    ),
    PlanStep(
        1, "Voorbereiding", 1,
        "De laadbehoefte, betrokkenen en ruimte kennen. Samen met de gemeente een route kiezen.",
        ("overzicht van betrokkenen", "achtergrondinformatie", "gekozen route"),
        ("provincies", "gemeente", "netbeheerder", "parkmanagement"),
        (
            ChecklistItem("municipality", "Oriëntatiegesprek met de gemeente gevoerd", must=True),
            ChecklistItem("stakeholders", "Betrokkenen in beeld", must=True),
            ChecklistItem("route", "Route gekozen", must=True, proof=Proof.ROUTE),
            ChecklistItem("operator", "Netbeheerder gesproken, als die tijd heeft"),
            ChecklistItem("parkmanager", "Parkmanagement gesproken, als dat er is"),
            ChecklistItem("background", "Achtergrond verzameld: gebruik van het net en fysieke ruimte"),
        ),
        Norm(1, 1),
    ),
    PlanStep(
        2, "Startbijeenkomst", 2,
        "Plankaart en achtergrond laten zien, horen wat er speelt, en samen het vervolg bepalen.",
        ("probleemstelling", "vervolgstappen", "samenstelling van het projectteam", "eventueel vastgelegde intenties"),
        ("parkmanagement", "bedrijven", "gemeente", "provincies", "netbeheerder"),
        (
            ChecklistItem(
                "session", "Startsessie gehouden, of onderdeel van een andere bijeenkomst", must=True, proof=Proof.SESSION
            ),
            ChecklistItem("outcome", "Uitkomst vastgelegd", must=True, proof=Proof.OUTCOME),
            ChecklistItem("problem", "Probleemstelling opgeschreven"),
            ChecklistItem("team", "Projectteam samengesteld, als er vervolg is"),
            ChecklistItem("next", "Vervolgstappen gedeeld met iedereen"),
        ),
        Norm(1, 2),
    ),
    PlanStep(
        3, "Onderzoek", 3,
        "Haalbare oplossingsrichtingen onderzoeken, met gegevens van de netbeheerder en de bedrijven.",
        ("verschillende oplossingsrichtingen",),
        ("bedrijven", "provincie", "gemeente", "netbeheerder", "commerciële partijen"),
        (
            ChecklistItem("data", "Gegevens van deelnemende bedrijven binnen", must=True),
            ChecklistItem("grid", "Gegevens van de netbeheerder binnen", must=True),
            ChecklistItem("tools", "Toolbox ingezet, vooral de netpotentieanalyse"),
            ChecklistItem("local", "Lokale toets gedaan: openbare ruimte, opwek, warmte, bouwplannen"),
            ChecklistItem("mix", "Verdeling bekeken: depot, snelladen, bij de buren, collectief"),
        ),
        Norm(1, 3, Clock.RESEARCH),
    ),
    PlanStep(
        4, "Bepalen oplossingsrichting", 3,
        "De oplossingsrichtingen bespreken en samen de beste kiezen.",
        ("gekozen oplossingsrichting",),
        ("bedrijven", "provincie", "gemeente", "commerciële partijen"),
        (
            ChecklistItem("presented", "Oplossingsrichtingen besproken met alle betrokkenen", must=True),
            ChecklistItem("chosen", "Samen een richting gekozen", must=True),
            ChecklistItem("public", "Verdeling publiek, semipubliek en privaat besproken"),
        ),
        Norm(1, 3, Clock.RESEARCH),
    ),
    PlanStep(
        5, "Realisatieplan", 4,
        "Een plan met alle praktische zaken, dat alle partijen ondertekenen.",
        ("door alle partijen ondertekend projectplan, met financial close",),
        ("bedrijven", "gemeente", "provincie", "netbeheerder"),
        (
            ChecklistItem("finance", "Financiering geregeld", must=True),
            ChecklistItem("lead", "Penvoerder aangewezen", must=True),
            ChecklistItem("signed", "Projectplan ondertekend door alle partijen", must=True),
            ChecklistItem("purchase", "Inkoop besproken"),
            ChecklistItem("planning", "Planning gemaakt"),
            ChecklistItem("communication", "Communicatieplan op maat gemaakt"),
        ),
        Norm(1, 2),
    ),
    PlanStep(
        6, "Uitvoering", 5,
        "De gekozen richting uitvoeren, zoals samen in het realisatieplan staat.",
        ("realisatie op straat",),
        ("bedrijventerrein", "gemeente", "penvoerder"),
        (
            ChecklistItem("first", "Eerste contactmoment bekend: daar telt de norm vanaf", proof=Proof.CONTACT),
            ChecklistItem("phases", "Penvoerder bewaakt de fasen"),
            ChecklistItem("built", "Laadplekken in gebruik", must=True),
        ),
        Norm(9, 60, Clock.CONTACT),
    ),
    PlanStep(
        7, "Evaluatie", 6,
        "Bepalen wat het proces waard was en het stappenplan verbeteren.",
        ("verbeterpunten voor volgende terreinen",),
        ("NAL-regio Oost", "gemeente", "betrokken partijen"),
        (
            ChecklistItem("together", "Samen met betrokken partijen geëvalueerd", must=True),
            ChecklistItem("lessons", "Tips en tops opgeschreven", must=True),
            ChecklistItem("shared", "Verbeterpunten gedeeld met andere terreinen"),
        ),
    ),
)  # fmt: skip
LAST = STEPS[-1].number


def step_numbered(number: int | None) -> PlanStep | None:
    """Return a step by its number; None when there is none."""
    return STEPS[number] if number is not None and 0 <= number <= LAST else None
