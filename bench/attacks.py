"""`python -m bench.attacks`: linear programmes on many invented histories; writes how near they came to a page of the docs."""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial

from bench.histories import LONG, history
from bench.linear_attack import Attack, attacks_on
from bench.marks import DOCS, machine, put_between

PAGE = DOCS / "benchmark-insight.md"
BEGIN, END = "<!-- attacks: begin (written by python -m bench.attacks) -->", "<!-- attacks: end -->"
HISTORIES, PROCESSES, FIRST = 2_000, 2, 100_000  # histories of which the suite knows none
SHORTEST = 5  # attacks that are shown


@dataclass(slots=True)
class Tried:
    """What was published in a history, and everything that was tried on it."""

    seed: int
    companies: int
    published: Counter[str] = field(default_factory=Counter)
    attacks: list[Attack] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> int:
    """Attack; return 1 when an attack succeeded."""
    parser = argparse.ArgumentParser("bench.attacks", description="val verzonnen terreinen aan met lineaire programma's")
    parser.add_argument("--histories", type=int, default=HISTORIES, metavar="AANTAL", help=f"terreinen ({HISTORIES})")
    asked, busy = parser.parse_args(arguments), os.getloadavg()[0]
    with ProcessPoolExecutor(PROCESSES) as pool:
        tried = list(pool.map(attacked, range(FIRST, FIRST + asked.histories), chunksize=5))
    put_between(PAGE, BEGIN, END, page(tried, f"python -m bench.attacks --histories {asked.histories}", busy))
    print(f"Geschreven: {PAGE}")
    return int(any(attack.succeeds for one in tried for attack in one.attacks))


def attacked(seed: int) -> Tried:
    """Live through a history and attack it."""
    terrain = history(seed, LONG)
    attacks = attacks_on(terrain) if terrain.past else []
    return Tried(seed, len(terrain.firms), Counter(one.kind.value for one in terrain.past), attacks)


def page(tried: Sequence[Tried], command: str, busy: float) -> Iterator[str]:
    """Yield the measured part of the page."""
    published = sum((one.published for one in tried), Counter[str]())
    attacks = [attack for one in tried for attack in one.attacks]
    succeeded = sum(attack.succeeds for attack in attacks)
    yield machine(command, busy)
    yield ""
    yield (
        f"{len(tried):,} histories: {published['total']:,} totals, {published['classes']:,} tables by class and "
        f"{published['hours']:,} days by the hour were published; {len(attacks):,} attacks, of which {succeeded:,} succeeded."
    )
    yield ""
    yield "| who | attacks | succeeded | the least that was still possible, of what is true | the most |"
    yield "|---|---|---|---|---|"
    for who in sorted({attack.who for attack in attacks}):
        yield row(who, [attack for attack in attacks if attack.who == who])
    seeds = [str(one.seed) for one in tried if any(attack.succeeds for attack in one.attacks)]
    if seeds:
        yield ""
        yield f"Succeeded in {', '.join(seeds[:SHORTEST])}."


def row(who: str, attacks: Sequence[Attack]) -> str:
    """Return one row: how far the bounds were from what is true, where they came nearest."""
    nearest = partial(min, default=0.0)
    low, high = max((one.low / one.true for one in attacks), default=0.0), nearest(one.high / one.true for one in attacks)
    return f"| {who} | {len(attacks):,} | {sum(one.succeeds for one in attacks)} | at most {low:.2f} | at least {high:.2f} |"


if __name__ == "__main__":
    sys.exit(main())
