"""Programs that were started here, and their end: each by its own id, so that nothing else is ever stopped."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

PATIENCE_S = 60.0
FAREWELL_S = 15.0


class NotStarted(RuntimeError):  # noqa: N818 (named for what happened)
    """A program ended, or said nothing, before it was ready; the text is one line."""


class Program:
    """A running program whose words go to a file."""

    def __init__(self, name: str, command: Sequence[str], environment: Mapping[str, str], words: Path) -> None:
        self.name = name
        self.words = words
        words.parent.mkdir(parents=True, exist_ok=True)
        with words.open("wb") as file:
            # A session of its own: Ctrl-C at the terminal reaches us alone, and we end the rest in the right order.
            self._process = subprocess.Popen(
                command,
                env={**os.environ, **environment},
                cwd=Path(__file__).parents[1],
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    @property
    def ended(self) -> bool:
        return self._process.poll() is not None

    def last_words(self) -> str:
        lines = self.words.read_text(errors="replace").strip().splitlines()
        return lines[-1] if lines else "(geen melding)"

    def kill(self) -> None:
        """End it without any chance to tidy up, as a crash would."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        """Ask it to end, and insist after a while."""
        if self.ended:
            return
        os.killpg(self._process.pid, signal.SIGTERM)  # the group is its session: it and what it started itself
        try:
            self._process.wait(FAREWELL_S)
        except subprocess.TimeoutExpired:
            self.kill()

    def until(self, sign: Callable[[], T | None]) -> T:
        """Wait for a sign that it is ready and return it; raises NotStarted when it ends or stays silent."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            if (found := sign()) is not None:
                return found
            if self.ended:
                raise NotStarted(f"{self.name} stopte: {self.last_words()}")
            time.sleep(0.05)
        raise NotStarted(f"{self.name} antwoordt niet; zie {self.words}")


@contextmanager
def running(name: str, command: Sequence[str], environment: Mapping[str, str], words: Path) -> Iterator[Program]:
    """Run a program for as long as the block lasts."""
    program = Program(name, command, environment, words)
    try:
        yield program
    finally:
        program.stop()
