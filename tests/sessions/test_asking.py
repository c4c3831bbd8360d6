"""Noor types when a session is: on its card, the day and the time stand as she said them."""

import pytest

from tests.chat import Chat
from tests.person import Person
from tests.sessions.beginnings import MAKE, noor, planned


def field(person: Person, name: str) -> str:
    """Return what a field of the newest card holds."""
    return person.newest(MAKE).filled_in().get(name, "")


@pytest.mark.parametrize(
    ("words", "day", "clock"),
    [
        ("volgende week dinsdag half drie", "2026-12-01", "14:30"),
        ("morgen om 9", "2026-11-24", "09:00"),
        ("25-3 14.30", "2027-03-25", "14:30"),
        ("9-12 14.30", "2026-12-09", "14:30"),
        ("12 januari", "2027-01-12", "19:30"),
        ("12 jan 2027 19u30", "2027-01-12", "19:30"),
        ("vrijdag half acht", "2026-11-27", "19:30"),
        ("op vrijdag 12 maart 2027 om 10:15", "2027-03-12", "10:15"),
    ],
)
async def test_the_day_and_the_time_may_be_typed(chat: Chat, words: str, day: str, clock: str) -> None:
    person = noor(chat)
    await person.says(f"sessieplan hessenpoort startsessie {words}")
    assert (field(person, "day"), field(person, "clock")) == (day, clock)
    person.sees("Startsessie op Hessenpoort")
    person.sees_not("gemarkeerde velden")


async def test_a_day_that_can_be_two_is_asked_and_one_that_is_over_refused(chat: Chat) -> None:
    person = noor(chat)
    await person.says("sessieplan hessenpoort startsessie 12-03 14.30")
    assert (field(person, "day"), field(person, "clock")) == ("", "14:30")
    person.sees("Dit kan 3 december 2026 of 12 maart 2027 zijn. Kies de dag.")
    await person.says("sessieplan hessenpoort startsessie 1-1-2020")
    person.sees("Dit moment is al voorbij.")


async def test_a_terrain_with_namesakes_is_asked_and_the_format_is_kept(chat: Chat) -> None:
    person = noor(chat)
    await person.says("sessieplan de mars werksessie 1")
    await person.clicks("De Mars (Zutphen)")
    person.sees("Werksessie 1 op De Mars")


async def test_the_moment_is_kept_while_the_terrain_is_asked(chat: Chat) -> None:
    person = noor(chat)
    await person.says("sessieplan de mars werksessie 1 volgende week dinsdag half drie")
    await person.clicks("De Mars (Zutphen)")
    person.sees("Werksessie 1 op De Mars")
    assert (field(person, "day"), field(person, "clock")) == ("2026-12-01", "14:30")


async def test_the_moment_is_kept_when_there_is_such_a_session_already(chat: Chat) -> None:
    person = await planned(chat)
    await person.says("sessieplan hessenpoort startsessie 20 januari om 15:00")
    person.sees("Deze sessie is al gepland.")
    await person.clicks("Maak nog een sessie")
    assert (field(person, "day"), field(person, "clock")) == ("2027-01-20", "15:00")
