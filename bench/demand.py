"""How fast the charging model is, and how exact: `python -m bench.demand` writes docs/benchmark-demand.md."""

import argparse
import datetime
import math
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import TypeVar

import numpy as np

from bench.companies import invent
from bench.linear_programme import least_peak
from domain.demand.alone import alone_of, load_of
from domain.demand.companies import outlook_of
from domain.demand.cuts import Bound, least_level
from domain.demand.measured import MeasuredDays
from domain.demand.parameters import STANDARD
from domain.demand.quantities import QUARTERS, Case, Year
from domain.demand.sites import Site, site_of
from domain.demand.terrains import terrain_outlook
from domain.demand.together import Neighbours

PAGE = Path(__file__).parents[1] / "docs" / "benchmark-demand.md"
BEGIN, END = "<!-- measured: begin (written by python -m bench.demand) -->", "<!-- measured: end -->"
clock = time.process_time  # other things may run on this machine
TERRAINS, EACH, PROCESSES = 3700, 50, 2
AT = (Year.Y2030, Case.MIDDLE)
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Compared:
    """One problem solved twice: seconds of ours and of HiGHS, and how far apart the peaks are, as a share."""

    name: str
    companies: int
    ours_s: float
    highs_s: float
    to_highs: float
    to_bound: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and write the page."""
    parser = argparse.ArgumentParser("bench.demand", description="meet het rekenen aan laadvraag")
    parser.add_argument("--terrains", type=int, default=TERRAINS, metavar="AANTAL", help=f"terreinen in het land ({TERRAINS})")
    asked = parser.parse_args(arguments)
    busy = os.getloadavg()[0]
    lines = [machine(busy, asked.terrains), "", *speeds(), "", *exactness(), "", *nation(asked.terrains)]
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n\n{chr(10).join(lines)}\n\n{END}{after}", encoding="utf-8")
    print(f"Geschreven: {PAGE}")
    return 0


def machine(busy: float, terrains: int) -> str:
    """Say where, when and how this was measured."""
    return (
        f"Measured on {datetime.datetime.now(datetime.UTC):%Y-%m-%d %H:%M} UTC with "
        f"`python -m bench.demand --terrains {terrains}`: {platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, load average {busy:.2f} at the start. Invented companies (bench/companies.py), "
        "three years, three cases, every strategy. Seconds of one processor, the median of five."
    )


def timed(run: Callable[[], Made]) -> tuple[float, Made]:
    """Return the median of five times, in seconds, and what came out."""
    times, made = [], list[Made]()
    for _ in range(5):
        start = clock()
        made.append(run())
        times.append(clock() - start)
    return median(times), made[-1]


def speeds() -> Iterator[str]:
    """Yield how long it takes for one company and for terrains that grow."""
    yield "| what | asked, in seconds | seconds | per company |"
    yield "|---|---|---|---|"
    sites, metered = sites_of(200), measured(sites_of(200))
    one, _ = timed(lambda: [outlook_of(site) for site in sites])
    yield f"| one company: its card's numbers, and which answers sharpen them | 0.01 | {one / 200:.4f} | {one * 5:.2f} ms |"
    with_day, _ = timed(lambda: [outlook_of(site) for site in metered])
    times = f"{with_day / one:.2f} times that"
    yield f"| the same with a measured day, 96 different quarters | 1.2 times that | {with_day / 200:.4f} | {times} |"
    found = {}
    for count, most in ((50, ""), (100, "below 0.5"), (1000, "below 5"), (4000, "no worse than linear")):
        many = sites_of(count)
        found[count], _ = timed(lambda many=many: terrain_outlook(many))  # type: ignore[misc]
        yield f"| a terrain of {count} companies | {most} | {found[count]:.3f} | {1000 * found[count] / count:.2f} ms |"
    for few, many_ in ((100, 1000), (1000, 4000)):
        exponent = math.log(found[many_] / found[few]) / math.log(many_ / few)
        asked = "at most 1.05" if few == 100 else "beside it"
        yield f"| how time grows from {few} to {many_} companies: the exponent | {asked} | {exponent:.2f} |  |"


def sites_of(count: int, seed: int = 1) -> list[Site]:
    """Return invented companies as the model sees them."""
    return [site_of(answers) for answers in invent(count, seed)]


def measured(sites: Sequence[Site]) -> list[Site]:
    """Return these companies with a measured day: busy by day, solar power at noon, no two quarters the same."""
    chance = np.random.default_rng(1)
    hours = np.arange(QUARTERS) / 4
    day = 20 + 60 * ((hours > 7) & (hours < 18)) - 120 * np.exp(-(((hours - 13) / 2) ** 2))
    days = [tuple((day + chance.normal(0, 5, QUARTERS)).tolist()) for _ in sites]
    return [replace(site, measured=MeasuredDays(one, one)) for site, one in zip(sites, days, strict=True)]


def exactness() -> Iterator[str]:
    """Yield our peaks beside those of HiGHS and beside the bound of their critical quarters."""
    yield "| problem, 2030, middle case | companies | ours | HiGHS | gap to HiGHS | gap to the bound (at most 0.1%) |"
    yield "|---|---|---|---|---|---|"
    alone = (
        *alone_compared("each company spread", sites_of(100)),
        *alone_compared("each on a measured day", measured(sites_of(100))),
    )
    for one in (*alone, *together_compared(20), *together_compared(100), *together_compared(400)):
        yield (
            f"| {one.name} | {one.companies} | {1000 * one.ours_s:.1f} ms | {1000 * one.highs_s:.0f} ms "
            f"| {100 * one.to_highs:.7f}% | {100 * one.to_bound:.7f}% |"
        )


def alone_compared(name: str, sites: Sequence[Site]) -> Iterator[Compared]:
    """Yield all companies by themselves: the closed form against one linear programme per company."""
    alone, count = alone_of(sites, STANDARD), len(sites)
    ours, _ = timed(lambda: alone_of(sites, STANDARD))
    loads = [load_of(alone.fleets, place, *AT, alone.bases[place, Case.MIDDLE]) for place in range(count)]
    start = clock()
    theirs = np.array([least_peak(load) if load.energy.any() else float(load.base.max()) for load in loads])
    highs = clock() - start
    used = alone.bases[:, Case.MIDDLE].max(axis=1)
    peaks = alone.spread_kw[:, *AT] + used
    bounds = np.array([least_level(load).kw for load in loads])
    apart, to_bound = (np.abs(peaks - others) / np.maximum(np.abs(others), 1) for others in (theirs, bounds))
    yield Compared(name, count, ours / 9, highs, apart.max(), to_bound.max())


def together_compared(count: int) -> Iterator[Compared]:
    """Yield a terrain together, without and within everybody's own connection."""
    sites = sites_of(count)
    neighbours = Neighbours.of(sites, alone_of(sites, STANDARD), Case.MIDDLE)
    for name, limited in (("together, group contract", False), ("together, each within its connection", True)):
        load = neighbours.load(Year.Y2030, limited=limited)
        ours, level = timed(lambda load=load: least_level(load))  # type: ignore[misc]
        start = clock()
        peak = least_peak(load)
        highs = clock() - start
        bound = Bound(load).of(level.critical).kw
        yield Compared(name, count, ours, highs, abs(level.kw - peak) / peak, abs(level.kw - bound) / bound)


def nation(terrains: int) -> Iterator[str]:
    """Yield how long the whole country takes on two processes, reading the answers of every company included."""
    start = time.perf_counter()
    with ProcessPoolExecutor(PROCESSES) as workers:
        done = list(workers.map(one_terrain, range(terrains), chunksize=50))
    wall, spent = (time.perf_counter() - start) / 60, sum(done) / 60
    yield (
        f"- The whole country: {terrains} terrains of {EACH} companies in {wall:.1f} minutes on {PROCESSES} processes, "
        f"{spent:.1f} minutes of one processor; inventing the companies and reading their answers included, the database aside "
        "(asked: below 10 minutes on two cores)."
    )


def one_terrain(number: int) -> float:
    """Compute one terrain; return how many seconds of a processor that took."""
    start = clock()
    terrain_outlook(sites_of(EACH, seed=number))
    return clock() - start


if __name__ == "__main__":
    sys.exit(main())
