"""What can come out of a start session, and what the plan does then."""

from dataclasses import dataclass
from enum import StrEnum

SOURCE = "Plan van aanpak, bijlage 2 (stap 2)"


class Outcome(StrEnum):
    """What the companies decided."""

    ALONE = "alone"
    TOGETHER = "together"
    NO_NEED = "no_need"


@dataclass(frozen=True, slots=True)
class OutcomeText:
    """An outcome in words: its name, a short one for lists, and what follows from it."""

    name: str
    short: str
    then: str


OUTCOMES: dict[Outcome, OutcomeText] = {
    Outcome.ALONE: OutcomeText(
        "De bedrijven lossen het zelf op", "zelfstandig",
        "De toolbox is beschikbaar. Wij en de gemeente hebben geen vaste rol meer.",
    ),
    Outcome.TOGETHER: OutcomeText(
        "Samen verder onderzoeken", "samen onderzoeken",
        "Elk bedrijf tekent een intentieverklaring. Daarna volgt stap 3, Onderzoek.",
    ),
    Outcome.NO_NEED: OutcomeText(
        "Nu geen behoefte", "geen behoefte",
        "Het terrein rust. Komt er later toch een wens? Dan begint het stappenplan opnieuw.",
    ),
}  # fmt: skip


class LetterState(StrEnum):
    """How far the letter of intent of one company is."""

    ASKED = "asked"
    SIGNED = "signed"
    WITHDRAWN = "withdrawn"
