"""Writing the figures into docs/benchmark.md, between the marks; what people wrote around them stays."""

import datetime
import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil

from bench.contestants import own_python
from bench.rounds import Seen, Sitting, ratio

PAGE = Path(__file__).parents[1] / "docs" / "benchmark.md"
BEGIN, END = "<!-- measured: begin (written by make bench) -->", "<!-- measured: end -->"
BAR = "Agents SDK"
STOCK = "stock botbuilder"
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Figures:
    """All that was measured: `compared` are turns, answers and replies; `memory` pairs turns with bytes; `tokens` are sends,
    lifetimes and requests.
    """

    sitting: Sitting
    rounds: int
    busy: float
    compared: tuple[int, int, int]
    memory: list[tuple[int, int]]
    tokens: tuple[int, int, int]

    def of(self, name: str) -> list[Seen]:
        """Return what was seen of the contestant with this name, its version aside."""
        return next(seen for known, seen in self.sitting.seen.items() if known == name or known.startswith(f"{name} "))


def write_page(figures: Figures, page: Path = PAGE) -> Path:
    """Put the figures between the marks of the page; return where it is."""
    before, _, rest = page.read_text().partition(BEGIN)
    _, _, after = rest.partition(END)
    measured = "\n".join(lines(figures))
    page.write_text(f"{before}{BEGIN}\n\n{measured}\n\n{END}{after}")
    return page


def lines(figures: Figures) -> Iterator[str]:
    """Yield the measured part of the page."""
    yield machine(figures)
    yield ""
    yield "| bot | what one turn does | p50, one at a time | to the Agents SDK | turns/s, 16 at once | to the Agents SDK |"
    yield "|---|---|---|---|---|---|"
    agents = figures.of(BAR)
    for contestant in figures.sitting.lineup.contestants:
        seen = figures.sitting.seen[contestant.name]
        alone, together = p50s(seen), rates(seen)
        yield (
            f"| {contestant.name} | {contestant.does} | {median(alone) * 1000:.2f} ms | {ratio(alone, p50s(agents)):.2f} "
            f"| {median(together):.0f} | {ratio(together, rates(agents)):.2f} |"
        )
    yield ""
    yield from bars(figures)


def machine(figures: Figures) -> str:
    """Say where, when and how this was measured."""
    cores, memory = os.cpu_count(), psutil.virtual_memory().total / 1e9
    return (
        f"Measured on {datetime.datetime.now(datetime.UTC):%Y-%m-%d %H:%M} UTC with `python -m bench --rounds {figures.rounds}`: "
        f"{platform.system()} {platform.machine()}, {cores} cores, {memory:.0f} GB, Python {own_python()}, everything on this "
        f"machine, load average {figures.busy:.2f} at the start. Medians of {figures.rounds} rounds in which all took turns; "
        "a ratio is the median of the ratios per round."
    )


def bars(figures: Figures) -> Iterator[str]:
    """Yield every bar with what was measured."""
    typed, card, two = (figures.of(name) for name in ("Laadmaat, typed", "Laadmaat, card", "Laadmaat, two processes"))
    agents, stock = figures.of(BAR), figures.of(STOCK)
    costs = ratio([one.seconds_per_turn for one in two], [one.seconds_per_turn for one in typed])
    yield "| bar | asked | typed answer | filled-in card |"
    yield "|---|---|---|---|"
    for name, asked, against in (
        ("p50 to the Agents SDK's echo", "at most 1.25", agents),
        ("p50 to stock botbuilder's", "at most 0.3", stock),
    ):
        yield f"| {name} | {asked} | {ratio(p50s(typed), p50s(against)):.2f} | {ratio(p50s(card), p50s(against)):.2f} |"
    yield (
        f"| turns/s, 16 at once, to the Agents SDK's echo | at least 1.2 | {ratio(rates(typed), rates(agents)):.2f} "
        f"| {ratio(rates(card), rates(agents)):.2f} |"
    )
    spent = " to ".join(f"{median(one.seconds_per_turn for one in seen) * 1000:.2f}" for seen in (two, typed))
    yield f"| processor time per turn, two processes to one | at most 1.15 | {costs:.2f} ({spent} ms) | |"
    yield ""
    yield from facts(figures)


def facts(figures: Figures) -> Iterator[str]:
    """Yield what is counted rather than timed."""
    turns, answers, replies = figures.compared
    sends, lifetimes, requests = figures.tokens
    yield (
        f"- Two processes on one PostgreSQL, some turns delivered to both at once: {turns} turns, {answers} answers and "
        f"{replies} replies compared with the tables; nothing lost, nothing doubled."
    )
    sizes = ", ".join(f"{size / MEGABYTE:.1f} MB after {turns}" for turns, size in figures.memory)
    yield f"- Resident memory of one process while it takes {figures.memory[-1][0]} more turns: {sizes}."
    yield f"- Tokens: {requests} requests for {sends} sends in {lifetimes} token lifetimes, sixteen senders at once."


def p50s(seen: list[Seen]) -> list[float]:
    """Return the medians of one at a time, round by round, in seconds."""
    return [one.alone.p50 for one in seen]


def rates(seen: list[Seen]) -> list[float]:
    """Return the turns per second of sixteen at once, round by round."""
    return [one.together.per_second for one in seen]
