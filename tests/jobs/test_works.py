"""Work that takes long: it is shown, it goes on by itself, it happens once and whole, and its result is told."""

import asyncio
import datetime

import pytest

from bot.jobs.queue import tidy
from dialogs.turn.events import Said, Scope
from dialogs.turn.replies import StartWork
from storage.database.transactions import RaceLost, transaction
from storage.papers.papers import Papers
from storage.tables.inbox import request
from storage.tables.people import person as person_table
from storage.tables.turn import turn
from storage.tables.work import work
from tests.chat import Chat
from tests.jobs.counting import RELEASE, STARTED
from tests.papers.conftest import FACTSHEET
from tests.person import Person
from tests.tables import rows


def noor(chat: Chat) -> Person:
    """Return who starts it."""
    return chat.person("Noor", team=True)


async def kept(chat: Chat) -> list[str]:
    """Return the traces of work."""
    return [row["text"] for row in await rows(chat, request)]


async def test_the_result_follows_and_the_card_says_that_it_ended(chat: Chat) -> None:
    await noor(chat).says("werk count 5")
    noor(chat).sees("Ik ga tellen", "Ik ben ermee bezig. U hoort hier wanneer het klaar is.")
    noor(chat).fresh = []
    await chat.works()
    noor(chat).sees("Ik telde tot 5.", "Dit is klaar.")
    assert len(noor(chat).screen) == 2
    assert await kept(chat) == ["geteld tot 5"]
    assert await rows(chat, work) == []


async def test_a_result_can_be_a_paper(chat: Chat) -> None:
    await noor(chat).says("werk count 3")
    await chat.works()
    noor(chat).sees("Factsheet Hessenpoort.pdf", "De link werkt tot")


@pytest.mark.parametrize("scope", [Scope.CHANNEL, Scope.GROUP])
async def test_a_result_is_told_where_it_was_asked_for(chat: Chat, scope: Scope) -> None:
    await noor(chat).does(Said("werk count 5"), scope=scope)
    await chat.turns.receipts.write()
    await chat.worker.run(chat.queue.pop())
    [told] = [row for row in await rows(chat, turn) if row["activity"].startswith("work:")]
    assert told["conversation"] == f"19:{scope.value}@thread.tacv2"
    assert "Ik telde tot 5." in str(told["outgoing"])


async def test_work_is_done_once_however_often_it_is_taken_up(chat: Chat) -> None:
    await noor(chat).says("werk count 2")
    [one] = chat.queue
    await asyncio.gather(*(chat.worker.run(one) for _ in range(3)))
    await chat.works()
    assert await kept(chat) == ["geteld tot 2"]
    assert noor(chat).transcript().count("Ik telde tot 2.") == 1


async def test_work_that_breaks_leaves_nothing_and_says_so_once(chat: Chat) -> None:
    await noor(chat).says("werk breaks")
    [one] = chat.queue
    await chat.works()
    noor(chat).sees("Er ging iets mis (code", "Dit is niet gelukt.")
    assert await kept(chat) == []
    noor(chat).fresh = []
    await chat.worker.run(one)
    await chat.delivers()
    noor(chat).sees_nothing()


async def test_people_go_on_while_work_is_done(chat: Chat) -> None:
    await noor(chat).says("werk waits")
    running = asyncio.create_task(chat.worker.run(chat.queue.pop()))
    await STARTED.wait()
    await noor(chat).says("vragen")
    noor(chat).sees("Er zijn geen open vragen.")
    RELEASE.set()
    await running
    await chat.delivers()
    noor(chat).sees("Eindelijk klaar.")
    assert await kept(chat) == ["lang werk"]


async def test_an_erasure_does_not_wait_for_work_and_nothing_of_it_is_kept(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says("ja")
    await fatima.says("werk writes_last")
    [one] = chat.queue
    running = asyncio.create_task(chat.worker.run(one))
    await STARTED.wait()
    await fatima.says("verwijder mijn gegevens")
    await fatima.clicks("Ja, wis alles")
    assert not running.done()
    RELEASE.set()
    with pytest.raises(RaceLost):  # the queue tries again, and then there is nothing to do
        await running
    await chat.works()
    fatima.fresh = []
    await chat.delivers()
    fatima.sees_nothing()
    assert await kept(chat) == []


async def test_work_of_a_process_that_died_is_begun_again(chat: Chat) -> None:
    await noor(chat).says("werk waits")
    [one] = chat.queue
    running = asyncio.create_task(chat.worker.run(one))
    await STARTED.wait()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert await kept(chat) == []
    RELEASE.set()
    await chat.works()
    noor(chat).sees("Eindelijk klaar.")
    assert await kept(chat) == ["lang werk"]


async def test_how_far_it_is_is_shown_in_place_and_seldom(chat: Chat) -> None:
    ticks = iter(range(0, 10_000, 2))
    chat.worker.seconds = lambda: float(next(ticks))
    await noor(chat).says("werk count 100")
    await chat.turns.receipts.write()
    await chat.worker.run(chat.queue.pop())
    updates = [row for row in await rows(chat, turn) if row["activity"].startswith("work:")]
    assert len(updates) == 2  # one that nobody sent yet is enough; the other is the result
    await chat.delivers()
    noor(chat).sees("Dit is klaar.", "Ik telde tot 100.")
    assert len(noor(chat).screen) == 2


async def test_a_calculation_has_a_process_of_its_own(chat: Chat) -> None:
    await noor(chat).says("werk add")
    try:
        await chat.works()
    finally:
        chat.worker.close()
    noor(chat).sees("Samen 6.")


async def test_work_that_nobody_declared_cannot_be_started(chat: Chat) -> None:
    unknown = StartWork("onbekend", "Iets")
    with pytest.raises(LookupError, match="onbekend"):
        async with chat.database.begin() as connection:
            await chat.turns.outbox.start(connection, None, None, unknown, 0)  # type: ignore[arg-type]


async def test_work_that_nobody_finished_is_forgotten_after_a_week(chat: Chat) -> None:
    await noor(chat).says("werk count 1")
    await tidy(chat.database, chat.now + datetime.timedelta(days=8))
    assert await rows(chat, work) == []


async def test_what_is_kept_for_work_is_read_by_its_own_person_alone(chat: Chat) -> None:
    people = [noor(chat), chat.person("Fatima")]
    for person in people:
        await person.opens()
    ids = [row["id"] for row in sorted(await rows(chat, person_table), key=lambda row: row["created_at"])]
    async with transaction(chat.database) as connection:
        hers, theirs = (Papers(connection, one, chat.now) for one in ids)
        kept_paper = await hers.keep(FACTSHEET)
        assert await hers.read(kept_paper) == FACTSHEET
        assert await theirs.read(kept_paper) is None
