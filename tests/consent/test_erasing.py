"""Withdrawing the first consent: asked once more, then everything is gone but the decisions themselves."""

import pytest

from storage.tables.inbox import invitation, request
from storage.tables.people import answer, consent_event, intake, person
from storage.tables.turn import turn
from tests.beginnings import CONSENTS, SHORT, agree, talk
from tests.chat import Chat
from tests.person import Person
from tests.tables import decisions, mentions, rows

EMPTY = (answer, intake, person, request, invitation)
TOLD = (
    "Fatima Jansen", "Jansen Transport", "fatima@jansen.example", "12345678", "Hessenpoort", "een geheime vraag",
)  # fmt: skip


async def tell_everything(fatima: Person) -> None:
    """Answer a few questions of every sort, ask the team something and invite a colleague."""
    await agree(fatima, "volledig")
    await talk(fatima, "Jansen Transport", "Hessenpoort", "12345678", "directie", "ja", "fatima@jansen.example", "12", "0", "0")
    await talk(fatima, "wijzig naam", "Jansen Transport BV", "vraag een geheime vraag", "bel mij", "collega", "toestemming")
    await fatima.clicks("Geef toestemming")


async def nothing_is_left_of(chat: Chat, fatima: Person) -> None:
    """Check every table: only decisions, and the bare keys of turns against repeats."""
    await chat.turns.receipts.write()
    assert [table.name for table in EMPTY if await rows(chat, table)] == []
    assert await mentions(chat, *TOLD, fatima.sender.object_id, fatima.sender.teams_id) == []
    left = [(row["outgoing"], row["reference"], row["person_id"]) for row in await rows(chat, turn)]
    assert all(row == ([], {}, None) for row in left)


@pytest.mark.parametrize("words", ["verwijder mijn gegevens", "wis mijn gegevens", "Verwijder alles."])
async def test_erasing_by_typing_is_asked_once_more_and_leaves_only_decisions(chat: Chat, words: str) -> None:
    fatima = chat.person("Fatima Jansen")
    await tell_everything(fatima)
    assert await mentions(chat, "jansen transport", "een geheime vraag") != []
    await fatima.says(words)
    fatima.sees("Weet u het zeker?", "Dit kan niet terug.", "Ja, wis alles", "Nee, bewaar ze")
    assert len(await rows(chat, person)) == 1
    await fatima.says("ja")
    fatima.sees("Uw antwoorden zijn gewist.", "Wij bewaren alleen wat u over toestemming besloot.", "start")
    await nothing_is_left_of(chat, fatima)
    assert await decisions(chat, "keep") == ["given", "withdrawn"]
    assert {row["recipient"] for row in await rows(chat, consent_event)} != set()


async def test_withdrawing_by_card_does_the_same(chat_either_way: Chat) -> None:
    chat = chat_either_way
    fatima = chat.person("Fatima Jansen")
    await tell_everything(fatima)
    overview = fatima.newest("Trek in")
    keep = next(node for node in overview.all_buttons() if node["data"]["data"].get("purpose") == "keep")
    await fatima.presses(keep, {}, overview)
    fatima.sees("Weet u het zeker?")
    await fatima.clicks("Ja, wis alles")
    fatima.sees("Uw antwoorden zijn gewist.")
    await nothing_is_left_of(chat, fatima)
    assert await decisions(chat, "keep") == ["given", "withdrawn"]


async def test_erasing_halfway_and_after_confirming_leaves_nothing_either(chat: Chat) -> None:
    for number, told in enumerate(((), SHORT[:5], SHORT, (*SHORT, *CONSENTS), (*SHORT, *CONSENTS, "ja"))):
        fatima = chat.person(f"Fatima Jansen {number}")
        await agree(fatima)
        await talk(fatima, *told, "verwijder mijn gegevens", "ja")
        fatima.sees("Uw antwoorden zijn gewist.")
    await chat.turns.receipts.write()
    assert [table.name for table in EMPTY if await rows(chat, table)] == []
    assert await mentions(chat, *TOLD) == []


@pytest.mark.parametrize("words", ["nee", "nee hoor", "Nee, bewaar ze", "2", "liever niet"])
async def test_a_no_erases_nothing(chat: Chat, words: str) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "verwijder mijn gegevens", words)
    fatima.sees("Er is niets gewist.")
    await fatima.says("Hessenpoort")
    fatima.sees("Genoteerd: Hessenpoort.")
    assert len(await rows(chat, answer)) == 2


@pytest.mark.parametrize("words", ["verder", "overzicht", "stop", "help", "terug", "toestemming", "mijn gegevens", "eh wat"])
async def test_going_on_with_something_else_is_no_yes(chat: Chat, words: str) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "3", "verwijder mijn gegevens", words)
    fatima.sees("Er is niets gewist.")
    await fatima.says("ja")
    fatima.sees_not("gewist")
    assert await decisions(chat, "keep") == ["given"]
    await fatima.clicks("Ja, wis alles")
    fatima.sees("al gemaakt of vervallen")
    assert await decisions(chat, "keep") == ["given"]


async def test_a_yes_pressed_twice_erases_once(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "verwijder mijn gegevens")
    card = fatima.newest("Ja, wis alles")
    button = dict(card.button("Ja, wis alles"))
    await fatima.presses(button, {}, card)
    await fatima.presses(button, {}, card)
    fatima.sees("Mogen wij uw antwoorden bewaren?")
    assert await decisions(chat, "keep") == ["given", "withdrawn"]


async def test_who_comes_back_after_erasing_starts_afresh(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, *SHORT, "verwijder mijn gegevens", "ja", "start")
    fatima.sees("Welkom bij Laadmaat", "Mogen wij uw antwoorden bewaren?")
    await talk(fatima, "ja", "kort")
    fatima.sees("Hoe heet uw bedrijf?")
    fatima.sees_not("Jansen Transport BV")
    await talk(fatima, "Bakker Logistiek", "overzicht")
    fatima.sees("Bakker Logistiek")
    fatima.sees_not("Hessenpoort", "Jansen Transport")


async def test_a_card_of_before_erasing_belongs_to_nobody_any_more(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima)
    old = fatima.newest("Opslaan en verder")
    button = dict(old.button("Opslaan en verder"))
    fields = {"company.name": "Jansen Transport", "company.terrain": "Hessenpoort"}
    await talk(fatima, "verwijder mijn gegevens", "ja")
    await fatima.presses(button, fields, old)
    fatima.sees("Mogen wij uw antwoorden bewaren?")
    await talk(fatima, "start", "ja", "kort")
    await fatima.presses(button, fields, old)
    fatima.sees("Deze kaart hoort niet bij uw gegevens.", "verder")
    assert await rows(chat_either_way, answer) == []


async def test_one_of_several_contacts_leaves_and_the_others_keep_the_answers(chat: Chat) -> None:
    fatima, piet = chat.person("Fatima Jansen"), chat.person("Piet Pietersen")
    await agree(fatima, "volledig")
    await talk(fatima, "Jansen Transport", "Hessenpoort", "overslaan", "directie", "ja", "fatima@jansen.example", "12")
    await talk(fatima, "vraag een geheime vraag", "collega")
    code = fatima.code()
    await piet.opens()
    await talk(piet, "ja", f"code {code}", "ja", "planner", "nee", "piet@jansen.example")
    await fatima.says("verwijder mijn gegevens")
    fatima.sees("Wij wissen uw eigen gegevens.", "De antwoorden van uw bedrijf blijven bij uw collega's.")
    await fatima.says("ja")
    fatima.sees("gewist")
    await chat.turns.receipts.write()
    assert await mentions(chat, "fatima", "een geheime vraag", fatima.sender.object_id, fatima.sender.teams_id) == []
    await piet.says("overzicht")
    piet.sees("Jansen Transport", "Hessenpoort", "piet@jansen.example")
    assert [row["contacts"] for row in await rows(chat, intake)] == [1]
    await talk(piet, "mijn gegevens alles")
    piet.sees("Piet Pietersen")
    await talk(piet, "verwijder mijn gegevens")
    piet.sees("Wij wissen al uw antwoorden")
    await piet.says("ja")
    assert [table.name for table in EMPTY if await rows(chat, table)] == []


async def test_nothing_is_left_at_the_project_team_and_at_colleagues_either(chat: Chat) -> None:
    noor, fatima, piet = chat.person("Noor", team=True), chat.person("Fatima Jansen"), chat.person("Piet Pietersen")
    await noor.says("uitnodigen hessenpoort Jansen Transport")
    code = noor.code()
    await fatima.opens()
    await talk(fatima, "ja", f"code {code}", "kort", "12", "vraag een geheime vraag")
    await noor.says("vragen")
    noor.sees("een geheime vraag", "Fatima Jansen", "Jansen Transport")
    await noor.says("antwoord 1 Dat mag.")
    await chat.delivers()
    await piet.opens()
    await talk(piet, "ja", "collega begon al", "Jansen Transport")
    await chat.delivers()
    fatima.sees("Piet Pietersen wil meedoen")
    await talk(piet, "verwijder mijn gegevens", "ja")
    await chat.turns.receipts.write()
    assert await mentions(chat, "Piet") == []
    await talk(fatima, "verwijder mijn gegevens", "ja")
    await chat.turns.receipts.write()
    assert await mentions(chat, *TOLD, "Dat mag.") == []
