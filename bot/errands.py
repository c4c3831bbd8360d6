"""Doing what a turn asked for outside its transaction, while nobody waits and nothing is locked."""

from collections.abc import Awaitable, Callable
from uuid import UUID

import structlog

from bot.file_hosts import FileHosts, NotMoved, TooLarge
from dialogs.errands import Errand, FetchFile, SavePaper
from dialogs.events import Failure, FileCame, FileFailed, PaperNotSaved, PaperSaved, Returned

log = structlog.get_logger(__name__)

ReadPaper = Callable[[UUID], Awaitable[bytes | None]]


class Errands:
    """Runs errands: each comes back with an event, whatever happens on the way."""

    def __init__(self, files: FileHosts, read_paper: ReadPaper) -> None:
        """`read_paper` returns what is in a paper; None when it is gone."""
        self._files, self._read_paper = files, read_paper

    async def run(self, errand: Errand) -> Returned:
        """Do one errand."""
        return await (self._fetch(errand) if isinstance(errand, FetchFile) else self._save(errand))

    async def _fetch(self, errand: FetchFile) -> FileCame | FileFailed:
        try:
            return FileCame(errand.file.name, await self._files.fetch(errand.file.address))
        except NotMoved as failure:
            log.warning("file.not_fetched", why=str(failure), kind=type(failure).__name__)
            return FileFailed(errand.file.name, Failure.LARGE if isinstance(failure, TooLarge) else Failure.UNREACHABLE)

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
