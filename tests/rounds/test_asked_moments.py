"""Fatima has to leave: she names the moment at which she wants to be reminded, and hears us then; not earlier, not twice."""

import datetime

import pytest

from tests.beginnings import talk
from tests.chat import Chat
from tests.rounds.going import go, halfway, later, moment


async def hears_at(chat: Chat, when: datetime.datetime) -> str:
    """Return what Fatima hears by herself at a moment."""
    chat.now, fatima = when, chat.person("Fatima")
    fatima.fresh = []
    await go(chat)
    return fatima.text()


async def test_a_reminder_comes_at_the_asked_moment_and_once(chat: Chat) -> None:
    fatima = await halfway(chat)
    await fatima.says("herinner me morgen om 10 uur")
    fatima.sees("Goed. Wij herinneren u op 24 november 2026 om 10:00.", "Uw antwoorden zijn bewaard.")
    assert await hears_at(chat, moment(later(1), 9, 30)) == ""
    assert "Nog even verder?" in await hears_at(chat, moment(later(1), 10, 1))
    assert await hears_at(chat, moment(later(2), 10, 1)) == ""
    assert await hears_at(chat, moment(later(4), 10, 1)) == ""  # asked for once, so told once


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Herinner mij over een uur", "op 23 november 2026 om 11:00"),
        ("herinner me maandag om 9 uur", "op 30 november 2026 om 09:00"),
        ("stuur me een herinnering vrijdagmiddag om 2 uur", "op 27 november 2026 om 14:00"),
        ("herinner mij volgende week", "op 30 november 2026 om 09:00"),
        ("herinner me 3 december om kwart over drie", "op 3 december 2026 om 15:15"),
    ],
)
async def test_moments_in_words(chat: Chat, words: str, told: str) -> None:
    fatima = await halfway(chat)
    await fatima.says(words)
    fatima.sees(f"Wij herinneren u {told}.")


async def test_quiet_hours_are_said_and_kept_to(chat: Chat) -> None:
    fatima = await halfway(chat)
    await fatima.says("herinner me zaterdag om 10 uur")
    fatima.sees("Wij herinneren u op 30 november 2026 om 08:00.", "Dit is buiten kantooruren.")
    assert await hears_at(chat, moment(later(5), 10, 1)) == ""
    assert "Nog even verder?" in await hears_at(chat, moment(later(7), 8, 1))


@pytest.mark.parametrize("words", ["herinner me straks", "herinner me vandaag om 08:00", "herinner mij over 9000 uur"])
async def test_without_a_moment_it_is_asked(chat: Chat, words: str) -> None:
    fatima = await halfway(chat)
    await fatima.says(words)
    fatima.sees("Wanneer zullen wij u herinneren?")
    await fatima.says("Herinner mij morgen")
    fatima.sees("Wij herinneren u op 24 november 2026 om 09:00.")


async def test_a_time_with_two_meanings_is_asked_back(chat: Chat) -> None:
    fatima = await halfway(chat)
    await fatima.says("herinner me morgen om half zeven")
    fatima.sees("Hoe laat bedoelt u?")
    await fatima.says("Herinner mij 24 november 2026 om 18:30")
    fatima.sees("Wij herinneren u op 25 november 2026 om 08:00.")


@pytest.mark.parametrize("words", ["niet herinneren", "geen berichten", "verwijder mijn gegevens"])
async def test_who_takes_it_back_hears_nothing(chat: Chat, words: str) -> None:
    fatima = await halfway(chat)
    await talk(fatima, "herinner me morgen om 10 uur", words, "ja")
    assert await hears_at(chat, moment(later(1), 10, 1)) == ""


async def test_another_moment_takes_the_place_of_the_first(chat: Chat) -> None:
    fatima = await halfway(chat)
    await talk(fatima, "herinner me morgen om 10 uur", "herinner me overmorgen om 11 uur")
    assert await hears_at(chat, moment(later(1), 10, 1)) == ""
    assert "Nog even verder?" in await hears_at(chat, moment(later(2), 11, 1))


async def test_leaving_in_own_words_keeps_the_moment(chat: Chat) -> None:
    fatima = await halfway(chat)
    await talk(fatima, "herinner me morgen om 10 uur", "doei")
    fatima.sees("Tot later.", "Wij herinneren u op 24 november 2026 om 10:00.")
    assert "Nog even verder?" in await hears_at(chat, moment(later(1), 10, 1))


@pytest.mark.parametrize("words", ["ik moet nu weg", "Ik ga straks verder.", "tot straks"])
async def test_whoever_leaves_hears_that_all_is_kept(chat: Chat, words: str) -> None:
    fatima = await halfway(chat)
    await fatima.says(words)
    fatima.sees("Tot later. Uw antwoorden zijn bewaard.", "herinner mij")


async def test_who_is_done_by_then_hears_nothing(chat: Chat) -> None:
    fatima = await halfway(chat)
    await talk(fatima, "herinner me morgen om 10 uur", "12", "0", "0", "3", "8", "1", "18:00", "06:00", "4", "groot")
    await talk(fatima, "ja", "nee", "nee", "ja", "ja", "ja")
    fatima.sees("Dank u wel")
    assert await hears_at(chat, moment(later(1), 10, 1)) == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("kun je me morgen om 9 uur 's morgens nog eens porren", "op 24 november 2026 om 09:00"),
        ("vraag t me vrijdag om 14:00 nog maar een keer", "op 27 november 2026 om 14:00"),
        ("over een uur graag een seintje", "op 23 november 2026 om 11:00"),
        ("geen tijd nu, vanmiddag 4 uur weer aantikken", "op 23 november 2026 om 16:00"),
        ("stuur me over een half uurtje een berichtje", "op 23 november 2026 om 10:30"),
    ],
)
async def test_the_moment_may_stand_anywhere_in_a_sentence(chat: Chat, words: str, told: str) -> None:
    fatima = await halfway(chat)
    await fatima.says(words)
    fatima.sees(f"Wij herinneren u {told}.")
    fatima.sees_not("Uw vraag is bewaard")


@pytest.mark.parametrize("words", ["brood moet uit de oven tot straks", "wacht telefoon", "de baas roept, tot later"])
async def test_a_goodbye_in_own_words_pauses(chat: Chat, words: str) -> None:
    fatima = await halfway(chat)
    await fatima.says(words)
    fatima.sees("Tot later. Uw antwoorden zijn bewaard.")


async def test_a_question_for_the_team_stays_one(chat: Chat) -> None:
    fatima = await halfway(chat)
    await fatima.says("vraag wat kost dit mij")
    fatima.sees("Uw vraag is bewaard")
