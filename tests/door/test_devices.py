"""The devices on which somebody takes part: one more by a link, seen and ended by themselves alone."""

import json

import pytest

from domain.door.entering import DoorRefusal, DoorWay, Entered
from storage.tables.door import door_session
from storage.tables.paper import paper
from tests.access.arranging import ZWOLLE, gives
from tests.beginnings import meet, start, talk
from tests.chat import Chat
from tests.door.arranging import looks_in
from tests.papers.test_session_papers import words_of_document
from tests.person import Person
from tests.tables import rows

URL = "https://laadmaat.voorbeeld.example"
pytestmark = pytest.mark.usefixtures("registered")


@pytest.fixture
def open_chat(chat: Chat) -> Chat:
    chat.public_url, chat.web_door = URL, True
    chat.start()
    return chat


def key_on(someone: Person) -> str:
    """Return the secret in the link on the newest card."""
    found = [action["url"] for shown in someone.fresh for action in shown.all_buttons() if "url" in action]
    assert len(found) == 1, someone.text()
    start, _, key = found[0].rpartition("/gesprek/l/")
    assert start == URL
    return str(key)


async def test_whoever_is_in_teams_goes_on_with_a_telephone(open_chat: Chat) -> None:
    fatima = await start(open_chat)
    await fatima.says("nieuwe link")
    fatima.sees("Verder op een ander apparaat", "De link werkt één keer, tot 30 november 2026.")
    phone = await open_chat.enters("Telefoon", DoorWay.LINK, key_on(fatima))
    assert phone.sender.object_id == fatima.sender.object_id
    await phone.says("overzicht")
    phone.sees("Jansen Transport", "Hessenpoort", "12")
    assert await open_chat.presses_the_door(DoorWay.LINK, key_on(fatima)) is DoorRefusal.USED


async def test_a_newer_link_ends_one_that_was_not_used(open_chat: Chat) -> None:
    fatima = await start(open_chat)
    await fatima.says("nieuwe link")
    old = key_on(fatima)
    await fatima.says("nieuwe link")
    assert await open_chat.presses_the_door(DoorWay.LINK, old) is DoorRefusal.UNKNOWN
    assert isinstance(await open_chat.presses_the_door(DoorWay.LINK, key_on(fatima)), Entered)


async def test_a_link_is_for_companies_and_needs_the_first_consent(open_chat: Chat) -> None:
    piet = open_chat.person("Piet")
    await piet.opens()
    await piet.says("nieuwe link")
    piet.sees("Mogen wij uw antwoorden bewaren?")
    both = await meet(open_chat, "Both")
    await gives(open_chat, both, ZWOLLE)
    await both.says("nieuwe link")
    both.sees("Met een rol in de aanpak doet u alleen in Teams mee.")


@pytest.mark.parametrize(("web_door", "says"), [(True, "PUBLIC_URL"), (False, "Meedoen zonder Teams kan nu niet.")])
async def test_without_an_address_or_a_door_there_is_no_link(chat: Chat, web_door: bool, says: str) -> None:
    chat.web_door = web_door
    chat.start()
    fatima = await start(chat)
    await fatima.says("nieuwe link")
    fatima.sees(says)
    await fatima.says("help")
    assert ("nieuwe link" in fatima.text()) is web_door


async def test_devices_are_seen_in_my_data_and_ended_with_one_tap(open_chat: Chat) -> None:
    fatima = await open_chat.enters("Fatima", DoorWay.TERRAIN, "t-1")
    await talk(fatima, "ja", "nieuwe link")
    second = await open_chat.enters("Laptop", DoorWay.LINK, key_on(fatima))
    await second.says("mijn gegevens")
    second.sees("U doet mee zonder Teams.", "Op welke apparaten u meedoet", "2. Telefoon, Chrome", "sinds 23 november 2026")
    second.sees_not("Nummer in Teams", "nummer in Teams")
    await second.clicks("Apparaten")
    await second.clicks("Beëindig apparaat 2")
    second.sees("Dit apparaat doet niet meer mee.")
    alive = [await looks_in(open_chat.database, one.cookie, open_chat.now) for one in (fatima, second)]
    assert [one is not None for one in alive].count(True) == 1
    await second.clicks("Nieuwe link")
    second.sees("Verder op een ander apparaat")


async def test_nobody_ends_a_device_of_somebody_else(open_chat: Chat) -> None:
    await open_chat.enters("Fatima", DoorWay.TERRAIN, "t-1")
    [row] = await rows(open_chat, door_session)
    for thief in (await meet(open_chat, "Thief"), await open_chat.enters("Piet", DoorWay.TERRAIN, "t-1")):
        await thief.presses_raw("device", {"session": str(row["id"])})
        thief.sees("Dit apparaat deed al niet meer mee.")
    await thief.presses_raw("device", {"session": "'; drop table"})
    thief.sees("deed al niet meer mee")
    assert row["id"] in {one["id"] for one in await rows(open_chat, door_session)}


async def test_a_download_holds_what_the_door_keeps(open_chat: Chat) -> None:
    fatima = await open_chat.enters("Fatima", DoorWay.TERRAIN, "t-1")
    await talk(fatima, "ja", "nieuwe link", "koppel teams", "download")
    made = {row["media_type"]: bytes(row["content"]) for row in await rows(open_chat, paper)}
    data = json.loads(made["application/json"])
    assert [row["device"] for row in data["persoon"] if row["wat"] == "apparaat"] == ["Telefoon, Chrome"]
    assert {"code om Teams te koppelen", "link voor een ander apparaat"} <= {row["wat"] for row in data["codes"]}
    document = next(content for media_type, content in made.items() if "word" in media_type)
    words = words_of_document(document)
    assert "U doet mee zonder Teams" in words
    assert "Nummer in Teams" not in words
