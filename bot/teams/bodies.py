"""Reading the body of a request: from bytes to an activity of the right shape, or a refusal with the right status."""

import asyncio
import json
import re
from typing import Any, NoReturn, TypeVar

from aiohttp import web
from pydantic import BaseModel, ValidationError

from bot.teams.envelope import Envelope

BEARER = re.compile(r"Bearer [\w-]+\.[\w-]+\.[\w-]*", re.ASCII)  # a token of three parts, whatever is in it
LARGEST = 262_144  # bytes; Teams' own limit

Shape = TypeVar("Shape", bound=BaseModel)


class RequestRefused(Exception):  # noqa: N818 - named for what happens
    """This request is not for us; `status` is what the other side hears, `reason` is for the log."""

    def __init__(self, status: int, reason: str) -> None:
        """Keep both; neither tells anything about who is behind it."""
        super().__init__(reason)
        self.status, self.reason = status, reason


def judge_head(request: web.Request, *, proven: bool) -> None:
    """Judge a request before a byte of its body is read; raises Refused with 401, 405 or 415."""
    if request.method != "POST":
        raise RequestRefused(405, "method")
    if request.content_type != "application/json":
        raise RequestRefused(415, "content type")
    if proven and not BEARER.fullmatch(request.headers.get("Authorization", "")):
        raise RequestRefused(401, "no token")


async def read_body(request: web.Request, seconds: float) -> Envelope:
    """Return the activity in a request; raises Refused with 400, 408 or 413."""
    return read_activity(await read_raw(request, seconds))


async def read_raw(request: web.Request, seconds: float) -> bytes:
    """Return the body of a request, as long as the application allows; raises Refused with 400, 408 or 413."""
    try:
        async with asyncio.timeout(seconds):
            return await request.read()
    except TimeoutError:
        raise RequestRefused(408, "slow body") from None
    except web.HTTPRequestEntityTooLarge:
        raise RequestRefused(413, "size") from None
    except (OSError, ValueError, web.HTTPException, web.RequestPayloadError):
        raise RequestRefused(400, "broken body") from None


def read_activity(raw: bytes) -> Envelope:
    """Return the activity in these bytes; raises Refused with 400."""
    return read_shape(raw, Envelope)


def read_shape(raw: bytes, shape: type[Shape]) -> Shape:
    """Return what is in these bytes when it has this shape; raises Refused with 400."""
    try:
        found = json.loads(raw, parse_constant=_refuse)
        return shape.model_validate(clean(found) if b"\\u" in raw or b"\x00" in raw else found)
    except (ValidationError, ValueError, RecursionError):
        raise RequestRefused(400, "no activity") from None


def clean(found: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    """Return the same without the two things that PostgreSQL and UTF-8 cannot hold: NUL and half characters."""
    if isinstance(found, str):
        return found.replace("\x00", "").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(found, list):
        return [clean(one) for one in found]
    if isinstance(found, dict):
        return {clean(key): clean(one) for key, one in found.items()}
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)  # NaN and Infinity are no JSON
