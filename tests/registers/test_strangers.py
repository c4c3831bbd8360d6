"""No sequence of a stranger's messages changes a row of a company that they are not linked to."""

from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.companies.claims import Link, LinkedBy
from domain.dossier.forms import ContactForm, MandateForm
from storage.companies.links import link
from storage.database.transactions import transaction
from storage.tables.base import metadata
from storage.tables.people import intake, person
from storage.tables.registers import company, company_contact, import_run
from tests.beginnings import agree, talk
from tests.chat import Chat
from tests.dossier.keeping import add, listed
from tests.person import Person
from tests.postgres import Emptier

KVK = "12345678"
SAYINGS = (
    "Jansen Transport", "jansen transport bv", "Bakker Logistiek", "Hessenpoort", KVK, "fatima@jansen.example", "Fatima Jansen",
    "ja", "nee", "kort", "volledig", "verder", "start", "12", "directie", "overslaan", "collega", "collega begon al",
    "verwijder mijn gegevens", "wis mijn gegevens", "wijzig bedrijfsnaam", "wijzig kvk", "wijzig terrein", "wijzig e-mailadres",
    "vraag wis Jansen Transport", "code ABCD-2345", "wis contact fatima@jansen.example", "bedrijf ja 1", "bedrijf nee 1",
    "notitie jansen transport: weg ermee", "machtiging jansen transport", "uitnodigen hessenpoort jansen transport", "vragen",
    "toelaten 1", "weigeren 1", "toestemming", "mijn gegevens", "stop", "terug",
)  # fmt: skip
BUTTONS = ("Ja, wis alles", "Opslaan en verder", "Trek in", "Dit is mijn antwoord", "Ja, dat klopt")


async def jansen_stands(chat: Chat) -> UUID:
    """Put two companies in the register: one that is linked to an intake, and one that is not; with contacts and notes."""
    database = chat.database
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    await talk(fatima, "Jansen Transport", "Hessenpoort", KVK)
    async with transaction(database) as connection:
        own: UUID = (await connection.execute(select(person.c.intake_id))).scalar_one()
    jansen, bakker = await listed(database, kvk=KVK), await listed(database, "bakker logistiek")
    async with transaction(database) as connection:
        assert await link(connection, Link(jansen, own, LinkedBy.INVITATION))
        run = {"kind": "companies", "file": "x", "digest": "x", "added": 1, "changed": 0}
        made = (await connection.execute(import_run.insert().values(run).returning(import_run.c.id))).scalar_one()
        for of in (jansen, bakker):
            contact = {"company_id": of, "key": "f", "name": "Fatima Jansen", "email": "fatima@jansen.example", "import_id": made}
            await connection.execute(company_contact.insert().values(contact))
    for about in ({"register": jansen}, {"register": bakker}, {"register": jansen, "intake": own}):
        await add(database, ContactForm, **about)
        await add(database, MandateForm, data={"signed": "2026-11-20"}, **about)
    return own


async def of_others(database: AsyncEngine, own: UUID) -> dict[str, list[Any]]:
    """Return every row of companies, of what the team wrote, and of the intake that was there first."""
    found: dict[str, list[Any]] = {}
    names = ("company", "company_contact", "company_link", "form_response", "form_version", "objection", "terrain_event")
    async with transaction(database) as connection:
        for name in names:
            table = metadata.tables[name]
            found[name] = sorted(map(str, await connection.execute(select(table))))
        for table, column in ((intake, intake.c.id), (person, person.c.intake_id)):
            found[table.name] = sorted(map(str, await connection.execute(select(table).where(column == own))))
        answers = metadata.tables["answer"]
        found["answer"] = sorted(map(str, await connection.execute(select(answers).where(answers.c.intake_id == own))))
    return found


async def does(stranger: Person, said: str) -> None:
    """Say something, or press a button that is on the screen."""
    if said not in BUTTONS:
        await stranger.says(said)
    elif any(shown.has_button(said) for shown in stranger.screen):
        await stranger.clicks(said)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.lists(st.sampled_from((*SAYINGS, *BUTTONS)), max_size=10),
    then=st.lists(st.sampled_from((*SAYINGS, *BUTTONS)), max_size=6),
    begins=st.sampled_from((
        ("Jansen Transport", "Hessenpoort", KVK, "directie", "ja", "fatima@jansen.example"),
        ("Bakker Logistiek", "Hessenpoort", "overslaan", "directie", "ja", "fatima@jansen.example"),
        (),
    )),
)  # fmt: skip
async def test_a_strangers_messages_change_nothing_of_an_unlinked_company(
    engine: AsyncEngine, emptier: Emptier, first: list[str], then: list[str], begins: tuple[str, ...]
) -> None:
    emptier.empty()
    chat = Chat(engine)
    own = await jansen_stands(chat)
    before = await of_others(engine, own)
    stranger = chat.person("Fatima Jansen")
    await agree(stranger, "volledig")
    for said in (*begins, *first, "verwijder mijn gegevens", "ja", *then):
        await does(stranger, said)
    assert await of_others(engine, own) == before
    async with transaction(engine) as connection:
        assert len((await connection.execute(select(company))).all()) == 2
