"""Somebody sits down under a company's name: nobody is shown to them, and nothing moves without a yes."""

from dataclasses import replace

import pytest

from storage.tables.inbox import invitation, request
from tests.beginnings import come_in, meet, start, start_invited, talk
from tests.chat import Chat
from tests.inbox.arranging import ask, inside, tells_guests
from tests.tables import rows


async def test_a_squatter_never_hears_who_asks_for_the_company(chat: Chat) -> None:
    squatter = await start(chat, "Bob")
    await ask(chat)
    await chat.delivers()
    squatter.sees_not("Piet", "wil meedoen")
    await squatter.says("toelaten 1")
    squatter.sees("Dit verzoek is er niet meer.")
    assert [row["answered_at"] for row in await rows(chat, request)] == [None]


async def test_the_team_sees_who_sits_there_and_its_yes_moves_nobody_yet(chat: Chat) -> None:
    await start(chat, "Bob")
    piet, noor = await ask(chat), chat.person("Noor", team=True)
    await noor.says("vragen")
    noor.sees("Wil meedoen 1", "Piet", "Daar zijn nu:", "Bob:", "Dit bedrijf kwam zonder uitnodiging.")
    await tells_guests(noor, "Bob")
    await noor.says("vragen")
    noor.sees("Bob: gast", "Lid van uw organisatie.")
    await noor.says("toelaten 1")
    await chat.delivers()
    piet.sees("U mag meedoen.")
    piet.sees_not("Bob")
    assert await inside(chat) == []
    await piet.clicks("Kijk wie er meedoen")
    piet.sees("Bob: gast")
    await piet.clicks("Nee, liever niet")
    piet.sees("U doet niet mee.")
    assert await inside(chat) == []
    await piet.says("meedoen 1")
    piet.sees("Dit verzoek is er niet meer.")


async def test_after_the_first_yes_of_the_team_the_contact_decides(chat: Chat) -> None:
    fatima, noor = await start(chat), chat.person("Noor", team=True)
    piet = await ask(chat)
    await noor.says("toelaten 1")
    await talk(piet, "meedoen", "ja")
    assert await inside(chat) == [["Fatima", "Piet"]]
    await chat.delivers()
    fatima.sees("Piet doet nu mee.", "Kent u deze persoon niet?")
    ans = await meet(chat, "Ans")
    await ans.says("collega begon al")
    await tells_guests(ans, "Ans")
    await ans.says("Jansen Transport")
    await chat.delivers()
    fatima.sees("Ans wil meedoen", "In Teams: gast.")
    await fatima.clicks("Ja, laat toe")
    await talk(ans, "meedoen", "ja")
    assert await inside(chat) == [["Ans", "Fatima", "Piet"]]


async def test_an_invitation_under_another_name_makes_no_squatter_known(chat: Chat) -> None:
    bob = await start_invited(chat, "Bob")
    await talk(bob, "wijzig naam", "Bakkerij Ans")
    await ask(chat, company="Bakkerij Ans")
    await chat.delivers()
    bob.sees_not("Piet")


async def test_an_invitation_for_a_terrain_alone_makes_nobody_known(chat: Chat) -> None:
    noor, bob = chat.person("Noor", team=True), chat.person("Bob")
    await noor.says("uitnodigen hessenpoort")
    await bob.opens()
    await talk(bob, f"code {noor.code()}", "ja", "kort", "Jansen Transport")
    await ask(chat)
    await chat.delivers()
    bob.sees_not("Piet")


async def test_a_squatter_does_not_stand_in_the_way_of_the_company_itself(chat: Chat) -> None:
    fatima = await start_invited(chat)
    await start(chat, "Bob")
    await ask(chat)
    await chat.delivers()
    fatima.sees("Piet wil meedoen")


async def test_a_code_of_a_squatter_moves_nobody_who_says_no(chat: Chat) -> None:
    bob = await start(chat, "Bob")
    await bob.says("collega")
    piet = await meet(chat)
    await piet.says(f"code {bob.code()}")
    piet.sees("Bob: lid of gast is niet bekend")
    await tells_guests(piet, "Bob")
    await piet.says("nee")
    piet.sees("U doet niet mee.")
    assert await inside(chat) == []
    assert [row["used_at"] for row in await rows(chat, invitation)] == [None]
    await piet.says(f"code {bob.code()}")
    piet.sees("Bob: gast")


async def test_whoever_gave_the_code_hears_who_came(chat: Chat) -> None:
    fatima = await start(chat)
    await fatima.says("collega")
    await come_in(await meet(chat), fatima.code())
    await chat.delivers()
    fatima.sees("Piet doet nu mee.")


async def test_somebody_of_another_organisation_is_shown_as_such(chat: Chat) -> None:
    fatima = await start(chat)
    await fatima.says("collega")
    code = fatima.code()
    piet = chat.person("Piet")
    piet.sender = replace(piet.sender, tenant="33333333-3333-4333-8333-333333333333")
    await piet.opens()
    await talk(piet, "ja", f"code {code}")
    piet.sees("Fatima: van een andere organisatie")


@pytest.mark.parametrize("words", ["overzicht", "iets anders", "kort"])
async def test_whoever_goes_on_with_something_else_said_no_yes(chat: Chat, words: str) -> None:
    fatima = await start(chat)
    await fatima.says("collega")
    piet = await meet(chat)
    await talk(piet, f"code {fatima.code()}", words, "ja")
    assert await inside(chat) == []


async def test_who_came_in_between_is_seen_first(chat: Chat) -> None:
    fatima, piet, bob = await start(chat), await meet(chat), await meet(chat, "Bob")
    await fatima.says("collega")
    first = fatima.code()
    await fatima.says("collega")
    await piet.says(f"code {fatima.code()}")
    await come_in(bob, first)
    await piet.says("ja")
    piet.sees("Wie er meedoen, is net veranderd.", "Bob:")
    assert await inside(chat) == [["Bob", "Fatima"]]
    await piet.says("ja")
    assert await inside(chat) == [["Bob", "Fatima", "Piet"]]


async def test_a_code_shows_what_the_company_is_called_now(chat: Chat) -> None:
    bob, piet = await start(chat, "Bob"), await meet(chat)
    await bob.says("collega")
    code = bob.code()
    await talk(bob, "wijzig naam", "De Boer Logistiek")
    await piet.says(f"code {code}")
    piet.sees("De Boer Logistiek", "Bob")
    piet.sees_not("Jansen Transport")
