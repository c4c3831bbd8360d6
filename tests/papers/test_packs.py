"""Packages and flyers: what companies, the municipality and park management get to hand out, and what went to whom."""

import io

import pytest
from docx import Document
from sqlalchemy.ext.asyncio import AsyncEngine

from dialogs.turn.events import Said, Scope
from domain.access.roles import Grant, Role
from domain.papers.packs import SENT
from storage.tables.dossier import terrain_event
from storage.tables.paper import paper
from tests.access.arranging import ZWOLLE, gives
from tests.chat import Chat
from tests.disclosure.companies import Town
from tests.disclosure.test_factsheet import NAMES
from tests.disclosure.test_renewing import renew, settle
from tests.person import Person
from tests.sessions.beginnings import noor, planned
from tests.tables import rows
from tests.terrains.arranging import plan, register

MANAGER = Grant(Role.PARK_MANAGER, terrain="t-1")
OPERATOR = Grant(Role.GRID_OPERATOR, terrain="t-1")
SESSION = "De startsessie is op donderdag 14 januari 2027 om 19:30 uur."


@pytest.fixture
def chat(database: AsyncEngine) -> Chat:
    """A chat of a bot whose door is open."""
    return Chat(database, public_url="https://laadmaat.voorbeeld.example", web_door=True, saves=True)


async def partner(chat: Chat, *grants: Grant) -> Person:
    """Return somebody with these roles."""
    person = chat.person("Yara")
    await person.says("help")
    await gives(chat, person, *grants)
    return person


async def words_of_last_document(chat: Chat) -> str:
    """Return the words of the Word document that was made last."""
    made = [row for row in await rows(chat, paper) if row["name"].endswith(".docx")]
    last = max(made, key=lambda row: row["at"])
    return "\n".join(one.text for one in Document(io.BytesIO(last["content"])).paragraphs)


async def test_of_a_terrain_of_which_nothing_is_known_nothing_is_said(chat: Chat) -> None:
    chat.web_door = False
    await chat.restarts()
    person = noor(chat)
    await person.says("pakket hessenpoort")
    person.sees("Pakketten voor Hessenpoort (Zwolle)", "Er is nog geen datum voor een bijeenkomst.")
    await person.clicks("De gemeente")
    person.sees("Voorbereiding: factsheet, veelgestelde vragen en instructie", "Startsessie: tekst voor de nieuwsbrief")
    await person.clicks("Tekst voor de nieuwsbrief")
    person.sees("Kunnen bedrijven straks nog laden op Hessenpoort?", "Meedoen kost een bedrijf niets.", "Nog niet verstuurd.")
    person.sees_not("stroomnet", "netbeheerder", "De plaats:", "Doe mee:", SESSION)
    await person.says("pakket hessenpoort uitnodiging")
    person.sees("Er is nog geen bijeenkomst gepland.")
    await person.says("pakket hessenpoort factsheet")
    person.sees("Er zijn nog te weinig bedrijven voor een totaal.")
    person.sees_not("Als pdf", "Verstuurd aan gemeente")


async def test_what_is_known_is_in_every_text(chat: Chat) -> None:
    await register(chat.database)
    await plan(chat)
    person = await planned(chat)
    await person.says("pakket hessenpoort gemeente")
    await person.clicks("Tekst voor de nieuwsbrief")
    person.sees(
        "Het stroomnet is daar vol.", SESSION, "De plaats: Zaal 2.", "Doe mee: https://laadmaat.voorbeeld.example/gesprek/t/t-1"
    )
    person.sees_not("netbeheerder")
    await person.clicks("Als bestand")
    assert SESSION in await words_of_last_document(chat)
    await person.says("berichten voor social media hessenpoort")
    texts = [one.text() for one in person.fresh if one.card is None]
    assert [len(one) <= most and SESSION in one for one, most in zip(texts, (280, 600), strict=True)] == [True, True]
    await person.says("pakket hessenpoort instructie")
    person.sees("Plaats de nieuwsbrief rond donderdag 24 december 2026.", "Zeg nog niet dat de netbeheerder komt.")
    await person.says("pakket hessenpoort uitnodiging")
    person.sees("Kunt u straks nog laden op Hessenpoort?", "donderdag 14 januari 2027")


async def test_a_published_total_is_named_and_the_file_goes_with_a_company(chat: Chat, town: Town) -> None:
    person = noor(chat)
    await person.says("pakket hessenpoort instructie")
    person.sees_not("Het totaal van")
    await settle(town, *NAMES)
    await renew(town)
    await person.says("pakket hessenpoort instructie bestand")
    assert "Het totaal van 6 bedrijven staat op de factsheet." in await words_of_last_document(chat)
    await town.erases(NAMES[0])
    assert await rows(chat, paper) == []


async def test_what_was_sent_is_kept_and_is_older_once_the_words_change(chat: Chat) -> None:
    person = noor(chat)
    await person.says("nieuwsbrief hessenpoort")
    await person.clicks("Verstuurd aan gemeente")
    person.sees("Genoteerd: Tekst voor de nieuwsbrief is verstuurd aan gemeente.", "Verstuurd: gemeente op 23 november 2026")
    await person.clicks("Verstuurd aan gemeente")
    person.sees("Dat stond er al.")
    await person.says("pakket hessenpoort nieuwsbrief verstuurd aan Ondernemerskring Zwolle")
    person.sees("gemeente op 23 november 2026", "Ondernemerskring Zwolle op 23 november 2026")
    person.sees_not("nieuwer")
    await planned(chat)
    await person.says("pakket hessenpoort")
    person.sees("Nieuwer dan verstuurd: tekst voor de nieuwsbrief")
    await person.says("pakket hessenpoort nieuwsbrief verstuurd aan de gemeente")
    person.sees("gemeente op 23 november 2026 en Ondernemerskring Zwolle op 23 november 2026 (nieuwer dan verstuurd)")
    await person.says("dossier hessenpoort")
    person.sees("Tekst voor de nieuwsbrief verstuurd aan gemeente")


@pytest.mark.parametrize("receiver", ["mevrouw Jansen", "jan@voorbeeld.nl", "06 12 34 56 78"])
async def test_nobody_is_kept_as_a_receiver_but_organisations_and_roles(chat: Chat, receiver: str) -> None:
    person = noor(chat)
    await person.says(f"pakket hessenpoort nieuwsbrief verstuurd aan {receiver}")
    person.sees("Noem een organisatie of een rol")
    assert [row for row in await rows(chat, terrain_event) if row["kind"] == SENT] == []


@pytest.mark.parametrize(("grant", "has", "has_not"), [
    (ZWOLLE, "Instructie voor de communicatie-afdeling", "Wat er met uw gegevens gebeurt"),
    (MANAGER, "Wat er met uw gegevens gebeurt", "Instructie voor de communicatie-afdeling"),
])  # fmt: skip
async def test_a_partner_gets_its_own_package_and_sees_and_writes_no_log(
    chat: Chat, grant: Grant, has: str, has_not: str
) -> None:
    await noor(chat).says("pakket hessenpoort factsheet verstuurd aan gemeente")
    await noor(chat).says("pakket hessenpoort flyer verstuurd aan parkmanager")
    before = len(await rows(chat, terrain_event))
    yara = await partner(chat, grant)
    await yara.says("pakket hessenpoort")
    yara.sees("Pakket voor", has)
    yara.sees_not(has_not, "verstuurd", "23 november")
    await yara.clicks("Flyer")
    yara.sees("Als bestand")
    yara.sees_not("erstuurd")
    await yara.says("pakket hessenpoort flyer verstuurd aan bedrijven")
    yara.sees_not("Genoteerd")
    assert len(await rows(chat, terrain_event)) == before
    await yara.says("pakket broeklanden")
    yara.sees("ken ik niet")


async def test_to_others_there_is_no_package(chat: Chat) -> None:
    yara = await partner(chat, OPERATOR)
    for words in ("pakket hessenpoort", "flyer hessenpoort"):
        await yara.says(words)
        yara.sees_not("Pakket voor", "De flyer van")
    assert await rows(chat, paper) == []


async def test_the_questions_are_those_of_companies_that_hold_today(chat: Chat) -> None:
    person = noor(chat)
    await person.says("pakket hessenpoort vragen bestand")
    names = [row["name"] for row in await rows(chat, paper)]
    assert sorted(name.rpartition(".")[2] for name in names) == ["docx", "pdf"]
    words = await words_of_last_document(chat)
    assert "Wat kost meedoen?" in words
    assert "Geldig tot en met 31 december 2026." in words
    assert "Welke prijzen kan ik een bedrijf noemen?" not in words  # for the team
    assert not any(sign in words for sign in ("zone", "{", "Uw terrein is nu in ."))
    chat.now = chat.now.replace(year=2027)
    await person.says("pakket hessenpoort vragen bestand")
    assert "Wat kost meedoen?" not in await words_of_last_document(chat)


async def test_a_flyer_is_given_at_once_with_what_is_on_it(chat: Chat) -> None:
    person = await planned(chat)
    await person.says("flyer hessenpoort")
    person.sees("Flyer Hessenpoort (Zwolle).pdf", f"De flyer van Hessenpoort (Zwolle). {SESSION}")
    chat.web_door = False
    await chat.restarts()
    await person.says("flyer hessenpoort")
    person.sees("Er staat geen vierkant op.")


async def test_in_a_channel_where_others_read_along_the_log_is_closed(chat: Chat) -> None:
    person = noor(chat)
    await person.says("pakket hessenpoort flyer verstuurd aan gemeente")
    await person.does(Said("pakket hessenpoort flyer"), scope=Scope.CHANNEL, team="19:other@thread.tacv2")
    person.sees("Flyer: Hessenpoort (Zwolle)")
    person.sees_not("erstuurd")
