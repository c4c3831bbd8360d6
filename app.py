"""The front door of Laadmaat: reads the settings, builds everything once, and starts what was asked for."""

import argparse
import asyncio
import datetime
import signal
import socket
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from procrastinate import App
from uvloop import new_event_loop

from bot.connections import MOST, PAGES, open_door
from bot.door.windows import Windows
from bot.edge import Beside, Edge
from bot.garbage_collection import settle
from bot.jobs.calculation import crew
from bot.jobs.forgetting import forgetting
from bot.jobs.mailing import mailing
from bot.jobs.notices import Notifier
from bot.jobs.queue import deferring, go_round_often, make_jobs, make_queue, run_jobs, tell_in_time, waking
from bot.jobs.rounds import RoundsJob
from bot.jobs.supervision import running
from bot.jobs.work import Works
from bot.logs import start_logging
from bot.mail.desk import MailDesk
from bot.settings import Settings
from bot.startup import SettingsWrong, read_items, read_parameters, read_settings
from bot.teams.connector import pooled_session
from bot.timeouts import Timeouts
from bot.turn.outbox import Outbox
from bot.turn.papers import PaperOffers
from bot.turn.search import Searching
from bot.turn.turns import Turns
from dialogs.attention_kinds import ATTENTION_KINDS
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.turn.known import House
from docs.pages import write_pages
from manifest.package import build_package
from storage.database.engine import create_engine, database_url
from storage.database.migrate import is_migrated, migrate
from storage.database.server import ServerFailed, serving
from storage.database.transactions import DatabaseGone
from storage.registers.importing.command import Operator, run_import
from storage.restoring.command import add_commands
from storage.terrains.names import TerrainRegister


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code: 0 done, 1 refused, 2 could not start."""
    asked = commands().parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # before it serves too, let go of what was started
    if asked.run == write_docs:
        return write_docs()
    try:
        settings = read_settings()
        if asked.run == write_package:
            return write_package(settings, asked.out or settings.data_dir / "laadmaat.zip")
        start_logging()
        with serving(settings.database_url, settings.data_dir) as url:
            database_url(url)
            migrate(url)
            code: int = asked.run(settings, url, asked)
            return code
    except DatabaseGone:
        print("Laadmaat start niet: de database van DATABASE_URL is niet te bereiken.", file=sys.stderr)
        return 2
    except (SettingsWrong, ServerFailed, ValueError) as wrong:
        print(f"Laadmaat start niet: {wrong}", file=sys.stderr)
        return 2


def commands() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("app.py", description="Laadmaat, de bot voor laden op bedrijventerreinen")
    several = parser.add_subparsers(required=True, metavar="OPDRACHT")
    start = several.add_parser("serve", help="start de bot: web en een werker")
    start.add_argument("--no-worker", action="store_true", help="alleen web")
    start.set_defaults(run=serve)
    several.add_parser("worker", help="start alleen een werker").set_defaults(run=work)
    take = several.add_parser("import", help="neem terreinen, bedrijven of een plankaart over uit een bestand (CSV, XLSX)")
    take.add_argument("file", type=Path, metavar="BESTAND")
    take.add_argument("--dry-run", action="store_true", help="laat alleen zien wat er verandert")
    take.add_argument("--bron", default="", help="waar de contacten van bedrijven vandaan komen")
    take.add_argument("--grond", default="", help="gerechtvaardigd belang, taak van algemeen belang of toestemming")
    take.set_defaults(run=import_file)
    package = several.add_parser("manifest", help="maak het pakket voor de beheerder van Teams")
    package.add_argument("--out", type=Path, metavar="BESTAND", help="standaard laadmaat.zip in DATA_DIR")
    package.set_defaults(run=write_package)
    add_commands(several, print)
    several.add_parser("docs", help="maak de pagina's in docs/ opnieuw").set_defaults(run=write_docs)
    return parser


def write_docs() -> int:
    """Write the pages that are made from the declarations."""
    print(*(f"docs/{page.name}" for page in write_pages()), sep="\n")
    return 0


def write_package(settings: Settings, path: Path) -> int:
    """Write the Teams app package."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(build_package(settings))
    print(path)
    return 0


def serve(settings: Settings, url: str, asked: argparse.Namespace) -> int:
    """Serve until asked to stop; turns in progress are finished."""
    public = listen(settings.host, settings.port)
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        runner.run(serve_until_stopped(settings, url, public, with_worker=not asked.no_worker))
    return 0


def work(settings: Settings, url: str, _: argparse.Namespace) -> int:
    """Do the work beside the conversations until asked to stop."""
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        runner.run(work_until_stopped(settings, url))
    return 0


def listen(host: str, port: int) -> socket.socket:
    """Listen at an address; raises SettingsWrong where something does already."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError:
        raise SettingsWrong(f"{host}:{port} is niet vrij.") from None


def import_file(_: Settings, url: str, asked: argparse.Namespace) -> int:
    """Take over a register; 0 when done or unchanged, 1 when refused."""

    async def run() -> int:
        engine = create_engine(url, connections=1)
        try:
            operator = Operator(print, input if sys.stdin.isatty() else None)
            return await run_import(asked.file, engine, operator, dry_run=asked.dry_run, source=asked.bron, ground=asked.grond)
        finally:
            await engine.dispose()

    return asyncio.run(run())


async def serve_until_stopped(settings: Settings, url: str, public: socket.socket, *, with_worker: bool) -> None:
    """Serve, perhaps with a worker, until the program is asked to stop."""
    stop = asked_to_stop()
    async with AsyncExitStack() as stack:
        edge, outbox = await stack.enter_async_context(opened(settings, url))
        await stack.enter_async_context(watched(settings, edge))
        if with_worker:
            await stack.enter_async_context(worker(settings, url, edge, outbox))
        application = edge.application()
        application.on_startup.append(settle)
        await stack.enter_async_context(open_door(application, public, most=MOST + (PAGES if settings.web_door else 0)))
        await stop.wait()


async def work_until_stopped(settings: Settings, url: str) -> None:
    """Run one worker until the program is asked to stop."""
    stop = asked_to_stop()
    async with opened(settings, url) as (edge, outbox), watched(settings, edge), worker(settings, url, edge, outbox):
        await stop.wait()


def asked_to_stop() -> asyncio.Event:
    """Return what is set when the program is asked to stop."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


@asynccontextmanager
async def watched(settings: Settings, edge: Edge) -> AsyncIterator[None]:
    """Let operators see a process, at an address that is not the public one."""
    async with AsyncExitStack() as stack:
        if settings.metrics_port:
            shown = listen(settings.metrics_host, settings.metrics_port)
            await stack.enter_async_context(open_door(edge.shown(), shown))
        yield


@asynccontextmanager
async def worker(settings: Settings, url: str, edge: Edge, outbox: Outbox) -> AsyncIterator[None]:
    """Do what a worker does, beside what happens inside: bring what stayed behind, and run the jobs."""
    engine = create_engine(url, connections=6)
    house, register = house_of(settings), TerrainRegister(engine, TerrainNames)
    works, notifier = Works(engine, house, register, now, outbox), Notifier(engine, house, register, now, outbox)
    rounds = RoundsJob(engine, house, register, now, outbox)

    def jobs() -> App:
        return go_round_often(tell_in_time(make_jobs(url, engine, works, edge.rosters, edge.metrics), notifier), rounds)

    try:
        async with mailing(settings, engine, now, edge.metrics), running(edge.sweep), running(lambda: run_jobs(jobs())):
            yield
    finally:
        works.close()
        await engine.dispose()


@asynccontextmanager
async def opened(settings: Settings, url: str) -> AsyncIterator[tuple[Edge, Outbox]]:
    """Build everything once, on one pool of connections to the database and one to Teams."""
    engine = create_engine(url, patience_s=Timeouts().lock)
    register = TerrainRegister(engine, TerrainNames)
    queue = make_queue(url)
    house = house_of(settings)
    outbox = Outbox(PaperOffers(settings.public_url, settings.door), deferring(queue), waking(queue), MailDesk.of(house))
    search = Searching(engine, house, register, now)

    async def ready() -> bool:
        return await is_migrated(engine)

    beside = Beside(forgetting(engine, now), Windows(engine, house, now))
    async with AsyncExitStack() as stack:
        stack.push_async_callback(engine.dispose)
        session = await stack.enter_async_context(pooled_session())
        turns = Turns(engine, house, register, now, outbox, await stack.enter_async_context(crew(1)))
        stack.push_async_callback(turns.receipts.write)
        await stack.enter_async_context(running(turns.receipts.keep_writing))
        yield Edge(settings, session, turns, search, ready, beside=beside), outbox


def house_of(settings: Settings) -> House:
    """Return who we are and whom we know."""
    return House(
        organisation=settings.organisation, contact=settings.contact, privacy_url=settings.privacy_url,
        team=frozenset(settings.team_members), admins=frozenset(settings.admins),
        parameters=read_parameters(settings.demand_parameters),
        items=read_items(settings.items_dir),
        tenant=settings.home,
        quiet=settings.quiet,
        silent_days=settings.silent_days, code_days=settings.code_days, enough_known=settings.enough_known,
        attention=ATTENTION_KINDS, mails=bool(settings.smtp_url.get_secret_value()),
        web_door=settings.web_door, door_url=settings.public_url.rstrip("/") if settings.web_door else "",
    )  # fmt: skip


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


if __name__ == "__main__":
    sys.exit(main())
