"""What a channel hears of sessions and companies, from the buttons of who does it to the words of the post."""

import datetime

import pytest

from domain.notices.notice import Happening
from domain.notices.topics import Topic
from tests.chat import Chat
from tests.disclosure.companies import Town
from tests.disclosure.test_renewing import renew, settle
from tests.notices.arranging import happened, links, noor, says
from tests.person import Person
from tests.sessions.beginnings import CHANGE, company, planned

NAMES = ("Alfa Transport", "Bravo Logistiek", "Charlie Bouw", "Delta Food", "Echo Koerier", "Foxtrot Opslag")
EVENING = datetime.datetime(2026, 11, 23, 19, tzinfo=datetime.UTC)  # eight o'clock here
NEWS = "Er is nieuws van bedrijven op Hessenpoort (Zwolle). Wat u daarvan mag zien, staat op de factsheet."


async def test_a_session_that_is_planned_and_moved_is_told(chat: Chat) -> None:
    await says(noor(chat), "volg hessenpoort sessies")
    person = await planned(chat)
    await chat.notices()
    await person.fills_in({"clock": "20:15"}, CHANGE)
    await chat.notices()
    first, moved = chat.posts.texts()[0]
    assert first == "Hessenpoort (Zwolle): er is een startsessie gepland op 14 januari 2027, 19:30."
    assert moved == "Hessenpoort (Zwolle): de startsessie is verplaatst. Die is nu op 14 januari 2027, 20:15."


@pytest.mark.parametrize("how", ["", " per dag"])
@pytest.mark.parametrize(
    ("known", "evening", "morning"),
    [
        (False, ("cancelled",), None),
        (False, ("moved",), "er is een startsessie gepland op 14 januari 2027, 20:15."),
        (False, ("cancelled", "open"), "er is een startsessie gepland op 14 januari 2027, 19:30."),
        (True, ("moved", "cancelled"), "de startsessie gaat niet door."),
        (True, ("cancelled", "open"), "de startsessie gaat door op 14 januari 2027, 19:30."),
    ],
)
async def test_after_an_evening_of_changes_a_channel_hears_how_a_session_is(
    chat: Chat, how: str, *, known: bool, evening: tuple[str, ...], morning: str | None
) -> None:
    await says(noor(chat), f"volg hessenpoort sessies{how}")
    chat.now = EVENING - datetime.timedelta(hours=10 if known else 0)
    person = await planned(chat)
    if known:
        chat.now = EVENING - datetime.timedelta(hours=3)
        await chat.notices()
    heard = [text for thread in chat.posts.texts() for text in thread]
    assert len(heard) == int(known)
    chat.now = EVENING
    for what in evening:
        await befalls(person, what)
    await chat.notices()
    chat.now = EVENING + datetime.timedelta(hours=21 if how else 13)
    await chat.notices()
    fresh = [text for thread in chat.posts.texts() for text in thread][len(heard) :]
    assert [text.split("\n\n")[-1] for text in fresh] == ([f"Hessenpoort (Zwolle): {morning}"] if morning else [])


async def befalls(person: Person, what: str) -> None:
    """Have the team move a session, call it off, or open it again."""
    if what == "moved":
        await person.fills_in({"clock": "20:15"}, CHANGE)
    else:
        await person.clicks("Na afloop")
        await person.fills_in({"state": what}, "Bewaar")


async def test_a_company_that_registers_is_told_by_name_in_a_linked_team(chat: Chat) -> None:
    fatima = await company(chat, "Fatima", "Jansen Transport")
    await links(chat)
    await says(noor(chat), "volg hessenpoort aanmeldingen")
    person = await planned(chat)
    for title in ("Wie komt er", "Uitnodigen", "Goedkeuren en versturen"):
        await person.clicks(title)
    await chat.delivers()
    await fatima.fills_in({"people": "2", "issue": "neighbour"}, "Ik kom")
    await chat.notices()
    told = "Jansen Transport meldde zich aan op Hessenpoort (Zwolle): 2 personen komen naar de sessie."
    assert chat.posts.texts() == [[told]]


@pytest.mark.parametrize("how", ["", " per dag"])
async def test_a_channel_that_is_not_linked_hears_that_there_is_news_and_no_name(chat: Chat, how: str) -> None:
    town = Town(chat.database, now=chat.now)
    await settle(town, *NAMES)
    await renew(town)
    await says(noor(chat), f"volg hessenpoort alles{how}")
    for topic in (Topic.QUESTION, Topic.COMPLETE, Topic.CONSENT, Topic.WITHDRAWN):
        await happened(chat, Happening(topic, "t-1", town.intakes[NAMES[0]], {"purposes": ["total"]}))
    chat.now += datetime.timedelta(hours=7 if how else 0, minutes=2)
    await chat.notices()
    [thread] = chat.posts.texts()
    assert set(" ".join(thread).removeprefix("Dit gebeurde er vandaag:").split("\n")) - {""} == {NEWS} or set(thread) == {NEWS}
    assert not any(name in text for name in NAMES for text in thread)


async def test_a_session_on_again_after_a_channel_heard_it_was_off_is_told(chat: Chat) -> None:
    await says(noor(chat), "volg hessenpoort sessies")
    person = await planned(chat)
    for what in ("cancelled", "open"):
        await chat.notices()
        await befalls(person, what)
    await chat.notices()
    _, off, on = chat.posts.texts()[0]
    assert off == "Hessenpoort (Zwolle): de startsessie gaat niet door."
    assert on == "Hessenpoort (Zwolle): de startsessie gaat door op 14 januari 2027, 19:30."
