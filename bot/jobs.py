"""The jobs that run beside the conversations, in procrastinate's queue on the same PostgreSQL."""

import datetime

import structlog
from procrastinate import App, PsycopgConnector

from bot.calculating import crew
from domain.consents import KEEP_YEARS
from domain.demand.parameters import STANDARD, Parameters
from storage.company_erasure import erase_old_contacts
from storage.engine import conninfo
from storage.erasure import erase_expired, erase_old_turns
from storage.papers import erase_old_papers
from storage.renewing import renew_totals
from storage.transactions import Database, transaction

# Teams delivers an activity again within minutes; a week leaves room for an outage.
TURNS_DAYS = 7
log = structlog.get_logger(__name__)


def make_jobs(url: str, database: Database, parameters: Parameters = STANDARD) -> App:
    """Return the queue with every job we have. Open it before use; it has connections of its own."""
    app = App(connector=PsycopgConnector(conninfo=conninfo(url), min_size=1, max_size=4))

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
        await renew(database, parameters)

    return app


async def renew(database: Database, parameters: Parameters) -> None:
    """Renew every total that is stale, beside the conversations."""
    async with crew() as calculate:
        renewed = await renew_totals(database, parameters, lambda: datetime.datetime.now(datetime.UTC), calculate)
    log.info("totals.renewed", terrains=renewed)


async def tidy(database: Database, now: datetime.datetime) -> None:
    """Erase intakes without a sign of life and contacts imported two years ago, old turns, and papers whose day is over."""
    async with transaction(database) as connection:
        intakes = await erase_expired(connection, now - datetime.timedelta(days=365 * KEEP_YEARS))
        turns = await erase_old_turns(connection, now - datetime.timedelta(days=TURNS_DAYS))
        papers = await erase_old_papers(connection, now)
        contacts = await erase_old_contacts(connection, now - datetime.timedelta(days=365 * KEEP_YEARS))
    log.info("tidied", intakes=intakes, turns=turns, papers=papers, contacts=contacts)


async def run_jobs(jobs: App) -> None:
    """Run jobs until cancelled; an unfinished one is finished first."""
    async with jobs.open_async():
        await jobs.run_worker_async(install_signal_handlers=False, delete_jobs="successful")
