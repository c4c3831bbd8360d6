"""An answer changes its intake and its person in place: PostgreSQL writes no index of theirs for it."""

import datetime
from collections import Counter
from uuid import uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.exchange import Arrival
from dialogs.turn.events import Said, Scope
from storage.database.transactions import Transaction
from storage.turn.transaction import TurnTransaction
from tests.chat import Chat
from tests.intake.arranging import asked

WRITTEN = text("""
    select relname as name, pg_stat_get_xact_tuples_updated(oid) as changed, pg_stat_get_xact_tuples_hot_updated(oid) as in_place
    from pg_class where oid in ('intake'::regclass, 'person'::regclass)
""")


async def test_an_answer_changes_its_rows_in_place(database: AsyncEngine) -> None:
    chat = Chat(database)
    fatima = await asked(chat, "tractor.total")
    place, sender = fatima.conversation, fatima.sender
    reference = fatima.reference(place, Scope.PERSONAL)
    async with database.connect() as connection:  # a page that is full of what other tests left has no place
        await (await connection.execution_options(isolation_level="AUTOCOMMIT")).execute(text("vacuum intake, person, turn"))
    arrival = Arrival(sender.tenant, place, uuid4().hex, sender, Scope.PERSONAL, Said("12"), reference, invoke=False)
    chat.now += datetime.timedelta(minutes=1)
    async with TurnTransaction(database, arrival, None) as opening:
        loaded = await opening.lock()
        before = await written(opening.connection)
        await chat.turns.turn_here(opening, arrival, loaded)
        after = await written(opening.connection)
    assert after - before == Counter({(table, how): 1 for table in ("intake", "person") for how in ("changed", "in place")})


async def written(connection: Transaction) -> Counter[tuple[str, str]]:
    """Count the rows that this session changed, lately, and how many of those in place."""
    rows = (await connection.execute(WRITTEN)).all()
    return Counter(
        {(row.name, how): count for row in rows for how, count in (("changed", row.changed), ("in place", row.in_place))}
    )
