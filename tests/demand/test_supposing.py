"""Fatima asks what if: the outlook with other numbers, what it is now beside it, and nothing of it is stored."""

import pytest

from storage.tables.people import answer
from tests.beginnings import finish_short
from tests.chat import Chat
from tests.intake.arranging import asked
from tests.tables import rows


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("wat als we maar 2 bakwagens doen?", "bakwagens: elektrisch in 2030: 2"),
        ("stel dat alle 12 de busjes in 2030 elektrisch zijn, wat dan", "bestelwagens: elektrisch in 2030: 12"),
        ("Hoe wordt het wanneer wij in 2035 zes trekkers op stroom hebben in plaats van 9?", "trekkers: elektrisch in 2035: 6"),
        ("en als de bakwagens pas om 10 uur 's avonds binnenkomen, past het dan?", "bakwagens: terug op het terrein: 22:00"),
        ("reken het eens door met een contract van 400 kW", "vermogen in uw contract: 400 kW"),
        ("wat als ons contract 400 kW was?", "vermogen in uw contract: 400 kW"),
        ("doe eens alsof we 250 kW contract hebben", "vermogen in uw contract: 250 kW"),
    ],
)  # fmt: skip
async def test_what_is_supposed_is_calculated_and_nothing_is_kept(chat: Chat, words: str, told: str) -> None:
    fatima = await finish_short(chat)
    before = await rows(chat, answer)
    await fatima.says(words)
    fatima.sees("Wat als?", f"Wat als: {told}", "Dat is nu ook zo.", "Dit is alleen een berekening. Wij bewaren er niets van.")
    assert await rows(chat, answer) == before
    await fatima.says("mijn laadvraag")
    fatima.sees_not("Wat als")


async def test_what_does_not_count_is_said_to(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.says("en als we 200 kWp zonnepanelen op het dak leggen")
    fatima.sees("Wat als: zonnepanelen nu: 200 kWp", "Let op: zonnepanelen nu telt in deze berekening niet mee.")


async def test_a_battery_counts_in_what_is_reckoned(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.says("en als we er een accu van 200 kWh naast zetten")
    fatima.sees("Wat als: batterij nu: 200 kWh")
    fatima.sees_not("telt in deze berekening niet mee")


@pytest.mark.parametrize("words", ["wat als het anders gaat?", "en als we er 3 trekkers bij kopen erbij, past het dan?"])
async def test_without_a_number_of_the_whole_it_is_asked_for(chat: Chat, words: str) -> None:
    fatima = await finish_short(chat)
    before = await rows(chat, answer)
    await fatima.says(words)
    fatima.sees("Noem een getal dat anders wordt.")
    fatima.sees_not("Ik begreep")
    assert await rows(chat, answer) == before


async def test_the_open_question_stands_there_again_and_was_not_answered(chat: Chat) -> None:
    fatima = await asked(chat, "rigid.total")
    for words in ("wat als ik 5 elektrische trekkers heb?", "hoe wordt het als we 8 elektrische trekkers hebben"):
        await fatima.says(words)
        fatima.sees("Wat als?", "De vraag was: Hoeveel bakwagens (vanaf 12.000 kg) staan er nu bij u?")
    assert await rows(chat, answer) == []


@pytest.mark.parametrize(
    "words", ["wat kost een laadpaal als ik er 3 neem?", "krijg ik subsidie als ik 3 trekkers koop?", "als er iets is bel me"]
)  # fmt: skip
async def test_a_question_about_something_else_is_no_calculation(chat: Chat, words: str) -> None:
    fatima = await finish_short(chat)
    await fatima.says(words)
    fatima.sees_not("Wat als")
