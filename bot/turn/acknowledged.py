"""Messages that Teams was told we have, while nothing of them is stored yet: noted on disk, so that a crash is not silence."""

import fcntl
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from uuid import uuid4

from bot.exchange import Arrival


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """Where somebody waits, and for which activity; nothing of what they wrote."""

    tenant: str
    conversation: str
    activity: str
    reference: dict[str, Any]


class AcknowledgedLog:
    """One small file per message, named after a lock that the process holds as long as it lives, on whatever machine.

    Most turns are quicker and need none, so nothing is written before the first one.
    """

    def __init__(self, folder: Path) -> None:
        """Keep them in this folder, which is made when the first one is."""
        self._folder, self._name = folder, uuid4().hex
        self._lock: IO[str] | None = None

    def note(self, code: str, arrival: Arrival) -> None:
        """Note that an activity was acknowledged before it was stored. Raises OSError when it cannot be written."""
        noted = {
            "tenant": arrival.tenant,
            "conversation": arrival.conversation,
            "activity": arrival.activity,
            "reference": arrival.reference,
        }
        if self._lock is None:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock = take_lock(self._folder / f"{self._name}.lock")
        written = self._path(code).with_suffix(".new")
        written.write_text(json.dumps(noted), encoding="utf-8")
        written.replace(self._path(code))

    def forget(self, code: str) -> None:
        """Forget a message: its turn was stored, or the person was told."""
        self._path(code).unlink(missing_ok=True)

    def take_lost(self) -> Iterator[Acknowledged]:
        """Yield the messages of processes that are gone, and forget each."""
        for lock in sorted(self._folder.glob("*.lock")):
            held = take_lock(lock)
            if held is None:
                continue
            for path in sorted(self._folder.glob(f"{lock.stem}-*")):
                with suppress(OSError, ValueError, TypeError):  # a file that is not one of ours is only removed
                    yield Acknowledged(**json.loads(path.read_text(encoding="utf-8")))
                path.unlink(missing_ok=True)
            lock.unlink(missing_ok=True)
            held.close()

    def close(self) -> None:
        """Let go of the lock at the end of the process; what is still noted is then lost."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _path(self, code: str) -> Path:
        return self._folder / f"{self._name}-{code}.json"


def take_lock(path: Path) -> IO[str] | None:
    """Return the file locked, for as long as it stays open; None when a running process holds it."""
    file = path.open("a", encoding="utf-8")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file
