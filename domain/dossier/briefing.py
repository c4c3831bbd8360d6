"""The individual talk with a company as data: its points in order, what each is for, and which answers belong to it."""

from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase


class Point(StrEnum):
    """What a talk goes through."""

    COFFEE = "coffee"
    QUESTION = "question"
    PLAN_MAP = "plan_map"
    OWN_SOLUTION = "own_solution"
    OFFERED = "offered"
    NEXT_SESSION = "next_session"
    MANDATE = "mandate"


@dataclass(frozen=True, slots=True)
class PointWords:
    """One point: its title, what to do there in our own words, and the questions whose answers belong to it.

    A question name may be a pattern, as in "*.total": one for each vehicle class.
    """

    point: Point
    title: str
    advice: str
    questions: tuple[str, ...] = ()

    def is_about(self, name: str) -> bool:
        """Say whether the answer to this question belongs here."""
        return any(fnmatchcase(name, pattern) for pattern in self.questions)


@dataclass(frozen=True, slots=True)
class TalkFormat:
    """One version of the talk. The source gives no minutes per point; those of a plan are ours (domain/sessions/formats)."""

    version: str
    source: str
    minutes: int
    points: tuple[PointWords, ...]
    style: tuple[str, ...]
    resistance: str


TALK = TalkFormat(
    version="2023-12-12",
    source="Individuele gesprekken, V1 (12 december 2023)",
    minutes=30,
    points=(
        PointWords(Point.COFFEE, "Koffie", "Maak kennis. Vraag hoe het met het bedrijf gaat."),
        PointWords(
            Point.QUESTION,
            "De laadvraag van dit bedrijf",
            "Vraag door en toon begrip. Geef nog geen oplossing.",
            (
                "*.total",
                "*.electric_now",
                "*.electric_2030",
                "*.electric_2035",
                "*.back",
                "*.out",
                "fleet.other_fuels",
                "together.*",
                "grid.contracted_kw",
                "grid.peak_kw",
                "grid.night_kw",
                "upgrade.*",
                "site.ownership",
                "site.landlord",
            ),
        ),
        PointWords(
            Point.PLAN_MAP,
            "De cijfers van het terrein",
            "Vertel wat het terrein straks nodig heeft. Laat de factsheet zien, nooit de plankaart.",
        ),
        PointWords(
            Point.OWN_SOLUTION,
            "Wat ziet het bedrijf zelf?",
            "Vraag welke oplossing het bedrijf zelf het beste vindt.",
            ("ideas.own_solution", "*.interest", "ideas.conditions"),
        ),
        PointWords(
            Point.OFFERED,
            "Wat kunt u aanreiken?",
            "Noem pas nu wat u zelf ziet. Zeg wat het bedrijf eraan heeft.",
            ("site.bays", "site.long_bays", "site.neighbours", "site.conditions", "site.budget", "own.*"),
        ),
        PointWords(
            Point.NEXT_SESSION,
            "De volgende werksessie",
            "Nodig het bedrijf uit. Vraag wie er nog bij moet zijn.",
            ("ideas.others",),
        ),
        PointWords(
            Point.MANDATE,
            "De machtiging",
            "Vraag een machtiging voor de meetgegevens, met de EAN-codes.",
            ("contact.may_sign",),
        ),
    ),
    style=("Luister. Spreek een probleem niet tegen.", "Geef ook iets: vertel wat u over hun laadvraag weet."),
    resistance=(
        "Moppert het bedrijf over elektrisch moeten rijden? Zeg één keer dat u dat begrijpt. "
        "Zeg daarna: het gaat nu over laden, en u beslist zelf."
    ),
)
