"""The processes that add up end with the worker that started them, also when that is killed."""

import asyncio
import subprocess
import sys
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
WORKER = """
import asyncio, multiprocessing, os, time
from bot.jobs.calculation import FEW, Crew

async def work():
    return await Crew(1).choose(FEW + 1)(os.getpid)

if __name__ == "__main__":
    assert asyncio.run(work()) != os.getpid()
    print(multiprocessing.active_children()[0].pid, flush=True)
    time.sleep(600)
"""


async def test_a_killed_worker_leaves_nobody_behind(tmp_path: Path) -> None:
    script = tmp_path / "worker.py"
    script.write_text(WORKER)
    command = [sys.executable, str(script)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": str(ROOT)}) as worker:  # noqa: ASYNC220
        assert worker.stdout is not None
        hand = psutil.Process(int(await asyncio.to_thread(worker.stdout.readline)))
        assert hand.is_running()
        worker.kill()
        await asyncio.to_thread(hand.wait, 30)
