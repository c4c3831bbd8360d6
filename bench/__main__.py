"""`make bench`: our turn, peers that do the same work and bare echoes, side by side; the figures go to docs/benchmark.md."""

import argparse
import asyncio
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.bars import bars
from bench.contestants import TWO, TYPED, Contestant, Lineup, started
from bench.figures import Figures
from bench.ledger import Unequal, check
from bench.page import write_page
from bench.people import Filling, NotAnswered
from bench.profile import take_profile
from bench.rounds import Sitting, sitting
from bench.tokens import count_requests
from bench.written import bytes_per_turn
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
        written = {one.name: await bytes_per_turn(today, one) for one in lineup.contestants if one.kind is not Filling}
        compared = await compare(today, lineup.of(TWO))
        memory = await today.grow(lineup.of(TYPED), asked.memory_turns)
        profile = await take_profile(today, asked.folder)
    return Figures(today, asked.rounds, busy, written, compared, memory, await count_requests(), profile)


async def compare(today: Sitting, contestant: Contestant) -> tuple[int, int, int]:
    """Deliver some turns to both processes at once, then compare tables and people; return what was compared."""
    crowd = today.crowd(contestant)
    for person in await crowd.gather(REPEATED):
        for _ in range(SPOKEN_TWICE):
            await crowd.repeat(person)
    return await asyncio.to_thread(check, today.lineup.database, crowd.people, today.teams)


if __name__ == "__main__":
    sys.exit(main())
