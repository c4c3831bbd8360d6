"""What the page of the door fetches: Microsoft's Web Chat and our own few files, packed once, and kept by browsers for ever."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aiohttp import web

HERE = Path(__file__).parent
CLIENT = HERE / "client" / "node_modules" / "botframework-webchat" / "dist" / "webchat.js"
FILES = {
    "webchat.js": CLIENT,
    "line.js": HERE / "page" / "line.js",
    "start.js": HERE / "page" / "start.js",
    "style.css": HERE / "page" / "style.css",
}
KINDS = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
PATH = "/gesprek/bestand/"
SAME_FOR_EVER = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent: packed, under an address that changes with what is in it."""

    address: str
    kind: str
    packed: bytes

    def answer(self, request: web.Request) -> web.Response:
        """Return the file, packed where the browser takes that; they all do."""
        headers = {**SAME_FOR_EVER, "Content-Type": self.kind, "Vary": "Accept-Encoding"}
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            return web.Response(body=self.packed, headers={**headers, "Content-Encoding": "gzip"})
        return web.Response(body=gzip.decompress(self.packed), headers=headers)


class ClientMissing(ValueError):  # noqa: N818 - named for what it tells
    """Web Chat was not fetched."""


@cache
def read_assets() -> dict[str, Asset]:
    """Return each file by its name. Raises ClientMissing."""
    if not CLIENT.exists():
        raise ClientMissing("WEB_DOOR is aan, maar Web Chat ontbreekt; `make setup` haalt hem op.")
    return {name: pack(name, path.read_bytes()) for name, path in FILES.items()}


def pack(name: str, content: bytes) -> Asset:
    """Return a file as it is sent."""
    digest = hashlib.sha256(content).hexdigest()[:16]
    return Asset(f"{PATH}{digest}/{name}", KINDS[Path(name).suffix], gzip.compress(content, 9, mtime=0))
