"""What the bot says by itself: Fatima is reminded of her questions, Noor sees her week and a draft that waits for her yes."""

import datetime
from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
from sqlalchemy import select, text, update

from demo.bot import NOOR
from demo.companies import TENANT as FIRMS
from demo.companies import settle
from demo.history import TEAM_TENANT, tell_history
from domain.calendar.here import HERE
from domain.companies.audiences import invitable
from domain.sessions.formats import BY_KEY
from domain.sessions.plan import make_plan
from domain.sessions.session import Session
from domain.sessions.visitors import Mark
from storage.companies.audiences import Audiences
from storage.database.engine import create_engine
from storage.database.transactions import Database, transaction
from storage.intake.intakes import make_official
from storage.sessions.sessions import Sessions
from storage.tables.people import intake, person
from tests.clockwork import morning_comes, queue_job
from tests.e2e.conftest import House

TERRAIN = "demo-01"
DAY = datetime.timedelta(days=1)
WISHED = (
    "update person set place = jsonb_set(place, '{wished_on}', to_jsonb(cast(:day as text))) where place->>'hearing' = 'wanted'"
)


@pytest.fixture
async def database(house: House) -> AsyncIterator[Database]:
    """The database of the house, with invented companies and what happened before today in it."""
    engine, now = create_engine(house.environment["DATABASE_URL"]), datetime.datetime.now(datetime.UTC)
    await settle(engine, now)
    await tell_history(engine, now)
    yield engine
    await engine.dispose()


async def test_what_the_bot_says_by_itself(house: House, database: Database) -> None:
    fatima, noor = await house.window("fatima"), await house.window("noor")
    for words in ("ja", "kort", "Jansen Transport", "Hessenpoort", "herinner mij"):
        await fatima.says(words)
    await days_pass(database)
    await fatima.remembers()
    await noor.remembers()
    await queue_job(house.environment["DATABASE_URL"], "rounds")
    await noor.sees("Uw terreinen deze week", "Hier is aandacht nodig", "Klaar om te versturen? Bedankt")
    await noor.card_picture("digest", "Uw terreinen deze week", phone=True)
    await noor.card_picture("morning", "Hier is aandacht nodig", phone=True)
    await noor.card_picture("draft", "Klaar om te versturen?", phone=True)
    await noor.says("concepten")
    await noor.sees("Wacht op uw ja", "1. Bedankt voor uw komst: startsessie Hessenpoort")
    await noor.card_picture("drafts", "Wacht op uw ja", phone=True)
    await morning_comes(database, house.environment["DATABASE_URL"])
    await fatima.sees("Nog even verder?")
    await fatima.picture("reminder")


async def days_pass(database: Database) -> None:
    """Let it be four days since Fatima stopped; companies that can be reached came to a session yesterday."""
    now = datetime.datetime.now(datetime.UTC)
    evening = datetime.datetime.combine(now.astimezone(HERE).date() - DAY, datetime.time(19, 30), HERE)
    session = Session(plan=make_plan(uuid4(), TERRAIN, BY_KEY["start"], evening, 12), held=True)
    async with transaction(database) as connection:
        await connection.execute(text(WISHED), {"day": (now - 4 * DAY).date().isoformat()})
        await connection.execute(update(intake).values(changed_at=now - 4 * DAY))
        await connection.execute(update(person).where(person.c.tenant == FIRMS).values(reference={"conversation": {"id": "a:1"}}))
        sessions = Sessions(connection, await make_official(connection, TEAM_TENANT, NOOR, "Noor Bakker"))
        await sessions.add(session, now - 9 * DAY)
        firms = (await connection.execute(select(person.c.intake_id).where(person.c.tenant == FIRMS))).scalars().all()
        await sessions.invite(session, await Audiences(connection).members(invitable(session).among(firms), now))
        for one in await sessions.visitors(session, now):
            await sessions.mark(session.id, one.number, Mark.COMES)
