"""Where replies and files may go: a bearer token only leaves for the hosts on one list, files for those on another."""

import re
from collections.abc import Iterable

_START = r"(https?)://([a-z0-9.-]+|\[::1\])(?::([0-9]{1,5}))?"
_STEP = r"/(?!\.{1,2}(?:/|$))[a-z0-9._~+-]+"  # no way back, nothing empty and nothing packed in between
ADDRESS = re.compile(rf"{_START}(?:{_STEP})*/?", re.IGNORECASE | re.ASCII)
FILE_ADDRESS = re.compile(rf"{_START}/[^\s\\]*", re.IGNORECASE | re.ASCII)
LABEL = re.compile(r"(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.ASCII)  # what looks like other letters is none of ours
LONGEST_ADDRESS = 8000  # characters; those of SharePoint carry their permission with them
LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})


class Hosts:
    """The hosts that are allowed: exact names, or "*.name" for every name below it."""

    def __init__(self, allowed: Iterable[str]) -> None:
        """Take host names without port, in lower case."""
        entries = [host.replace("::1", "[::1]").replace("[[", "[").replace("]]", "]") for host in allowed]
        self._exact = frozenset(host for host in entries if not host.startswith("*."))
        self._below = tuple(host[1:] for host in entries if host.startswith("*."))
        self._known: set[str] = set()

    def allow(self, url: str) -> bool:
        """Say whether a reply may be sent to this address: on the list, and https on its own port or this machine."""
        if url in self._known:
            return True
        match = ADDRESS.fullmatch(url)
        fine = match is not None and self._listed(match)
        if fine and len(self._known) < 100:  # a handful exists; the bound is against invented paths
            self._known.add(url)
        return fine

    def allow_file(self, address: str) -> bool:
        """Say whether a file may be fetched from or saved at this address; it may have a query, but no user in it."""
        match = FILE_ADDRESS.fullmatch(address) if len(address) <= LONGEST_ADDRESS else None
        return match is not None and self._listed(match)

    def _listed(self, match: re.Match[str]) -> bool:
        scheme, host, port = match[1].lower(), match[2].lower(), match[3]
        if host in LOOPBACK:
            return host in self._exact
        return scheme == "https" and port in (None, "443") and (host in self._exact or self._is_below(host))

    def _is_below(self, host: str) -> bool:
        return host.endswith(self._below) and all(map(LABEL.fullmatch, host.split(".")))
