"""Which part a company plays follows from its answers, is shown with the reasons, and can be corrected."""

import pytest

from domain.intake.answers import Answer
from domain.intake.certainty import Certainty
from tests.beginnings import agree, finish_short
from tests.chat import Chat
from tests.intake.arranging import knows
from tests.person import Person
from tests.tables import answers

VANS: dict[str, Answer] = {"van.total": Answer(10), "van.electric_2030": Answer(5)}
PARTS = {
    "probleemhouder": (
        ({"site.bays": Answer(0)}, "U heeft geen vrije plek om te laden."),
        ({"upgrade.state": Answer("refused")}, "Uw netbeheerder wees meer stroom af."),
        ({"upgrade.state": Answer("waiting")}, "U wacht nog op meer stroom."),
        ({"grid.contracted_kw": Answer(100), "grid.peak_kw": Answer(100)}, "Uw contract heeft geen ruimte meer over."),
        ({"together.problem": Answer("grid")}, "U noemt te weinig stroom als grootste probleem."),
        ({"together.problem": Answer("space")}, "U noemt te weinig ruimte als grootste probleem."),
    ),
    "oplosser": (
        ({"site.bays": Answer(20)}, "U heeft meer vrije plekken dan u zelf nodig heeft."),
        ({"own.surplus": Answer("often")}, "U heeft overdag zonnestroom over."),
        ({"site.neighbours": Answer("yes")}, "U wilt uw terrein openstellen voor buren."),
    ),
    "beide": (({"upgrade.state": Answer("waiting"), "own.surplus": Answer("sometimes")}, "U wacht nog op meer stroom."),),
    "nog onbekend": (
        ({}, "Uw antwoorden wijzen nog geen kant op."),
        ({"site.bays": Answer(None, Certainty.UNKNOWN)}, "Uw antwoorden wijzen nog geen kant op."),
    ),
}
CASES = [(part, given, reason) for part, cases in PARTS.items() for given, reason in cases]


async def overview(chat: Chat, given: dict[str, Answer]) -> Person:
    """Return Fatima, looking at what follows from these answers."""
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    await knows(chat, fatima, VANS | given)
    await fatima.says("overzicht")
    return fatima


@pytest.mark.parametrize(("part", "given", "reason"), CASES)
async def test_it_follows_from_the_answers_with_the_reason(chat: Chat, part: str, given: dict[str, Answer], reason: str) -> None:
    fatima = await overview(chat, given)
    fatima.sees("Uw rol op het terrein", part.capitalize(), reason)


async def test_without_electric_vehicles_there_is_no_problem_to_have(chat: Chat) -> None:
    fatima = await overview(chat, {"van.electric_2030": Answer(0), "site.bays": Answer(0)})
    fatima.sees("Nog onbekend")


async def test_it_is_shown_at_the_end_and_corrected_by_typing(chat: Chat) -> None:
    fatima = await finish_short(chat)
    fatima.sees("Uw rol op het terrein: nog onbekend.", "Typ dan 'wijzig rol'.")
    await fatima.says("wijzig rol")
    fatima.sees("Wat past het beste bij uw bedrijf?")
    await fatima.says("oplosser")
    fatima.sees("Genoteerd: Oplosser.", "U heeft dit zelf gekozen.")
    assert await answers(chat, "company.part") == [("solver", "sure")]


async def test_it_is_corrected_by_card_and_given_back_to_the_answers(chat_either_way: Chat) -> None:
    fatima = await finish_short(chat_either_way)
    await fatima.says("overzicht")
    await fatima.clicks("Wijzig dit", {"question": "company.part"})
    await fatima.fills_in({"company.part": "both"})
    fatima.sees("Beide", "U heeft dit zelf gekozen.")
    await fatima.says("wijzig rol")
    await fatima.says("weet ik niet")
    fatima.sees("Uw antwoorden wijzen nog geen kant op.")
    fatima.sees_not("U heeft dit zelf gekozen.")
