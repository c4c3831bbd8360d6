"""What is typed instead of an answer is not kept as one: a question, a yes, other vehicles than are asked about."""

import pytest

from domain.intake.questionnaire import QUESTIONS
from tests.beginnings import talk
from tests.chat import Chat
from tests.intake.arranging import asked
from tests.tables import answers


@pytest.mark.parametrize(
    ("words", "reply"),
    [
        ("wat kost het eigenlijk?", "Meedoen aan de aanpak kost uw bedrijf geen geld."),
        ("waarom wilt u dat weten ?", "Waarom vraagt u dit allemaal?"),
    ],
)
async def test_a_question_is_no_terrain(chat: Chat, words: str, reply: str) -> None:
    fatima = await asked(chat, "company.terrain")
    await fatima.says(words)
    fatima.sees(reply, "De vraag was: Op welk bedrijventerrein zit u?")
    assert await answers(chat, "company.terrain") == []
    await fatima.says("Hessenpoort?")
    fatima.sees("Genoteerd: Hessenpoort.")


async def test_an_unknown_terrain_is_repeated_as_a_proper_sentence(chat: Chat) -> None:
    fatima = await asked(chat, "company.terrain")
    await fatima.says("Achter de dijk!")
    fatima.sees("Genoteerd: Achter de dijk! Wij kennen dit terrein nog niet.")


@pytest.mark.parametrize(
    ("name", "said", "answer"),
    [
        ("van.total", "5 trekkers", "2"), ("tractor.total", "3 bakwagens", "3 trekkers"),
        ("rigid.total", "2 N2!", "10 vrachtwagens"), ("light_truck.total", "1 bestelwagen", "7 kleine trucks"),
        ("van.back", "de trekkers om 18:00", "18:00"),
    ],
)  # fmt: skip
async def test_a_number_of_other_vehicles_is_no_answer(chat: Chat, name: str, said: str, answer: str) -> None:
    fatima = await asked(chat, name)
    await fatima.says(said)
    fatima.sees("Deze vraag gaat alleen over", QUESTIONS[name].ask.wrong)
    assert await answers(chat, name) == []
    await fatima.says(answer)
    fatima.sees("Genoteerd")
    assert len(await answers(chat, name)) == 1


@pytest.mark.parametrize(
    ("name", "said", "answer"),
    [
        ("van.total", "4 trekkers en 2 bestelbusjes", "2 busjes"), ("van.electric_2030", "wij hebben 3 trekkers", "1"),
    ],
)  # fmt: skip
async def test_a_sentence_about_other_vehicles_is_asked_about_those(chat: Chat, name: str, said: str, answer: str) -> None:
    fatima = await asked(chat, name)
    await fatima.says(said)
    fatima.sees("Ik begreep:", "Trekkers (met oplegger): ", "Klopt het?")
    assert await answers(chat, name) == await answers(chat, "tractor.total") == []
    await fatima.says("nee")
    fatima.sees("Ik heb hiervan niets bewaard.", QUESTIONS[name].text)
    await fatima.says(answer)
    fatima.sees("Genoteerd")
    assert len(await answers(chat, name)) == 1
    assert await answers(chat, "tractor.total") == []


@pytest.mark.parametrize("words", ["ja", "Nee, dank u", "ja hoor!"])
async def test_a_plain_yes_or_no_is_no_name(chat: Chat, words: str) -> None:
    fatima = await asked(chat, "company.name")
    await fatima.says(words)
    fatima.sees("Dat begrijp ik niet.", "Typ de naam van uw bedrijf")
    assert await answers(chat, "company.name") == []
    await fatima.says("Ja & Zonen")
    assert await answers(chat, "company.name") == [("Ja & Zonen", "sure")]


@pytest.mark.parametrize(
    ("name", "words", "reply"),
    [
        ("tractor.total", "Tellen 2 huurtrekkers ook mee?", "Vraag het team"),
        ("tractor.total", "wat als ik er volgend jaar 5 heb ?", "Noem een getal dat anders wordt."),
        ("tractor.back", "Hoezo, is 18:00 te laat?", "Vraag het team"),
        ("contact.may_sign", "is ja hier verplicht?", "Aan dit project doet u vrijwillig mee."),
    ],
)
async def test_a_question_with_an_answer_in_it_is_a_question(chat: Chat, name: str, words: str, reply: str) -> None:
    fatima = await asked(chat, name)
    await fatima.says(words)
    fatima.sees(reply, f"De vraag was: {QUESTIONS[name].text}")
    assert await answers(chat, name) == []


@pytest.mark.parametrize(("words", "kept"), [("3?", 3), ("een stuk of 3?", 3), ("drie, denk ik?", 3)])
async def test_a_doubt_is_an_answer(chat: Chat, words: str, kept: int) -> None:
    fatima = await asked(chat, "tractor.total")
    await fatima.says(words)
    assert [value for value, _ in await answers(chat, "tractor.total")] == [kept]


async def test_a_question_while_something_waits_hears_where_to_put_it(chat: Chat) -> None:
    fatima = await asked(chat, "tractor.total")
    await talk(fatima, "400", "wie ziet dit?")
    fatima.sees("Typ dan 'vraag'", "400", "Klopt dit?")


async def test_other_vehicles_do_not_settle_what_waits(chat: Chat) -> None:
    fatima = await asked(chat, "van.total")
    await talk(fatima, "400", "5 trekkers")
    fatima.sees("Deze vraag gaat alleen over bestelwagens.", "400", "Klopt dit?")
    await fatima.says("ja")
    assert await answers(chat, "van.total") == [(400, "sure")]
