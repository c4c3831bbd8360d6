"""Which reader takes a file: by what somebody may send, and by what the file is."""

from dataclasses import replace

import pytest
from sqlalchemy import select

import dialogs.files
from dialogs.turn.step import Step
from storage.tables.meter import measured_days, meter_file
from storage.tables.people import intake
from storage.tables.registers import import_file
from tests.beginnings import agree, talk
from tests.chat import Chat
from tests.meter.shapes import day_of, dutch
from tests.person import Person
from tests.tables import rows
from tests.terrains import register as lands

METER = dutch(day_of("2026-01-20", lambda place: 5.0 + place % 4)).encode()
REGISTER = lands.written(lands.rows()[2:])


async def sends(person: Person, content: str | bytes) -> None:
    person.fresh = []
    await person.sends_a_file("bestand.csv", content if isinstance(content, bytes) else content.encode())


async def test_a_company_that_sends_a_register_hears_what_is_read_here(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await sends(fatima, REGISTER)
    fatima.sees("Dit lijkt geen bestand van een meter.", "Typ 'mijn meter' om te zien welk bestand ik zoek.")
    assert (await rows(chat, import_file), await rows(chat, meter_file)) == ([], [])


async def test_of_several_readers_the_one_that_knows_a_file_takes_it(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs.files, "TAKERS", tuple(replace(taker, may_send=may_keep) for taker in dialogs.files.TAKERS))
    fatima = chat.person("Fatima")
    await agree(fatima)
    await sends(fatima, METER)
    fatima.sees("Dit las ik")
    await sends(fatima, REGISTER)
    fatima.sees("Proef met “bestand.csv”")
    fatima.sees_not("Dit lijkt geen bestand van een meter.")


def may_keep(step: Step) -> bool:
    return step.may_keep()


async def test_an_administrator_without_a_company_sends_registers_alone(chat: Chat) -> None:
    anouk = chat.person("Anouk", admin=True)
    await sends(anouk, METER)
    await chat.works()
    anouk.sees("Een meterbestand hoort bij één bedrijf. Typ eerst 'intake namens' met de naam van dat bedrijf")
    anouk.sees_not("Dit las ik", "Proef met")
    await anouk.says("intake namens Bakker Logistiek")
    anouk.sees("U vult nu de antwoorden in van Bakker Logistiek.")
    assert await rows(chat, meter_file) == []


async def test_the_team_sends_a_meter_only_for_a_company_on_the_telephone(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    await sends(noor, METER)
    noor.sees("Bestanden en plaatjes kan ik niet lezen.", "Typ eerst 'intake namens'")
    await talk(noor, "intake namens Bakker Logistiek", "ja", "kort", "Bakker Logistiek")
    await sends(noor, METER)
    noor.sees("Dit las ik")
    await noor.clicks("Klopt, gebruik dit")
    (kept,) = await rows(chat, measured_days)
    async with chat.database.connect() as connection:
        phoned = (await connection.execute(select(intake.c.id).where(intake.c.phoned))).scalar_one()
    assert kept["intake_id"] == phoned
    await noor.says("klaar")
    await noor.presses_raw("meter", {"intake": str(phoned), "do": "remove"})
    assert len(await rows(chat, measured_days)) == 1


@pytest.mark.parametrize("words", ["kwartierdata", "mijn meter", "ik heb een bestand van mijn meter"])
async def test_words_lead_to_how_to_get_a_file(chat: Chat, words: str) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.says(words)
    fatima.sees("Stuur mij hier een bestand met uw gebruik per kwartier", "Vraag het aan uw meetbedrijf.")
