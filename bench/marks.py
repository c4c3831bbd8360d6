"""Writing measured figures into a page of the docs, between two marks; what people wrote around them stays."""

import datetime
import os
import platform
from collections.abc import Iterable
from pathlib import Path

import psutil

DOCS = Path(__file__).parents[1] / "docs"


def put_between(page: Path, begin: str, end: str, lines: Iterable[str]) -> None:
    """Replace what stands between two marks. Raises ValueError when the page does not have both."""
    before, found, rest = page.read_text().partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"{page.name} has no marks {begin} and {end}")
    page.write_text("{}{}\n\n{}\n\n{}{}".format(before, begin, "\n".join(lines), end, after))


def machine(command: str, busy: float) -> str:
    """Say where, when and how something was measured; `busy` is the load average at the start."""
    return (
        f"Measured on {datetime.datetime.now(datetime.UTC):%Y-%m-%d %H:%M} UTC with `{command}`: {platform.system()} "
        f"{platform.machine()}, {os.cpu_count()} cores, {psutil.virtual_memory().total / 1e9:.0f} GB, Python "
        f"{platform.python_version()}, PostgreSQL on the same machine, load average {busy:.2f} at the start."
    )
