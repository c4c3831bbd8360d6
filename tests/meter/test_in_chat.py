"""Fatima sends a file of her meter in her own chat: it is read, shown, and only after her yes two days of it are kept."""

import datetime

from storage.tables.meter import measured_days, meter_file
from storage.tables.people import intake
from tests.beginnings import agree, finish_short, talk
from tests.chat import Chat
from tests.meter.shapes import EAN, both_ends, day_of, dutch, tariffs, workbook
from tests.person import Person
from tests.tables import rows

WINTER = {**day_of("2026-01-20", lambda place: 5.0 if place < 28 else 25.0), **day_of("2026-01-21", lambda _: 10.0 + _ % 7)}


async def sends(person: Person, text: str | bytes, name: str = "kwartieren.csv") -> None:
    person.fresh = []
    await person.sends_a_file(name, text if isinstance(text, bytes) else text.encode())


async def known_company(chat: Chat) -> Person:
    """Return Fatima with ten tractors and a large connection, done with the short intake."""
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "0", "0", "0", "10", "10", "18:00", "06:00", "4", "groot")
    await talk(fatima, "nee", "nee", "nee", "nee", "nee", "ja")
    return fatima


async def test_a_file_is_shown_first_and_kept_after_a_yes(chat: Chat) -> None:
    fatima = await known_company(chat)
    await sends(fatima, tariffs(WINTER), f"data_2026_{EAN}.csv")
    fatima.sees("Dit las ik", "Er is nog niets bewaard. Klopt dit?", "Eindigt op 0998", "20 januari 2026 tot en met 21 januari 2026")
    fatima.sees("Hoogste gebruik\n100 kW, op 20 januari 2026, 07:00", "een gewone winterdag", "Het bestand bewaar ik niet.")
    assert await rows(chat, measured_days) == []

    before = [row.revision for row in await rows(chat, intake)]
    await fatima.clicks("Klopt, gebruik dit")
    fatima.sees("Uw meter", "Een CSV-bestand, door u bevestigd op", "Telt tot", "Uw laadvraag")
    (kept,) = await rows(chat, measured_days)
    assert (kept.winter[0], kept.winter[28], max(kept.highest)) == (40.0, 40.0, 100.0)
    assert await rows(chat, meter_file) == []
    assert [row.revision for row in await rows(chat, intake)] == [before[0] + 1]
