"""A code from a colleague: however it is typed, whenever it comes, it works once and nothing is lost to it."""

import pytest

from storage.tables.people import intake
from tests.beginnings import meet, start, talk
from tests.chat import Chat
from tests.tables import rows


async def test_a_colleague_joins_with_a_code_and_sees_the_answers(chat_either_way: Chat) -> None:
    fatima = await start(chat_either_way)
    await fatima.says("collega")
    fatima.sees("Geef deze code aan uw collega", "De code werkt één keer, tot 23 december 2026.")
    piet = await meet(chat_either_way)
    await piet.clicks("Ik heb een code")
    piet.sees("code ABCD-2345")
    await piet.says(f"code {fatima.code()}")
    piet.sees("“Jansen Transport”", "Fatima:", "Kent u hen, en doet u mee?")
    await piet.clicks("Ja, ik doe mee")
    piet.sees("U werkt nu samen aan de antwoorden van Jansen Transport.", "Lichte vrachtwagens")
    await piet.says("overzicht")
    piet.sees("Jansen Transport", "Hessenpoort", "12")
    assert [row["contacts"] for row in await rows(chat_either_way, intake)] == [2]


@pytest.mark.parametrize("written", ["{}", "code {}", "Code: {}", "ik heb een code {}"])
async def test_a_code_may_be_typed_as_people_do(chat: Chat, written: str) -> None:
    fatima = await start(chat)
    await fatima.says("collega")
    code = fatima.code().lower().replace("-", " ")
    piet = await meet(chat)
    await talk(piet, written.format(code), "ja")
    piet.sees("U werkt nu samen aan de antwoorden van Jansen Transport.")


async def test_a_code_before_the_first_consent_waits_for_it(chat: Chat) -> None:
    fatima = await start(chat)
    await fatima.says("collega")
    piet = chat.person("Piet")
    await piet.opens()
    await piet.says(fatima.code())
    piet.sees("uw code is ontvangen", "Mogen wij uw antwoorden bewaren?")
    piet.sees_not("Jansen")
    await piet.says("ja")
    piet.sees("Fatima:", "Kent u hen, en doet u mee?")
    await piet.says("ja")
    piet.sees("U werkt nu samen aan de antwoorden van Jansen Transport.")


async def test_a_code_works_once(chat: Chat) -> None:
    fatima = await start(chat)
    await fatima.says("collega")
    code = fatima.code()
    for name, sees in (("Piet", "U werkt nu samen"), ("Ans", "Deze code ken ik niet, of hij is al gebruikt.")):
        person = await meet(chat, name)
        await talk(person, f"code {code}", *(("ja",) if name == "Piet" else ()))
        person.sees(sees)


async def test_a_code_that_does_not_exist_is_said_so(chat: Chat) -> None:
    piet = await meet(chat)
    await piet.says("code ZZZZ-9999")
    piet.sees("Deze code ken ik niet")
    await piet.says("kort")
    piet.sees("Hoe heet uw bedrijf?")


async def test_who_gave_answers_already_does_not_lose_them_to_a_code(chat: Chat) -> None:
    fatima = await start(chat)
    await fatima.says("collega")
    piet = await start(chat, "Piet", "Bakkerij Piet")
    await piet.says(f"code {fatima.code()}")
    piet.sees("U heeft zelf al antwoorden gegeven.", "verwijder mijn gegevens")
    await piet.says("overzicht")
    piet.sees("Bakkerij Piet")
    piet.sees_not("Jansen Transport")
    await talk(piet, "verwijder mijn gegevens", "ja", "start", "ja", f"code {fatima.code()}", "ja")
    piet.sees("U werkt nu samen aan de antwoorden van Jansen Transport.")
