"""The jobs that run beside the conversations, in procrastinate's queue on the same PostgreSQL."""

import asyncio
import datetime
import itertools
from collections.abc import Sequence
from uuid import UUID

import structlog
from procrastinate import App, PsycopgConnector, RetryStrategy
from procrastinate.exceptions import JobAborted, UniqueViolation
from procrastinate.jobs import Job, Status
from procrastinate.types import JSONDict

from bot.jobs.calculation import crew
from bot.jobs.notices import WAKE, Notifier
from bot.jobs.rosters import reread_teams
from bot.jobs.rounds import RoundsJob
from bot.jobs.work import Works
from bot.metrics import Metrics
from bot.teams.rosters import Rosters
from bot.turn.outbox import Defer, WakeUp
from domain.demand.parameters import Parameters
from domain.notices.notice import Wake
from storage.database.engine import conninfo
from storage.database.transactions import Database, DatabaseGone, RaceLost, Transaction, driver_of, transaction
from storage.disclosure.renewal import renew_totals
from storage.ended import sweep

AT_ONCE = 3  # jobs; one that takes minutes should not keep the others waiting
# What a database that was away, or a program that was asked to stop, left undone.
UNDONE = (DatabaseGone, RaceLost, JobAborted, asyncio.CancelledError)
LATER = RetryStrategy(max_attempts=20, wait=30, retry_exceptions=UNDONE)  # type: ignore[arg-type]  # being cut off is one
FAREWELL = 15.0  # seconds for jobs in progress when the program is asked to stop
log = structlog.get_logger(__name__)


def make_queue(url: str) -> App:
    """Return the queue, to put work in; opened it has connections of its own."""
    return App(connector=PsycopgConnector(conninfo=conninfo(url), min_size=1, max_size=4))


def deferring(queue: App) -> Defer:
    """Return what puts work in the queue, in the transaction of whoever starts it. The queue need not be open."""

    async def defer(connection: Transaction, work: UUID) -> None:
        driver = await driver_of(connection)
        await queue.configure_task("work", connection=driver, allow_unknown=True).defer_async(work=str(work))

    return defer


def waking(queue: App) -> WakeUp:
    """Return what puts in the queue for whom something is due, in the transaction that plans it. The queue need not be open."""

    async def wake(connection: Transaction, wakes: Sequence[Wake]) -> None:
        driver = await driver_of(connection)
        for at, several in itertools.groupby(sorted(set(wakes), key=lambda one: (one.at, one.to)), lambda one: one.at):
            task = queue.configure_task(WAKE, connection=driver, allow_unknown=True, schedule_at=at)
            several_jobs: list[JSONDict] = [{"to": one.to} for one in several]
            await task.batch_defer_async(*several_jobs)

    return wake


def make_jobs(url: str, database: Database, works: Works, rosters: Rosters | None = None, metrics: Metrics | None = None) -> App:
    """Return the queue with every job we have; those that ask something of Teams only with `rosters`. Open it before use."""
    app = make_queue(url)

    @app.task(name="work", retry=LATER)
    async def do_work(work: str) -> None:
        """Do what was started in a conversation."""
        await works.run(UUID(work))

    @app.periodic(cron="* * * * *")
    @app.task(queueing_lock="take_up", name="take_up")
    async def take_up_every_minute(timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
        """Take up what dead workers left behind: procrastinate leaves it as being done."""
        for job in await app.job_manager.get_stalled_jobs():
            log.warning("job.stalled", task=job.task_name)
            await take_up(app, job)
        if metrics is not None:
            metrics.jobs.set(sum(int(queue["todo"]) for queue in await app.job_manager.list_queues_async()))

    @app.periodic(cron="23 4 * * *")
    @app.task(queueing_lock="tidy", name="tidy")
    async def tidy_every_night(timestamp: int) -> None:
        """Forget what was promised to be forgotten."""
        await tidy(database, datetime.datetime.fromtimestamp(timestamp, datetime.UTC))

    @app.periodic(cron="*/5 * * * *")
    @app.task(queueing_lock="totals", lock="totals", name="totals")
    async def renew_totals_often(timestamp: int) -> None:
        """Add up again the terrains where something changed, and publish what may be published."""
        del timestamp  # a job that waited renews what is stale now
        await renew(database, works.house.parameters)

    if rosters is not None:
        keep_up_with_teams(app, database, rosters)
    return app


async def take_up(app: App, job: Job) -> None:
    """Have a job of a dead worker done; drop it when the next of its kind waits already: its lock would hold that up for ever."""
    try:
        await app.job_manager.retry_job(job)
    except UniqueViolation:
        await app.job_manager.finish_job(job, Status.ABORTED, delete_job=True)


def tell_in_time(app: App, notifier: Notifier) -> App:
    """Return the queue with the jobs that tell notices, and that look after what became of them."""

    @app.task(name=WAKE, retry=LATER)
    async def notify(to: str) -> None:
        """Tell a channel or a person what is due."""
        await notifier.notify(to)

    @app.periodic(cron="* * * * *")
    @app.task(queueing_lock="notices", name="notices")
    async def look_after_notices(timestamp: int) -> None:
        """Learn what arrived, and take up what was forgotten."""
        del timestamp  # a job that waited looks as things are now
        await notifier.look_after()

    return app


def go_round_often(app: App, rounds: RoundsJob) -> App:
    """Add the job that looks what has become due, and return the queue; the next round makes up for one that was missed."""

    @app.periodic(cron="*/15 * * * *")
    @app.task(queueing_lock="rounds", lock="rounds", name="rounds")
    async def go_round(timestamp: int) -> None:
        """Plan what people and channels ought to hear by now."""
        del timestamp  # a job that waited looks as things are now
        planned = {what: count for what, count in (await rounds.go()).items() if count}
        if planned:
            log.info("rounds.planned", **planned)

    return app


def keep_up_with_teams(app: App, database: Database, rosters: Rosters) -> None:
    """Add the job that reads linked teams again."""

    @app.periodic(cron="37 5,11,17 * * *")
    @app.task(queueing_lock="teams", name="teams")
    async def read_teams(timestamp: int) -> None:
        """Bring linked teams up to date."""
        del timestamp  # a job that waited reads them as they are now
        log.info("teams.read", teams=await reread_teams(database, rosters))


async def renew(database: Database, parameters: Parameters) -> None:
    """Renew every total that is stale, beside the conversations."""
    async with crew() as choose:
        renewed = await renew_totals(database, parameters, lambda: datetime.datetime.now(datetime.UTC), choose)
    if renewed:  # every few minutes nothing is no news
        log.info("totals.renewed", terrains=renewed)


async def tidy(database: Database, now: datetime.datetime) -> None:
    """Erase everything whose time is over, as its table declares."""
    async with transaction(database) as connection:
        erased = await sweep(connection, now)
    log.info("tidied", **erased)


async def run_jobs(jobs: App) -> None:
    """Run jobs until cancelled; short ones are finished first, long ones begin again in another worker."""
    async with jobs.open_async():
        await jobs.run_worker_async(
            install_signal_handlers=False, delete_jobs="successful", concurrency=AT_ONCE, shutdown_graceful_timeout=FAREWELL
        )
