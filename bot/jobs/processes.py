"""Processes of their own for what takes long to calculate; none of them outlives the one that started it."""

import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor


def make_pool(processes: int, *, nice: int) -> ProcessPoolExecutor:
    """Return processes that start when they are first needed; the higher `nice`, the more they let others go first."""
    apart = multiprocessing.get_context("spawn")  # a copy of a process with threads can hang
    return ProcessPoolExecutor(processes, mp_context=apart, initializer=settle, initargs=(nice,))


def settle(nice: int) -> None:
    """Begin as such a process: let others go first, and leave when the one that started it is gone, however it went."""
    os.nice(nice)
    threading.Thread(target=leave_with_parent, daemon=True).start()


def leave_with_parent() -> None:
    """Wait until the process that started this one is gone; a pool does not notice that it was killed."""
    parent = multiprocessing.parent_process()
    assert parent is not None  # noqa: S101 - a child has one
    parent.join()
    os._exit(1)
