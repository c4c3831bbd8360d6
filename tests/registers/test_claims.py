"""A claim is not a link: what a stranger types harms no company, and the team says what is right."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.tables.forms import form_response
from storage.tables.people import intake
from storage.tables.registers import company, company_claim, company_link, objection
from storage.tables.terrain import terrain
from tests.beginnings import agree, talk
from tests.chat import Chat
from tests.person import Person
from tests.registers.conftest import NOW, Noor
from tests.tables import rows

JANSEN = "t-1,Jansen Transport B.V.,12345678,Fatima Jansen,directeur,fatima@jansen.example,06-12345678"
ERASES = ("verwijder mijn gegevens", "ja")


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


async def claims_jansen(chat: Chat, name: str = "Vreemde", *, kvk: bool = False) -> Person:
    """Return a stranger who typed the name, and perhaps the number, of Jansen Transport."""
    stranger = chat.person(name)
    await agree(stranger, "volledig" if kvk else "kort")
    await talk(stranger, "JT" if kvk else "Jansen Transport", "Hessenpoort", *(["12345678"] if kvk else []))
    return stranger


async def linked(noor: Noor) -> list[tuple[str, str]]:
    """Return which company is linked, and how."""
    return await noor.rows(select(company.c.name, company_link.c.how).join(company_link))


@pytest.mark.parametrize("kvk", [False, True], ids=["by name", "by KvK number"])
async def test_a_stranger_who_typed_a_company_and_erases_harms_it_in_nothing(
    noor: Noor, chat: Chat, anouk: Person, *, kvk: bool
) -> None:
    await noor.imports_companies(JANSEN)
    await talk(anouk, "notitie jansen transport: een afspraak", "machtiging jansen transport")
    await anouk.fills_in({}, "Opslaan")
    stranger = await claims_jansen(chat, kvk=kvk)
    await anouk.says("notitie Jansen Transport B.V.: nog een afspraak")
    if not kvk:  # two have this name now
        await anouk.clicks("Jansen Transport B.V., Hessenpoort (Zwolle)")
    before = [await noor.rows(select(table)) for table in (company, form_response)]
    await talk(stranger, *ERASES)
    stranger.sees("Uw antwoorden zijn gewist.")
    assert [await noor.rows(select(table)) for table in (company, form_response)] == before
    assert [name for _, name, _, _ in await noor.contacts()] == ["Fatima Jansen"]
    assert await noor.rows(select(objection)) == []
    assert await noor.rows(select(intake.c.id).where(intake.c.company == "Jansen Transport")) == []


async def test_the_team_is_asked_once_and_its_yes_links(noor: Noor, chat: Chat, anouk: Person) -> None:
    await noor.imports_companies(JANSEN)
    stranger = await claims_jansen(chat, "Fatima")
    stranger.sees("Hoeveel")  # undisturbed
    await anouk.says("vragen")
    anouk.sees("Is dit hetzelfde bedrijf?", "Fatima, Jansen Transport", "Jansen Transport B.V., Hessenpoort (Zwolle)")
    anouk.sees("De naam is dezelfde.")
    await anouk.says("vragen")
    assert await noor.rows(select(func.count()).select_from(company_claim)) == [(1,)]
    await anouk.clicks("Ja, koppel")
    anouk.sees("Deze intake hoort nu bij Jansen Transport B.V.")
    assert await linked(noor) == [("Jansen Transport B.V.", "team")]
    await anouk.says("vragen")
    anouk.sees("Er zijn geen open vragen.")
    await anouk.says("dossier jansen transport")
    anouk.sees("Dossier Jansen Transport")
    await talk(stranger, *ERASES)
    assert await noor.contacts() == []


async def test_a_no_is_kept_and_not_asked_again(noor: Noor, chat: Chat, anouk: Person) -> None:
    await noor.imports_companies(JANSEN)
    stranger = await claims_jansen(chat)
    await anouk.says("vragen")
    await anouk.clicks("Nee, niet koppelen")
    anouk.sees("Er verandert niets bij Jansen Transport B.V.")
    await anouk.says("vragen")
    anouk.sees("Er zijn geen open vragen.")
    await talk(stranger, *ERASES)
    await anouk.says("vragen")
    anouk.sees("Er zijn geen open vragen.")
    assert await linked(noor) == []


async def test_a_claim_that_was_taken_back_meanwhile_links_nobody(noor: Noor, chat: Chat, anouk: Person) -> None:
    await noor.imports_companies(JANSEN)
    stranger = await claims_jansen(chat)
    await anouk.says("vragen")
    await talk(stranger, "wijzig bedrijfsnaam", "De Boer Logistiek")
    await anouk.clicks("Ja, koppel")
    anouk.sees("Deze intake noemt intussen een ander bedrijf.")
    assert await linked(noor) == []


async def test_a_claim_that_came_back_is_asked_again(noor: Noor, chat: Chat, anouk: Person) -> None:
    await noor.imports_companies(JANSEN)
    stranger = await claims_jansen(chat)
    await anouk.says("vragen")
    await talk(stranger, "wijzig bedrijfsnaam", "De Boer Logistiek")
    await anouk.clicks("Ja, koppel")
    await anouk.says("vragen")
    anouk.sees("Er zijn geen open vragen.")
    await talk(stranger, "wijzig bedrijfsnaam", "Jansen Transport")
    await anouk.says("vragen")
    await anouk.clicks("Ja, koppel")
    assert await linked(noor) == [("Jansen Transport B.V.", "team")]


async def test_what_was_only_seen_is_asked_when_the_other_intake_is_gone(noor: Noor, chat: Chat, anouk: Person) -> None:
    await noor.imports_companies(JANSEN)
    await anouk.says("uitnodigen hessenpoort Jansen Transport")
    fatima = chat.person("Fatima")
    await fatima.opens()
    await talk(fatima, f"code {anouk.code()}", "ja", "kort")
    colleague = await claims_jansen(chat, "Sanne")
    await anouk.says("vragen")
    await anouk.clicks("Gezien")
    anouk.sees("Er verandert niets bij Jansen Transport B.V.")
    anouk.sees_not("B.V..")
    await anouk.says("vragen")
    anouk.sees("Er zijn geen open vragen.")
    await colleague.says("mijn gegevens alles")
    colleague.sees_not("Antwoord: nee")
    await talk(fatima, *ERASES)
    await anouk.says("vragen")
    anouk.sees("Is dit hetzelfde bedrijf?", "Sanne, Jansen Transport")
    await anouk.clicks("Ja, koppel")
    assert await linked(noor) == [("Jansen Transport B.V.", "team")]


async def test_a_code_links_whoever_typed_the_same_name_in_another_way(noor: Noor, chat: Chat, anouk: Person) -> None:
    await noor.imports_companies(JANSEN)
    await anouk.says("uitnodigen hessenpoort Jansen Transport B.V.")
    code, fatima = anouk.code(), chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "jansen transport", f"code {code}")
    fatima.sees("Uw gegevens kregen wij van: Handelsregister.")
    assert await linked(noor) == [("Jansen Transport B.V.", "invitation")]


async def test_a_company_imported_later_is_asked_about_too(noor: Noor, chat: Chat, anouk: Person) -> None:
    await claims_jansen(chat, kvk=True)
    await anouk.says("vragen")
    anouk.sees("Er zijn geen open vragen.")
    await noor.imports_companies(JANSEN)
    await anouk.says("vragen")
    anouk.sees("Is dit hetzelfde bedrijf?", "Het KvK-nummer is hetzelfde.")


async def test_a_claim_of_a_linked_company_is_shown_and_cannot_take_it(noor: Noor, chat: Chat, anouk: Person) -> None:
    await noor.imports_companies(JANSEN)
    await anouk.says("uitnodigen hessenpoort Jansen Transport")
    fatima = chat.person("Fatima")
    await fatima.opens()
    await talk(fatima, f"code {anouk.code()}", "ja", "kort")
    await claims_jansen(chat)
    await anouk.says("vragen")
    anouk.sees("Bij dit bedrijf hoort al een andere intake.", "Gezien")
    anouk.sees_not("Ja, koppel")
    await anouk.says("bedrijf ja 1")
    anouk.sees("Bij Jansen Transport B.V. hoort al een andere intake. Er is niets veranderd.")
    assert await linked(noor) == [("Jansen Transport B.V.", "invitation")]


async def test_an_objection_by_name_is_asked_and_carried_out_after_a_yes(noor: Noor, chat: Chat, anouk: Person) -> None:
    await noor.imports_companies(JANSEN)
    await anouk.says("notitie jansen transport: een afspraak")
    for name in ("Vreemde", "Nog iemand"):
        await talk(await claims_jansen(chat, name), *ERASES)
    await anouk.says("vragen")
    anouk.sees("Moet dit bedrijf uit het register?", "Jansen Transport B.V., Hessenpoort (Zwolle)")
    anouk.sees_not("Vreemde", "Nog iemand")
    assert len(await rows(chat, company_claim)) == 1
    await anouk.clicks("Ja, wis")
    anouk.sees("Het is gewist uit het register van Jansen Transport B.V.")
    assert await noor.contacts() == []
    assert await rows(chat, form_response) == []
    await anouk.says("uitnodigen hessenpoort Jansen Transport")
    anouk.sees("Benader het niet opnieuw.")
    await anouk.says("bedrijf ja 1")
    anouk.sees("Deze vraag is er niet meer")


@pytest.mark.parametrize("later", [False, True], ids=["the address of now", "an address of before"])
async def test_a_colleague_stays_and_the_first_contact_goes_by_address(
    noor: Noor, chat: Chat, anouk: Person, *, later: bool
) -> None:
    await noor.imports_companies(JANSEN)
    await anouk.says("uitnodigen hessenpoort Jansen Transport")
    first, second = chat.person("F. J."), chat.person("Sanne")
    await first.opens()
    await talk(first, f"code {anouk.code()}", "ja", "volledig", "12345678", "directie", "ja", "Fatima@jansen.example")
    await talk(first, *(("wijzig e-mailadres", "f.j@jansen.example") if later else ()), "collega")
    code = first.code()
    await second.opens()
    await talk(second, "ja", f"code {code}", "ja")
    await talk(first, *ERASES)
    assert await noor.contacts() == []
    assert await linked(noor) == [("Jansen Transport B.V.", "invitation")]
    await noor.imports_companies(JANSEN)
    assert await noor.contacts() == []


@pytest.mark.parametrize("words", ["bedrijf ja 1", "bedrijf nee 1"])
async def test_only_the_team_answers(noor: Noor, chat: Chat, anouk: Person, words: str) -> None:
    await noor.imports_companies(JANSEN)
    stranger = await claims_jansen(chat)
    await anouk.says("vragen")
    await talk(stranger, words, "stop", words)
    await stranger.presses_raw("say", {"text": words})
    assert await linked(noor) == []
    assert [row["answer"] for row in await rows(chat, company_claim)] == [None]


async def test_the_director_hears_that_it_was_only_claimed(noor: Noor, chat: Chat, anouk: Person) -> None:
    await noor.imports_companies(JANSEN)
    await anouk.says("regisseur hessenpoort ik")
    await talk(await claims_jansen(chat), *ERASES)
    await chat.notices()
    told = "\n".join(shown.text() for shown in anouk.screen)
    assert "Jansen Transport trok toestemming in" not in told
    assert "Iemand die zich Jansen Transport noemde, trok toestemming in op Hessenpoort (Zwolle)." in told
