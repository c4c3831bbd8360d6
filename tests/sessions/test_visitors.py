"""Who comes: nobody is invited unseen or against their will; one tap answers; the team enters the rest."""

import asyncio
from copy import deepcopy

import pytest

from storage.tables.session import session, visitor
from tests.beginnings import talk
from tests.chat import Chat
from tests.person import Person
from tests.sessions.beginnings import SEND, company, invited, planned
from tests.tables import rows


async def test_an_invitation_is_seen_and_approved_before_anybody_gets_it(chat_either_way: Chat) -> None:
    chat = chat_either_way
    fatima = await company(chat, "Fatima", "Jansen Transport")
    await company(chat, "Piet", "Bakkerij Piet", approach="nee")
    noor = await planned(chat)
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    noor.sees("1 bedrijf wil uitgenodigd worden", "Kunt u straks nog laden op Hessenpoort?", "Jansen Transport")
    noor.sees_not("Bakkerij Piet")
    await noor.fills_in({"text": "Komt u ook naar onze avond?\n\nEr is taart."}, "Bewaar de tekst")
    noor.sees("De tekst is bewaard. Er is nog niets verstuurd.")
    await chat.notices()
    fatima.sees_not("Komt u ook")
    await noor.clicks(SEND)
    noor.sees("De uitnodiging gaat nu naar 1 persoon.", "Nog geen antwoord", "Jansen Transport")
    await chat.notices()
    fatima.sees("Komt u ook naar onze avond?", "Er is taart.", "14 januari 2027, 19:30 - 21:25", "Waar: Zaal 2.")


async def test_a_company_answers_with_one_tap_and_may_change_its_mind(chat_either_way: Chat) -> None:
    chat = chat_either_way
    noor, fatima = await invited(chat)
    await fatima.fills_in({"people": "2", "issue": "neighbour"}, "Ik kom")
    fatima.sees("Fijn dat u komt. U staat op de lijst.")
    await noor.says("sessies hessenpoort")
    await noor.clicks("Startsessie, 14 januari 2027")
    await noor.clicks("Wie komt er")
    noor.sees("Komen", "Jansen Transport", "Fatima, 2 personen, Laden bij de buren", "2 aanmeldingen van 24")
    await fatima.clicks("Ik kom niet")
    fatima.sees("Jammer. U kunt nog van gedachten veranderen.")
    assert [row["coming"] for row in await rows(chat, visitor)] == ["no"]


async def test_nobody_is_invited_twice_or_without_a_text(chat: Chat) -> None:
    noor, fatima = await invited(chat)
    await noor.clicks("Uitnodigen")
    noor.sees("Er is niemand meer om uit te nodigen.")
    await company(chat, "Ans", "Ans Bloemen")
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    await noor.fills_in({"text": ""}, SEND)
    noor.sees("Er is nog niets verstuurd.")
    fatima.fresh = []
    await chat.notices()
    fatima.sees_nothing()


async def test_who_takes_consent_back_before_it_is_sent_gets_nothing(chat: Chat) -> None:
    fatima = await company(chat, "Fatima", "Jansen Transport")
    noor = await planned(chat)
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    await talk(fatima, "toestemming")
    await withdraw(fatima)
    await noor.clicks(SEND)
    noor.sees("Er is niets verstuurd. Wie u koos, kan ik niet meer uitnodigen.")
    assert await rows(chat, visitor) == []


async def test_who_is_erased_is_gone_from_the_list(chat: Chat) -> None:
    noor, fatima = await invited(chat)
    await fatima.clicks("Ik kom")
    await talk(fatima, "verwijder mijn gegevens", "ja")
    await noor.clicks("Plan")
    await noor.clicks("Wie komt er")
    noor.sees("0 aanmeldingen")
    noor.sees_not("Jansen", "Fatima")
    assert await rows(chat, visitor) == []


async def test_an_invitation_of_another_company_is_not_answered(chat: Chat) -> None:
    await invited(chat)
    piet = await company(chat, "Piet", "Bakkerij Piet")
    known = (await rows(chat, session))[0]["id"]
    await piet.presses_raw("session_do", {"do": "answer", "session": str(known), "coming": "yes"})
    piet.sees("Deze uitnodiging hoort niet bij uw bedrijf.")


async def test_who_is_entered_twice_comes_once(chat_either_way: Chat) -> None:
    chat = chat_either_way
    noor = await planned(chat)
    await noor.clicks("Wie komt er")
    await noor.opens_fields("Voeg toe")
    form = deepcopy(noor.newest("Voeg toe"))
    facts = form.named({"company": "Bakkerij De Boer", "name": "Ans", "people": "2"})
    await asyncio.gather(*(noor.clicks("Voeg toe", facts, on=deepcopy(form)) for _ in range(2)))
    assert len(await rows(chat, visitor)) == 1
    await noor.clicks("Voeg toe", facts | form.named({"company": "bakkerij de boer", "people": "3"}), on=form)
    noor.sees("bakkerij de boer stond er al bij.", "3 aanmeldingen van 24")
    await noor.fills_in({"company": "Bakkerij De Boer", "name": "Bob"}, "Voeg toe")
    noor.sees("4 aanmeldingen van 24")


async def test_the_team_enters_companies_without_teams_and_marks_who_was_there(chat: Chat) -> None:
    noor = await planned(chat)
    await noor.clicks("Wie komt er")
    await noor.fills_in(
        {"company": "Bakkerij De Boer", "name": "Ans", "people": "2", "issue": "grid", "part": "solver"}, "Voeg toe"
    )
    noor.sees("Bakkerij De Boer", "Ans, 2 personen, Te weinig stroom", "2 aanmeldingen van 24")
    noor.sees("niet bij naam op papier")
    number = str((await rows(chat, visitor))[0]["number"])
    await noor.fills_in({"visitor": number, "mark": "named"}, "Vink aan")
    noor.sees_not("niet bij naam op papier")
    await noor.fills_in({"visitor": number, "mark": "was"}, "Vink aan")
    noor.sees("was er")
    await noor.fills_in({"visitor": number, "mark": "no"}, "Vink aan")
    noor.sees("Komen niet")


async def test_the_team_does_not_decide_for_a_company_that_decides_itself(chat: Chat) -> None:
    noor, _ = await invited(chat)
    await noor.fills_in({"visitor": str((await rows(chat, visitor))[0]["number"]), "mark": "named"}, "Vink aan")
    noor.sees("Dit bedrijf kiest dat zelf")
    assert [row["may_name"] for row in await rows(chat, visitor)] == [False]


@pytest.mark.parametrize(
    ("typed", "kept"), [("10", 10), ("11", 1), ("0", 1), ("veel", 1), ("0001999999999999", 1), ("99999999999", 1)]
)
async def test_a_number_of_people_that_cannot_be_counts_as_one(chat: Chat, typed: str, kept: int) -> None:
    noor = await planned(chat)
    await noor.clicks("Wie komt er")
    await noor.fills_in({"company": "Bakkerij De Boer", "people": typed}, "Voeg toe")
    noor.sees("Bakkerij De Boer")
    assert [row["people"] for row in await rows(chat, visitor)] == [kept]


@pytest.mark.parametrize("fields", [{"company": ""}, {"company": "  "}])
async def test_a_company_needs_a_name(chat: Chat, fields: dict[str, str]) -> None:
    noor = await planned(chat)
    await noor.clicks("Wie komt er")
    await noor.fills_in(fields, "Voeg toe")
    noor.sees("Vul eerst de naam van het bedrijf in.")
    assert await rows(chat, visitor) == []


async def withdraw(fatima: Person) -> None:
    """Take the consent to be invited back."""
    shown = fatima.screen[-1]
    buttons = [one for one in shown.all_buttons() if one.get("data", {}).get("data", {}).get("purpose") == "approach"]
    await fatima.presses(buttons[0], {}, shown)
