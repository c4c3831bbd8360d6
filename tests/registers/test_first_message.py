"""Where contacts come from is said in the first message to them, and who does not want it is forgotten and left alone."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.companies.claims import LinkedBy
from storage.companies.links import links_on
from storage.tables.people import intake
from storage.tables.registers import company
from storage.tables.terrain import terrain
from tests.beginnings import talk
from tests.chat import Chat
from tests.person import Person
from tests.registers.conftest import NOW, Noor

JANSEN = "t-1,Jansen Transport B.V.,12345678,Fatima Jansen,directeur,fatima@jansen.example,06-12345678"
SOURCE = "Uw gegevens kregen wij van: Handelsregister. Wij gebruiken ze op deze grond: gerechtvaardigd belang."


@pytest.fixture
async def register(database: AsyncEngine) -> AsyncEngine:
    """The terrain of the chat, in the table too."""
    async with database.begin() as connection:
        row = {"id": "t-1", "name": "Hessenpoort", "invented": False, "origin_file": "x", "origin_at": NOW}
        await connection.execute(terrain.insert().values(row))
    return database


@pytest.fixture
def chat(register: AsyncEngine) -> Chat:
    return Chat(register)


@pytest.fixture
def anouk(chat: Chat) -> Person:
    """Somebody of the project team."""
    return chat.person("Anouk", team=True)


async def test_the_letter_of_the_team_says_where_the_contacts_come_from(noor: Noor, anouk: Person) -> None:
    await noor.imports_companies(JANSEN)
    await anouk.says("uitnodigen hessenpoort jansen transport")
    anouk.sees("Uitnodiging voor jansen transport", "Zet dit er ook bij:", SOURCE, "Wij bewaren ze ten hoogste 2 jaar.")
    assert len(await noor.rows(select(company.c.id).where(company.c.approached_at.is_not(None)))) == 1


async def test_a_company_without_contacts_is_approached_without_such_words(noor: Noor, anouk: Person) -> None:
    await noor.imports_companies("t-1,Jansen Transport,,,,,")
    await anouk.says("uitnodigen hessenpoort Jansen Transport")
    anouk.sees("De code is")
    anouk.sees_not("Uw gegevens")
    assert len(await noor.rows(select(company.c.id).where(company.c.approached_at.is_not(None)))) == 1


async def test_the_first_conversation_says_it_too_and_ties_the_intake(noor: Noor, chat: Chat, anouk: Person) -> None:
    await noor.imports_companies(JANSEN)
    await anouk.says("uitnodigen hessenpoort Jansen Transport")
    fatima = chat.person("Fatima")
    await fatima.opens()
    await talk(fatima, f"code {anouk.code()}", "ja")
    fatima.sees("Uw code klopt.", SOURCE, "Wilt u dit niet? Typ dan: vraag Wis mijn gegevens.")
    async with noor.engine.connect() as connection:
        (link,) = await links_on(connection, "t-1")
        assert link.by is LinkedBy.INVITATION
        assert link.said is not None
    ((own,),) = await noor.rows(select(intake.c.id).where(intake.c.company == "Jansen Transport"))
    assert link.intake == own


async def test_who_calls_themselves_otherwise_is_not_taken_for_that_company(noor: Noor, chat: Chat, anouk: Person) -> None:
    await noor.imports_companies(JANSEN)
    await anouk.says("uitnodigen hessenpoort Jansen Transport")
    piet = chat.person("Piet")
    await piet.opens()
    await talk(piet, "ja", "kort", "De Boer Logistiek", "Hessenpoort", f"code {anouk.code()}")
    piet.sees("Uw code klopt.")
    piet.sees_not("Uw gegevens")
    async with noor.engine.connect() as connection:
        assert await links_on(connection, "t-1") == ()


async def test_who_withdrew_is_not_invited_again(noor: Noor, chat: Chat, anouk: Person) -> None:
    await noor.imports_companies(JANSEN)
    await anouk.says("uitnodigen hessenpoort Jansen Transport")
    fatima = chat.person("Fatima")
    await fatima.opens()
    await talk(fatima, f"code {anouk.code()}", "ja", "kort", "verwijder mijn gegevens", "ja")
    fatima.sees("Uw antwoorden zijn gewist.")
    assert await noor.contacts() == []
    await anouk.says("uitnodigen hessenpoort Jansen Transport BV")
    anouk.sees("Dit bedrijf trok de toestemming in. Benader het niet opnieuw.")


@pytest.mark.parametrize("words", ["wis contact Fatima@jansen.example", "verwijder contact: 06 1234 5678"])
async def test_the_team_forgets_somebody_who_asks(noor: Noor, anouk: Person, words: str) -> None:
    await noor.imports_companies(JANSEN)
    await anouk.says(words)
    anouk.sees("Gewist: 1 keer.", "nemen wij niet opnieuw over")
    await noor.imports_companies(JANSEN)
    assert await noor.contacts() == []


@pytest.mark.parametrize(
    ("words", "sees"),
    [
        ("wis contact", "Typ het e-mailadres of telefoonnummer erachter."),
        ("wis contact Fatima", "Typ het e-mailadres of telefoonnummer erachter."),
        ("wis contact niemand@jansen.example", "Ik vond geen contact met “niemand@jansen.example”."),
    ],
)
async def test_what_names_nobody_erases_nobody(noor: Noor, anouk: Person, words: str, sees: str) -> None:
    await noor.imports_companies(JANSEN)
    await anouk.says(words)
    anouk.sees(sees)
    assert len(await noor.contacts()) == 1


async def test_a_company_cannot_forget_others(noor: Noor, chat: Chat) -> None:
    await noor.imports_companies(JANSEN)
    fatima = chat.person("Fatima")
    await fatima.opens()
    await talk(fatima, "ja", "wis contact fatima@jansen.example")
    fatima.sees_not("Gewist")
    assert len(await noor.contacts()) == 1
