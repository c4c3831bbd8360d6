"""`make bench`: our turn and the bare echoes of the peers, side by side in one run; the figures go to docs/benchmark.md."""

import argparse
import asyncio
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.bars import bars
from bench.contestants import Contestant, Lineup, started
from bench.figures import Figures
from bench.ledger import Unequal, check
from bench.page import write_page
from bench.people import NotAnswered
from bench.profile import take_profile
from bench.rounds import Sitting, sitting
from bench.tokens import count_requests
from demo.processes import NotStarted
from storage.database.server import ServerFailed

REPEATED = 20  # people, each of whom speaks a few times to both processes at once
SPOKEN_TWICE = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; return 0, or 1 when something could not be measured."""
    parser = argparse.ArgumentParser("bench", description="meet een beurt van Laadmaat naast die van anderen")
    parser.add_argument("--rounds", type=int, default=5, metavar="AANTAL", help="rondes, elk met alle deelnemers (5)")
    parser.add_argument("--memory-turns", type=int, default=20_000, metavar="AANTAL", help="beurten voor het geheugen (20000)")
    parser.add_argument("--folder", type=Path, default=Path("var/bench"), metavar="MAP", help="werkmap (var/bench)")
    asked = parser.parse_args(arguments)
    busy = os.getloadavg()[0]
    try:
        with started(asked.folder) as lineup:
            figures = asyncio.run(measure(lineup, asked, busy))
    except (NotStarted, ServerFailed, NotAnswered, Unequal, subprocess.CalledProcessError, TimeoutError) as failed:
        print(f"De meting is mislukt: {failed}", file=sys.stderr)
        return 1
    print(f"Geschreven: {write_page(figures)}")
    for bar in bars(figures):
        print(f"{bar.verdict:8}{bar.name}: {bar.measured} ({bar.asked})")
    return 0


async def measure(lineup: Lineup, asked: argparse.Namespace, busy: float) -> Figures:
    """Return all figures. Raises NotAnswered, NotStarted or Unequal."""
    async with sitting(lineup) as today:
        await today.measure(asked.rounds)
        typed, _, *doubled = lineup.contestants[:4]
        compared = await compare(today, doubled)
        memory = await today.grow(typed, asked.memory_turns)
        profile = await take_profile(today, asked.folder)
    return Figures(today, asked.rounds, busy, compared, memory, await count_requests(), profile)


async def compare(today: Sitting, contestants: Sequence[Contestant]) -> tuple[int, int, int]:
    """Deliver some turns to both processes at once, then compare tables and people; return what was compared."""
    crowds = [today.crowd(contestant) for contestant in contestants]
    for crowd in crowds:
        for person in await crowd.gather(REPEATED):
            for _ in range(SPOKEN_TWICE):
                await crowd.repeat(person)
    people = [person for crowd in crowds for person in crowd.people]
    return await asyncio.to_thread(check, today.lineup.database, people, today.teams)


if __name__ == "__main__":
    sys.exit(main())
