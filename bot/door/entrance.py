"""Coming in: the button on a page redeems a code, a square or a link, gives the device a session, and begins the talk."""

import asyncio
from typing import Protocol
from uuid import uuid4

import structlog
from aiohttp import web

from bot.door.arrivals import arrived
from bot.door.cookies import Cookies
from bot.door.directline import LARGEST_NUMBER, LooksIn, ReceivesMessages
from bot.door.limits import PRESSES, Addresses, Rates
from bot.teams.bodies import RequestRefused
from dialogs.turn.events import Arrived
from domain.door.entering import DoorRefusal, DoorWay, Entered
from storage.database.transactions import DatabaseGone, RaceLost

LONGEST_KEY, LONGEST_ADDRESS = 100, 254
# As they call themselves, "mark: name"; the first that fits, for most claim to be several.
DEVICES = "iphone: iPhone, ipad: iPad, android: Android, windows: Windows, mac os: Mac, linux: Linux"
BROWSERS = (
    "edg: Edge, samsung: Samsung Internet, firefox: Firefox, fxios: Firefox, opr/: Opera, crios: Chrome, chrome: Chrome, "
    "safari: Safari"
)

log = structlog.get_logger(__name__)


class LetsIn(LooksIn, Protocol):
    """The windows (bot/door/windows.py)."""

    async def enter(self, way: DoorWay, key: str, device: str, who: str) -> Entered | DoorRefusal:
        """Redeem what somebody comes in by; `who` is the digest of their address. Raises DatabaseGone or RaceLost."""

    async def mail_link(self, address: str) -> None:
        """Mail a link to whoever gave this address as their own. Raises DatabaseGone or RaceLost."""


class Entrance:
    """Lets people in, once for every code."""

    def __init__(self, windows: LetsIn, reception: ReceivesMessages, cookies: Cookies, addresses: Addresses) -> None:
        """Start with nobody."""
        self._windows, self._reception, self._cookies, self._addresses = windows, reception, cookies, addresses
        self._tries = Rates(PRESSES)
        self._mailing = set[asyncio.Task[None]]()

    async def knows(self, request: web.Request) -> bool:
        """Say whether a request has the cookie of a session that works. Raises DatabaseGone or RaceLost."""
        secret = self._cookies.secret_in(request)
        return secret is not None and await self._windows.look(secret, LARGEST_NUMBER) is not None

    async def enter(self, request: web.Request, way: DoorWay, key: str, answer: web.Response) -> DoorRefusal | None:
        """Let somebody in, and put the cookie of their session on the answer; return why not. Raises RequestRefused, DatabaseGone
        and RaceLost.

        The welcome, with the code that waits for their first consent, is a turn like any other.
        """
        if not self._cookies.comes_from_us(request):
            raise RequestRefused(403, "origin")
        who = self._addresses.digest(request)
        if not self._tries.allow(who):
            return DoorRefusal.TOO_MANY
        found = await self._windows.enter(way, key[:LONGEST_KEY], device_of(request.headers.get("User-Agent", "")), who)
        if isinstance(found, DoorRefusal):
            return found
        self._cookies.give(request, answer, found.cookie)
        await self._reception.receive(arrived(found.person, Arrived(found.code), f"enter-{uuid4().hex}"))
        return None

    async def mail_link(self, request: web.Request, address: str) -> bool:
        """Mail a link to an address where we know it; False when too much was asked from where this comes. Raises RequestRefused,
        DatabaseGone and RaceLost.

        Looking takes as long as it takes, after the answer: nobody can tell by the clock whether somebody is there.
        """
        if not self._cookies.comes_from_us(request):
            raise RequestRefused(403, "origin")
        if not self._tries.allow(self._addresses.digest(request)):
            return False
        task = asyncio.create_task(self._mail_link(address[:LONGEST_ADDRESS]))
        self._mailing.add(task)
        task.add_done_callback(self._mailing.discard)
        return True

    async def _mail_link(self, address: str) -> None:
        try:
            await self._windows.mail_link(address)
        except (DatabaseGone, RaceLost) as error:  # they will ask again
            log.warning("door.link_not_mailed", error=type(error).__name__)


def device_of(agent: str) -> str:
    """Return what people call the device and the browser that say so of themselves: "iPhone, Safari"."""
    device, browser = named_in(agent, DEVICES) or "Apparaat", named_in(agent, BROWSERS)
    return f"{device}, {browser}" if browser else device


def named_in(agent: str, known: str) -> str:
    """Return the name of the first of these whose mark is in what a browser says of itself; empty when there is none."""
    pairs = (one.split(": ") for one in known.split(", "))
    return next((name for mark, name in pairs if mark in agent.lower()), "")
