"""The cookie of a device, and the token that its page shows beside it: whoever forges a request elsewhere has at most one."""

import hashlib
import hmac
import re
from base64 import urlsafe_b64encode
from urllib.parse import urlsplit

from aiohttp import web

from domain.door.sessions import SESSION_DAYS

GUARDED, PLAIN = "__Host-laadmaat", "laadmaat"  # a browser lets nobody but this host set the first, and only over https
THIS_MACHINE = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?")
SECRET = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)
SECONDS = SESSION_DAYS * 24 * 60 * 60


class Cookies:
    """Gives and reads the cookies of one address."""

    def __init__(self, public_url: str) -> None:
        """`public_url` is where people reach us; empty when that is not known."""
        self._public = urlsplit(public_url)

    def secret_in(self, request: web.Request) -> str | None:
        """Return the secret of the session in a request; None when it has none of the right shape."""
        secret = request.cookies.get(self._name(request), "")
        return secret if SECRET.fullmatch(secret) else None

    def give(self, request: web.Request, answer: web.Response, secret: str) -> None:
        """Give the device a session: no script reads it, and no other site sends it with what it posts."""
        name = self._name(request)
        secure = name == GUARDED
        answer.set_cookie(name, secret, max_age=SECONDS, path="/", secure=secure, httponly=True, samesite="Lax")

    def take(self, request: web.Request, answer: web.Response) -> None:
        """Take the session of a device away."""
        name = self._name(request)
        answer.del_cookie(name, path="/", secure=name == GUARDED, httponly=True, samesite="Lax")

    def comes_from_us(self, request: web.Request) -> bool:
        """Say whether a page of ours sent this, as far as the browser tells; whoever is no browser tells nothing."""
        site = request.headers.get("Sec-Fetch-Site")
        if site is not None:
            return site in ("same-origin", "none")
        origin = request.headers.get("Origin")
        return origin is None or (urlsplit(origin).netloc or "nowhere") in (request.host, self._public.netloc)

    def _name(self, request: web.Request) -> str:
        """Return the name of the cookie: the plain one only for whoever tries the program on this machine."""
        plain = THIS_MACHINE.fullmatch(request.host) and self._public.scheme != "https"
        return PLAIN if plain else GUARDED


def token_of(secret: str) -> str:
    """Return what the page of a session shows with every request, made of the secret, which no page can read."""
    return urlsafe_b64encode(hmac.digest(secret.encode(), b"direct line", hashlib.sha256)).decode().rstrip("=")


def shows_token(request: web.Request, secret: str) -> bool:
    """Say whether a request shows the token of this session."""
    return hmac.compare_digest(request.headers.get("Authorization", "").encode(), f"Bearer {token_of(secret)}".encode())
