"""The processes that add up end with the worker that started them, also when that is killed."""

import asyncio
import subprocess
import sys
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
WORKER = """
import datetime, multiprocessing, time
from bot.calculating import PART, Crew
from domain.demand.parameters import STANDARD
import asyncio

if __name__ == "__main__":
    sheets = [(str(number), []) for number in range(10)]
    hands = Crew(1)
    asyncio.run(hands.calculate(sheets, datetime.datetime.now(datetime.UTC), STANDARD))
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
