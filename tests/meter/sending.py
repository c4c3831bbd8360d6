"""Fatima of a company that is done with the short intake, and sending a file of its meter in chat."""

from tests.beginnings import agree, talk
from tests.chat import Chat
from tests.meter.shapes import day_of
from tests.person import Person

WINTER = {
    **day_of("2026-01-20", lambda place: 5.0 if place < 28 else 25.0),
    **day_of("2026-01-21", lambda place: 10.0 + place % 7),
}


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
