"""What was sent, kept in memory for a moment and written for many turns at once, after the person has the answer."""

import asyncio
import datetime
from collections import OrderedDict
from collections.abc import Callable
from uuid import UUID

import structlog

from storage.database.transactions import Database, DatabaseGone, RaceLost, transaction
from storage.turn.turns import note_sent

REMEMBERED = 5000
log = structlog.get_logger(__name__)


class Receipts:
    """Gathers notes and writes them; a note that is lost in a crash only means that a reply may be sent once more."""

    def __init__(self, database: Database, clock: Callable[[], datetime.datetime]) -> None:
        """Start with nothing noted; `clock` tells the time in UTC."""
        self._database, self._clock = database, clock
        self._notes: dict[UUID, list[str | None]] = {}
        self._writing = asyncio.Lock()
        self._places: OrderedDict[UUID, int] = OrderedDict()
        self._cards: OrderedDict[UUID, str] = OrderedDict()

    def expect(self, turn: UUID, card: int | None) -> None:
        """Remember where in a turn's replies the card is that a later turn may replace."""
        if card is not None:
            self._places[turn] = card
            while len(self._places) > REMEMBERED:
                self._places.popitem(last=False)

    def note(self, turn: UUID, ids: list[str | None]) -> None:
        """Take a note of the ids of what was sent, after those of the same turn that are noted already."""
        self._notes.setdefault(turn, []).extend(ids)
        place = self._places.pop(turn, None)
        if place is not None and place < len(ids) and (card := ids[place]) is not None:
            self._cards[turn] = card
            while len(self._cards) > REMEMBERED:
                self._cards.popitem(last=False)

    def card_of(self, turn: UUID) -> str | None:
        """Return the activity id of a card shown a moment ago; None when another process knows better."""
        return self._cards.get(turn)

    async def write(self) -> None:
        """Write what was noted before this call; raises what the database raises, and keeps the notes then.

        Many who write at the same moment wait for one statement, and whoever comes meanwhile for the next.
        """
        async with self._writing:
            notes, self._notes = self._notes, {}
            if not notes:
                return
            try:
                async with transaction(self._database) as connection:
                    await note_sent(connection, list(notes.items()), self._clock())
            except BaseException:
                for turn, ids in self._notes.items():
                    notes.setdefault(turn, []).extend(ids)
                self._notes = notes
                raise

    async def keep_writing(self, every: float = 0.5) -> None:
        """Write again and again until cancelled; a database that is away is tried again."""
        while True:
            await asyncio.sleep(every)
            try:
                await self.write()
            except (DatabaseGone, RaceLost) as error:
                log.warning("notes.kept", error=type(error).__name__, notes=len(self._notes))
