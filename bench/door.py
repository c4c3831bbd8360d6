"""`python -m bench.door`: a turn through the door beside one through Teams, alone and while 500 pages ask; to docs/benchmark.md.

All of it in turn, lap after lap, on one bot: a busy moment of the machine hits all alike. The pages are a process of their own,
which is held still (SIGSTOP) in the laps without them.
"""

import argparse
import asyncio
import datetime
import itertools
import json
import os
import signal
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from uuid import uuid4

from aiohttp import ClientSession, ClientTimeout

from bench.contestants import free_port
from bench.costs import resident
from bench.database import database_apart
from bench.load import Crowd, Round
from bench.marks import DOCS, machine, put_between
from bench.people import NotAnswered, Typing
from bench.teams import Teams
from bench.visitors import Visitor, Visitors
from demo.__main__ import bring_terrains
from demo.bot import bot, settings
from demo.processes import NotStarted, Program, running
from domain.door.sessions import TENANT
from storage.database.engine import create_engine
from storage.database.server import ServerFailed
from storage.database.transactions import Transaction, transaction
from storage.door.sessions import digest_of_secret, new_secret
from storage.intake.intakes import make_person
from storage.tables.door import door_session
from storage.tables.people import person

PAGE = DOCS / "benchmark.md"
BEGIN, END = "<!-- door: begin (written by python -m bench.door) -->", "<!-- door: end -->"
PAGES, EVERY = 500, 2.0
EACH, PEOPLE = 12, 4  # turns of each, and people in a lap
MOST_RATIO, MOST_MEGABYTES = 1.2, 150.0  # what was asked
TEAMS, DOOR, TEAMS_BESIDE, DOOR_BESIDE = "Teams", "door", "Teams, 500 pages ask", "door, 500 pages ask"
Cookie = tuple[str, str]  # the secret, and the conversation it is for


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; return 0, or 1 when something takes longer or more memory than was asked."""
    parser = argparse.ArgumentParser("bench.door", description="meet een beurt zonder Teams naast een in Teams")
    parser.add_argument("--laps", type=int, default=12, metavar="AANTAL", help="ronden van alle vier (12)")
    parser.add_argument("--folder", type=Path, default=Path("var/bench"), metavar="MAP", help="werkmap (var/bench)")
    asked = parser.parse_args(arguments)
    busy = os.getloadavg()[0]
    try:
        with served(asked.folder) as (program, address, url, here):
            rounds, megabytes = asyncio.run(measure(program, address, url, here, asked.laps))
    except (NotStarted, ServerFailed, NotAnswered, TimeoutError) as failed:
        print(f"De meting is mislukt: {failed}", file=sys.stderr)
        return 1
    lines, kept = table(rounds, megabytes)
    put_between(PAGE, BEGIN, END, (machine(f"python -m bench.door --laps {asked.laps}", busy), "", *lines))
    print("\n".join(lines))
    return 0 if kept else 1


@contextmanager
def served(folder: Path) -> Iterator[tuple[Program, str, str, Path]]:
    """Run the bot with the door open; give it with its address, that of its database, and a folder."""
    port = free_port()
    with database_apart("door", folder) as (url, here):
        environment = settings(here, port, url) | {"WEB_DOOR": "on"}
        bring_terrains(environment)
        with bot(environment, folder / "door.log") as program:
            yield program, f"http://127.0.0.1:{port}", url, here


async def measure(program: Program, address: str, url: str, here: Path, laps: int) -> tuple[Mapping[str, Sequence[Round]], float]:
    """Return the laps by what was measured, and the memory that the pages cost, in MB."""
    teams, numbers, rounds = Teams(), itertools.count(), defaultdict[str, list[Round]](list)
    people = await make_windows(url, PAGES + (4 * laps + 2) * PEOPLE)
    asking, talking = people[:PAGES], iter(people[PAGES:])
    (here / "pages.json").write_text(json.dumps(asking))
    command = [sys.executable, "-m", "bench.visitors", address, str(EVERY), str(here / "pages.json")]
    async with teams.listening(), ClientSession(timeout=ClientTimeout(total=30)) as session:
        in_teams = Crowd(teams, session, Typing, numbers, [f"{address}/api/messages"])
        in_windows = Visitors(teams, session, lambda number, _: Visitor(number, *next(talking)), numbers, [address])
        both: tuple[tuple[str, str, Crowd[Typing] | Visitors], ...] = (
            (TEAMS, TEAMS_BESIDE, in_teams), (DOOR, DOOR_BESIDE, in_windows),
        )  # fmt: skip
        for _, _, crowd in both:  # to warm up
            await crowd.talk(await crowd.gather(PEOPLE), each=EACH)  # type: ignore[arg-type]
        before = resident(program.pid)
        with running("De pagina's", command, {}, here / "pages.log") as pages:
            await asyncio.sleep(2 * EVERY)
            cost = resident(program.pid) - before
            for lap in range(laps):
                for beside in (lap % 2 == 0, lap % 2 == 1):
                    os.kill(pages.pid, signal.SIGCONT if beside else signal.SIGSTOP)
                    await asyncio.sleep(EVERY if beside else 0.2)
                    for alone_name, beside_name, crowd in both if lap % 4 < 2 else both[::-1]:
                        talked = await crowd.talk(await crowd.gather(PEOPLE), each=EACH)  # type: ignore[arg-type]
                        rounds[beside_name if beside else alone_name].append(talked)
            os.kill(pages.pid, signal.SIGCONT)
            if pages.ended:
                raise NotAnswered(pages.last_words())
            cost = max(cost, resident(program.pid) - before)
    return rounds, cost / 1e6


async def make_windows(url: str, count: int) -> list[Cookie]:
    """Return so many people with a session each."""
    database = create_engine(url)
    try:
        async with transaction(database) as connection:
            return [await make_window(connection) for _ in range(count)]
    finally:
        await database.dispose()


async def make_window(connection: Transaction) -> Cookie:
    """Return somebody new with a session."""
    who, secret, now = uuid4().hex, new_secret(), datetime.datetime.now(datetime.UTC)
    await make_person(connection, TENANT, who)
    made = (await connection.execute(person.select().where(person.c.object_id == who))).one()
    session = {"id": uuid4(), "digest": digest_of_secret(secret), "person_id": made.id, "device": "Apparaat"}
    await connection.execute(door_session.insert().values(session | {"at": now, "until": now + datetime.timedelta(days=1)}))
    return secret, str(made.id)


def p95(rounds: Sequence[Round]) -> float:
    """Return what all but one in twenty turns stay below, in seconds."""
    return quantiles([one for lap in rounds for one in lap.latencies], n=20)[-1]


def table(rounds: Mapping[str, Sequence[Round]], megabytes: float) -> tuple[list[str], bool]:
    """Return the figures as a table, and whether all is as was asked."""
    through = median(door.p50 / teams.p50 for door, teams in zip(rounds[DOOR], rounds[TEAMS], strict=True))
    slower = {name: p95(rounds[beside]) / p95(rounds[name]) for name, beside in ((TEAMS, TEAMS_BESIDE), (DOOR, DOOR_BESIDE))}
    bars = (
        ("a turn through the door to one through Teams, medians lap by lap", through, MOST_RATIO, ""),
        ("p95 of a turn through Teams while 500 pages ask, to without", slower[TEAMS], MOST_RATIO, ""),
        ("p95 of a turn through the door while 500 pages ask, to without", slower[DOOR], MOST_RATIO, ""),
        ("memory of the bot that 500 pages cost", megabytes, MOST_MEGABYTES, " MB"),
    )
    lines = ["| bar | asked | measured | |", "|---|---|---|---|"]
    for name, found, most, unit in bars:
        lines.append(f"| {name} | at most {most:g}{unit} | {found:.2f}{unit} | {'met' if found <= most else 'not met'} |")
    lines += ["", "| turns, one at a time | p50 | p95 |", "|---|---|---|"]
    for name, laps in rounds.items():
        half = median(one for lap in laps for one in lap.latencies)
        lines.append(f"| {name} | {1000 * half:.2f} ms | {1000 * p95(laps):.2f} ms |")
    return lines, all(found <= most for _, found, most, _ in bars)


if __name__ == "__main__":
    sys.exit(main())
