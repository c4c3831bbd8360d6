"""Doing what a turn asked for outside its transaction, while nobody waits and nothing is locked."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol
from uuid import UUID

import structlog

from bot.exchange import is_window
from bot.teams.file_hosts import NotMoved, TooLarge
from bot.teams.rosters import Rosters, TooMany
from bot.teams.undelivered import NotDelivered
from dialogs.turn.errands import Errand, FetchFile, ReadGuests, ReadTeam, SavePaper
from dialogs.turn.events import Failure, FileCame, FileFailed, GuestsRead, PaperNotSaved, PaperSaved, Returned, TeamRead

log = structlog.get_logger(__name__)

ReadPaper = Callable[[UUID], Awaitable[bytes | None]]
Reach = Callable[[UUID], Awaitable[Mapping[str, Any] | None]]
MOST = 20  # people who are asked after at once; a company has fewer contacts


class MovesFiles(Protocol):
    """The way to the files of people."""

    async def fetch(self, address: str) -> bytes:
        """Return what is at an address. Raises NotMoved or TooLarge."""

    async def save(self, address: str, content: bytes) -> None:
        """Save all of a file at an address that was given for it. Raises NotMoved."""


class Errands:
    """Runs errands: each comes back with an event, whatever happens on the way."""

    def __init__(self, files: MovesFiles, read_paper: ReadPaper, rosters: Rosters, reach: Reach) -> None:
        """`read_paper` returns what is in a paper, and `reach` how to reach a person; both None when it is gone."""
        self._files, self._read_paper, self._rosters, self._reach = files, read_paper, rosters, reach

    async def run(self, errand: Errand, reference: Mapping[str, Any]) -> Returned:
        """Do one errand for the conversation at `reference`."""
        match errand:
            case FetchFile():
                return await self._fetch(errand)
            case SavePaper():
                return await self._save(errand)
            case ReadTeam():
                return await self.read_team(errand, reference)
            case ReadGuests():
                return await self.read_guests(errand)

    async def _fetch(self, errand: FetchFile) -> FileCame | FileFailed:
        try:
            return FileCame(errand.file.name, await self._files.fetch(errand.file.address))
        except NotMoved as failure:
            log.warning("file.not_fetched", why=str(failure), kind=type(failure).__name__)
            return FileFailed(errand.file.name, Failure.LARGE if isinstance(failure, TooLarge) else Failure.UNREACHABLE)

    async def read_team(self, errand: ReadTeam, reference: Mapping[str, Any]) -> TeamRead:
        unread = TeamRead(errand.team, link=errand.link, named=errand.named, guest=errand.guest)
        try:
            name, members = await self._rosters.read(reference, errand.team)
        except TooMany:
            return replace(unread, many=True)
        except NotDelivered as failure:
            log.warning("team.not_read", why=str(failure), kind=type(failure).__name__)
            return unread
        return replace(unread, name=name, members=members)

    async def read_guests(self, errand: ReadGuests) -> GuestsRead:
        """Ask Teams of people whether they are guests, each in their own chat; whom it does not tell of stays unknown."""
        found = []
        for one in errand.people[:MOST]:
            reference = await self._reach(one)
            try:
                asked = reference is not None and not is_window(reference)  # of whoever has no Teams it knows nothing
                guest = await self._rosters.is_guest(reference) if reference and asked else None
            except NotDelivered as failure:
                log.warning("guest.not_read", why=str(failure), kind=type(failure).__name__)
                continue
            if guest is not None:
                found.append((one, guest))
        return GuestsRead(tuple(found))

    async def _save(self, errand: SavePaper) -> PaperSaved | PaperNotSaved:
        content = await self._read_paper(errand.paper)
        if content is None:  # erased meanwhile
            return PaperNotSaved(errand.paper, errand.card)
        try:
            await self._files.save(errand.upload.address, content)
        except NotMoved as failure:
            log.warning("paper.not_saved", why=str(failure))
            return PaperNotSaved(errand.paper, errand.card)
        return PaperSaved(errand.paper, errand.upload, errand.card)
