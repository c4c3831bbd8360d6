"""A list that was understood, answered with more than a yes: nothing of it is lost, and no number becomes another's."""

import datetime

import pytest

from dialogs.lookup.terrain_names import TerrainNames
from dialogs.questions.meaning import Reader
from domain.intake.answers import Answer
from domain.intake.questionnaire import QUESTIONS
from tests.beginnings import agree, talk
from tests.chat import Chat
from tests.intake.arranging import asked, knows
from tests.person import Person
from tests.tables import answers


async def fleet_of(chat: Chat, **given: int) -> Person:
    """Return Fatima, whose name of a company is asked, with these answers about her trekkers and bakwagens."""
    fatima = chat.person("Fatima")
    await agree(fatima)
    await knows(chat, fatima, {name.replace("__", "."): Answer(value) for name, value in given.items()}, typing=True)
    await fatima.says("verder")
    fatima.sees("Hoe heet uw bedrijf?")
    return fatima


@pytest.mark.parametrize(
    "said",
    [
        "ja klopt, alleen de bakwagens zijn van 7,5 ton", "ja maar wij zijn ook een garage", "nee de bakwagens zijn klein",
        "de bakwagens zijn klein",
    ],
)  # fmt: skip
async def test_a_yes_with_more_behind_it_loses_nothing(chat: Chat, said: str) -> None:
    fatima = await fleet_of(chat)
    await talk(fatima, "wij hebben 4 bakwagens en 3 trekkers, de trekkers rijden 300 km per dag", said)
    fatima.sees("niet duidelijk", "Trekkers (met oplegger): 3", "Trekkers, kilometers per werkdag: 300 km", "Klopt het?")
    assert await answers(chat, "company.name") == []
    await fatima.clicks("Ja, dat klopt")
    assert await answers(chat, "company.name") == []
    assert await answers(chat, "rigid.total") == [(4, "sure")]
    assert await answers(chat, "tractor.km_per_day") == [(300, "sure")]


async def test_a_yes_with_a_correction_behind_it_is_that_correction(chat: Chat) -> None:
    fatima = await fleet_of(chat)
    await talk(fatima, "wij hebben 4 bakwagens en 3 trekkers", "ja klopt, alleen zijn het 5 bakwagens")
    fatima.sees("Bakwagens (vanaf 12.000 kg): 5", "Trekkers (met oplegger): 3", "Klopt het?")
    fatima.sees_not("Bestelwagens")


async def test_numbers_told_one_after_another_are_of_what_was_asked(chat: Chat) -> None:
    fatima = await asked(chat, "tractor.km_per_day")
    await fatima.says("de trekkers 300, de bakwagens 180")
    fatima.sees("Trekkers, kilometers per werkdag: 300 km", "Bakwagens, kilometers per werkdag: 180 km")
    fatima.sees_not("Trekkers (met oplegger)")


async def test_a_bare_number_behind_a_distance_is_a_distance(chat: Chat) -> None:
    fatima = await fleet_of(chat, rigid__total=4, tractor__total=3)
    await fatima.says(
        "bakwagens rijden zo'n 180 km en de trekkers 300, in 2035 alle 3 trekkers elektrisch, hoogste verbruik is 40 kW"
    )
    fatima.sees(
        "Bakwagens, kilometers per werkdag: 180 km (schatting)", "Trekkers, kilometers per werkdag: 300 km",
        "Trekkers, elektrisch in 2035: 3", "40 kW",
    )  # fmt: skip
    fatima.sees_not("Trekkers (met oplegger)")


async def test_a_number_taken_back_goes_to_the_class_it_was_taken_from(chat: Chat) -> None:
    fatima = await fleet_of(chat, rigid__total=4, tractor__total=3)
    await fatima.says("wij hebben 300 trekkers en 4 busjes")
    fatima.sees("Trekkers (met oplegger): 300 (was 3)", "Bestelwagens (tot 3.500 kg): 4")
    await fatima.says("nee 300 KM per dag, niet 300 trekkers!! we hebben er 3")
    fatima.sees("Trekkers (met oplegger): 3\n", "Trekkers, kilometers per werkdag: 300 km", "Bestelwagens (tot 3.500 kg): 4")
    fatima.sees_not("Bakwagens", "300 (was")
    await fatima.says("ja")
    assert await answers(chat, "tractor.km_per_day") == [(300, "sure")]
    assert await answers(chat, "rigid.km_per_day") == []


async def test_a_fleet_a_hundred_times_as_large_is_asked_back(chat: Chat) -> None:
    fatima = await fleet_of(chat, tractor__total=3)
    await talk(fatima, "wij hebben 300 trekkers en 4 busjes", "ja")
    fatima.sees("Eerder was dit 3.", "Klopt dit?")
    assert await answers(chat, "tractor.total") == []


@pytest.mark.parametrize("said", ["ja en de bakwagens nog geen een", "ja en de bakwagens nog niet", "de bakwagens nog geen"])
async def test_not_yet_any_is_about_electric_ones(chat: Chat, said: str) -> None:
    fatima = await fleet_of(chat, rigid__total=4, tractor__total=3)
    await talk(fatima, "van de trekkers is er nu 1 elektrisch", said)
    fatima.sees("Trekkers, elektrisch nu: 1", "Bakwagens, elektrisch nu: 0", "Klopt het?")
    await fatima.says("ja")
    assert await answers(chat, "rigid.total") == []
    assert await answers(chat, "rigid.electric_now") == [(0, "sure")]


async def test_not_any_beside_a_year_is_about_electric_ones(chat: Chat) -> None:
    fatima = await fleet_of(chat, rigid__total=4, tractor__total=3)
    await fatima.says("de bakwagens niet, gewoon 1 in 2030")
    fatima.sees("Bakwagens, elektrisch nu: 0", "Bakwagens, elektrisch in 2030: 1")


async def test_a_class_that_goes_says_what_it_was(chat: Chat) -> None:
    fatima = await fleet_of(chat, rigid__total=4, tractor__total=3)
    await fatima.says("wij hebben geen bakwagens meer")
    fatima.sees("Bakwagens (vanaf 12.000 kg): 0 (was 4)", "Klopt het?")
    assert await answers(chat, "rigid.total") == []


@pytest.mark.parametrize(
    ("said", "cooled"),
    [("jep", True), ("prima", True), ("met koeling", True), ("geen koeling", False), ("we hebben geen koeling", False)],
)
def test_a_yes_or_no_is_read_in_the_word_of_the_label(said: str, *, cooled: bool) -> None:
    reader = Reader(datetime.date(2026, 11, 30), TerrainNames(()))
    assert [one.value for one in reader.read(QUESTIONS["rigid.cooled"], said)] == [cooled]
