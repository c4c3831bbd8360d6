"""Fatima is reminded because she asked for it: twice at most, in the daytime, with one word to end it."""

import datetime

import pytest

from tests.beginnings import SHORT, talk
from tests.chat import Chat
from tests.rounds.going import at, go, halfway, later
from tests.sessions.beginnings import planned

STOP = "Wilt u geen herinnering meer? Typ 'stop'."


async def test_who_asked_for_it_is_reminded_after_three_days_once(chat: Chat) -> None:
    fatima = await halfway(chat, "herinner mij")
    for day in (0, 1, 2):
        await at(chat, later(day))
        fatima.sees_nothing()
    await at(chat, later(3))
    fatima.sees("Nog even verder?", "Wat u invulde, is bewaard. Nog ongeveer", STOP)
    for day in (4, 7, 8, 9, 14, 30):  # nothing new happened on her terrain
        await at(chat, later(day))
        fatima.sees_nothing()


async def test_the_buttons_go_on_where_she_was_or_end_it(chat: Chat) -> None:
    fatima = await halfway(chat, "herinner mij")
    await at(chat, later(3))
    await fatima.clicks("Verder")
    fatima.sees("bestelwagens")
    await fatima.clicks("Niet meer herinneren")
    fatima.sees("Wij herinneren u niet meer.")


@pytest.mark.parametrize("words", ["stop", "niet herinneren", "geen berichten"])
async def test_one_word_ends_it(chat: Chat, words: str) -> None:
    fatima = await halfway(chat, "herinner mij")
    await at(chat, later(3))
    await fatima.says(words)
    noor = await planned(chat)
    noor.sees("Draaiboek")
    await at(chat, later(14))
    fatima.sees_nothing()


async def test_who_did_not_ask_for_it_hears_nothing(chat: Chat) -> None:
    fatima = await halfway(chat, "stop")
    for day in (3, 4, 11):
        await at(chat, later(day))
        fatima.sees_nothing()


async def test_the_second_comes_only_with_news_from_the_terrain_and_is_the_last(chat: Chat) -> None:
    fatima = await halfway(chat, "herinner mij")
    await at(chat, later(3))
    fatima.sees_not("bijeenkomst")
    chat.now += datetime.timedelta(days=1)
    await planned(chat)
    await at(chat, later(9))
    fatima.sees_nothing()
    await at(chat, later(10))
    fatima.sees("Er is nieuws over uw terrein", "Op 14 januari 2027 is er een bijeenkomst over uw terrein.", STOP)
    fatima.sees("Dit is onze laatste herinnering.")
    await planned(chat, "hessenpoort werksessie 1")
    for day in (17, 18, 30, 60):
        await at(chat, later(day))
        fatima.sees_nothing()


async def test_who_finished_meanwhile_hears_nothing(chat: Chat) -> None:
    fatima = await halfway(chat, "herinner mij")
    await talk(fatima, *SHORT[2:], "ja", "nee", "nee", "nee", "nee", "ja")
    fatima.sees("Dank u wel")
    await at(chat, later(3))
    fatima.sees_nothing()


async def test_nothing_comes_at_night_or_weekends_and_what_was_missed_comes_once(chat: Chat) -> None:
    fatima = await halfway(chat, "herinner mij")
    await at(chat, later(3), hour=3)
    fatima.sees_nothing()
    await at(chat, later(3), hour=22)  # nobody was awake that day: too late for today
    fatima.sees_nothing()
    await at(chat, later(5), hour=12)  # a Saturday
    fatima.sees_nothing()
    await at(chat, later(7), hour=9)
    fatima.sees("Nog even verder?")
    fatima.fresh = []
    for _ in range(3):
        await go(chat)
    fatima.sees_nothing()


async def test_who_is_erased_is_not_reminded(chat: Chat) -> None:
    fatima = await halfway(chat, "herinner mij")
    chat.now += datetime.timedelta(days=2, hours=12)
    await go(chat)
    await fatima.says("verwijder mijn gegevens")
    await fatima.clicks("Ja, wis alles")
    await at(chat, later(3))
    fatima.sees_nothing()
