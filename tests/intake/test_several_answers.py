"""Three things told in one sentence: shown as they were understood, kept after a yes, and put right in words."""

import pytest

from tests.beginnings import agree, talk
from tests.chat import Chat
from tests.intake.arranging import asked
from tests.tables import answers

TOLD = "Jansen Transport op Hessenpoort, 9 trekkers en 2 busjes, komen rond half zeven terug"


async def test_nothing_is_kept_before_it_was_shown_and_all_of_it_after_a_yes(chat_either_way: Chat) -> None:
    chat = chat_either_way
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.says(TOLD)
    fatima.sees(
        "Ik begreep:", "Naam van uw bedrijf: Jansen Transport", "Bedrijventerrein: Hessenpoort", "Bestelwagens (tot 3.500 kg): 2",
        "Trekkers (met oplegger): 9", "Trekkers, terug op het terrein: 18:30 (schatting)", "Klopt het?",
    )  # fmt: skip
    assert await answers(chat, "company.name") == []
    await fatima.clicks("Ja, dat klopt")
    fatima.sees("Genoteerd: Naam van uw bedrijf: Jansen Transport; ", "vrachtwagens")
    assert await answers(chat, "company.name") == [("Jansen Transport", "sure")]
    assert await answers(chat, "company.terrain") == [({"id": "t-1", "name": "Hessenpoort"}, "sure")]
    assert await answers(chat, "tractor.total") == [(9, "sure")]
    assert await answers(chat, "van.total") == [(2, "sure")]
    assert await answers(chat, "tractor.back") == [("18:30", "estimate")]


@pytest.mark.parametrize("said", ["ja", "ja hoor", "klopt", "Ja, dat klopt."])
async def test_a_yes_may_be_typed(chat: Chat, said: str) -> None:
    fatima = await asked(chat, "tractor.back")
    await fatima.says("'s avonds half zeven en 's ochtends kwart voor vijf weer weg")
    fatima.sees("Trekkers, terug op het terrein: 18:30", "Trekkers, weer weg: 04:45")
    await fatima.says(said)
    assert await answers(chat, "tractor.back") == [("18:30", "sure")]
    assert await answers(chat, "tractor.out") == [("04:45", "sure")]


@pytest.mark.parametrize("said", ["nee", "Nee.", "nee hoor"])
async def test_after_a_no_nothing_is_kept_and_the_question_stands_there_again(chat: Chat, said: str) -> None:
    fatima = await asked(chat, "van.total")
    await talk(fatima, "12 busjes en 3 trekkers", said)
    fatima.sees("Goed. Ik heb hiervan niets bewaard.", "Hoeveel bestelwagens")
    assert await answers(chat, "van.total") == await answers(chat, "tractor.total") == []


async def test_one_by_one_each_can_be_put_right(chat: Chat) -> None:
    fatima = await asked(chat, "van.total")
    await talk(fatima, "12 busjes en ze komen om 18:00 terug", "een voor een")
    fatima.sees("Bestelwagens (tot 3.500 kg): 12. Klopt dit?")
    await fatima.clicks("Ja, dat klopt")
    fatima.sees("Genoteerd: 12.", "Bestelwagens, terug op het terrein: 18:00. Klopt dit?")
    await fatima.says("nee")
    fatima.sees("Hoe laat komen de meeste bestelwagens terug")
    await fatima.says("19:00")
    assert await answers(chat, "van.total") == [(12, "sure")]
    assert await answers(chat, "van.back") == [("19:00", "sure")]


async def test_the_list_is_put_right_in_words(chat: Chat) -> None:
    fatima = await asked(chat, "van.total")
    await talk(fatima, "12 busjes en 3 trekkers", "klopt niet de trekkers zijn er 8")
    fatima.sees("Bestelwagens (tot 3.500 kg): 12", "Trekkers (met oplegger): 8", "Klopt het?")
    await fatima.says("ja")
    assert await answers(chat, "tractor.total") == [(8, "sure")]


async def test_what_cannot_be_is_said_and_what_is_hard_to_believe_asked(chat: Chat) -> None:
    fatima = await asked(chat, "van.total")
    await talk(fatima, "400 busjes en 3 trekkers", "ja")
    fatima.sees("Genoteerd: Trekkers (met oplegger): 3.", "400", "Klopt dit?")
    assert await answers(chat, "van.total") == []
    await fatima.says("ja")
    assert await answers(chat, "van.total") == [(400, "sure")]


async def test_one_answer_to_another_question_than_was_asked_is_offered(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "wij rijden met 9 trekkers")
    fatima.sees("Ik begreep:", "Trekkers (met oplegger): 9")
    await fatima.says("ja")
    fatima.sees("Genoteerd: Trekkers (met oplegger): 9.", "bedrijventerrein")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("van.total", "wij hebben 12 busjes"), ("ideas.conditions", "wij doen mee met 3 trekkers en 2 busjes"),
        ("tractor.total", "ongeveer 12 denk ik"), ("tractor.km_per_day", "zo'n 300 km per dag"),
    ],
)  # fmt: skip
async def test_a_plain_answer_is_taken_as_before(chat: Chat, name: str, said: str) -> None:
    fatima = await asked(chat, name)
    await fatima.says(said)
    fatima.sees("Genoteerd")
    assert len(await answers(chat, name)) == 1


async def test_before_the_first_consent_nothing_is_shown_or_kept(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.says(TOLD)
    fatima.sees_not("Ik begreep")
    assert await answers(chat, "company.name") == []


async def test_what_was_wrong_is_put_right_in_words(chat: Chat) -> None:
    fatima = await asked(chat, "tractor.km_per_day")
    await talk(fatima, "30 km", "oeps dat was fout, het is driehonderd km")
    fatima.sees("Genoteerd: Trekkers, kilometers per werkdag: 300 km.")
    assert await answers(chat, "tractor.km_per_day") == [(30, "sure"), (300, "sure")]


async def test_a_bare_number_that_puts_something_right_is_asked_first(chat: Chat) -> None:
    fatima = await asked(chat, "tractor.km_per_day")
    await talk(fatima, "30", "nee 300 bedoel ik")
    fatima.sees("Ik begreep:", "Trekkers, kilometers per werkdag: 300 km", "Klopt het?")
    await fatima.says("ja")
    assert await answers(chat, "tractor.km_per_day") == [(30, "sure"), (300, "sure")]


async def test_a_time_that_was_asked_back_is_kept(chat: Chat) -> None:
    fatima = await asked(chat, "tractor.back")
    await fatima.says("6:30")
    await fatima.clicks("18:30")
    assert await answers(chat, "tractor.back") == [("18:30", "sure")]


async def test_a_question_beside_several_answers_is_answered_and_nothing_is_lost(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await talk(fatima, "ja", "volledig", "Jansen Transport", "Marslanden")
    assert "Wat is uw KvK-nummer?" in fatima.text()
    await fatima.says("We hebben 6 bestelbussen en 2 trekkers, en wat kost zo'n laadpaal eigenlijk?")
    assert fatima.text().startswith("Wat kost een lader?")
    assert "Ik begreep:\n- Bestelwagens (tot 3.500 kg): 6\n- Trekkers (met oplegger): 2\nKlopt het?" in fatima.text()
    await fatima.says("ja")
    assert fatima.text().startswith("Genoteerd: Bestelwagens (tot 3.500 kg): 6; Trekkers (met oplegger): 2.")
    assert "Wat is uw KvK-nummer?" in fatima.text()


async def test_numbers_we_knew_of_other_questions_are_no_answer_to_the_open_one(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await talk(fatima, "ja", "volledig", "Jansen Transport", "Marslanden", "12345678", "1", "ja", "overslaan")
    await talk(fatima, "12", "0", "0", "12")
    assert "Hoeveel van uw bestelwagens rijden nu al elektrisch?" in fatima.text()
    await fatima.says("Wij hebben 12 bestelwagens en 12 trekkers staan, maar wie ziet dit eigenlijk?")
    fatima.sees("Wie ziet mijn antwoorden?", "De vraag was: Hoeveel van uw bestelwagens")
    await fatima.says("Wij hebben 12 bestelwagens en 12 trekkers staan")
    fatima.sees("Dat heb ik al genoteerd.", "De vraag was: Hoeveel van uw bestelwagens")
    assert await answers(chat, "van.electric_now") == []
