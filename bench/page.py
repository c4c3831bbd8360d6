"""Writing the figures into docs/benchmark.md, between the marks; what people wrote around them stays."""

import datetime
import os
import platform
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import psutil

from bench.bars import bars
from bench.contestants import AGENTS_INTAKE, TYPED, own_python
from bench.figures import Figures, p50s, rates
from bench.rounds import LAPS, ratio

PAGE = Path(__file__).parents[1] / "docs" / "benchmark.md"
BEGIN, END = "<!-- measured: begin (written by make bench) -->", "<!-- measured: end -->"


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
    yield "| bar | asked | measured | |"
    yield "|---|---|---|---|"
    for bar in bars(figures):
        yield f"| {bar.name} | {bar.asked} | {bar.measured} | {bar.verdict} |"
    yield ""
    yield from contestants(figures)
    yield ""
    yield from profile(figures)


def contestants(figures: Figures) -> Iterator[str]:
    """Yield the table of everybody who took part."""
    yield (
        f"| bot | what one turn does | p50, one at a time | to the {AGENTS_INTAKE} | turns/s, 16 at once "
        f"| to the {AGENTS_INTAKE} | processor time per turn, bot and PostgreSQL | PostgreSQL's log per turn |"
    )
    yield "|---|---|---|---|---|---|---|---|"
    peer = figures.of(AGENTS_INTAKE)
    for contestant in figures.sitting.lineup.contestants:
        seen = figures.sitting.seen[contestant.name]
        alone, together = p50s(seen), rates(seen)
        bot, database = (median(one.bot_seconds for one in seen), median(one.database_seconds for one in seen))
        written = figures.written.get(contestant.name)
        yield (
            f"| {contestant.name} | {contestant.does} | {median(alone) * 1000:.2f} ms | {ratio(alone, p50s(peer)):.2f} "
            f"| {median(together):.0f} | {ratio(together, rates(peer)):.2f} | {bot * 1000:.2f} + {database * 1000:.2f} ms "
            f"| {'' if written is None else f'{written:.0f} bytes'} |"
        )


def profile(figures: Figures) -> Iterator[str]:
    """Yield the table of where the time of a typed turn goes."""
    typed = figures.of(TYPED)
    bot, database = (median(one.bot_seconds for one in typed), median(one.database_seconds for one in typed))
    seen = sum(figures.profile.values())
    yield f"Where the processor time of a typed turn goes, sixteen at once; the bot was looked at {seen} times, per millisecond:"
    yield ""
    yield "| stage | share of the bot | ms per turn |"
    yield "|---|---|---|"
    for stage, times in sorted(figures.profile.items(), key=lambda pair: -pair[1]):
        yield f"| {stage} | {times / seen:.1%} | {times / seen * bot * 1000:.2f} |"
    yield f"| PostgreSQL, beside it | | {database * 1000:.2f} |"


def machine(figures: Figures) -> str:
    """Say where, when and how this was measured."""
    cores, memory = os.cpu_count(), psutil.virtual_memory().total / 1e9
    return (
        f"Measured on {datetime.datetime.now(datetime.UTC):%Y-%m-%d %H:%M} UTC with `python -m bench --rounds {figures.rounds}`: "
        f"{platform.system()} {platform.machine()}, {cores} cores, {memory:.0f} GB, Python {own_python()}, everything on this "
        f"machine, load average {figures.busy:.2f} at the start. Medians of {figures.rounds} rounds in which all took turns, and "
        f"for one at a time of {LAPS} short laps in each; a ratio is the median of the ratios per round or lap."
    )
