"""One person asks thirty things: the channel hears it once, and the day after how many more; the team has one list."""

import datetime

import pytest

from storage.tables.inbox import request
from tests.beginnings import meet, start, talk
from tests.chat import Chat
from tests.notices.arranging import company, links, noor, says
from tests.person import Person
from tests.tables import rows

THIRTY = tuple(f"vraag Hoe zit het met punt {number}?" for number in range(1, 31))


async def follows(chat: Chat) -> Person:
    """Return Fatima, whose questions a channel of the project team follows."""
    await links(chat)
    await says(noor(chat), "volg hessenpoort vragen")
    return await company(chat)


def posts(chat: Chat) -> list[str]:
    """Return what the channel heard."""
    return [text for thread in chat.posts.texts() for text in thread]


async def test_thirty_questions_are_one_post_and_one_with_the_number(chat: Chat) -> None:
    fatima = await follows(chat)
    for question in THIRTY:
        await fatima.says(question)
        await chat.notices()
    assert posts(chat) == ["Jansen Transport stelde een vraag op Hessenpoort (Zwolle). Typ 'vragen' in uw eigen chat."]
    chat.now += datetime.timedelta(days=1)
    await chat.notices()
    assert posts(chat)[1:] == ["Jansen Transport stelde 29 vragen op Hessenpoort (Zwolle). Typ 'vragen' in uw eigen chat."]
    await fatima.says("vraag Nog iets?")
    await chat.notices()
    assert len(posts(chat)) == 2
    assert len(await rows(chat, request)) == 31


async def test_those_of_a_quiet_evening_are_one_post_in_the_morning(chat: Chat) -> None:
    fatima = await follows(chat)
    chat.now = datetime.datetime(2026, 11, 23, 19, tzinfo=datetime.UTC)
    await talk(fatima, *THIRTY)
    chat.now = datetime.datetime(2026, 11, 24, 8, tzinfo=datetime.UTC)
    await chat.notices()
    assert posts(chat) == ["Jansen Transport stelde 30 vragen op Hessenpoort (Zwolle). Typ 'vragen' in uw eigen chat."]


async def test_a_question_of_the_next_week_is_told_at_once(chat: Chat) -> None:
    fatima = await follows(chat)
    await fatima.says(THIRTY[0])
    await chat.notices()
    chat.now += datetime.timedelta(days=7)
    await fatima.says(THIRTY[1])
    await chat.notices()
    assert len(posts(chat)) == 2


async def test_the_team_has_them_as_one_item_and_sees_the_others_too(chat: Chat) -> None:
    fatima, ans, team = await start(chat), await meet(chat, "Ans"), noor(chat)
    await talk(fatima, *THIRTY)
    await talk(ans, "kort", "Bakkerij Ans", "vraag Wat kost het?")
    await team.says("vragen")
    team.sees("30 vragen en verzoeken", "Vraag 1: Hoe zit het met punt 1?", "Typ 'vragen 1' voor alles.", "Vraag 31")
    team.sees_not("punt 30?", "nog 1 ander")


async def test_all_of_them_can_be_read_page_by_page(chat: Chat) -> None:
    fatima, team = await start(chat), noor(chat)
    await talk(fatima, *THIRTY)
    seen, number = "", 1
    for _ in range(2):
        await team.says(f"vragen {number}")
        seen, number = seen + team.text(), number + 15
    assert all(f"punt {number}?" in seen for number in range(1, 31))
    await team.says("vragen 99")
    team.sees("Er is geen open vraag met nummer 99.")


async def test_they_are_answered_one_by_one_or_all_at_once(chat: Chat) -> None:
    fatima, team = await start(chat), noor(chat)
    await talk(fatima, *THIRTY[:4])
    await team.says("antwoord 2 Dat komt goed.")
    await chat.delivers()
    fatima.sees("Antwoord op uw vraag “Hoe zit het met punt 2?”", "Dat komt goed.")
    fatima.fresh.clear()
    await team.says("vragen")
    await team.clicks("Verstuur antwoord", {"request": "alle 1", "answer": "Wij bellen u."})
    team.sees("Uw antwoord op 3 vragen is verstuurd.")
    await chat.delivers()
    fatima.sees("Antwoord op uw 3 vragen aan het team:", "Wij bellen u.")
    assert len(fatima.fresh) == 1
    assert [row["answer"] for row in await rows(chat, request)] == [
        "Wij bellen u.", "Dat komt goed.", "Wij bellen u.", "Wij bellen u.",
    ]  # fmt: skip
    await team.says("antwoord alle 1 Nog een keer.")
    team.sees("Er is geen open vraag met nummer 1.")
    await fatima.says("mijn gegevens alles")
    fatima.sees("punt 1?", "Wij bellen u.")


async def test_answering_all_of_one_leaves_the_wish_to_join_and_the_others(chat: Chat) -> None:
    piet, ans, team = await meet(chat), await start(chat, "Ans", "Bakkerij Ans"), noor(chat)
    await talk(piet, "collega begon al", "Bakkerij Ans", "vraag Wat nu?", "vraag En dan?")
    await ans.says("vraag Wat kost het?")
    await team.says("antwoord alle 2 Even wachten.")
    await team.says("vragen")
    team.sees("Wil meedoen 1", "Wat kost het?")
    team.sees_not("Wat nu?")


@pytest.mark.parametrize("words", ["antwoord alle", "antwoord alle 3", "antwoord alle x Dag", "antwoord alle 9999999999 Dag"])
async def test_an_answer_to_all_that_lacks_something_says_what(chat: Chat, words: str) -> None:
    await noor(chat).says(words)
    noor(chat).sees("Typ het nummer en uw antwoord")
