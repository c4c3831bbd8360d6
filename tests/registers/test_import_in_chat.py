"""An administrator sends a register in chat: a dry run in counts, a button that carries it out once, and nobody else."""

import asyncio
import datetime
import io

import pytest
from openpyxl import load_workbook
from sqlalchemy import select, text

from bot.jobs.queue import tidy
from storage.registers.import_files import Imports
from storage.tables.paper import paper
from storage.tables.people import person
from storage.tables.registers import import_file, import_run
from storage.tables.terrain import terrain
from tests.chat import Chat
from tests.person import Person
from tests.registers import files
from tests.registers.conftest import NOW, Noor
from tests.registers.files import BAKKER, JANSEN
from tests.registers.sending import COMPANIES, TOLD, carries_out, sends
from tests.tables import rows
from tests.terrains import register as lands


async def test_a_file_is_tried_first_and_stored_after_a_press(chat: Chat, anouk: Person, noor: Noor) -> None:
    await sends(chat, anouk, lands.written(lands.rows()[2:]), "terreinen.csv")
    anouk.sees("Proef: terreinen uit terreinen.csv", "Nieuw\n6", "Geweigerd\n0", "Er is nog niets opgeslagen.")
    anouk.sees_not("Waar komen deze contacten vandaan?")
    assert await noor.runs() == []

    await carries_out(chat, anouk)
    anouk.sees("Klaar. Er zijn 6 terreinen opgeslagen.", "Nieuw: 6.")
    assert await noor.runs() == [("terrains", "", "")]
    assert await rows(chat, import_file) == []


async def test_contacts_are_asked_after_before_they_are_stored(chat: Chat, anouk: Person, noor: Noor) -> None:
    await sends(chat, anouk, COMPANIES)
    anouk.sees("Proef: bedrijven uit lijst.csv", "Waar komen deze contacten vandaan?", "Gerechtvaardigd belang")
    await anouk.clicks("Voer uit", {"source": "Handelsregister"})
    anouk.sees("Vul eerst op de kaart in waar de contacten vandaan komen.")
    await anouk.clicks("Voer uit", {"source": " ", "ground": "toestemming"})
    anouk.sees("Vul eerst op de kaart in")
    await anouk.clicks("Voer uit", {"source": "x", "ground": "gewoon"})
    anouk.sees("Vul eerst op de kaart in")
    assert (chat.queue, await noor.companies()) == ([], [])

    await carries_out(chat, anouk, **TOLD)
    anouk.sees("Klaar. Er zijn 3 bedrijven opgeslagen.")
    assert await noor.runs() == [("companies", "Handelsregister", "gerechtvaardigd belang")]
    assert len(await noor.contacts()) == 2


async def test_who_imported_is_noted(chat: Chat, anouk: Person, noor: Noor) -> None:
    await sends(chat, anouk, COMPANIES)
    await carries_out(chat, anouk, **TOLD)
    assert (await noor.rows(select(import_run.c.by)))[0][0] is not None


async def test_the_same_file_again_has_nothing_to_carry_out(chat: Chat, anouk: Person) -> None:
    await sends(chat, anouk, COMPANIES)
    await carries_out(chat, anouk, **TOLD)
    await sends(chat, anouk, files.workbook_of(COMPANIES), "lijst.xlsx")
    anouk.sees("Alles was al bekend. Er is niets veranderd.", "Ongewijzigd\n3")
    assert not anouk.screen[-1].has_button("Voer uit")
    assert await rows(chat, import_file) == []


async def test_refused_rows_are_shown_and_there_is_no_button(chat: Chat, anouk: Person, noor: Noor) -> None:
    await sends(chat, anouk, files.companies(JANSEN, "9009,Jansen,,,,,"))
    anouk.sees("Verbeter deze regels", "Regel 3, kolom rin_nummer: Terrein 9009 staat niet in ons register.", "Geweigerd\n1")
    assert not anouk.screen[-1].has_button("Voer uit")
    assert await noor.companies() == []
    assert await rows(chat, import_file) == []


async def test_many_refused_rows_come_in_a_file_of_their_own(chat: Chat, anouk: Person) -> None:
    await sends(chat, anouk, files.companies(*(f"90{number:02},=1+{number},,,,," for number in range(10, 40))))
    anouk.sees("Regel 2,", "En nog 52. U krijgt ze allemaal in een bestand.", "Geweigerd lijst.xlsx")
    [kept] = await rows(chat, paper)
    sheet = load_workbook(io.BytesIO(kept["content"])).worksheets[0]
    assert [cell.value for cell in sheet[1]] == ["Regel", "Kolom", "Waarom niet"]
    assert [cell.value for cell in sheet[2]] == [2, "bedrijf", "Hier staat een formule. Zet er de uitkomst neer."]
    assert sheet.max_row == 61
    assert all(cell.data_type in "sn" for row in sheet for cell in row)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "Dit is geen tekstbestand."),
        (b"een brief", "De eerste regel heeft geen bekende kolommen."),
        (files.packed([("xl/vbaProject.bin", b"")]), "Dit bestand bevat macro's."),
    ],
)
async def test_a_file_that_is_no_register_gets_one_clear_answer(chat: Chat, anouk: Person, content: bytes, sentence: str) -> None:
    await sends(chat, anouk, content)
    anouk.sees(sentence, "Typ 'importeren' om te zien wat ik kan lezen.")
    assert await rows(chat, import_file) == []


async def test_a_register_that_changed_meanwhile_is_shown_anew(chat: Chat, anouk: Person, noor: Noor) -> None:
    await sends(chat, anouk, COMPANIES)
    await noor.imports_companies(BAKKER)
    await carries_out(chat, anouk, **TOLD)
    anouk.sees("Het register is intussen veranderd. Er is niets opgeslagen.", "Nieuw\n2", "Ongewijzigd\n1")
    assert len(await noor.companies()) == 1

    await carries_out(chat, anouk, **TOLD)
    anouk.sees("Klaar. Er zijn 2 bedrijven opgeslagen.")
    assert len(await noor.companies()) == 3


async def test_a_terrain_that_went_meanwhile_refuses_the_file(chat: Chat, anouk: Person, noor: Noor) -> None:
    await sends(chat, anouk, COMPANIES)
    async with noor.engine.begin() as connection:
        await connection.execute(text("delete from terrain where id = '9002'"))
    await carries_out(chat, anouk, **TOLD)
    anouk.sees("Het register is intussen veranderd.", "Terrein 9002 staat niet in ons register.")
    assert await noor.companies() == []
    assert await rows(chat, import_file) == []


async def test_the_words_that_explain(chat: Chat, anouk: Person) -> None:
    await anouk.says("importeren")
    anouk.sees("Stuur mij hier een bestand", "plankaart", "rin_nummer, bedrijf, kvk")


async def test_a_file_is_kept_for_a_day_at_most(chat: Chat, anouk: Person) -> None:
    await sends(chat, anouk, COMPANIES)
    await tidy(chat.database, datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=23))
    assert len(await rows(chat, import_file)) == 1
    await tidy(chat.database, datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=25))
    assert await rows(chat, import_file) == []


async def test_how_far_it_is_only_goes_up(chat: Chat, anouk: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.registers.importing.progress.STEP", 10)
    heard: list[tuple[int, int]] = []

    async def tell(done: int, of: int) -> None:
        heard.append((done, of))

    await anouk.opens()
    async with chat.database.begin() as connection:
        person_id = (await connection.execute(select(person.c.id))).scalar_one()
        imports = Imports(connection, person_id)
        content = files.companies(*(f"9001,Bedrijf {number},,,,," for number in range(100)))
        file = await imports.keep("lijst.csv", content.encode())
        await imports.try_out(file, tell)
    await asyncio.sleep(0)
    assert len(heard) == 20
    assert heard == sorted(heard)
    assert [of for _, of in heard] == [101] * 10 + [100] * 10
    assert heard[-1] == (100, 100)


async def test_the_terrain_of_another_is_no_matter(chat: Chat, anouk: Person, noor: Noor) -> None:
    async with noor.engine.begin() as connection:
        row = {"id": "9003", "name": "Derde", "invented": False, "origin_file": "x", "origin_at": NOW}
        await connection.execute(terrain.insert().values(row))
    await sends(chat, anouk, files.plan_map("9003,2030,100,10,50,nee"))
    anouk.sees("Proef: regels van de plankaart uit lijst.csv", "Nieuw\n1")
    await carries_out(chat, anouk)
    anouk.sees("Klaar. Er is 1 regel van de plankaart opgeslagen.")
