"""The whole edge put together once: from settings and a conversation core to a running web application."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from aiohttp import ClientSession, web

from bot.door.opening import HasWindows, WebDoor
from bot.door.outlet import DoorOutlet
from bot.door.uploads import Uploads
from bot.metrics import Metrics
from bot.settings import Settings
from bot.teams.adapter import Adapter
from bot.teams.connector import Connector
from bot.teams.credentials import credentials
from bot.teams.file_hosts import FileHosts
from bot.teams.hosts import Hosts
from bot.teams.identity import authentication
from bot.teams.laadmaat import Laadmaat, Searches
from bot.teams.rosters import Rosters
from bot.timeouts import Timeouts
from bot.turn.acknowledged import Acknowledged, AcknowledgedLog
from bot.turn.errands import Errands
from bot.turn.reception import Reception, TurnTaker
from bot.turn.sender import Forget, KeepsUnsent, ReplySender
from bot.web import make_shown, make_web
from domain.papers.papers import Paper

SWEEP_EVERY = 1.0  # seconds; what waits for its turn under Teams' limits should not wait much longer


class Core(TurnTaker, KeepsUnsent, Protocol):
    """The conversation core: bot/turn/turns.py."""

    async def knows(self, message: Acknowledged) -> bool:
        """Say whether an activity was stored."""

    async def linked_paper(self, token: str) -> Paper | None:
        """Return the paper behind a link; None when there is none (any more)."""

    async def reach(self, person: UUID) -> Mapping[str, Any] | None:
        """Return how to reach a person; None when they cannot be reached."""

    async def stop_mail(self, token: str) -> None:
        """Mail somebody no more, by what only we can have made for them; anything else does nothing."""

    async def read_paper(self, paper: UUID) -> bytes | None:
        """Return what is in a paper; None when it is gone."""


async def forget_nothing(_: Mapping[str, Any]) -> None:
    """Take note of a blocked conversation nowhere."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the turns: `forget` hears where the bot is blocked, `windows` are those of people without Teams."""

    forget: Forget = forget_nothing
    windows: HasWindows | None = None


class Edge:
    """The parts that know Teams, each made once."""

    def __init__(
        self,
        settings: Settings,
        session: ClientSession,
        core: Core,
        search: Searches,
        ready: Callable[[], Awaitable[bool]],
        *,
        beside: Beside = Beside(),
        timeouts: Timeouts | None = None,
    ) -> None:
        """`ready` says whether the database can be reached."""
        self.metrics, self.ready, self._core = Metrics(), ready, core
        timeouts, hosts = timeouts or Timeouts(), Hosts(settings.allowed_service_hosts)
        self.connector = Connector(session, credentials(settings), hosts, self.metrics)
        windows = beside.windows
        outlet = DoorOutlet(windows) if windows is not None else None
        self.reply_sender = ReplySender(self.connector, core, self.metrics, beside.forget, windows=outlet)
        acknowledged = AcknowledgedLog(settings.data_dir / "promises")
        self.rosters = Rosters(self.connector)
        uploads = Uploads(FileHosts(session, Hosts(settings.allowed_file_hosts)))
        errands = Errands(uploads, core.read_paper, self.rosters, core.reach)
        self.reception = Reception(core, self.reply_sender, self.metrics, ready, timeouts, acknowledged, errands)
        self.door = WebDoor(settings, windows, self.reception, uploads, timeouts, self.metrics) if windows is not None else None
        self.bot = Laadmaat(self.reception, search, timeouts, self.metrics)
        proof = authentication(settings, session)
        proven = bool(settings.app_id)
        self.adapter = Adapter(proof, self.connector, hosts, settings.tenants, self.metrics, timeouts, proven=proven)

    def application(self) -> web.Application:
        """Return the web application, which finishes its turns when it is stopped."""
        door = self.door.routes() if self.door else ()
        application = make_web(self.adapter, self.bot, self.ready, self._core.linked_paper, door, self._stop_mail)
        application.cleanup_ctx.append(self._make_good_beside)
        if self.door:
            application.on_shutdown.append(self.door.stop_waiting)
        application.on_cleanup.append(self._finish)
        return application

    def shown(self) -> web.Application:
        """Return what operators look at, for an address of its own."""
        return make_shown(self.metrics, self.ready)

    async def make_good(self) -> None:
        """Ask people to send again what a process that is gone took and never stored."""
        await self.reception.make_good(self._core.knows)

    async def sweep(self) -> None:
        """Bring what a crash or an outage left behind; runs until cancelled, in the process of the worker."""
        await self.reply_sender.sweep(SWEEP_EVERY)

    async def _stop_mail(self, token: str) -> None:
        await self._core.stop_mail(token)

    async def _finish(self, _: web.Application) -> None:
        await self.reception.close()

    async def _make_good_beside(self, _: web.Application) -> AsyncIterator[None]:
        """Make good while the first messages come in already."""
        task = asyncio.create_task(self.make_good())
        yield
        task.cancel()
        await asyncio.wait((task,))
