"""Runs the bot while a timer looks, at every millisecond of processor time, at what it is doing: see bench/profile.py."""

import json
import signal
import sys
from collections import Counter
from pathlib import Path
from types import FrameType

from app import main

BEGIN, END = signal.SIGUSR1, signal.SIGUSR2
EVERY_S = 0.001
LOOP = "the event loop, and what belongs nowhere else"
# The first that is found anywhere in a stack counts; parts of "path function".
STAGES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "beside the turns: jobs, sweep, noting what was sent",
        ("/procrastinate/", "/bot/jobs/queue.py", "ReplySender.sweep", "/bot/turn/receipts.py Receipts.write"),
    ),
    ("load person and intake: one statement for all who wait", ("/storage/turn/loading.py looking",)),
    ("store everything: one statement for all who wait", ("/storage/turn/saving.py storing",)),
    (
        "wait together, take a connection and give it back",
        ("/storage/database/batcher.py", "/storage/database/prepared.py", "/sqlalchemy/pool/"),
    ),
    ("decide: read, judge, choose what comes next", ("/dialogs/conversation.py converse",)),
    ("write down what is shown and what is stored", ("/bot/turn/turns.py Turns.draw",)),
    ("deliver the reply", ("/bot/turn/sender.py", "/aiohttp/client")),
    ("look after the turn: order, time limits, log line, counters", ("/bot/turn/reception.py", "/bot/turn/turns.py")),
    ("check who speaks, and read the activity", ("/bot/teams/adapter.py", "/bot/teams/laadmaat.py", "/botbuilder/")),
    ("take the request and answer it (aiohttp)", ("/aiohttp/",)),
)


def stage_of(frames: list[str]) -> str:
    """Return to which stage of a turn a stack belongs."""
    for stage, parts in STAGES:
        if any(part in frame for frame in frames for part in parts):
            return stage
    return LOOP


def stack_of(frame: FrameType | None) -> list[str]:
    """Return a stack as "path function", the innermost first."""
    frames = []
    while frame is not None:
        frames.append(f"{frame.f_code.co_filename} {frame.f_code.co_qualname}")
        frame = frame.f_back
    return frames


def watch(words: Path) -> None:
    """Count between two signals, and write what was counted."""
    counted: Counter[str] = Counter()

    def look(_: int, frame: FrameType | None) -> None:
        counted[stage_of(stack_of(frame))] += 1

    def end(*_: object) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)
        part = words.with_suffix(".part")
        part.write_text(json.dumps(counted))
        part.rename(words)

    signal.signal(signal.SIGPROF, look)
    signal.signal(BEGIN, lambda *_: signal.setitimer(signal.ITIMER_PROF, EVERY_S, EVERY_S))
    signal.signal(END, end)


if __name__ == "__main__":
    watch(Path(sys.argv[1]))
    sys.exit(main(["serve"]))
