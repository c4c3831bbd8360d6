"""`python -m bench.meter`: how long a file of a meter takes, for a year of quarter-hours; to docs/benchmark-reading.md.

What is measured is all that happens between a file that was fetched and its card: opening, reading, checking, and choosing
the two days. Each file is read in a process of its own, so that the memory is that of the reader alone.
"""

import argparse
import datetime
import io
import os
import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from statistics import median

from openpyxl import Workbook

from bench.marks import DOCS, machine, put_between
from domain.calendar.here import HERE
from domain.meter.summary import MeterRead
from storage.meter.files import read_file
from storage.uploads.files import UploadedFile

PAGE = DOCS / "benchmark-reading.md"
BEGIN, END = "<!-- measured: begin (written by python -m bench.meter) -->", "<!-- measured: end of meters -->"
QUARTERS = 35_040
TODAY = datetime.date(2026, 11, 30)
MOST_SECONDS, MOST_MEGABYTES = 3.0, 100.0  # what was asked


@dataclass(frozen=True, slots=True)
class ReadOnce:
    """One reading: its seconds by the clock and of a processor, the memory on top of the program (MB), and its quarters."""

    seconds: float
    busy: float
    megabytes: float
    quarters: int


def quarters() -> list[tuple[datetime.datetime, float, float]]:
    """Return an invented year: the begin of each quarter by the clock here, kWh used and kWh fed back."""
    chance = random.Random(20)  # noqa: S311 - invented figures
    first = datetime.datetime(2025, 1, 1, tzinfo=HERE).astimezone(datetime.UTC)
    moments = (first + datetime.timedelta(minutes=15 * number) for number in range(QUARTERS))
    return [(one.astimezone(HERE), chance.uniform(1, 20), max(0.0, chance.uniform(-5, 3))) for one in moments]


def end_of(at: datetime.datetime) -> datetime.datetime:
    """Return the end of a quarter by the clock here."""
    return (at.astimezone(datetime.UTC) + datetime.timedelta(minutes=15)).astimezone(HERE)


def comma(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")


def as_csv() -> bytes:
    rows = (f"{at:%d-%m-%Y};{at:%H:%M};{comma(use)};{comma(back)}" for at, use, back in quarters())
    return "\r\n".join(("Datum;Tijd;Afname (kWh);Teruglevering (kWh)", *rows)).encode()


def as_long_csv() -> bytes:
    """Return two rows per quarter, with both ends, an EAN and a register."""
    rows = (
        f"{at:%d-%m-%Y;%H:%M:%S};{end_of(at):%d-%m-%Y;%H:%M:%S};871685900000000998;{name};{comma(kwh)};kWh"
        for at, use, back in quarters()
        for name, kwh in (("Afname Dag", use), ("Injectie Dag", back))
    )
    head = "Van (datum);Van (tijdstip);Tot (datum);Tot (tijdstip);EAN-code;Register;Volume;Eenheid"
    return "\r\n".join((head, *rows)).encode()


def as_workbook() -> bytes:
    """Return a workbook with texts, as portals make them."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    sheet.append(["datum_tijd", "levering_normaal", "levering_laag", "teruglevering_normaal", "teruglevering_laag"])
    for at, use, back in quarters():
        sheet.append([f"{end_of(at):%d-%m-%Y %H:%M:%S %z}", comma(use), None, comma(back), None])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_dated_workbook() -> bytes:
    """Return a workbook with dates and numbers, as Excel makes them."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    sheet.append(["Van", "Tot", "Afname (kWh)", "Teruglevering (kWh)"])
    for at, use, back in quarters():
        sheet.append([at.replace(tzinfo=None), end_of(at).replace(tzinfo=None), round(use, 3), round(back, 3)])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "CSV: date, time, use, fed back": as_csv,
    "CSV: a row per register, both ends": as_long_csv,
    "XLSX: texts, a column per tariff": as_workbook,
    "XLSX: dates and numbers, both ends": as_dated_workbook,
}


def peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def read_once(raw: bytes) -> ReadOnce:
    """Read a file in a process that did nothing before."""
    before, began, worked = peak_megabytes(), time.perf_counter(), time.process_time()
    found = read_file(UploadedFile("", raw), {}, TODAY)
    seconds, busy = time.perf_counter() - began, time.process_time() - worked
    assert isinstance(found, MeterRead), found  # noqa: S101 - the file is ours
    return ReadOnce(seconds, busy, peak_megabytes() - before, found.summary.count)


def measured(raw: bytes, times: int) -> list[ReadOnce]:
    """Read a file several times, each in a process of its own."""
    done = []
    for _ in range(times):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            done.append(pool.submit(read_once, raw).result())
    return done


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; return 0, or 1 when a file takes longer or more memory than was asked."""
    parser = argparse.ArgumentParser("bench.meter", description="meet hoe lang een meterbestand van een jaar duurt")
    parser.add_argument("--times", type=int, default=3, metavar="AANTAL", help="keren per bestand; de middelste telt (3)")
    times, load = parser.parse_args(arguments).times, os.getloadavg()[0]
    lines = ["| file | size | quarters | of a processor (asked: 3 s) | by the clock | memory on top (asked: 100 MB) |"]
    lines.append("|---|---|---|---|---|---|")
    kept = True
    for name, make in FILES.items():
        raw = make()
        done = measured(raw, times)
        busy, clock = median(one.busy for one in done), median(one.seconds for one in done)
        megabytes = max(one.megabytes for one in done)
        kept &= busy <= MOST_SECONDS and megabytes <= MOST_MEGABYTES
        took = f"{busy:.2f} s | {clock:.2f} s | {megabytes:.0f} MB"
        lines.append(f"| {name} | {len(raw) / 1e6:.1f} MB | {done[0].quarters:,} | {took} |")
    put_between(PAGE, BEGIN, END, (machine("python -m bench.meter", load), "", *lines))
    print("\n".join(lines))
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
