"""Files in a chat without Teams: what a person sends, and what happens to a paper that is offered."""

from abc import ABC, abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from bot.exchange import Arrival
from bot.turn.outbox import errand_key
from bot.turn.results import TurnResult
from dialogs.turn.errands import Errand
from dialogs.turn.events import Event, FileCame, PaperAnswered, PaperNotSaved, PaperSaved, Returned, SentFile, SentFiles, Upload
from tests.replies import Shown

if TYPE_CHECKING:
    from tests.chat import Chat

DRIVE = "https://voorbeeld.sharepoint.com/"


class Files(ABC):
    """What somebody with a phone does with files; the rest of them is in tests/chat.py."""

    chat: "Chat"
    screen: list[Shown]
    last: Arrival | None
    errands: tuple[Errand, ...]

    @abstractmethod
    async def does(self, event: Event) -> None:
        """Let something happen and take in what comes back."""

    @abstractmethod
    def receives(self, turned: TurnResult) -> None:
        """Take in what a turn delivers."""

    async def sends_a_file(self, name: str, content: bytes | None = None) -> None:
        """Send an attachment; with `content` one that can be fetched, and it is when the bot asks for it."""
        files = (SentFile(name, f"{DRIVE}{name}"),) if content is not None else ()
        await self.does(SentFiles((name,), files=files))
        if self.errands and content is not None:
            await self.returns(FileCame(name, content))

    async def allows(self, *, save: bool = True, comes: bool = True) -> None:
        """Answer on the newest file that is offered; it is saved then, or with `comes` False that fails."""
        shown = next(shown for shown in reversed(self.screen) if shown.file is not None)
        assert shown.file is not None
        paper = shown.file["content"]["acceptContext"]["paper"]
        upload = Upload(
            "https://voorbeeld.sharepoint.com/up", "https://voorbeeld.sharepoint.com/f", shown.file["name"], "u-1", "pdf"
        )
        await self.does(PaperAnswered(paper, upload if save else None, shown.id))
        if self.errands:
            back = PaperSaved(UUID(paper), upload, shown.id) if comes else PaperNotSaved(UUID(paper), shown.id)
            await self.returns(back)

    async def returns(self, event: Returned) -> None:
        """Let the errand that the bot was sent on come back."""
        assert self.last is not None
        asked = self.last
        turned = await self.chat.takes(replace(asked, activity=errand_key(asked.activity, 0), event=event, invoke=False))
        self.errands = turned.errands
        self.receives(turned)
