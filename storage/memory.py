"""What a turn left of its person, kept for their next one, which then need not load it.

Nothing is taken on trust: what is decided on it is stored only when both rows still are as that turn left them and nobody gave
its person a role since (`storage/saving.py`). Otherwise nothing is stored, the turn is taken again, and people are loaded until
memory would have been right again and again.
"""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from uuid import UUID

from storage.intakes import Changes
from storage.loading import Keys, Loaded
from storage.snapshots import asked_as, read_consents

MOST = 500  # people
SECONDS = 600.0  # who is silent for so long is forgotten
DOUBT = 16  # times in a row that memory has to be found right, after it was wrong: another process may serve the same people

Who = tuple[str, str]


@dataclass(slots=True)
class Memory:
    """The people who spoke last, in the order in which they did: at most so many, for so many seconds, one of each company."""

    most: int = MOST
    seconds: float = SECONDS
    _people: OrderedDict[Who, tuple[float, Loaded]] = field(default_factory=OrderedDict)
    _of: dict[UUID, Who] = field(default_factory=dict)  # by their intake
    _right: int = DOUBT
    _tidying: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        """Return how many people are remembered."""
        return len(self._people)

    @property
    def trusted(self) -> bool:
        """Say whether a turn may be decided on what is remembered; while in doubt that is only compared."""
        return self._right >= DOUBT

    def recall(self, keys: Keys) -> Loaded | None:
        """Return what is remembered of somebody, and forget it, for their turn leaves it anew."""
        return self._take(who(keys))

    def compare(self, remembered: Loaded, loaded: Loaded | None) -> None:
        """Learn from what had to be loaded after all whether what was remembered would have been right."""
        right = loaded is not None and loaded.seen == remembered.seen and not loaded.grants
        self._right = self._right + 1 if right else 0

    def keep(self, keys: Keys, loaded: Loaded) -> None:
        """Remember what a turn left; nothing of who was given a role, for roles are elsewhere than in those two rows."""
        self.forget(loaded.intake.id)
        if loaded.grants:
            return
        loop, this = asyncio.get_running_loop(), who(keys)
        self._take(this)
        self._people[this], self._of[loaded.intake.id] = (loop.time(), loaded), this
        if len(self._people) > self.most:
            self._take(next(iter(self._people)))
        if self._tidying is None:
            self._tidying = loop.call_later(self.seconds, self._tidy, loop)

    def forget(self, intake: UUID) -> None:
        """Forget who spoke of an intake: somebody changed it, and what they knew of it is out of date, or erased."""
        if (this := self._of.get(intake)) is not None:
            self._take(this)

    def _take(self, this: Who) -> Loaded | None:
        _, loaded = self._people.pop(this, (0.0, None))
        if loaded is not None:
            del self._of[loaded.intake.id]
        return loaded

    def _tidy(self, loop: asyncio.AbstractEventLoop) -> None:
        """Forget who has been silent, and come back for the rest."""
        self._tidying = None
        while self._people:
            this, (at, _) = next(iter(self._people.items()))
            if (left := at + self.seconds - loop.time()) > 0:
                self._tidying = loop.call_later(left, self._tidy, loop)
                return
            self._take(this)


def who(keys: Keys) -> Who:
    """Return who this is."""
    return keys["tenant"], keys["object_id"]


def left_by(loaded: Loaded, changes: Changes, version: str) -> Loaded:
    """Return what would be loaded after these changes were stored, and nothing else; `version` is that of both rows since.

    The activity id of a card that was shown is not known yet; one that stands there already keeps its own.
    """
    intake = loaded.intake
    return replace(
        loaded,
        name=loaded.name if changes.name is None else changes.name,
        place=changes.place,
        intake=replace(
            intake,
            revision=changes.revision,
            depth=changes.depth,
            confirmed_at=changes.confirmed_at,
            answers=intake.answers.with_({asked_as(name): answer for name, answer in changes.given.items()}),
            consents=read_consents(changes.current) if changes.decided else intake.consents,
        ),
        current=changes.current,
        seen=(version, version),
        card=loaded.card if changes.place["card"] == loaded.place.get("card") else None,
        remembered=True,
    )
