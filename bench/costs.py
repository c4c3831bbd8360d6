"""What a turn costs the machine: seconds of processor and bytes of memory, of bots and database together."""

from collections.abc import Iterable
from pathlib import Path

import psutil


def seconds_of(pids: Iterable[int]) -> float:
    """Return the processor seconds these programs have used."""
    return sum(spent(psutil.Process(pid)) for pid in pids)


def seconds_of_database(data: Path) -> float:
    """Return the processor seconds of the PostgreSQL under a data folder, ended connections included."""
    server = psutil.Process(int((data / "postgres" / "postmaster.pid").read_text().split()[0]))
    ended = server.cpu_times()
    return spent(server) + float(ended.children_user + ended.children_system) + sum(map(spent, server.children()))


def spent(process: psutil.Process) -> float:
    """Return the processor seconds of one process; 0 when it just ended, for then its parent counts them."""
    try:
        times = process.cpu_times()
    except psutil.NoSuchProcess:
        return 0.0
    return float(times.user) + float(times.system)


def resident(pid: int) -> int:
    """Return the resident memory of a program in bytes."""
    size: int = psutil.Process(pid).memory_info().rss
    return size
