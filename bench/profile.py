"""Where the time of a typed turn goes: a process of its own that is looked at while people talk with it."""

import asyncio
import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bench.contestants import SIDE_BY_SIDE, Contestant, free_port
from bench.people import Typing
from bench.rounds import Sitting
from bench.sampling import BEGIN, END
from demo.bot import ready, settings
from demo.processes import NotStarted, running

CROWDS = 2  # of sixteen people with forty turns each
PATIENCE_S = 10.0


@contextmanager
def watched(folder: Path, data: Path, words: Path) -> Iterator[Contestant]:
    """Run the bot such that it can be looked at. Raises NotStarted."""
    port = free_port()
    command = [sys.executable, "-m", "bench.sampling", str(words)]
    with running("De bekeken bot", command, settings(data, port), folder / "laadmaat-watched.log") as program:
        program.until(lambda: ready(str(port)) or None)
        yield Contestant("Laadmaat, watched", "", Typing, (program,), (port,))


async def take_profile(today: Sitting, folder: Path) -> Mapping[str, int]:
    """Return how often which stage of a turn was seen, sixteen people at once. Raises NotStarted or NotAnswered."""
    words = today.lineup.data / "profile.json"
    with watched(folder, today.lineup.data, words.resolve()) as contestant:
        crowd, pid = today.crowd(contestant), contestant.programs[0].pid
        await crowd.talk(await crowd.gather(SIDE_BY_SIDE), each=contestant.each, at_once=SIDE_BY_SIDE)
        crowds = [await crowd.gather(SIDE_BY_SIDE) for _ in range(CROWDS)]
        os.kill(pid, BEGIN)
        for people in crowds:
            await crowd.talk(people, each=contestant.each, at_once=SIDE_BY_SIDE)
        os.kill(pid, END)
        return await asyncio.to_thread(read_when_there, words)


def read_when_there(words: Path) -> Mapping[str, int]:
    """Return what was counted. Raises NotStarted when it is not written in time."""
    end = time.monotonic() + PATIENCE_S
    while not words.exists():
        if time.monotonic() > end:
            raise NotStarted(f"{words.name} komt niet")
        time.sleep(0.1)
    counted: Mapping[str, int] = json.loads(words.read_text())
    return counted
