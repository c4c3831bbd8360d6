"""The connection to the grid and what is used of it."""

from typing import Annotated

from domain.intake.conditions import Is, Some
from domain.intake.declaration import Ask, Month, Naming, Rule, Section
from domain.intake.options import Option
from domain.intake.plausibility import NotMoreThan
from domain.intake.sections import GRID


class ConnectionSize(Option):
    """Small is up to 3x80A, large is anything above."""

    SMALL = "small", "Klein (tot en met 3x80A)", "kleinverbruik", "kleine", "klein", "kleinverbruiker"
    LARGE = "large", "Groot (meer dan 3x80A)", "grootverbruik", "grote", "groot", "middenspanning", "trafo", "grootverbruiker"


class Fuse(Option):
    """The classes of a small connection, phases times ampere."""

    A1X25 = "1x25A", "1x25A"
    A1X35 = "1x35A", "1x35A"
    A1X40 = "1x40A", "1x40A"
    A1X50 = "1x50A", "1x50A"
    A3X25 = "3x25A", "3x25A"
    A3X35 = "3x35A", "3x35A"
    A3X50 = "3x50A", "3x50A"
    A3X63 = "3x63A", "3x63A"
    A3X80 = "3x80A", "3x80A"


class GridOperator(Option):
    """The grid operators of the region."""

    LIANDER = "liander", "Liander", "alliander", "nuon"
    ENEXIS = "enexis", "Enexis"
    COTEQ = "coteq", "Coteq", "cogas"
    RENDO = "rendo", "Rendo"
    OTHER = "other", "Een ander", "anders", "stedin"


class UpgradeState(Option):
    """How far a request for a larger connection is."""

    WAITING = "waiting", "Ik wacht nog", "wachtlijst", "in behandeling", "wachten"
    GRANTED = "granted", "Toegezegd", "ja", "gekregen", "goedgekeurd"
    REFUSED = "refused", "Afgewezen", "nee", "geweigerd"


KW = "Typ een getal in kW, van 0 tot 100.000."


class ConnectionSection(Section):
    """Which connection it is; decides what is asked next."""

    key = "connection"
    chapter = GRID
    title = "Uw stroomaansluiting"

    size: Annotated[
        ConnectionSize,
        Ask(
            question="Heeft u een kleine of een grote stroomaansluiting?",
            label="Soort aansluiting",
            said=Naming(cues=("aansluiting", "verbruik", "verbruiker")),
            core=True,
            seconds=7,
            why="Klein gaat tot en met 3x80 ampère: dat staat op de zekering in de meterkast. Groot staat op uw contract.",
            wrong="Kies klein of groot, of typ 'weet ik niet'.",
        ),
    ]
    operator: Annotated[
        GridOperator,
        Ask(
            question="Wie is uw netbeheerder?",
            label="Netbeheerder",
            said=Naming(alone=True),
            seconds=5,
            why="Dit is het bedrijf van de kabels, niet dat van uw energiecontract.",
            wrong="Kies een netbeheerder, of 'Een ander'.",
        ),
    ]


class Power(Section):
    """How much power there is and how much of it is used."""

    key = "grid"
    chapter = GRID
    title = "Uw vermogen"
    intro = "Groot: kijk op de rekening van uw netbeheerder. Klein: kijk in de meterkast en in de app van uw slimme meter."
    checks = (
        NotMoreThan("contracted_kw", "physical_kw", "Dat kan niet: uw contract is dan hoger dan uw aansluiting aankan."),
        NotMoreThan("peak_kw", "contracted_kw", "Uw hoogste gebruik is dan hoger dan uw contract.", wrong=False),
        NotMoreThan("night_kw", "peak_kw", "Uw gebruik 's nachts is dan hoger dan uw hoogste gebruik.", wrong=False),
    )

    fuse: Annotated[
        Fuse,
        Ask(
            question="Welke hoofdzekering heeft u?",
            label="Hoofdzekering",
            said=Naming(alone=True),
            only_if=Is("connection.size", "small"),
            seconds=7,
            why="Dit staat in de meterkast, en op de jaarrekening van uw leverancier.",
            wrong="Kies een zekering, bijvoorbeeld 3x63A.",
        ),
    ]
    contracted_kw: Annotated[
        float,
        Rule(ge=1, le=100000, unlikely_above=10000),
        Ask(
            question="Hoeveel kW mag u volgens uw contract afnemen?",
            label="Vermogen in uw contract",
            said=Naming(cues=("gecontracteerd", "contract", "afnemen", "gtv")),
            unit="kW",
            only_if=Is("connection.size", "large"),
            seconds=10,
            why="Dit heet vaak 'gecontracteerd transportvermogen'. Het staat op de rekening van uw netbeheerder.",
            wrong=KW,
        ),
    ]
    physical_kw: Annotated[
        float,
        Rule(ge=1, le=100000, unlikely_above=20000),
        Ask(
            question="Hoeveel kW kan de aansluiting zelf aan?",
            label="Vermogen van de aansluiting",
            said=Naming(cues=("aansluit", "trafo", "aankan")),
            unit="kW",
            only_if=Is("connection.size", "large"),
            seconds=9,
            why="Dat is vaak meer dan er in uw contract staat.",
            wrong=KW,
        ),
    ]
    feed_in_kw: Annotated[
        float,
        Rule(ge=0, le=100000, unlikely_above=10000),
        Ask(
            question="Hoeveel kW mag u volgens uw contract terugleveren?",
            label="Teruglevering in uw contract",
            said=Naming(cues=("terugle",)),
            unit="kW",
            only_if=Is("connection.size", "large"),
            seconds=8,
            why="Typ 0 als u niets mag terugleveren.",
            wrong=KW,
        ),
    ]
    peak_kw: Annotated[
        float,
        Rule(ge=0, le=100000, unlikely_above=10000),
        Ask(
            question="Wat is nu uw hoogste gebruik, in kW?",
            label="Hoogste gebruik nu",
            said=Naming(cues=("piek", "hoogste", "maximaal verbruik", "gebruik")),
            unit="kW",
            seconds=10,
            why="Groot: dit staat op de rekening van uw netbeheerder. Klein: de app van uw slimme meter laat het vaak zien.",
            wrong=KW,
        ),
    ]
    night_kw: Annotated[
        float,
        Rule(ge=0, le=100000, unlikely_above=10000),
        Ask(
            question="Wat is uw hoogste gebruik 's nachts, in kW?",
            label="Hoogste gebruik 's nachts",
            said=Naming(cues=("'s nachts", "nachts", "snachts", "nacht", "donker"), unit="kW"),
            unit="kW",
            only_if=Some("peak_kw"),
            later=True,
            seconds=9,
            why="Van 18:00 tot 6:00 uur, zonder laden. Denk aan koeling en licht. Een schatting is genoeg.",
            wrong=KW,
        ),
    ]


class Upgrade(Section):
    """A request for more power."""

    key = "upgrade"
    chapter = GRID
    title = "Meer stroom aanvragen"

    asked: Annotated[
        bool,
        Ask(
            question="Heeft u een zwaardere aansluiting aangevraagd?",
            label="Zwaardere aansluiting gevraagd",
            seconds=4,
            wrong="Antwoord met ja, nee of weet ik niet.",
        ),
    ]
    kw: Annotated[
        float,
        Rule(ge=1, le=100000, unlikely_above=10000),
        Ask(
            question="Hoeveel kW extra vroeg u aan?",
            label="Extra gevraagd",
            said=Naming(cues=("extra", "aangevraagd", "vroegen", "aanvraag")),
            unit="kW",
            only_if=Some("asked"),
            seconds=7,
            wrong=KW,
        ),
    ]
    since: Annotated[
        Month,
        Ask(
            question="In welke maand vroeg u dat aan?",
            label="Aangevraagd in",
            example="maart 2026",
            only_if=Some("asked"),
            seconds=7,
            wrong="Typ een maand en een jaar, bijvoorbeeld maart 2026.",
        ),
    ]
    state: Annotated[
        UpgradeState,
        Ask(
            question="Wat zei de netbeheerder?",
            label="Antwoord netbeheerder",
            only_if=Some("asked"),
            seconds=5,
            wrong="Kies wachten, toegezegd of afgewezen.",
        ),
    ]
