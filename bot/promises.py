"""Messages that Teams was told we have, while nothing of them is stored yet: noted on disk, so that a crash is not silence."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.exchange import Arrival


@dataclass(frozen=True, slots=True)
class Promise:
    """Where somebody waits, and for which activity; nothing of what they wrote."""

    tenant: str
    conversation: str
    activity: str
    reference: dict[str, Any]


class Promises:
    """One small file per promise, named after the process that made it; most turns are quicker and need none."""

    def __init__(self, folder: Path) -> None:
        """Keep promises in this folder, which is made when the first one is."""
        self._folder = folder

    def make(self, code: str, arrival: Arrival) -> None:
        """Note that an activity was acknowledged before it was stored."""
        promise = {
            "tenant": arrival.tenant,
            "conversation": arrival.conversation,
            "activity": arrival.activity,
            "reference": arrival.reference,
        }
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        written = self._path(code).with_suffix(".new")
        written.write_text(json.dumps(promise), encoding="utf-8")
        written.replace(self._path(code))

    def keep(self, code: str) -> None:
        """Forget a promise: its turn was stored, or the person was told."""
        self._path(code).unlink(missing_ok=True)

    def take_broken(self) -> Iterator[Promise]:
        """Yield the promises of processes that are gone, and forget each."""
        for path in sorted(self._folder.glob("*.json")):
            if is_running(path.name.partition("-")[0]):
                continue
            with suppress(OSError, ValueError, TypeError):  # a file that is no promise of ours is only removed
                yield Promise(**json.loads(path.read_text(encoding="utf-8")))
            path.unlink(missing_ok=True)

    def _path(self, code: str) -> Path:
        return self._folder / f"{os.getpid()}-{code}.json"


def is_running(process: str) -> bool:
    """Say whether another process with this number runs; our own number belonged to one that is gone."""
    if not process.isdecimal() or int(process) == os.getpid():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
