"""Who withdraws the first consent takes along what the team wrote down about the company, wherever it stands."""

import pytest

from storage.tables.dossier import terrain_event
from storage.tables.forms import form_response, form_version
from tests.beginnings import finish_short
from tests.chat import Chat
from tests.dossier.arranging import noor_of, registers
from tests.tables import mentions, rows


async def test_notes_about_a_company_go_with_it(chat_either_way: Chat) -> None:
    chat = chat_either_way
    noor, fatima = await noor_of(chat), await finish_short(chat)
    await noor.says("notitie hessenpoort Gebeld met Jansen Transport: dit is geheim")
    noor.sees("Ik lees dat dit over Jansen Transport gaat.")
    await noor.says("actie jansen transport: geheime offerte vragen voor 12 januari")
    noor.sees("Jansen Transport, Hessenpoort (Zwolle)", "12 januari 2027")
    await noor.says("risico jansen transport")
    await noor.fills_in({"Wat kan er misgaan?": "Een geheim risico"}, "Opslaan")
    await noor.clicks("Wijzig")
    await noor.fills_in({"Wat doen wij eraan?": "Iets geheims"}, "Opslaan")
    await noor.says("acties")
    await noor.clicks("Klaar", {"entry": "2:1"}, on=noor.fresh[-1])
    await noor.says("notitie hessenpoort Over het terrein zelf")
    assert await mentions(chat, "jansen transport", "geheim") != []
    await fatima.says("verwijder mijn gegevens")
    await fatima.says("ja")
    fatima.sees("Uw antwoorden zijn gewist.")
    await chat.turns.receipts.write()
    assert await mentions(chat, "jansen transport", "geheim") == []
    assert [row["data"]["text"] for row in await rows(chat, form_response)] == ["Over het terrein zelf"]
    assert len(await rows(chat, form_version)) == 1
    assert len(await rows(chat, terrain_event)) > 4, "that something happened stays"
    await noor.says("dossier hessenpoort")
    noor.sees("Gewist: dit ging over een bedrijf dat zijn gegevens liet wissen", "Over het terrein zelf")
    await noor.clicks("Wijzig", on=next(shown for shown in noor.screen if shown.has_button("Wijzig")))
    noor.sees("Dit staat niet meer in het dossier.")


@pytest.mark.parametrize("said", ["bedrijf ja 1", ""], ids=["linked by the team", "merely claimed"])
async def test_notes_under_the_name_in_the_register_go_with_whoever_is_linked(chat: Chat, said: str) -> None:
    noor = await noor_of(chat)
    await registers(chat, "Jansen Transport B.V.")
    await noor.says("notitie jansen transport: dit is geheim")
    fatima = await finish_short(chat)
    await noor.says("vragen")
    if said:
        await noor.says(said)
    await fatima.says("verwijder mijn gegevens")
    await fatima.says("ja")
    await chat.turns.receipts.write()
    left = [] if said else ["form_response: geheim", "form_version: geheim"]
    assert await mentions(chat, "geheim") == left


async def test_what_was_taken_off_a_company_stays_with_the_terrain(chat: Chat) -> None:
    noor, fatima = await noor_of(chat), await finish_short(chat)
    await noor.says("notitie jansen transport: De slagboom is stuk")
    await noor.clicks("Wijzig")
    await noor.fills_in({"Over welk bedrijf?": "-"}, "Opslaan")
    await noor.says("notitie jansen transport: Over het bedrijf zelf")
    await fatima.says("verwijder mijn gegevens")
    await fatima.says("ja")
    assert [row["data"]["text"] for row in await rows(chat, form_response)] == ["De slagboom is stuk"]
