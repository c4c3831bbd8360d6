"""Not knowing and skipping are answers; what only resembles them is not."""

import pytest

from dialogs.dutch.doubt import read_skip, read_unknown
from dialogs.dutch.reading import Read
from domain.intake.certainty import Certainty

UNKNOWN = [
    "weet ik niet", "Weet niet", "ik weet het niet", "geen idee", "onbekend", "zou het niet weten",
    "ik zou het niet weten, sorry", "dat weet ik eigenlijk niet precies", "weet ik nog niet", "weet ik neit", "weeet ik niet",
    "gen idee", "weetikniet", "moet ik opzoeken", "dat weten we niet", "nog niet bekend", "idk", "🤷", "🤷🏽‍♂️",
    "IK HEB WERKELIJK GEEN IDEE!", "geen idee, dat weet de boekhouder", "weet ik echt nie jong", "weet ik niet uit mn hoofd",
    "zou ik op moeten zoeken", "dat moet ik aan de installateur vragen", "zegt me niks", "weet ik veel", "dat weet onze planner",
    "geen idee joh, moet ik mijn baas vragen", "weet ik zo niet, ligt op kantoor", "k heb gin idee",
]  # fmt: skip
SKIPPED = [
    "overslaan", "Overslaan.", "sla over", "sla deze vraag maar over", "skip", "volgende", "volgende vraag", "geen antwoord",
    "ik geef geen antwoord", "-", "–", "overslan", "ik wil dit overslaan", "n.v.t.", "laat maar", "liever niet zeggen",
    "deze wil ik niet beantwoorden, ga door", "deze sla ik over", "daar geef ik geen antwoord op", "hier wil ik niks over kwijt",
    "doe maar de volgende", "dat houd ik voor mezelf",
]  # fmt: skip
ANSWERS = [
    "", "?", "??", "weet ik wel", "goed idee", "bekend", "geen", "geen probleem", "ik weet niet waar te beginnen", "niet", "nee",
    "liever niet", "volgende week", "-5", "12", "over", "12, geen idee of het klopt", "Jansen Transport", "geen bussen", "laat",
    "geen idee, nee denk ik", "vraag het aan het team", "kan ik dit met een collega doen", "weet niet, klein denk ik",
    "staat op de Mars", "dat weet onze planner, die zegt 12",
]  # fmt: skip


@pytest.mark.parametrize("typed", UNKNOWN)
def test_not_knowing(typed: str) -> None:
    assert read_unknown(typed) == Read(None, Certainty.UNKNOWN)
    assert read_skip(typed) is None


@pytest.mark.parametrize("typed", SKIPPED)
def test_skipping(typed: str) -> None:
    assert read_skip(typed) == Read(None, Certainty.SKIPPED)
    assert read_unknown(typed) is None


@pytest.mark.parametrize("typed", ANSWERS)
def test_an_answer_is_neither(typed: str) -> None:
    assert read_unknown(typed) is None
    assert read_skip(typed) is None
