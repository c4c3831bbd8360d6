"""What is kept of a meter can be seen, is erased on request, and ends by itself; and the file is never among it."""

import datetime
import json

import pytest

from storage.ended import sweep
from storage.meter.meters import DESK, erase_counted_out
from storage.tables.meter import measured_days, meter_file
from storage.tables.people import intake
from tests.beginnings import talk
from tests.chat import Chat
from tests.meter.sending import WINTER, known_company, sends
from tests.meter.shapes import dutch, workbook
from tests.tables import rows


async def test_the_name_of_a_file_and_its_quarters_are_written_down_nowhere(chat: Chat) -> None:
    fatima = await known_company(chat)
    await sends(fatima, workbook(dutch(WINTER)), "geheim Jansen 2026.xlsx")
    await fatima.clicks("Klopt, gebruik dit")
    kept = json.dumps([await rows(chat, table) for table in (measured_days, meter_file)], default=str)
    assert "geheim" not in kept
    assert "Excel" in kept


async def test_what_is_kept_can_be_seen_and_erased(chat: Chat) -> None:
    fatima = await known_company(chat)
    await sends(fatima, dutch(WINTER))
    await fatima.clicks("Klopt, gebruik dit")
    fatima.fresh = []
    await fatima.says("mijn gegevens")
    fatima.sees("Uw meter", "2 jaar na uw ja")
    await fatima.says("mijn gegevens alles")
    fatima.sees("Meting", "Periode: 20 januari 2026 tot en met 21 januari 2026", "Hoogste gebruik: 100 kW, op 20 januari")
    await fatima.says("mijn laadvraag")
    fatima.sees("Wij rekenen met wat uw meter mat. Typ 'mijn meter' om dat te zien of te wissen.")
    await fatima.says("ik heb een bestand van mijn meter")
    fatima.sees("Met deze meting reken ik voor uw laadvraag.", "Telt tot")
    before = (await rows(chat, intake))[0]["revision"]
    await fatima.clicks("Wis mijn meter")
    fatima.sees("Ik heb de twee dagen van uw meter gewist.")
    assert await rows(chat, measured_days) == []
    assert (await rows(chat, intake))[0]["revision"] == before + 1
    await fatima.says("mijn meter")
    fatima.sees("Wij bewaren nog niets van uw meter.", "Vraag het aan uw meetbedrijf.")


async def test_erasing_everything_takes_the_meter_along(chat: Chat) -> None:
    fatima = await known_company(chat)
    await sends(fatima, dutch(WINTER))
    await fatima.clicks("Klopt, gebruik dit")
    await sends(fatima, dutch(WINTER))
    await talk(fatima, "verwijder mijn gegevens", "ja")
    assert (await rows(chat, meter_file), await rows(chat, measured_days), await rows(chat, intake)) == ([], [], [])


async def test_a_file_that_nobody_says_yes_to_is_gone_the_next_day(chat: Chat) -> None:
    fatima = await known_company(chat)
    await sends(fatima, dutch(WINTER))
    async with chat.database.begin() as connection:
        await sweep(connection, chat.now + datetime.timedelta(days=1, minutes=1))
    assert await rows(chat, meter_file) == []


async def test_days_count_for_two_years_and_their_end_is_a_change(chat: Chat) -> None:
    fatima = await known_company(chat)
    await sends(fatima, dutch(WINTER))
    await fatima.clicks("Klopt, gebruik dit")
    before = (await rows(chat, intake))[0]["revision"]
    async with chat.database.begin() as connection:
        assert await erase_counted_out(connection, chat.now - datetime.timedelta(days=1)) == 0
        assert await erase_counted_out(connection, chat.now + datetime.timedelta(days=1)) == 1
    assert await rows(chat, measured_days) == []
    assert (await rows(chat, intake))[0]["revision"] == before + 1


async def test_few_files_wait_to_be_read_and_then_people_hear_so(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    fatima = await known_company(chat)
    monkeypatch.setattr(DESK, "there", DESK.most)
    await sends(fatima, dutch(WINTER))
    fatima.sees("Ik ben nu met veel bestanden bezig. Stuur het over een paar minuten opnieuw.")
    assert await rows(chat, meter_file) == []
    monkeypatch.setattr(DESK, "there", 0)
    await sends(fatima, dutch(WINTER))
    fatima.sees("Dit las ik")
    assert DESK.there == 0
