"""Microsoft's signing keys: fetched without blocking, kept, and renewed at most once in a while."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from aiohttp import ClientError, ClientSession, ClientTimeout
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from jwt import PyJWK
from jwt.exceptions import PyJWTError

log = structlog.get_logger(__name__)

DAY = 86_400.0
INTERVAL = 10.0  # seconds between two refreshes caused by unknown keys
TIMEOUT = ClientTimeout(total=3)
SHORTEST = 2048  # bits; whoever has time can guess a shorter key


@dataclass(frozen=True, slots=True)
class Key:
    """What botbuilder's token check reads: the public key and the channels it speaks for."""

    public_key: Any
    endorsements: list[str]


class SigningKeys:
    """The keys behind one metadata address; takes the place of botbuilder's own, which blocks and goes stale."""

    def __init__(self, url: str, session: ClientSession, clock: Callable[[], float] = time.monotonic) -> None:
        """Fetch nothing yet; `clock` gives seconds."""
        self._url, self._session, self._clock = url, session, clock
        self._keys: dict[str, Key] = {}
        self._fetched = self._asked = float("-inf")
        self._renewal: asyncio.Task[None] | None = None

    async def get(self, key_id: str | None) -> Key:
        """Return the key with this id; raises PermissionError when nobody published it."""
        if not key_id:
            raise PermissionError("The token names no key.")
        if key_id not in self._keys:
            if renewal := self._renew():
                await asyncio.shield(renewal)
        elif self._clock() - self._fetched > DAY:
            self._renew()  # the kept key serves meanwhile, also when the other side is down
        try:
            return self._keys[key_id]
        except KeyError:
            raise PermissionError("Nobody published the key of this token.") from None

    def _renew(self) -> asyncio.Task[None] | None:
        """Fetch the keys again; everybody who asks meanwhile shares one request, and a flood causes one per interval."""
        if self._renewal is None and self._clock() - self._asked >= INTERVAL:
            self._asked = self._clock()
            self._renewal = asyncio.create_task(self._refresh())
        return self._renewal

    async def _refresh(self) -> None:
        try:
            metadata = await self._fetch(self._url)
            keys = await self._fetch(str(metadata["jwks_uri"]))
            found = dict(filter(None, map(read_key, keys["keys"])))
            if not found:
                raise ValueError("no key that is fit")  # noqa: TRY301 - as good as a page that cannot be read
            if not self._keys:
                self._asked = float("-inf")  # a key that is published right after the start is not made to wait
            self._keys, self._fetched = found, self._clock()
        except (ClientError, TimeoutError, ValueError, LookupError, TypeError) as error:
            log.warning("keys.unreachable", error=type(error).__name__, kept=len(self._keys))
        finally:
            self._renewal = None

    async def _fetch(self, url: str) -> Mapping[str, Any]:
        async with self._session.get(url, timeout=TIMEOUT, raise_for_status=True) as response:
            found: Mapping[str, Any] = await response.json(content_type=None)
            return found


def read_key(entry: Mapping[str, Any]) -> tuple[str, Key] | None:
    """Read one published key; None for what is no long RSA key for signatures that speaks for channels by name.

    Of a key without endorsements botbuilder believes every channel.
    """
    try:
        name, channels = entry["kid"], entry["endorsements"]
        public = PyJWK(dict(entry), algorithm="RS256").key
    except (PyJWTError, LookupError, ValueError, TypeError):
        return None
    long_enough = isinstance(public, RSAPublicKey) and public.key_size >= SHORTEST
    signs = entry.get("use", "sig") == "sig" and entry.get("alg", "RS256") == "RS256"
    if not (isinstance(name, str) and long_enough and signs and isinstance(channels, list)):
        return None
    endorsements = [channel for channel in channels if isinstance(channel, str)]
    return (name, Key(public, endorsements)) if endorsements else None


class NoKeys:
    """Stands where botbuilder would fetch the keys of its emulator, whose tokens mean nothing here."""

    async def get(self, _: str | None) -> Key:
        """Refuse every token."""
        raise PermissionError("Only tokens of Teams count.")
