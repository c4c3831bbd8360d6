"""Another holds a table for long, as a change by hand does: nobody waits in silence, and nothing is lost or doubled."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from bot.sentences import NOT_SAVED_YET
from bot.timeouts import Timeouts
from storage.database.transactions import Database
from tests.teams.activities import FATIMA, NOOR, says
from tests.turn.pair import Pair, two_processes

pytestmark = pytest.mark.usefixtures("quiet")

SHORT = Timeouts(lock=0.2)


@pytest.fixture
async def pair(database: Database, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Pair]:
    """Two processes that soon lose their patience with who holds a lock."""
    async with two_processes(database, monkeypatch, SHORT) as found:
        yield found


@pytest.mark.parametrize("table", ["intake", "turn", "person"])
async def test_who_is_known_and_who_is_new_hear_so_and_are_answered_afterwards(pair: Pair, table: str) -> None:
    await pair.delivers(pair.first, says("hallo", person=FATIMA))
    heard = len(pair.teams.texts)
    async with pair.database.begin() as other:
        await other.execute(text(f"lock table {table} in access exclusive mode"))
        for who in (FATIMA, NOOR):
            status, _ = await pair.deliver(pair.first, says("goedemorgen", person=who))
            assert status == 202
        assert (await pair.teams.hears(heard + 2))[heard:] == [NOT_SAVED_YET, NOT_SAVED_YET]
    await pair.settled(pair.first)
    assert len(pair.teams.texts) == heard + 4
    assert await pair.count("select count(*) from turn") == 3
