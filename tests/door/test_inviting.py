"""The team and companies hand out ways in without Teams; who comes in by one sees no word of Teams and is asked nothing twice."""

import pytest

from dialogs.turn.errands import ReadGuests
from domain.door.entering import DoorRefusal, DoorWay
from storage.tables.inbox import invitation
from storage.tables.paper import paper
from storage.tables.people import intake, person
from storage.tables.session import session
from tests.beginnings import SHORT, meet, start, talk
from tests.chat import Chat
from tests.door.arranging import comes_in
from tests.sessions.beginnings import planned
from tests.tables import rows

URL = "https://laadmaat.voorbeeld.example"
pytestmark = pytest.mark.usefixtures("registered")


@pytest.fixture
def open_chat(chat: Chat) -> Chat:
    """A chat of a bot whose door is open, at an address."""
    chat.public_url, chat.web_door = URL, True
    chat.start()
    return chat


async def test_the_team_hands_a_company_its_link_and_square(open_chat: Chat) -> None:
    noor = open_chat.person("Noor", team=True)
    await noor.says("uitnodigen hessenpoort Jansen Transport")
    address = f"{URL}/gesprek/c/{noor.code().replace('-', '')}"
    noor.sees("typ 'code", address, "Vierkant Jansen Transport.png", "Het werkt één keer.")
    [square] = await rows(open_chat, paper)
    assert square["content"].startswith(b"\x89PNG")


async def test_without_a_company_the_square_is_of_the_terrain(open_chat: Chat) -> None:
    noor = open_chat.person("Noor", team=True)
    await noor.says("uitnodigen hessenpoort")
    noor.sees("Vierkant Hessenpoort.png", "Voor ieder bedrijf op Hessenpoort (Zwolle)")


@pytest.mark.parametrize(("web_door", "says"), [(True, "Daarvoor is de instelling PUBLIC_URL nodig."), (False, "typ 'code")])
async def test_without_an_address_there_is_no_link(chat: Chat, web_door: bool, says: str) -> None:
    chat.web_door = web_door
    chat.start()
    noor = chat.person("Noor", team=True)
    await noor.says("uitnodigen hessenpoort Jansen Transport")
    noor.sees(says)
    noor.sees_not("gesprek/")
    assert ("PUBLIC_URL" in noor.text()) is web_door


async def test_a_colleague_gets_the_link_too(open_chat: Chat) -> None:
    fatima = await start(open_chat)
    await fatima.says("collega")
    fatima.sees("Of stuur deze link.", f"{URL}/gesprek/c/{fatima.code().replace('-', '')}")


async def test_who_comes_in_by_a_terrains_square_is_not_asked_for_the_terrain(open_chat: Chat) -> None:
    piet = await open_chat.enters("Piet", DoorWay.TERRAIN, "t-1")
    piet.sees("Welkom bij Laadmaat", "Mogen wij uw antwoorden bewaren?")
    piet.sees_not("Teams", "code")
    await piet.says("ja")
    piet.sees("U doet mee voor Hessenpoort (Zwolle).")
    piet.sees_not("Teams", "Uw code")
    await talk(piet, "kort", "Jansen Transport", *SHORT[2:3])
    assert "terrein ligt" not in piet.transcript()
    [row] = await rows(open_chat, intake)
    assert (row["company"], row["terrain_id"]) == ("Jansen Transport", "t-1")


async def test_who_comes_in_by_a_companys_code_goes_on_with_what_it_says(open_chat: Chat) -> None:
    noor = open_chat.person("Noor", team=True)
    await noor.says("uitnodigen hessenpoort Jansen Transport")
    fatima = await open_chat.enters("Fatima", DoorWay.CODE, noor.code())
    fatima.sees_not("Teams")
    await fatima.clicks("Ja, dat mag")
    fatima.sees("Hij is voor Jansen Transport op Hessenpoort (Zwolle).")
    fatima.sees_not("Teams")
    [made] = await rows(open_chat, invitation)
    assert made["used_at"] is not None
    await fatima.says("overzicht")
    fatima.sees("Jansen Transport", "Hessenpoort")


async def test_who_comes_in_by_a_colleagues_code_sees_who_is_there_first(open_chat: Chat) -> None:
    fatima = await start(open_chat)
    await fatima.says("collega")
    piet = await open_chat.enters("Piet", DoorWay.CODE, fatima.code())
    piet.sees_not("Jansen")
    await piet.says("ja")
    piet.sees("“Jansen Transport”", "Fatima: doet mee in Teams", "Kent u hen, en doet u mee?")
    await piet.says("ja")
    piet.sees("U werkt nu samen aan de antwoorden van Jansen Transport.")
    await fatima.says("collega")
    ans = await meet(open_chat, "Ans")
    await ans.says(f"code {fatima.code()}")
    ans.sees("Zonder naam: doet mee zonder Teams")
    [errand] = ans.errands  # Teams is asked of those who are in it, and of nobody else
    assert isinstance(errand, ReadGuests)
    assert piet.door is not None
    assert piet.door.person not in errand.people


async def test_a_no_at_the_door_keeps_nothing_and_leaves_the_code(open_chat: Chat) -> None:
    noor = open_chat.person("Noor", team=True)
    await noor.says("uitnodigen hessenpoort Jansen Transport")
    code = noor.code()
    fatima = await open_chat.enters("Fatima", DoorWay.CODE, code)
    await fatima.says("nee")
    again = await open_chat.enters("Fatima", DoorWay.CODE, code)
    await again.says("ja")
    again.sees("Hij is voor Jansen Transport op Hessenpoort (Zwolle).")


async def test_the_square_in_the_room_lets_people_in_until_the_session_is_over(open_chat: Chat) -> None:
    noor = await planned(open_chat)
    await noor.clicks("Op papier")
    await open_chat.works()
    noor.sees("Vierkant Startsessie Hessenpoort", "Voor in de zaal: hiermee doet ieder mee op de telefoon.")
    [row] = await rows(open_chat, session)
    fatima = await open_chat.enters("Fatima", DoorWay.SESSION, str(row["id"]))
    await fatima.says("ja")
    fatima.sees("U doet mee voor Hessenpoort (Zwolle).")
    open_chat.now = row["ends_at"]
    assert await open_chat.presses_the_door(DoorWay.SESSION, str(row["id"])) is DoorRefusal.ENDED


async def test_who_has_no_teams_says_their_name_and_is_called_by_it(open_chat: Chat) -> None:
    fatima = await comes_in(open_chat)
    await talk(fatima, *SHORT[3:], "ja", "ja", "nee", "nee", "ja", "ja")
    fatima.sees("Hoe heet u?")
    await fatima.says("mijn naam is Fatima Jansen.")
    fatima.sees("Genoteerd: u heet Fatima Jansen.")
    await fatima.says("ik heet")
    fatima.sees("U heet Fatima Jansen.")
    await fatima.says("mijn gegevens")
    fatima.sees("Fatima Jansen")
    [kept] = await rows(open_chat, person)
    assert kept["name"] == "Fatima Jansen"
    await fatima.says("ik heet 12")
    fatima.sees("Hoe heet u?")


async def test_in_teams_nobody_gives_themselves_another_name(open_chat: Chat) -> None:
    fatima = await start(open_chat)
    await fatima.says("ik heet Noor")
    fatima.sees("Uw naam komt uit Teams: Fatima.")


async def test_before_the_first_consent_no_name_is_kept(open_chat: Chat) -> None:
    fatima = await open_chat.enters("Fatima", DoorWay.TERRAIN, "t-1")
    await fatima.says("ik heet Fatima Jansen")
    [kept] = await rows(open_chat, person)
    assert kept["name"] == ""
