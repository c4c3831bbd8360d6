"""How often something may be tried: by an address that nobody is known of, and by one session."""

import datetime
import hashlib
import hmac
import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from aiohttp import web

REMEMBERED = 10_000  # addresses and sessions; whoever was quiet longest is forgotten first


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and so many more every second."""

    most: float
    every_second: float


# A page asks every two seconds, and a person may have several open; nobody types faster than this.
POLLS, POSTS, FILES = Rate(100, 10), Rate(30, 1), Rate(5, 0.1)
# Behind one address there can be a room full of people, who press a square at the same moment. Sessions that do not work are
# counted and others are not: after a restart nobody is known, and all pages ask at once.
PRESSES, STRANGERS = Rate(200, 2), Rate(60, 0.5)


class Rates:
    """Counts in memory; each process for itself."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        """Start with nobody; `clock` tells seconds."""
        self._rate, self._clock = rate, clock
        self._left: OrderedDict[Hashable, tuple[float, float]] = OrderedDict()

    def has_left(self, who: Hashable) -> bool:
        """Say whether somebody has one left, without taking it."""
        return self._now_left(who) >= 1

    def _now_left(self, who: Hashable) -> float:
        left, at = self._left.get(who, (self._rate.most, self._clock()))
        return min(self._rate.most, left + (self._clock() - at) * self._rate.every_second)

    def allow(self, who: Hashable) -> bool:
        """Take one of what somebody has left; False when nothing is."""
        now, left = self._clock(), self._now_left(who)
        self._left.pop(who, None)
        self._left[who] = (max(0.0, left - 1), now) if left >= 1 else (left, now)
        if len(self._left) > REMEMBERED:
            self._left.popitem(last=False)
        return left >= 1


class Addresses:
    """Tells who asks, without keeping their address: a digest that is another one tomorrow."""

    def __init__(self, proxies: int, key: str, today: Callable[[], datetime.date]) -> None:
        """`proxies` is how many of ours stand before us, each adding the address it saw; `key` is a secret of this house."""
        self._proxies, self._key, self._today = proxies, key.encode(), today

    def digest(self, request: web.Request) -> str:
        """Return the digest of the address that a request came from; the same in every process on one day."""
        where = f"{self._today().isoformat()}/{network_of(self._address(request))}"
        return hmac.new(self._key, where.encode(), hashlib.sha256).hexdigest()[:32]

    def _address(self, request: web.Request) -> str:
        """Return the address that the outermost of our proxies saw; what stands before it anybody could have written."""
        hops = ",".join(request.headers.getall("X-Forwarded-For", [])).split(",") if self._proxies else []
        return hops[-self._proxies].strip() if len(hops) >= self._proxies > 0 else request.remote or ""


def network_of(address: str) -> str:
    """Return an address, of IPv6 the network that one subscriber has; what is no address is one unknown place."""
    try:
        found = ipaddress.ip_address(address.strip("[]"))
    except ValueError:
        return "unknown"
    if found.version == 6:
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)
