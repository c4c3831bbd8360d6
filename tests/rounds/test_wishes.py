"""Fatima stops halfway: she is asked whether she wants to be reminded, and one word ends it."""

from dialogs.turn.place import Hearing, Place
from storage.tables.people import person as people
from tests.beginnings import talk
from tests.chat import Chat
from tests.person import Person
from tests.tables import rows


async def halfway(chat: Chat) -> Person:
    """Return Fatima, halfway the short questions."""
    fatima = chat.person("Fatima")
    await fatima.opens()
    await talk(fatima, "ja", "kort", "Jansen Transport", "hessenpoort iii")
    return fatima


async def hearing(chat: Chat) -> Hearing:
    """Return what Fatima wants to hear."""
    return Place.model_validate((await rows(chat, people))[0]["place"]).hearing


async def test_who_stops_is_asked_and_reminded_only_after_a_yes(chat: Chat) -> None:
    fatima = await halfway(chat)
    await fatima.says("stop")
    fatima.sees("Tot later. Uw antwoorden zijn bewaard.", "Typ dan 'herinner mij'.")
    assert await hearing(chat) is Hearing.UNASKED
    await fatima.says("Herinner mij")
    fatima.sees("Wij herinneren u over 3 dagen. Daarna hooguit nog één keer, als er nieuws is.", "Typ 'stop'")
    assert await hearing(chat) is Hearing.WANTED


async def test_stop_ends_it_and_nobody_asks_again(chat: Chat) -> None:
    fatima = await halfway(chat)
    await talk(fatima, "herinner mij", "stop")
    fatima.sees("Wij herinneren u niet meer.", "Uw antwoorden zijn bewaard.")
    await fatima.says("stop")
    fatima.sees("Tot later.")
    fatima.sees_not("herinner")
    assert await hearing(chat) is Hearing.DECLINED
    await talk(fatima, "herinner mij", "niet herinneren")
    assert await hearing(chat) is Hearing.DECLINED


async def test_no_messages_at_all_and_back_again(chat: Chat) -> None:
    fatima = await halfway(chat)
    await talk(fatima, "herinner mij", "geen berichten")
    fatima.sees("Wij sturen u uit onszelf geen berichten meer.", "Antwoord op uw vragen krijgt u wel.", "'toestemming'")
    await fatima.says("niet herinneren")
    assert await hearing(chat) is Hearing.SILENT
    await fatima.says("berichten aan")
    assert await hearing(chat) is Hearing.DECLINED


async def test_the_wish_ends_with_the_data(chat: Chat) -> None:
    fatima = await halfway(chat)
    await talk(fatima, "herinner mij", "verwijder mijn gegevens")
    await fatima.clicks("Ja, wis alles")
    assert await rows(chat, people) == []


async def test_nobody_is_asked_before_the_first_consent(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    for words in ("stop", "herinner mij", "niet herinneren", "geen berichten"):
        await fatima.says(words)
        fatima.sees_not("Typ dan 'herinner mij'")
    assert await hearing(chat) is not Hearing.WANTED
