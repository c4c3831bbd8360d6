"""What stands first before a talk: who waits to be called, what we promised, and the contact of minutes ago."""

import datetime

import pytest

from tests.beginnings import finish_short
from tests.chat import Chat
from tests.dossier.arranging import noor_of


async def test_who_waits_to_be_called_and_what_is_late_stand_first(chat: Chat) -> None:
    noor, fatima = await noor_of(chat), await finish_short(chat)
    await fatima.says("bel mij")
    await noor.says("actie jansen transport offerte sturen voor 30 november")
    chat.now += datetime.timedelta(days=10)
    await noor.says("gesprek jansen transport")
    text = noor.text()
    assert text.index("Wil gebeld worden: gevraagd op ") < text.index("Te laat: Actie 1, offerte sturen.") < text.index("1. ")
    await noor.clicks("Bekijk de vraag")
    noor.sees("Terugbellen")
    await noor.says("antwoord 1 Ik bel u om drie uur.")
    await noor.says("gesprek jansen transport")
    noor.sees_not("Wil gebeld worden")
    noor.sees("Nodig en te bieden")


@pytest.mark.parametrize(
    ("note", "sort"),
    [
        ("Gebeld met Fatima. Zij moet nog met haar baas praten, later meer.", "telefoon"),
        ("Teruggebeld met Fatima, geen bezwaar.", "telefoon"),
        ("vanmiddag gemaild met de planner, komt morgen terug", "e-mail"),
    ],
)
async def test_a_note_of_minutes_ago_that_tells_of_a_contact_is_one(chat: Chat, note: str, sort: str) -> None:
    noor, _ = await noor_of(chat), await finish_short(chat)
    await noor.says(f"notitie jansen transport {note}")
    chat.now += datetime.timedelta(minutes=5)
    await noor.says("gesprek jansen transport")
    noor.sees(f"Laatste contact: 23 november 2026, {sort}. {note}"[:60])
    noor.sees_not("Er is nog geen contact met dit bedrijf genoteerd.")


@pytest.mark.parametrize("note", ["Niet gebeld met Fatima.", "Morgen bellen met Fatima.", "Gebeld, geen gehoor"])
async def test_a_note_that_tells_of_none_is_none(chat: Chat, note: str) -> None:
    noor, _ = await noor_of(chat), await finish_short(chat)
    await noor.says(f"notitie jansen transport {note}")
    await noor.says("gesprek jansen transport")
    noor.sees("Er is nog geen contact met dit bedrijf genoteerd.")


async def test_on_a_card_the_words_tell_of_a_contact_too(chat: Chat) -> None:
    noor, _ = await noor_of(chat), await finish_short(chat)
    await noor.says("notitie jansen transport")
    await noor.fills_in({"Wat is er besproken?": "Gebeld met Fatima, wil meedoen."}, "Opslaan")
    await noor.says("gesprek jansen transport")
    noor.sees("Laatste contact: 23 november 2026, telefoon. Gebeld met Fatima, wil meedoen.")
