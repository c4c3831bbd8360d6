"""Being the clock of a bot that runs for real: starting what it does from time to time, and letting the morning come."""

import datetime

from sqlalchemy import update

from bot.jobs.queue import make_queue, waking
from domain.notices.notice import Wake
from storage.database.transactions import Database, transaction
from storage.tables.notice import notice


async def queue_job(url: str, task: str, lock: str | None = None) -> None:
    """Put a job in the queue, as the clock does."""
    queue = make_queue(url)
    async with queue.open_async():
        await queue.configure_task(task, lock=lock, allow_unknown=True).defer_async(timestamp=0)


async def morning_comes(database: Database, url: str) -> None:
    """Let it be nine o'clock: then companies hear what was planned for them."""
    now = datetime.datetime.now(datetime.UTC)
    async with transaction(database) as connection:
        later = update(notice).where(notice.c.due_at > now).values(due_at=now).returning(notice.c.person_id)
        waiting = (await connection.execute(later)).scalars()
        await waking(make_queue(url))(connection, [Wake.person(one, now) for one in waiting])
