"""Reading files that a page sends: part by part, and never more than we take."""

import asyncio
from collections.abc import Callable

from aiohttp import BodyPartReader, web

from bot.door.arrivals import LONGEST_FILE_NAME, Posted
from bot.teams.bodies import LARGEST as LARGEST_ACTIVITY
from bot.teams.bodies import RequestRefused, read_shape
from bot.teams.file_hosts import LARGEST
from domain.intake.acceptance import clean_name

MOST_PARTS = 6  # an activity and some files; one of them is read
CHUNK = 65_536
HasRoom = Callable[[int], bool]


async def read_form(request: web.Request, seconds: float, has_room: HasRoom) -> tuple[Posted, list[tuple[str, bytes]]]:
    """Return the activity of an upload, and its files with their names. Raises RequestRefused with 400, 408, 413 or 503.

    `has_room` says whether so many bytes can be kept now.
    """
    try:
        async with asyncio.timeout(seconds):
            return await _read(request, has_room)
    except TimeoutError:
        raise RequestRefused(408, "slow body") from None
    except (OSError, ValueError, AssertionError, web.HTTPException, web.RequestPayloadError):
        raise RequestRefused(400, "broken form") from None


async def _read(request: web.Request, has_room: HasRoom) -> tuple[Posted, list[tuple[str, bytes]]]:
    posted: Posted | None = None
    files: list[tuple[str, bytes]] = []
    reader, kept = await request.multipart(), 0
    for _ in range(MOST_PARTS):
        part = await reader.next()
        if part is None:
            break
        if not isinstance(part, BodyPartReader):
            raise RequestRefused(400, "nested form")
        if part.name == "activity":
            posted = read_shape(await _content(part, LARGEST_ACTIVITY, has_room), Posted)
        else:
            content = await _content(part, LARGEST - kept, has_room, kept)
            kept += len(content)
            files.append((clean_name(part.filename or "", LONGEST_FILE_NAME) or "bestand", content))
    else:
        raise RequestRefused(413, "parts")
    if posted is None or not files:
        raise RequestRefused(400, "no activity")
    return posted, files


async def _content(part: BodyPartReader, most: int, has_room: HasRoom, kept: int = 0) -> bytes:
    """Return what is in a part; `kept` is how many bytes came before it."""
    found = bytearray()
    while chunk := await part.read_chunk(CHUNK):
        found += chunk
        if len(found) > most:
            raise RequestRefused(413, "size")
        if not has_room(kept + len(found)):
            raise RequestRefused(503, "room")
    return bytes(found)
