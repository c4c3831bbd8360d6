"""`bedrijven`: the companies of a terrain on a card, what can be done about each, and the same as a sheet."""

import io
from uuid import UUID

import pytest
from openpyxl import load_workbook
from sqlalchemy import update

from domain.access.roles import Grant, Role
from domain.companies.companies import company_key
from storage.database.transactions import transaction
from storage.tables.companies import company_nomination
from storage.tables.paper import paper
from storage.tables.people import intake
from storage.tables.registers import company as companies
from tests.access.arranging import ZWOLLE, gives
from tests.beginnings import talk
from tests.chat import Chat
from tests.dossier.arranging import data, in_channel, noor_of, registers
from tests.person import Person
from tests.sessions.beginnings import company
from tests.tables import rows

pytestmark = pytest.mark.usefixtures("registered")


async def names(chat: Chat, called: str) -> UUID:
    """Put a company in the register that the intake that is there named."""
    [named] = await registers(chat, called)
    [began] = [row["id"] for row in await rows(chat, intake) if row["company"]]
    async with transaction(chat.database) as connection:
        await connection.execute(company_nomination.insert().values(company_id=named, intake_id=began))
    return named


async def test_a_director_sees_how_far_each_is_and_notes_a_call_at_once(chat: Chat) -> None:
    await company(chat, "Fatima", "Jansen Transport")
    await names(chat, "Klaver Koeriers")
    noor = await noor_of(chat)
    await noor.says("bedrijven hessenpoort")
    noor.sees("2 bedrijven. Alles bevestigd: 1. Machtiging getekend: 0.")
    noor.sees("Jansen Transport\nAlles bevestigd.", "Geen machtiging. Nog geen contact.")
    noor.sees("Klaver Koeriers\nNog geen antwoorden. Nog geen contact. Genoemd door Jansen Transport.")
    await noor.clicks("Klaver Koeriers")
    noor.sees("Geen machtiging, geen verklaring.", "Genoemd door Jansen Transport. Zeg dit alleen als dat mag.")
    await noor.clicks("Gebeld")
    await noor.fills_in({"text": "Sprak de planner.", "again": "2026-12-01"}, "Opslaan")
    [kept] = await data(chat)
    assert (kept["form"], kept["day"], kept["again"]) == ("phone", "2026-11-23", "2026-12-01")
    await noor.says("bedrijven hessenpoort genoemd")
    noor.sees("Genoemd door anderen", "Telefoon op 23 november 2026. Bel op 1 december 2026.")
    await noor.clicks("Klaver Koeriers")
    noor.sees("1 contact, het laatste: telefoon op 23 november 2026.")
    await noor.clicks("Stuur code of link")
    noor.sees("Uitnodiging voor Klaver Koeriers op Hessenpoort")
    assert noor.code()


async def test_the_list_shows_some_of_them_by_a_choice(chat: Chat) -> None:
    await company(chat, "Fatima", "Jansen Transport")
    await registers(chat, "Klaver Koeriers")
    noor = await noor_of(chat)
    await noor.says("bedrijven hessenpoort")
    noor.sees("Zonder machtiging: 1", "Nog niet gereageerd: 1")
    noor.sees_not("Oplossers", "Genoemd door anderen", "Bellijst")
    await noor.clicks("Toon")
    noor.sees("Kies eerst iets uit de lijst.")
    await noor.clicks("Toon", {"pick": "bedrijven t-1 geen machtiging"})
    noor.sees("Zonder machtiging Hessenpoort (Zwolle)", "Jansen Transport")
    noor.sees_not("Klaver Koeriers")


async def test_who_does_not_want_to_be_approached_is_named_and_no_more(chat: Chat) -> None:
    [left, _] = await registers(chat, "Klaver Koeriers", "Hamer Bouw")
    noor = await noor_of(chat)
    async with transaction(chat.database) as connection:
        await connection.execute(update(companies).where(companies.c.id == left).values(withdrawn_at=chat.now))
    await noor.says("bedrijven hessenpoort")
    noor.sees("Klaver Koeriers\nWil niet.\n")
    for words in ("bedrijven hessenpoort niet gereageerd", "bedrijven hessenpoort bellijst"):
        await noor.says(words)
        noor.sees("Hamer Bouw")
        noor.sees_not("Klaver Koeriers")
    await noor.says("wie wil er niet meedoen op hessenpoort")
    noor.sees("Wil niet Hessenpoort (Zwolle)")
    await noor.clicks("Klaver Koeriers")
    noor.sees("Benader dit bedrijf niet opnieuw.")
    noor.sees_not("Gebeld", "Stuur code of link")


async def sheet_of(chat: Chat) -> list[list[object]]:
    """Return the rows of the sheet that was kept."""
    (kept,) = await rows(chat, paper)
    return [list(row) for row in load_workbook(io.BytesIO(kept["content"])).worksheets[0].iter_rows(values_only=True)]


async def test_the_same_list_is_a_sheet_that_is_gone_when_a_company_in_it_is(chat: Chat) -> None:
    chat.public_url = "https://laadmaat.voorbeeld.example/"
    chat.start()
    fatima = await company(chat, "Fatima", "Jansen Transport")
    await registers(chat, "=HYPERLINK(1)", "@Klaver")
    noor = await noor_of(chat)
    await noor.says("bedrijven hessenpoort")
    await noor.clicks("Toon", {"pick": "bedrijven t-1 excel"})
    heads, *found = await sheet_of(chat)
    assert heads[:4] == ["Bedrijf", "Hoe ver", "Rol", "Machtiging"]
    assert [row[:2] for row in found] == [
        ["=HYPERLINK(1)", "nog geen antwoorden"], ["@Klaver", "nog geen antwoorden"], ["Jansen Transport", "alles bevestigd"],
    ]  # fmt: skip
    [kept] = await rows(chat, paper)
    cells = load_workbook(io.BytesIO(kept["content"])).worksheets[0]["A"][1:3]
    assert [(one.data_type, one.quotePrefix) for one in cells] == [("s", True), ("s", True)]
    await talk(fatima, "verwijder mijn gegevens", "ja")
    assert await rows(chat, paper) == []


async def test_a_terrain_without_companies_and_one_with_a_thousand(chat: Chat) -> None:
    noor = await noor_of(chat)
    await noor.says("bedrijven hessenpoort")
    noor.sees("Bedrijven Hessenpoort (Zwolle)", "Geen bedrijven.")
    noor.sees_not("Toon")
    await noor.says("bedrijven hessenpoort excel")
    noor.sees("Er is geen bedrijf dat hieraan voldoet.")
    await registers(chat, *(f"Bedrijf {number:04}" for number in range(1000)))
    await noor.says("bedrijven hessenpoort bladzijde 250")
    noor.sees("1.000 bedrijven.", "Bedrijf 0999")
    noor.sees_not("Nog 4", "Bedrijf 0995")
    await noor.says("bedrijven hessenpoort bladzijde 999")
    noor.sees("Bedrijf 0000")


async def test_a_test_company_is_shown_and_counts_nowhere(chat: Chat) -> None:
    await registers(chat, "Klaver Koeriers")
    async with transaction(chat.database) as connection:
        tried = {"terrain_id": "t-1", "name": "Probeer BV", "name_key": company_key("Probeer BV"), "test": True}
        await connection.execute(companies.insert().values(tried))
    noor = await noor_of(chat)
    await noor.says("bedrijven hessenpoort")
    noor.sees("1 bedrijf.", "Probeer BV (proef)")
    await noor.clicks("Probeer BV (proef)")
    await noor.clicks("Stuur code of link")
    noor.sees("Uitnodiging voor Probeer BV op Hessenpoort")


async def test_a_company_that_is_gone_is_said_to_be(chat: Chat) -> None:
    [gone] = await registers(chat, "Klaver Koeriers")
    noor = await noor_of(chat)
    await noor.says("bedrijven hessenpoort")
    async with transaction(chat.database) as connection:
        await connection.execute(companies.delete().where(companies.c.id == gone))
    await noor.clicks("Klaver Koeriers")
    noor.sees("Dit bedrijf staat niet meer in onze gegevens.")


async def sees_nobody(person: Person, *said: str) -> None:
    """Check that nothing of the list is shown for these words, or by the choice of its list."""
    for words in said:
        await person.says(words)
        person.sees_not("Klaver", "Jansen")
        await person.presses_raw("pick", {}, {"pick": words})
        person.sees_not("Klaver", "Jansen")


async def test_without_the_role_or_in_a_channel_nobody_is_named(chat: Chat) -> None:
    [klaver] = await registers(chat, "Klaver Koeriers")
    said = ("bedrijven hessenpoort", f"bedrijven r:{klaver}", "bedrijven hessenpoort excel")
    for name, grant in (("Gert", ZWOLLE), ("Pim", Grant(Role.PARK_MANAGER, terrain="t-1")), ("Nel", Grant(Role.GRID_OPERATOR))):
        partner = chat.person(name)
        await gives(chat, partner, grant)
        await sees_nobody(partner, *said)
    await sees_nobody(await company(chat, "Fatima", "De Vries"), *said)
    noor = await noor_of(chat)
    for words in said:
        await in_channel(noor, words)
        noor.sees_not("Klaver")
    assert await rows(chat, paper) == []
