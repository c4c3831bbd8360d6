"""Work in the real queue: started in the transaction of a turn, taken up after a crash, and told by itself."""

from collections.abc import AsyncIterator
from uuid import UUID

import pytest
from procrastinate import App
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.jobs.queue import deferring, make_jobs, make_queue
from bot.metrics import Metrics
from bot.turn.outbox import Outbox
from bot.turn.papers import PaperOffers
from storage.database.transactions import transaction
from tests.chat import Chat
from tests.jobs.test_works import kept, noor


@pytest.fixture
async def queued(chat: Chat, database_url: str) -> AsyncIterator[tuple[Chat, App]]:
    """A chat on the real queue."""
    outbox = Outbox(PaperOffers("https://laadmaat.voorbeeld.example"), deferring(make_queue(database_url)))
    chat.turns.outbox = outbox
    jobs = make_jobs(database_url, chat.database, chat.worker)
    async with jobs.open_async():
        yield chat, jobs


async def waiting(database: AsyncEngine) -> list[tuple[str, str, dict[str, str]]]:
    """Return what stands in the queue."""
    async with transaction(database) as connection:
        found = await connection.execute(text("select task_name, status::text, args from procrastinate_jobs order by id"))
        return [(row.task_name, row.status, row.args) for row in found]


async def dies_doing_everything(database: AsyncEngine) -> None:
    """Leave behind what a worker leaves that is killed while it does everything that waits."""
    async with transaction(database) as connection:
        await connection.execute(text("insert into procrastinate_workers (last_heartbeat) values (now() - interval '1 hour')"))
        taken = "update procrastinate_jobs set status = 'doing', worker_id = (select max(id) from procrastinate_workers)"
        await connection.execute(text(taken))


async def work_off(jobs: App) -> None:
    """Do everything that waits now."""
    await jobs.run_worker_async(wait=False, install_signal_handlers=False, delete_jobs="successful", listen_notify=False)


async def test_work_goes_through_the_queue_which_knows_nothing_but_an_id(queued: tuple[Chat, App]) -> None:
    chat, jobs = queued
    await noor(chat).says("werk count 5")
    [(task, status, arguments)] = await waiting(chat.database)
    assert (task, status, list(arguments)) == ("work", "todo", ["work"])
    assert len(arguments["work"]) == 36
    await chat.turns.receipts.write()
    await work_off(jobs)
    await chat.delivers()
    noor(chat).sees("Ik telde tot 5.")
    assert "work" not in [task for task, _, _ in await waiting(chat.database)]


async def test_a_turn_that_is_rolled_back_starts_nothing(queued: tuple[Chat, App]) -> None:
    chat, _ = queued
    async with chat.database.connect() as connection:
        await chat.turns.outbox.defer(connection, UUID(int=1))
        await connection.rollback()
    assert await waiting(chat.database) == []


async def test_work_of_a_dead_worker_is_taken_up(queued: tuple[Chat, App]) -> None:
    chat, jobs = queued
    await noor(chat).says("werk count 4")
    await dies_doing_everything(chat.database)
    await jobs.tasks["take_up"].configure(queueing_lock=None).defer_async(timestamp=0)
    for _ in range(50):
        await work_off(jobs)
        if await kept(chat):
            break
    assert await kept(chat) == ["geteld tot 4"]


async def test_what_the_dead_left_is_dropped_when_the_next_waits_already(queued: tuple[Chat, App]) -> None:
    chat, jobs = queued
    await jobs.tasks["totals"].defer_async(timestamp=0)  # it has a lock: while it is being done, no other of it begins
    await noor(chat).says("werk count 4")
    await dies_doing_everything(chat.database)
    await jobs.tasks["totals"].defer_async(timestamp=300)
    await jobs.tasks["take_up"](timestamp=0)
    found = [(task, status, arguments.get("timestamp")) for task, status, arguments in await waiting(chat.database)]
    assert found == [("work", "todo", None), ("totals", "todo", 300)]


async def test_what_waits_is_counted(chat: Chat, database_url: str) -> None:
    metrics = Metrics()
    chat.turns.outbox = Outbox(PaperOffers("https://laadmaat.voorbeeld.example"), deferring(make_queue(database_url)))
    jobs = make_jobs(database_url, chat.database, chat.worker, None, metrics)
    async with jobs.open_async():
        for _ in range(2):
            await noor(chat).says("werk count 5")
        await jobs.tasks["take_up"](timestamp=0)
    assert b"laadmaat_jobs_waiting 2.0" in metrics.page()
