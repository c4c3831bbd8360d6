"""A wish to join: a yes is for one person and one company, and ends when either changes, goes, or lets its days pass."""

import datetime

import pytest

from storage.tables.inbox import standing
from storage.tables.people import person as people
from tests.beginnings import come_in, meet, start, start_invited, talk
from tests.chat import Chat
from tests.inbox.arranging import ask, inside, tells_guests
from tests.tables import rows


async def test_a_yes_is_not_for_a_company_that_took_another_name(chat: Chat) -> None:
    bob, noor = await start(chat, "Bob"), chat.person("Noor", team=True)
    piet = await ask(chat)
    await noor.says("toelaten 1")
    await talk(bob, "wijzig naam", "Heel Wat Anders")
    await piet.says("meedoen 1")
    piet.sees("Dit verzoek is er niet meer.")


async def test_a_yes_ends_with_its_days(chat: Chat) -> None:
    await start(chat)
    piet, noor = await ask(chat), chat.person("Noor", team=True)
    await noor.says("toelaten 1")
    await piet.says("meedoen 1")
    chat.now += datetime.timedelta(days=31)
    await piet.says("ja")
    piet.sees("Dit verzoek is er niet meer.")
    assert await inside(chat) == []


async def test_a_withdrawn_wish_is_granted_no_more(chat: Chat) -> None:
    fatima, piet = await start_invited(chat), await ask(chat)
    await chat.delivers()
    await piet.says("niet meedoen")
    piet.sees("Uw verzoek om mee te doen is ingetrokken.")
    await fatima.clicks("Ja, laat toe")
    fatima.sees("Dit verzoek is er niet meer.")
    await piet.says("niet meedoen")
    piet.sees("Er is geen verzoek om mee te doen.")


async def test_a_granted_wish_that_is_withdrawn_moves_nobody(chat: Chat) -> None:
    fatima, piet = await start_invited(chat), await ask(chat)
    await chat.delivers()
    await fatima.clicks("Ja, laat toe")
    await talk(piet, "niet meedoen", "meedoen 1")
    piet.sees("Dit verzoek is er niet meer.")


@pytest.mark.parametrize("granted", [False, True])
async def test_a_company_erased_in_between_lets_nobody_in(chat: Chat, granted: bool) -> None:
    fatima, piet = await start_invited(chat), await ask(chat)
    await chat.delivers()
    if granted:
        await fatima.clicks("Ja, laat toe")
        await piet.says("meedoen 1")
    await talk(fatima, "verwijder mijn gegevens", "ja")
    await piet.says("ja" if granted else "meedoen 1")
    piet.sees("Dit verzoek is er niet meer.")
    await talk(piet, "kort", "Bakkerij Piet")
    piet.sees("Genoteerd: Bakkerij Piet.")


async def test_somebody_erased_in_between_is_let_in_no_more(chat: Chat) -> None:
    fatima, piet = await start_invited(chat), await ask(chat)
    await tells_guests(piet)
    await chat.delivers()
    await talk(piet, "verwijder mijn gegevens", "ja")
    await fatima.clicks("Ja, laat toe")
    fatima.sees("Dit verzoek is er niet meer.")
    theirs = {row["id"] for row in await rows(chat, people)}
    assert {row["person_id"] for row in await rows(chat, standing)} <= theirs


async def test_who_began_alone_after_the_yes_loses_nothing(chat: Chat) -> None:
    fatima, piet = await start_invited(chat), await ask(chat)
    await chat.delivers()
    await fatima.clicks("Ja, laat toe")
    await talk(piet, "kort", "Bakkerij Piet", "meedoen")
    piet.sees("U heeft zelf al antwoorden gegeven.")
    await piet.says("overzicht")
    piet.sees("Bakkerij Piet")


async def test_two_who_wait_for_each_other_both_stand_in_the_list(chat: Chat) -> None:
    piet, ans = await ask(chat), await ask(chat, "Ans")
    noor = chat.person("Noor", team=True)
    await noor.says("vragen")
    noor.sees("Wil meedoen 1", "Wil meedoen 2", "geen of meer dan één bedrijf met deze naam")
    await talk(piet, "niet meedoen", "kort", "Jansen Transport", "collega")
    await come_in(ans, piet.code())
    assert await inside(chat) == [["Ans", "Piet"]]
    await noor.says("vragen")
    noor.sees("Er zijn geen open vragen.")


async def test_nobody_uses_the_yes_that_another_got(chat: Chat) -> None:
    fatima, _ = await start_invited(chat), await ask(chat)
    await chat.delivers()
    await fatima.clicks("Ja, laat toe")
    ans = await meet(chat, "Ans")
    await ans.says("meedoen 1")
    ans.sees("Dit verzoek is er niet meer.")
    ans.sees_not("Fatima")
