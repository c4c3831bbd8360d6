"""Importing companies: which company and which contact is meant, what is refused, and that twice is once."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text, update

from domain.companies.companies import digests_of
from storage.tables.registers import company, objection
from tests.registers import files
from tests.registers.conftest import NOW, Noor
from tests.registers.files import BAKKER, BOER, JANSEN

RUN = ("companies", "Handelsregister", "gerechtvaardigd belang")


async def test_companies_and_contacts_are_stored_with_their_source(noor: Noor) -> None:
    assert await noor.imports_companies(JANSEN, BOER, BAKKER) == 0

    assert noor.heard[1:] == [
        "Indeling: bedrijven. Regels: 3. Tussen de kolommen: komma.",
        "Nieuw: 3. Gewijzigd: 0. Ongewijzigd: 0. Geweigerd: 0.",
        "Klaar. Er zijn 3 bedrijven opgeslagen.",
    ]
    assert await noor.companies() == [
        ("9002", "Bakker Bouw", "23456789"),
        ("9001", "De Boer Logistiek", ""),
        ("9001", "Jansen Transport B.V.", "12345678"),
    ]
    assert await noor.contacts() == [
        ("De Boer Logistiek", "Piet de Boer", "", "0612345679"),
        ("Jansen Transport B.V.", "Fatima Jansen", "fatima@jansen.example", "06-12345678"),
    ]
    assert await noor.runs() == [RUN]


async def test_the_same_file_again_changes_nothing(noor: Noor) -> None:
    await noor.imports_companies(JANSEN, BOER, BAKKER)
    assert await noor.imports_companies(JANSEN, BOER, BAKKER, told=False) == 0

    assert noor.counted == "Nieuw: 0. Gewijzigd: 0. Ongewijzigd: 3. Geweigerd: 0."
    assert noor.heard[-1] == "Alles was al bekend. Er is niets veranderd."
    assert await noor.runs() == [RUN]


async def test_contacts_are_not_stored_before_their_source_is_told(noor: Noor) -> None:
    assert await noor.imports_companies(JANSEN, told=False) == 1
    assert noor.heard[-1].startswith("Dit bestand heeft contacten. Zeg met --bron waar ze vandaan komen.")
    assert await noor.companies() == []

    assert await noor.imports_companies(BAKKER, told=False) == 0
    assert await noor.runs() == [("companies", "", "")]


async def test_somebody_at_the_keyboard_is_asked(noor: Noor) -> None:
    noor.answers = {"Waar komen": "  Kamer van  Koophandel ", "Op welke grond": "2"}
    assert await noor.imports_companies(JANSEN, told=False) == 0

    assert len(noor.asked) == 2
    assert await noor.runs() == [("companies", "Kamer van Koophandel", "taak van algemeen belang")]


async def test_a_ground_that_the_law_does_not_know_is_none(noor: Noor) -> None:
    noor.answers = {"Waar komen": "internet", "Op welke grond": "gewoon"}
    assert await noor.imports_companies(JANSEN, told=False) == 1
    assert await noor.contacts() == []


async def test_a_company_is_its_kvk_number_and_not_its_name(noor: Noor) -> None:
    await noor.imports_companies(JANSEN)
    await noor.imports_companies(JANSEN.replace("Jansen Transport B.V.", "Jansen & Zonen"))

    assert noor.counted == "Nieuw: 0. Gewijzigd: 1. Ongewijzigd: 0. Geweigerd: 0."
    assert await noor.companies() == [("9001", "Jansen & Zonen", "12345678")]


async def test_a_number_that_becomes_known_is_added_to_the_name(noor: Noor) -> None:
    await noor.imports_companies(BOER)
    await noor.imports_companies(BOER.replace("Logistiek,", "Logistiek BV,34567890"))
    assert await noor.companies() == [("9001", "De Boer Logistiek BV", "34567890")]

    await noor.imports_companies(BOER.replace("Logistiek,", "Logistiek BV,"))
    assert noor.counted == "Nieuw: 0. Gewijzigd: 0. Ongewijzigd: 1. Geweigerd: 0."


async def test_the_same_company_on_two_terrains_is_there_twice(noor: Noor) -> None:
    await noor.imports_companies(JANSEN, JANSEN.replace("9001", "9002", 1))
    assert [where for where, _, _ in await noor.companies()] == ["9001", "9002"]


async def test_two_contacts_of_one_company_stand_in_two_rows(noor: Noor) -> None:
    second = "9001,Jansen Transport,12345678,Sanne Vos,planner,sanne@jansen.example,"
    await noor.imports_companies(JANSEN, second)

    assert await noor.companies() == [("9001", "Jansen Transport B.V.", "12345678")]
    assert [name for _, name, _, _ in await noor.contacts()] == ["Fatima Jansen", "Sanne Vos"]
    await noor.imports_companies(JANSEN, second)
    assert noor.counted == "Nieuw: 0. Gewijzigd: 0. Ongewijzigd: 2. Geweigerd: 0."


async def test_a_contact_is_an_address_and_keeps_it(noor: Noor) -> None:
    await noor.imports_companies(BOER)
    await noor.imports_companies("9001,De Boer Logistiek,,Piet de Boer,,piet@boer.example,06 99999999")
    assert await noor.contacts() == [("De Boer Logistiek", "Piet de Boer", "piet@boer.example", "06 99999999")]

    await noor.imports_companies("9001,De Boer Logistiek,,PIET DE BOER,,,06 99999999")
    assert [(name, email) for _, name, email, _ in await noor.contacts()] == [("PIET DE BOER", "piet@boer.example")]


@pytest.mark.parametrize(
    ("row", "refusal"),
    [
        ("9009,Jansen,,,,,", "kolom rin_nummer: Terrein 9009 staat niet in ons register. Importeer eerst de terreinen."),
        (",Jansen,,,,,", "kolom rin_nummer: Het RIN-nummer ontbreekt."),
        ("9001,,,,,,", "kolom bedrijf: De naam van het bedrijf ontbreekt."),
        ("9001,B.V.,,,,,", "kolom bedrijf: 'B.V.' is geen naam van een bedrijf."),
        ("9001,Jansen,123,,,,", "kolom kvk: '123' is geen KvK-nummer. Dat heeft 8 cijfers."),
        ("9001,Jansen,1234567٣,,,,", "kolom kvk: '1234567٣' is geen KvK-nummer. Dat heeft 8 cijfers."),
        ("9001,Jansen,,F. Jansen,,bij jansen,", "kolom email: 'bij jansen' is geen e-mailadres."),
        ("9001,Jansen,,F. Jansen,,a@b.example;x@y.example,", "kolom email: 'a@b.example;x@y.example' is geen e-mailadres."),
        ("9001,Jansen,,F. Jansen,,,bel maar", "kolom telefoon: 'bel maar' is geen telefoonnummer."),
        ("9001,=1+1,,,,,", "kolom bedrijf: Hier staat een formule. Zet er de uitkomst neer."),
        ("9001,#REF!,,,,,", "kolom bedrijf: Hier staat een fout van Excel: #REF!."),
        ("9001,Jansen,,,,,,", "kolom rin_nummer: Deze regel heeft 8 kolommen. De kop heeft er 7."),
    ],
)
async def test_a_wrong_row_is_refused_and_keeps_all_others_out(noor: Noor, row: str, refusal: str) -> None:
    assert await noor.imports_companies(BAKKER, row) == 1

    assert noor.refusals == [f"Regel 3, {refusal}"]
    assert await noor.companies() == []


async def test_rows_that_contradict_each_other_are_refused(noor: Noor) -> None:
    other = JANSEN.replace("Jansen Transport B.V.", "Iets anders").replace("fatima", "anders")
    assert await noor.imports_companies(JANSEN, other, JANSEN) == 1

    assert noor.refusals == [
        "Regel 3, kolom bedrijf: Dit KvK-nummer heeft op regel 2 een andere naam.",
        "Regel 4, kolom contact: Dit contact staat ook op regel 2.",
    ]


async def test_a_mere_name_that_two_companies_have_is_refused(noor: Noor) -> None:
    rows = ("9001,Jansen,11111111,,,,", "9001,Jansen,22222222,,,,")
    await noor.imports_companies(*rows)
    assert await noor.imports_companies("9001,Jansen,,,,,") == 1
    assert noor.refusals == ["Regel 2, kolom bedrijf: Op dit terrein zijn meer bedrijven met deze naam. Vul het KvK-nummer in."]


async def test_zeros_that_a_spreadsheet_dropped_are_put_back_and_told(noor: Noor) -> None:
    assert await noor.imports_companies("9001,Jansen,1234567,F. Jansen,,,612345678") == 0

    assert "Let op: bij 1 KvK-nummer ontbrak de 0 vooraan. Wij zetten die ervoor." in noor.heard
    assert "Let op: bij 1 telefoonnummer ontbrak de 0 vooraan. Wij zetten die ervoor." in noor.heard
    assert await noor.companies() == [("9001", "Jansen", "01234567")]
    assert [phone for _, _, _, phone in await noor.contacts()] == ["0612345678"]


async def test_a_telephone_number_abroad_is_no_formula(noor: Noor) -> None:
    await noor.imports_companies("9001,Jansen,,F. Jansen,,,+31 (0)6 12345678")
    assert [phone for _, _, _, phone in await noor.contacts()] == ["+31 (0)6 12345678"]


async def test_a_company_that_withdrew_gets_no_contacts_again(noor: Noor) -> None:
    await noor.imports_companies(JANSEN.replace("Fatima Jansen,directeur,fatima@jansen.example,06-12345678", ",,,"))
    async with noor.engine.begin() as connection:
        await connection.execute(update(company).values(withdrawn_at=NOW))

    assert await noor.imports_companies(JANSEN, BAKKER) == 0
    assert noor.counted == "Nieuw: 1. Gewijzigd: 0. Ongewijzigd: 1. Geweigerd: 0. Overgeslagen: 1."
    assert noor.refusals == ["Regel 2, kolom bedrijf: Dit bedrijf trok de toestemming in. Wij bewaren geen contact."]
    assert await noor.contacts() == []


@pytest.mark.parametrize("objected", [{"email": "Fatima@jansen.example "}, {"phone": "+31 (0)6 12345678"}])
async def test_somebody_who_objected_is_not_imported_again_but_their_company_is(noor: Noor, objected: dict[str, str]) -> None:
    async with noor.engine.begin() as connection:
        digests = digests_of(**objected)
        await connection.execute(objection.insert(), [{"digest": digest} for digest in digests])

    assert await noor.imports_companies(JANSEN) == 0
    assert noor.refusals == ["Regel 2, kolom email: Deze persoon wil niet benaderd worden. Wij bewaren dit contact niet."]
    assert len(await noor.companies()) == 1
    assert await noor.contacts() == []


async def test_a_database_that_says_no_halfway_keeps_nothing(noor: Noor) -> None:
    async with noor.engine.begin() as connection:
        await connection.execute(text("alter table company_contact add constraint nobody check (name <> 'Piet de Boer')"))
    try:
        with pytest.raises(Exception, match="nobody"):
            await noor.imports_companies(JANSEN, BOER)
        assert (await noor.companies(), await noor.runs()) == ([], [])
    finally:
        async with noor.engine.begin() as connection:
            await connection.execute(text("alter table company_contact drop constraint nobody"))


NAMES = st.sampled_from(["Jansen", "jansen bv", "De Boer", "Bakker & Zn."])
ROWS = st.tuples(
    st.sampled_from(["9001", "9002"]),
    NAMES,
    st.sampled_from(["", "", "11111111", "22222222"]),
    st.sampled_from(["", "Fatima", "fatima", "Élan"]),
    st.sampled_from(["", "planner"]),
    st.sampled_from(["", "f@jansen.example", "F@jansen.example", "e@boer.example"]),
    st.sampled_from(["", "0612345678", "06-87654321"]),
).map(",".join)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(first=st.lists(ROWS, min_size=1, max_size=6), second=st.lists(ROWS, min_size=1, max_size=6))
async def test_whatever_was_there_a_stored_file_changes_nothing_the_second_time(
    noor: Noor, first: list[str], second: list[str]
) -> None:
    async with noor.engine.begin() as connection:
        await connection.execute(text("truncate company cascade"))
    for rows in (first, second):
        if await noor.imports_companies(*rows) == 0:
            stored = (await noor.companies(), await noor.contacts())
            assert await noor.imports_companies(*rows, told=False) == 0, noor.heard
            assert noor.counted == f"Nieuw: 0. Gewijzigd: 0. Ongewijzigd: {len(rows)}. Geweigerd: 0."
            assert (await noor.companies(), await noor.contacts()) == stored
        else:
            assert noor.refusals


async def test_a_workbook_says_the_same_as_the_text(noor: Noor) -> None:
    await noor.imports_companies(JANSEN, BOER, BAKKER)
    assert await noor.imports(files.workbook_of(files.companies(JANSEN, BOER, BAKKER))) == 0
    assert noor.heard[1:3] == [
        "Indeling: bedrijven. Regels: 3. Blad: Blad1.",
        "Nieuw: 0. Gewijzigd: 0. Ongewijzigd: 3. Geweigerd: 0.",
    ]
