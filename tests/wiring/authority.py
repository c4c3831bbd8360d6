"""A local key server and the tokens it vouches for: what login.botframework.com is in production."""

import asyncio
import time
from functools import cache
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from jwt.algorithms import RSAAlgorithm

from tests.teams.activities import APP

ISSUER = "https://api.botframework.com"


@cache
def private_key(name: str) -> RSAPrivateKey:
    """Return the key with this name, made once per run."""
    assert name
    return generate_private_key(public_exponent=65537, key_size=1024 if name == "short" else 2048)


def published(name: str, endorsements: tuple[str, ...] = ("msteams",)) -> dict[str, Any]:
    """Return a key as it is published."""
    found: dict[str, Any] = RSAAlgorithm.to_jwk(private_key(name).public_key(), as_dict=True)
    return found | {"kid": name, "use": "sig", "endorsements": list(endorsements)}


class Authority:
    """Serves its metadata and keys, counts who asks, and can be down."""

    def __init__(self) -> None:
        """Start with one key."""
        self.keys = [published("first")]
        self.asked = 0
        self.down = self.hangs = False
        self.hanging = asyncio.Event()
        self.address = ""
        self.application = web.Application()
        self.application.router.add_get("/openid", self._metadata)
        self.application.router.add_get("/keys", self._keys)

    def token(self, key: str = "first", *, kid: str | None = None, **claims: object) -> str:
        """Return a token that Teams could have made; claims of None are left out."""
        now = int(time.time())
        whole = {"iss": ISSUER, "aud": APP, "nbf": now - 10, "exp": now + 3600} | claims
        told = {name: value for name, value in whole.items() if value is not None}
        return jwt.encode(told, private_key(key), algorithm="RS256", headers={"kid": kid or key})

    async def _metadata(self, _: web.Request) -> web.Response:
        self.asked += 1
        if self.hangs:
            self.hanging.set()
            await asyncio.Event().wait()
        if self.down:
            raise web.HTTPServiceUnavailable
        return web.json_response({"issuer": ISSUER, "jwks_uri": f"{self.address}/keys"})

    async def _keys(self, _: web.Request) -> web.Response:
        return web.json_response({"keys": self.keys})


def public_pem(name: str) -> bytes:
    """Return the public key as text: what an attacker would sign an HS256 token with."""
    return (
        private_key(name).public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
