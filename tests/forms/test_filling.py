"""Who fills in a form of a company: the company itself, once; the team for it; and nobody else, whatever is sent."""

import pytest

from cards.verbs import Verb
from domain.access.roles import Grant, Role
from storage.tables.forms import form_response, form_version
from storage.tables.people import intake
from storage.tables.session import session
from tests.access.arranging import gives
from tests.chat import Chat
from tests.forms.asking import held, opens, result
from tests.forms.example import JoiningForm
from tests.sessions.beginnings import company
from tests.tables import rows


async def test_the_same_card_twice_is_kept_once(chat: Chat) -> None:
    fatima = await company(chat, "Fatima", "Jansen Transport")
    await held(chat)
    await opens(chat, fatima)
    card = fatima.newest("Opslaan")
    save, filled = card.button("Opslaan"), card.filled_in() | card.named({"willing": "yes"})
    for _ in range(2):
        await fatima.presses(save, filled, card)
        fatima.sees("Bewaard.")
    assert len(await rows(chat, form_response)) == 1


async def test_of_two_people_of_one_company_the_second_sees_what_is_there(chat: Chat) -> None:
    fatima = await company(chat, "Fatima", "Jansen Transport")
    await held(chat)
    await opens(chat, fatima)
    first = fatima.newest("Opslaan")
    await opens(chat, fatima)
    await fatima.fills_in({"willing": "no", "why": "Wij verhuizen."}, "Opslaan")
    await fatima.clicks("Opslaan", first.named({"willing": "yes", "why": "Er is ruimte."}), on=first)
    fatima.sees("Dit was al ingevuld. Uw tekst staat hieronder.", "Er is ruimte.", "Nu staat er: Antwoord 1: Nee")
    assert [row["data"]["willing"] for row in await rows(chat, form_response)] == ["no"]
    await fatima.clicks("Opslaan")
    fatima.sees("Bewaard.")
    assert [row["data"]["willing"] for row in await rows(chat, form_response)] == ["yes"]
    assert (await result(chat)).responses == 1


async def test_nobody_fills_it_in_for_another_company_or_elsewhere(chat: Chat) -> None:
    fatima, piet = await company(chat, "Fatima", "Jansen Transport"), await company(chat, "Piet", "Bakkerij Piet")
    await held(chat)
    await opens(chat, fatima)
    await fatima.fills_in({"willing": "yes", "why": "Een geheim."}, "Opslaan")
    [hers, _] = [f"i:{row['id']}" for row in sorted(await rows(chat, intake), key=lambda row: row["company"], reverse=True)][:2]
    await opens(chat, piet, about=hers)
    piet.sees("Dit hoort niet bij uw bedrijf.")
    [row], [meeting] = await rows(chat, form_response), await rows(chat, session)
    card = {"kind": JoiningForm.key, "terrain": "t-1", "session": str(meeting["id"]), "number": "1", "revision": "1"}
    key = {"kind": JoiningForm.key, "terrain": "t-1", "session": str(meeting["id"]), "key": str(row["key"])}
    copied = ((Verb.ENTRY_OPEN, card), (Verb.ENTRY_SAVE, card), (Verb.ENTRY_SAVE, key), (Verb.ENTRY_END, {**card, "do": "close"}),
              (Verb.ENTRY_SET, {**card, "was:willing": "yes", "willing": "no"}))  # fmt: skip
    for verb, data in copied:
        await piet.presses_raw(verb, data, {"willing": "no"})
        piet.sees("Dit hoort niet bij uw bedrijf.")
        piet.sees_not("geheim")
    await opens(chat, fatima, terrain="t-3")
    fatima.sees("Dit hoort niet bij uw bedrijf.")
    assert await rows(chat, form_response) == [row]


@pytest.mark.parametrize("grant", [Grant(Role.PARK_MANAGER, terrain="t-1"), Grant(Role.GRID_OPERATOR)], ids=lambda one: one.role)
async def test_to_partners_it_is_a_button_that_does_nothing(chat: Chat, grant: Grant) -> None:
    await held(chat)
    anna = chat.person("Anna")
    await gives(chat, anna, grant)
    await opens(chat, anna)
    anna.sees("Deze knop werkt niet meer.")


async def test_what_the_team_takes_over_from_paper_says_so(chat: Chat) -> None:
    fatima = await company(chat, "Fatima", "Jansen Transport")
    noor = await held(chat)
    [hers] = [f"i:{row['id']}" for row in await rows(chat, intake) if row["company"] == "Jansen Transport"]
    await opens(chat, noor, about=hers)
    noor.sees("Jansen Transport", "Hoe kreeg u dit?")
    await noor.fills_in({"willing": "yes", "source": "paper"}, "Opslaan")
    noor.sees("Bewaard.", "Ingevuld door het team, van papier.")
    await opens(chat, fatima)
    await fatima.fills_in({"willing": "maybe"}, "Opslaan")
    fatima.sees("Dit was al ingevuld.", "Nu staat er: Antwoord 1: Ja")
    await fatima.clicks("Opslaan")
    fatima.sees_not("van papier")
    [row] = await rows(chat, form_response)
    assert (row["source"], row["respondent"]) == ("card", None)
    assert [one["source"] for one in await rows(chat, form_version)] == ["paper", "card"]


async def test_with_its_company_every_answer_goes(chat: Chat) -> None:
    fatima = await company(chat, "Fatima", "Jansen Transport")
    await held(chat)
    await opens(chat, fatima)
    await fatima.fills_in({"willing": "yes"}, "Opslaan")
    await fatima.says("mijn gegevens alles")
    fatima.sees("Doet u mee: Ja")
    await fatima.says("verwijder mijn gegevens")
    await fatima.says("ja")
    assert (await rows(chat, form_response), await rows(chat, form_version)) == ([], [])
