"""A walk over all tables after an erasure: whatever is left of somebody is declared beside its table, with its reason."""

import datetime
import json
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import ScalarSelect, Table, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.access.roles import Grant, Role
from storage.database.migrate import all_tables
from storage.database.transactions import transaction
from storage.door.sessions import make_link, open_session
from storage.tables.access import role_event
from storage.tables.base import retention_of
from storage.tables.channel import channel, thread
from storage.tables.companies import addressee, calling
from storage.tables.door import door_message
from storage.tables.inbox import standing, wrong_code
from storage.tables.insight import published_total, terrain_total
from storage.tables.knowledge import item_version
from storage.tables.mail import mail_mark
from storage.tables.meter import measured_days, meter_file
from storage.tables.notice import notice
from storage.tables.people import intake, person
from storage.tables.registers import company, company_claim, company_contact, import_file
from storage.tables.seals import seal_key
from storage.tables.sending import sending
from storage.tables.session import session
from storage.tables.work import work
from tests.access.arranging import gives, links
from tests.beginnings import SHORT, talk
from tests.chat import TENANT, Chat
from tests.notices.arranging import says
from tests.person import Person
from tests.registers.conftest import Noor
from tests.sessions.beginnings import FACTS, MAKE, SEND
from tests.tables import rows
from tests.terrains.arranging import plan
from tests.terrains.arranging import register as terrains

CONTACT = "t-1,Jansen Transport B.V.,12345678,Fatima Jansen,directeur,fatima@jansen.example,06-12345678"
CONSENTS = ("ja", "ja", "nee", "nee", "ja", "ja")
TABLES = all_tables().sorted_tables
# Of whom is erased nothing may stand in any other column than these; in tables that are not personal, not before either.
STAYS = {f"{table.name}.{column}" for table in TABLES for column in retention_of(table).remains}
PERSONAL = {table.name for table in TABLES if retention_of(table).personal}


@pytest.fixture
async def register(database: AsyncEngine) -> AsyncEngine:
    """The terrains of the chat, in the table too."""
    await terrains(database)
    return database


@pytest.fixture
def chat(register: AsyncEngine) -> Chat:
    return Chat(register, public_url="https://laadmaat.voorbeeld.example")


def seen_in(table: Table, row: dict[str, Any], traces: set[str]) -> set[str]:
    """Return the columns of a row in which one of these words stands."""
    texts = {name: json.dumps(value, default=str, ensure_ascii=False).casefold() for name, value in row.items()}
    return {f"{table.name}.{name}" for name, text in texts.items() if any(one.casefold() in text for one in traces)}


async def walk(chat: Chat, traces: set[str]) -> set[str]:
    """Return every column of every table in which one of these words stands."""
    found: set[str] = set()
    for table in TABLES:
        for row in await rows(chat, table):
            found |= seen_in(table, row, traces)
    return found


async def traces_of(chat: Chat, *people: Person) -> set[str]:
    """Return by what one can know these people and their company again."""
    known = {"Jansen Transport", "Fatima Jansen", "fatima@jansen.example", "12345678", "geheim"}
    objects = {one.sender.object_id for one in people}
    for row in await rows(chat, person):
        if row["object_id"] in objects:
            known |= {str(row["id"]), str(row["intake_id"]), row["id"].hex}
            marks = await rows(chat, intake)
            known |= {str(one["mark"]) for one in marks if one["id"] == row["intake_id"]}
    known |= {str(row["id"]) for row in await rows(chat, company)}
    return known | objects | {one.sender.teams_id for one in people} | {f'"{one.conversation}"' for one in people}


async def answers_everything(chat: Chat, anouk: Person) -> Person:
    """Let Fatima come in by an invitation, answer, decide, ask, and invite a colleague."""
    await anouk.says("uitnodigen hessenpoort Jansen Transport")
    fatima = chat.person("Fatima Jansen")
    await fatima.opens()
    await talk(fatima, f"code {anouk.code()}", "ja", "kort", *SHORT[2:], *CONSENTS)
    fatima.sees("Dank u wel")
    await talk(fatima, "wijzig kvk-nummer", "12345678", "wijzig e-mailadres", "fatima@jansen.example")
    await talk(fatima, "aandragen Bakkerij Zwart", "ja")
    await talk(fatima, "vraag iets geheims", "bel mij", "collega", "herinner mij morgen")
    return fatima


async def writes_down(chat: Chat, anouk: Person) -> None:
    """Let the team write about the company, and about the terrain."""
    await talk(anouk, "notitie jansen transport: dit is geheim", "actie jansen transport: geheime offerte voor 12 januari")
    await anouk.says("notitie jansen transport: De bocht bij Jansen Transport is te krap")
    await anouk.clicks("Wijzig")
    await anouk.fills_in({"Over welk bedrijf?": "-"}, "Opslaan")
    await talk(anouk, "machtiging jansen transport")
    await anouk.fills_in({}, "Opslaan")
    await talk(anouk, "gespreksblad jansen transport", "regisseur hessenpoort ik", "wis contact iemand@elders.example")


async def invites_to_a_session(anouk: Person) -> None:
    """Let the team invite every company of the terrain."""
    await anouk.says("sessieplan hessenpoort startsessie")
    await anouk.fills_in(FACTS, MAKE)
    await anouk.clicks("Wie komt er")
    await anouk.clicks("Uitnodigen")
    await anouk.clicks(SEND)


async def comes_without_teams(connection: AsyncConnection, her: ScalarSelect[UUID], now: datetime.datetime) -> None:
    """Let somebody take part on a telephone too, and read there what we said."""
    [fatima] = (await connection.execute(select(her))).scalars()
    await open_session(connection, fatima, "Telefoon van Jansen Transport", now)
    await make_link(connection, fatima, now)
    said = {"person_id": fatima, "id": uuid4(), "activity": {"text": "Dag Jansen Transport"}, "at": now}
    await connection.execute(door_message.insert().values(said))


async def fills_the_rest(chat: Chat, anouk: Person) -> None:
    """Put in the tables what jobs and other people leave there."""
    await links(chat, anouk)
    await gives(chat, chat.person("Bram"), Grant(Role.PARK_MANAGER, terrain="t-1"))
    await plan(chat)
    await says(anouk, "volg hessenpoort")
    [own] = [row for row in await rows(chat, intake) if row["company"] == "Jansen Transport"]
    [jansen] = [row for row in await rows(chat, company) if row["name"].startswith("Jansen")]
    async with transaction(chat.database) as connection:
        [team] = list(await connection.execute(select(person.c.id).where(person.c.object_id == anouk.sender.object_id)))
        figures = {"terrain_id": "t-1", "at": chat.now, "figures": {}}
        await connection.execute(terrain_total.insert().values(figures | {"basis": "x"}))
        total = figures | {"year": 1, "parameters": "x", "members": [str(own["mark"])]}
        await connection.execute(published_total.insert().values(total))
        file = {"id": uuid4(), "person_id": team.id, "name": "lijst.csv", "digest": "x", "content": b"x"}
        await connection.execute(import_file.insert().values(file))
        task = {"id": uuid4(), "kind": "try_register", "ids": {}, "title": "Proef", "personal": True, "tenant": TENANT}
        task |= {"conversation": "a:9", "reference": {}, "turn_id": uuid4(), "place": 0, "at": chat.now}
        await connection.execute(work.insert().values(task))
        [meeting] = list(await connection.execute(select(session.c.id)))
        draft = {"id": uuid4(), "session_id": meeting.id, "terrain_id": "t-1", "kind": "thanks"}
        draft |= {"text": "Dank u.", "state": "open", "at": chat.now}
        await connection.execute(sending.insert().values(draft))
        [place] = list(await connection.execute(select(channel.c.id)))
        await connection.execute(thread.insert().values(channel_id=place.id, subject="terrain:t-1", opener=uuid4()))
        office = {"tenant": TENANT, "object_id": "x", "kind": "given", "role": "team", "by": "x"}
        await connection.execute(role_event.insert().values(office))
        told = {"kind": "consent", "person_id": team.id, "terrain_id": "t-1", "intake_id": own["id"], "at": chat.now}
        due = chat.now + datetime.timedelta(days=9)
        await connection.execute(notice.insert().values(told | {"due_at": due, "data": {"purposes": ["total"]}}))
        hers = select(person.c.id).where(person.c.intake_id == own["id"]).limit(1).scalar_subquery()
        await approaches(connection, jansen["id"], own["id"], team.id, chat.now)
        await connection.execute(standing.insert().values(person_id=hers, guest=False))
        await comes_without_teams(connection, hers, chat.now)
        await connection.execute(wrong_code.insert().values(tenant=TENANT, who="0" * 64, at=chat.now))
        known = {"key": "gtv", "version": 2, "whole": {}, "state": "dropped", "person_id": team.id, "at": chat.now}
        await connection.execute(item_version.insert().values(known))
        await fills_the_meter(connection, own["id"], hers, chat.now)
        await connection.execute(mail_mark.insert().values(digest="0" * 64, person_id=hers, why="wrong", at=chat.now))
        await connection.execute(seal_key.insert().values(key=b"x" * 32, made_at=chat.now))


async def approaches(connection: AsyncConnection, listed: UUID, own: UUID, caller: UUID, at: datetime.datetime) -> None:
    """Let the company be claimed, be called at this moment, and its contact in the register be mailed."""
    await connection.execute(company_claim.insert().values(company_id=listed, intake_id=own, answer=True))
    await connection.execute(calling.insert().values(intake_id=own, person_id=caller, at=at))
    contact = select(company_contact.c.id).where(company_contact.c.company_id == listed).limit(1).scalar_subquery()
    await connection.execute(addressee.insert().values(contact_id=contact))


async def fills_the_meter(connection: AsyncConnection, own: UUID, hers: ScalarSelect[Any], at: datetime.datetime) -> None:
    """Put in the tables what is kept of a meter, and a file that is still looked at."""
    days = {"winter": [1.0] * 96, "highest": [2.0] * 96, "intake_id": own, "source": {}, "at": at}
    await connection.execute(measured_days.insert().values(days))
    sent = {"id": uuid4(), "person_id": hers, "intake_id": own, "digits": "", "content": b"x", "found": {}}
    await connection.execute(meter_file.insert().values(sent))


async def test_what_is_left_of_whoever_is_erased_is_known_and_has_its_reason(chat: Chat, noor: Noor) -> None:
    await noor.imports_companies(CONTACT)
    anouk = chat.person("Anouk", team=True)
    fatima = await answers_everything(chat, anouk)
    await writes_down(chat, anouk)
    await invites_to_a_session(anouk)
    await fills_the_rest(chat, anouk)
    traces = await traces_of(chat, fatima)
    assert [table.name for table in TABLES if not await rows(chat, table)] == [], "the walk passes by nothing"
    before = {column.partition(".")[0] for column in await walk(chat, traces)}
    assert before == PERSONAL, "a new table is looked at here, or says that it is not personal"
    await talk(fatima, "verwijder mijn gegevens", "ja")
    fatima.sees("Uw antwoorden zijn gewist.")
    await chat.turns.receipts.write()
    assert await walk(chat, traces) == STAYS
    assert await noor.rows(select(company.c.withdrawn_at.is_not(None))) == [(True,)], "whom it named alone went along"


async def test_what_is_kept_reads_as_dutch(noor: Noor, chat: Chat) -> None:
    await noor.imports_companies(CONTACT)
    anouk = chat.person("Anouk", team=True)
    await anouk.says("uitnodigen hessenpoort Jansen Transport")
    fatima = chat.person("Fatima")
    await fatima.opens()
    await talk(fatima, f"code {anouk.code()}", "ja", "kort")
    await talk(anouk, "notitie jansen transport: het net is vol", "actie jansen transport: bellen voor 12 januari")
    await anouk.clicks("Afsluiten")
    await fatima.says("mijn gegevens alles")
    told = fatima.text().split("Wat het team noteerde")[1]
    for words in ("Notitie 1", "het net is vol", "Actie 2 opgeschreven", "12 januari 2027", "Notitie 1 afgesloten"):
        assert words in told
    assert "Verbonden door: een uitnodiging" in told
    for raw in ("entry", "action", "contact_on", "form", "how", "2026-11-23", "2027-01-12", "invitation"):
        assert raw not in told
