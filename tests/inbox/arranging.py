"""Asking to join a company, seeing who is there, and looking who is together."""

from dialogs.turn.errands import ReadGuests
from dialogs.turn.events import GuestsRead
from storage.tables.people import person as people
from tests.beginnings import meet, talk
from tests.chat import Chat
from tests.person import Person
from tests.tables import rows


async def ask(chat: Chat, name: str = "Piet", company: str = "Jansen Transport") -> Person:
    """Return somebody who asked to join a company."""
    person = await meet(chat, name)
    await talk(person, "collega begon al", company)
    return person


async def tells_guests(person: Person, *guests: str) -> None:
    """Let the errand of somebody's last turn come back: these are guests, the others are not."""
    asked = [one for errand in person.errands if isinstance(errand, ReadGuests) for one in errand.people]
    names = {row["id"]: row["name"] for row in await rows(person.chat, people)}
    await person.does(GuestsRead(tuple((one, names[one] in guests) for one in asked)))


async def inside(chat: Chat) -> list[list[str]]:
    """Return who is together with whom, by name."""
    found: dict[object, list[str]] = {}
    for row in await rows(chat, people):
        found.setdefault(row["intake_id"], []).append(row["name"])
    return sorted(sorted(names) for names in found.values() if len(names) > 1)
