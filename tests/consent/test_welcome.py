"""The beginning: one welcome, and nothing without a yes to the first question."""

from dataclasses import replace

import pytest

from storage.tables.inbox import request
from storage.tables.people import consent_event, person
from tests.beginnings import agree, talk
from tests.chat import Chat
from tests.tables import decisions, mentions, rows

QUESTION = "Mogen wij uw antwoorden bewaren?"


async def test_the_welcome_says_who_why_what_it_brings_costs_and_keeps(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    fatima.sees("NAL-regio Oost, namens de provincies", "Wat heeft u eraan?", "gratis", "5 tot 10 minuten", "2 minuten")
    fatima.sees("Het projectteam ziet uw antwoorden", "2 jaar", "stoppen en later verdergaan", QUESTION)


async def test_there_is_one_welcome_however_often_teams_tells_of_the_arrival(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.opens()
    fatima.sees_nothing()
    assert len(fatima.screen) == 1


async def test_an_installation_that_tells_no_name_leaves_the_one_we_have(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    await noor.says("help")
    noor.sender = replace(noor.sender, name="")
    await noor.opens()
    assert [row["name"] for row in await rows(chat, person)] == ["Noor"]


async def test_who_types_before_the_welcome_came_is_welcomed_once_too(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.says("hallo")
    fatima.sees("Welkom bij Laadmaat", QUESTION)
    await fatima.opens()
    assert len(fatima.screen) == 1


@pytest.mark.parametrize("words", ["ja", "Ja hoor", "jazeker", "prima", "akkoord", "👍", "JA!!", "dat mag"])
async def test_yes_may_be_typed_in_many_ways(chat: Chat, words: str) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says(words)
    fatima.sees("Hoeveel tijd heeft u?")
    assert await decisions(chat, "keep") == ["given"]


@pytest.mark.parametrize("words", ["nee", "liever niet", "Nee, dank u", "neen", "👎"])
async def test_no_may_be_typed_and_ends_friendly(chat: Chat, words: str) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says(words)
    fatima.sees("Dat is goed.", "Wij bewaren niets, alleen dat u nee zei.", "Typ dan 'start'")
    assert await decisions(chat, "keep") == ["refused"]


async def test_yes_by_button_closes_the_card(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await fatima.opens()
    await fatima.clicks("Ja, dat mag")
    fatima.sees("Ja, dat mag", "Hoeveel tijd heeft u?")
    assert not fatima.screen[0].has_button("Ja, dat mag")
    assert not fatima.screen[0].has_button("Nee, liever niet")


async def test_after_no_only_the_refusal_is_kept(chat_either_way: Chat) -> None:
    chat = chat_either_way
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.clicks("Nee, liever niet")
    fatima.sees("Dat is goed.")
    await chat.turns.receipts.write()
    assert [(row["purpose"], row["state"]) for row in await rows(chat, consent_event)] == [("keep", "refused")]
    assert await rows(chat, person) == []
    assert await mentions(chat, "Fatima Jansen", fatima.sender.object_id, fatima.sender.teams_id) == []


async def test_the_name_is_not_kept_before_the_first_yes(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    assert [row["name"] for row in await rows(chat, person)] == [""]
    await fatima.says("ja")
    assert [row["name"] for row in await rows(chat, person)] == ["Fatima"]


@pytest.mark.parametrize("words", ["doei", "tot ziens", "bedankt", "Fijne dag!", "Ik wil stoppen.", "ik heb nu geen tijd"])
async def test_a_farewell_after_a_no_is_no_reason_to_ask_again(chat: Chat, words: str) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await talk(fatima, "nee", words)
    fatima.sees_not("Welkom bij Laadmaat", QUESTION)


async def test_who_said_no_may_start_after_all(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await talk(fatima, "nee", "start")
    fatima.sees("Welkom bij Laadmaat", QUESTION)
    await fatima.says("ja")
    fatima.sees("Hoeveel tijd heeft u?")
    assert await decisions(chat, "keep") == ["refused", "given"]


async def test_another_sentence_gets_the_question_without_the_whole_welcome(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    for said in ("Ik weet niet zeker wat u bedoelt.", "Sorry, dit begrijp ik nog niet goed.", "Ook dit snap ik niet."):
        await fatima.says("wat is een zeilboot xqzv")
        fatima.sees(said, QUESTION, "laadmaat@voorbeeld.nl")
        fatima.sees_not("Welkom bij Laadmaat")
    assert await decisions(chat, "keep") == []


@pytest.mark.parametrize(
    "words", ["start", "verder", "overzicht", "kort", "volledig", "toestemming", "wijzig naam", "terug", "kaart"]
)
async def test_no_command_goes_around_the_first_question(chat: Chat, words: str) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says(words)
    fatima.sees(QUESTION)
    fatima.sees_not("Stap ")


@pytest.mark.parametrize("words", ["vraag mag ik op de stoep laden?", "bel mij", "collega"])
async def test_nothing_is_kept_for_the_team_before_the_first_yes(chat: Chat, words: str) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says(words)
    fatima.sees(QUESTION)
    assert await mentions(chat, "op de stoep") == []
    assert await rows(chat, request) == []


async def test_a_second_yes_changes_nothing(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await fatima.opens()
    welcome = fatima.screen[0]
    button = dict(welcome.button("Ja, dat mag"))
    no = dict(welcome.button("Nee, liever niet"))
    await fatima.presses(button, {}, welcome)
    await fatima.presses(button, {}, welcome)
    fatima.sees("U gaf al toestemming.")
    await fatima.presses(no, {}, welcome)
    fatima.sees("U gaf al toestemming.", "toestemming")
    assert await decisions(chat_either_way, "keep") == ["given"]


async def test_both_depths_are_offered_and_may_be_typed(chat: Chat) -> None:
    for number, (words, steps) in enumerate({
        "kort": 6, "volledig": 7, "2 minuten": 6, "tien minuten": 7, "10 minuten": 7, "5 tot 10 minuten": 7,
        "vijf tot tien minuten": 7, "doe maar kort": 6, "de korte": 6, "alle vragen": 7, "1": 6, "lang": 7, "uitgebreid": 7,
        "twee minuten graag": 6,
    }.items()):  # fmt: skip
        person = chat.person(f"Iemand {number}")
        await agree(person, words)
        person.sees(f"Stap 1 van {steps}")


async def test_what_is_no_depth_is_asked_again_in_one_sentence(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima, "misschien")
    fatima.sees("Typ 'kort' of 'volledig'.")
