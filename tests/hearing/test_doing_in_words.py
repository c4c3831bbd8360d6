"""Doing things in words: what changes is said and can be undone, and nothing goes to companies without a yes."""

import datetime

import pytest

from dialogs.dutch.dates import read_date
from dialogs.dutch.reading import Ambiguous
from domain.notices.sending import SendingState
from storage.tables.sending import sending
from storage.tables.session import session
from tests.beginnings import talk
from tests.chat import Chat
from tests.dossier.arranging import data, noor_of, registers
from tests.sessions.beginnings import MAKE, SEND, company, invited, noor, planned
from tests.tables import rows


async def start(chat: Chat) -> str:
    """Return when the only session begins, by the clock here."""
    [row] = await rows(chat, session)
    return str(row["data"]["plan"]["start"])[:16]


async def test_everything_moves_and_moves_back(chat: Chat) -> None:
    person = await planned(chat)
    await person.says("schuif alles een half uur op")
    person.sees("Startsessie Hessenpoort", "Het begint nu om 20:00. Dat was 19:30.", "van 20:00 tot 21:55")
    await person.clicks("Maak ongedaan")
    person.sees("Het staat weer zoals het was.", "14 januari 2027, 19:30 - 21:25")
    await person.says("begin een kwartier eerder")
    person.sees("Het begint nu om 19:15. Dat was 19:30.")
    await person.says("begin maar om acht uur")
    person.sees("Het begint nu om 20:00. Dat was 19:15.")


async def test_undoing_twice_undoes_once(chat: Chat) -> None:
    person = await planned(chat)
    await person.says("verschuif alles een uur naar achteren")
    old = person.newest("Maak ongedaan")
    await person.clicks("Maak ongedaan", on=old)
    await person.says("schuif alles 10 minuten op")
    await person.presses_raw("session_do", {"do": "undo", "session": str((await rows(chat, session))[0]["id"]), "revision": "1",
                                            "start": "2027-01-14T21:00:00+01:00"})  # fmt: skip
    person.sees("Iemand anders heeft dit net veranderd.", "19:40")


async def test_a_break_becomes_shorter(chat: Chat) -> None:
    person = await planned(chat)
    await person.says("maak de pauze 5 minuten korter")
    person.sees("Pauze duurt nu 10 minuten. Dat was 15.", "van 19:30 tot 21:20")
    await person.clicks("Maak ongedaan")
    person.sees("Het staat weer zoals het was.", "19:30 - 21:25")
    await person.says("maak de pauze twintig minuten")
    person.sees("Pauze duurt nu 20 minuten. Dat was 15.")
    await person.says("maak de pauze een half uur korter")
    person.sees("Een onderdeel duurt 1 tot 240 minuten.")


async def test_which_part_is_asked_and_what_is_unclear_is_said(chat: Chat) -> None:
    person = await planned(chat)
    await person.says("maak het 5 minuten korter")
    person.sees("Welk onderdeel bedoelt u?", "Pauze")
    await person.clicks("Pauze")
    person.sees("Pauze duurt nu 10 minuten. Dat was 15.")
    await person.says("schuif alles op")
    person.sees("Wat wilt u veranderen?", "Bekijk het plan")


async def test_the_session_seen_last_is_meant_else_it_is_asked(chat: Chat) -> None:
    await planned(chat)
    person = await planned(chat, "broeklanden startsessie", day="2027-01-15")
    await person.says("schuif alles een half uur op")
    person.sees("Startsessie Broeklanden", "Het begint nu om 20:00.")
    await person.says("schuif op hessenpoort alles een half uur op")
    person.sees("Startsessie Hessenpoort", "Het begint nu om 20:00.")
    colleague = chat.person("Bram", admin=True)
    await colleague.says("schuif alles een half uur op")
    colleague.sees("Welke sessie bedoelt u?", "Startsessie Broeklanden, 15 januari 2027")
    await colleague.clicks("Startsessie Broeklanden, 15 januari 2027")
    colleague.sees("Startsessie Broeklanden", "Het begint nu om 20:30. Dat was 20:00.")


async def test_whoever_was_invited_hears_of_a_change_only_after_a_yes(chat: Chat) -> None:
    person, fatima = await invited(chat)
    fatima.fresh = []
    await person.says("schuif alles een half uur op")
    person.sees("Wie is uitgenodigd, weet dit nog niet.", "Bericht sturen")
    await chat.notices()
    fatima.sees_nothing()


async def test_without_a_session_nothing_moves(chat: Chat) -> None:
    person = noor(chat)
    await person.says("schuif alles een half uur op")
    person.sees("Er is geen sessie die nog komt.")
    await person.says("schuif op hessenpoort alles een half uur op")
    person.sees("Op Hessenpoort (Zwolle) komt er nog geen sessie.")


async def test_a_reminder_shows_to_whom_and_waits_for_a_yes(chat: Chat) -> None:
    person, fatima = await invited(chat)
    fatima.fresh = []
    await person.says("stuur iedereen een herinnering")
    person.sees("Klaar om te versturen? Herinnering", "1 bedrijf krijgt dit bericht.", "Voor: Jansen Transport.")
    await chat.notices()
    fatima.sees_nothing()
    assert [one["state"] for one in await rows(chat, sending) if one["kind"] == "reminder"] == [SendingState.OPEN]
    await person.says("stuur iedereen een herinnering")  # the same one, not a second
    await person.clicks(SEND)
    chat.now += datetime.timedelta(days=1)
    await chat.notices()
    fatima.sees("Herinnering: startsessie Hessenpoort", "Komt u ook?", "Ik kom")
    await fatima.clicks("Ik kom")
    await person.says("stuur een herinnering voor hessenpoort")
    person.sees("Iedereen heeft al geantwoord.")


async def test_a_reminder_is_sent_once_a_day_and_to_nobody_who_wants_no_messages(chat: Chat) -> None:
    person, fatima = await invited(chat)
    await person.says("stuur iedereen een herinnering")
    await person.clicks("Niet versturen")
    await person.says("stuur iedereen een herinnering")
    person.sees("Vandaag besliste het team al")
    chat.now += datetime.timedelta(days=1)
    await fatima.says("geen berichten")
    await person.says("stuur iedereen een herinnering")
    person.sees_not("Goedkeuren en versturen", "Voor: Jansen")


async def test_planning_in_one_sentence(chat: Chat) -> None:
    person = noor(chat)
    await person.says("plan werksessie 1 hessenpoort 3e donderdag van januari 19:30")
    person.sees("Werksessie 1 op Hessenpoort")
    await person.fills_in({"day": "2027-01-21", "clock": "19:30", "people": "10"}, MAKE)
    person.sees("Werksessie 1 Hessenpoort", "21 januari 2027, 19:30")
    await person.says("ik wil een bijeenkomst plannen op broeklanden")
    person.sees("Sessie op Broeklanden", "Welke sessie?")


async def test_a_session_goes_into_ones_own_calendar(chat: Chat) -> None:
    chat.saves = True
    await chat.restarts()
    person, fatima = await invited(chat)
    await person.says("zet in mijn agenda")
    assert "afspraak.ics" in str(person.screen[-1].activity)
    await fatima.says("zet in mijn agenda")
    assert "afspraak.ics" in str(fatima.screen[-1].activity)
    piet = await company(chat, "Piet", "Hamer Bouw")
    await piet.says("zet in mijn agenda")
    piet.sees("Er staat voor u geen bijeenkomst gepland.")


async def test_what_is_to_be_remembered_is_a_note(chat: Chat) -> None:
    await registers(chat, "Klaver Koeriers BV")
    person = await noor_of(chat)
    await talk(person, "onthoud dat de zaal op hessenpoort te klein is", "onthoud dat klaver koeriers pas in mei kan")
    assert [one["text"] for one in await data(chat)] == ["de zaal op hessenpoort te klein is", "pas in mei kan"]
    person.sees("Klaver Koeriers BV")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3e donderdag van januari", ["2026-01-15", "2027-01-21"]),
        ("de derde donderdag in januari 2027", ["2027-01-21"]),
        ("laatste vrijdag van februari 2027", ["2027-02-26"]),
        ("1e ma mei 2027", ["2027-05-03"]),
        ("5e maandag van februari 2027", []),
    ],
)
def test_a_weekday_counted_in_its_month(text: str, days: list[str]) -> None:
    reading = read_date(text, today=datetime.date(2026, 11, 23))
    found = [] if reading is None else [one for _, one in reading.options] if isinstance(reading, Ambiguous) else [reading.value]
    assert found == days
