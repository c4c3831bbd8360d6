"""What is asked because the team did something that depends on it: at the next contact, once, and of nobody who decided."""

import datetime

import pytest

from dialogs.turn.events import Said, Scope
from domain.consent.consents import TEXTS, Purpose
from tests.beginnings import CONSENTS, SHORT, agree, finish_short, talk
from tests.chat import Chat
from tests.person import Person
from tests.tables import decisions

QUESTION = TEXTS[Purpose.ADVISERS].question
WHY = "Het projectteam wil laten doorrekenen wat laden op uw terrein vraagt."


async def export(chat: Chat) -> Person:
    """Have the team ask for an export; return who did."""
    noor = chat.person("Noor", team=True)
    await noor.says("exporteer hessenpoort")
    return noor


@pytest.mark.parametrize(("said", "kept"), [("ja", ["given"]), ("nee", ["refused"]), ("overslaan", []), ("dat doe ik later", [])])
async def test_an_export_has_companies_asked_once(chat: Chat, said: str, kept: list[str]) -> None:
    fatima = await finish_short(chat)
    noor = await export(chat)
    await fatima.says("terreinen")
    fatima.sees(WHY, QUESTION, TEXTS[Purpose.ADVISERS].recipient, "Nee zeggen kost u niets.")
    await fatima.says(said)
    assert await decisions(chat, Purpose.ADVISERS) == kept
    await noor.says("exporteer hessenpoort")
    noor.sees("De gegevens van 1 bedrijf" if said == "ja" else "Nog geen bedrijf zei ja")
    for _ in range(2):
        chat.now += datetime.timedelta(days=1)
        await fatima.says("help")
        fatima.sees_not(QUESTION)


async def test_whoever_does_not_answer_is_left_alone(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await export(chat)
    await fatima.says("help")
    fatima.sees(QUESTION)
    await fatima.says("mijn laadvraag")
    fatima.sees_not(QUESTION)
    chat.now += datetime.timedelta(days=1)
    await fatima.says("help")
    fatima.sees_not(QUESTION)
    await fatima.says("ja")
    assert await decisions(chat, Purpose.ADVISERS) == []
    await fatima.says("toestemming adviseurs")
    fatima.sees(QUESTION)


async def test_nobody_is_asked_before_it_matters_nor_during_the_intake(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.says("help")
    fatima.sees_not(QUESTION)
    await export(chat)
    ali = chat.person("Ali")
    await agree(ali)
    await talk(ali, "Bakkerij Ali", *SHORT[1:], *CONSENTS)
    assert all(QUESTION not in shown.text() for shown in ali.screen)
    await ali.says("ja")
    ali.sees_not(QUESTION)
    chat.now += datetime.timedelta(days=1)
    for person in (ali, fatima):
        await person.says("help")
        person.sees(QUESTION)


async def test_who_decided_already_is_not_asked(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await talk(fatima, "toestemming adviseurs", "nee")
    await export(chat)
    await fatima.says("help")
    fatima.sees_not(QUESTION)


async def test_of_another_terrain_nobody_is_asked_and_in_a_channel_neither(chat: Chat) -> None:
    fatima, noor = await finish_short(chat), chat.person("Noor", team=True)
    await noor.says("exporteer hessenpoort III")
    await fatima.says("help")
    fatima.sees_not(QUESTION)
    chat.now += datetime.timedelta(days=1)
    await export(chat)
    await fatima.does(Said("help"), scope=Scope.CHANNEL)
    fatima.sees_not(QUESTION)
    await fatima.says("help")
    fatima.sees(QUESTION)
