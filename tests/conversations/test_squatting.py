"""Somebody sits down under a company's name, or asks to come in: nobody is shown to them, and nothing moves without a yes."""

import datetime
from dataclasses import replace

import pytest

from dialogs.turn.errands import ReadGuests
from dialogs.turn.events import GuestsRead
from storage.tables.inbox import invitation, request, standing
from storage.tables.people import person as people
from tests.beginnings import come_in, meet, start, start_invited, talk
from tests.chat import Chat
from tests.person import Person
from tests.tables import rows


async def ask(chat: Chat, name: str = "Piet", company: str = "Jansen Transport") -> Person:
    """Return somebody who asked to join a company."""
    person = await meet(chat, name)
    await talk(person, "collega begon al", company)
    return person


async def tells_guests(person: Person, *guests: str) -> None:
    """Let the errand of somebody's last turn come back: these are guests, the others are not."""
    asked = [one for errand in person.errands if isinstance(errand, ReadGuests) for one in errand.people]
    names = {row["id"]: row["name"] for row in await rows(person.chat, people)}
    await person.does(GuestsRead(tuple((one, names[one] in guests) for one in asked)))


async def inside(chat: Chat) -> list[list[str]]:
    """Return who is together with whom, by name."""
    found: dict[object, list[str]] = {}
    for row in await rows(chat, people):
        found.setdefault(row["intake_id"], []).append(row["name"])
    return sorted(sorted(names) for names in found.values() if len(names) > 1)


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


async def test_a_code_shows_what_the_company_is_called_now(chat: Chat) -> None:
    bob, piet = await start(chat, "Bob"), await meet(chat)
    await bob.says("collega")
    code = bob.code()
    await talk(bob, "wijzig naam", "De Boer Logistiek")
    await piet.says(f"code {code}")
    piet.sees("De Boer Logistiek", "Bob")
    piet.sees_not("Jansen Transport")
