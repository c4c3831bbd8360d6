"""Everything that is measured, running: our own bot with its database, and every peer in an environment of its own."""

import socket
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.environments import HERE, python_of, version_of
from bench.people import Filling, Person, Typing
from demo.__main__ import bring_terrains
from demo.bot import bot, settings
from demo.processes import Program, running
from storage.database.engine import conninfo
from storage.database.server import serving

AGENTS = "Agents SDK"
AGENTS_TWICE = f"two processes of {AGENTS}"  # to see what two cost here that have nothing to do with each other
PEERS = {
    "stock botbuilder": ("botbuilder", "echo_botbuilder.py", "botbuilder-core"),
    AGENTS: ("agents", "echo_agents.py", "microsoft-agents-hosting-core"),
    "Teams SDK": ("teams", "echo_teams.py", "microsoft-teams-apps"),
    "the floor": ("floor", "floor.py", "psycopg"),
}
SIDE_BY_SIDE = 16  # people
QUIET = {"PYTHONWARNINGS": "ignore"}


@dataclass(frozen=True, slots=True)
class Contestant:
    """A row of the table: who talks with which programs. `each` is how many turns of one person are measured at most, `at_once`
    how many people speak side by side; each stays with one of the programs, or they are sent `to_and_fro`.
    """

    name: str
    does: str
    kind: Callable[[int, str], Person]
    programs: tuple[Program, ...]
    ports: tuple[int, ...]
    each: int = 40
    at_once: int = SIDE_BY_SIDE
    to_and_fro: bool = False

    @property
    def urls(self) -> tuple[str, ...]:
        """Where its messages go."""
        return tuple(f"http://127.0.0.1:{port}/api/messages" for port in self.ports)


@dataclass(frozen=True, slots=True)
class Lineup:
    """All contestants, and where the database is: its files, and its address for libpq."""

    contestants: tuple[Contestant, ...]
    data: Path
    database: str


@contextmanager
def started(folder: Path) -> Iterator[Lineup]:
    """Run everything; all of it ends with the block. Raises NotStarted."""
    pythons = {peer: python_of(peer, folder / "environments") for peer, _, _ in PEERS.values()}
    with TemporaryDirectory(prefix="data-", dir=folder) as data, ExitStack() as stack:
        Path(data).chmod(0o711)  # PostgreSQL runs under an account of its own when we are root, and has to get in
        database = conninfo(stack.enter_context(serving("", Path(data))))
        first, second = (stack.enter_context(laadmaat(folder, Path(data), number)) for number in (1, 2))
        peers = [stack.enter_context(peer(name, pythons, folder, database)) for name in PEERS]
        twin = stack.enter_context(peer(AGENTS, pythons, folder, database))
        echo = peers[list(PEERS).index(AGENTS)]
        yield Lineup((*ours(first, second), *peers, doubled(echo, twin)), Path(data), database)


def ours(first: tuple[Program, int], second: tuple[Program, int]) -> Iterator[Contestant]:
    """Yield our own rows: the same two processes, used in four ways."""
    (one, port), (two, other) = first, second
    stored = "answer validated, stored durably, next question delivered"
    yield Contestant("Laadmaat, typed", stored, Typing, (one,), (port,))
    yield Contestant(
        "Laadmaat, card", "a card filled in, stored durably, made read-only, next card delivered", Filling, (one,), (port,), 11
    )
    both, ports, each = (one, two), (port, other), f"{stored}; 16 people for each"
    yield Contestant("Laadmaat, two processes", each, Typing, both, ports, at_once=2 * SIDE_BY_SIDE)
    torn = "the same; 16 people in all, whose messages go to both in turn"
    yield Contestant("Laadmaat, to and fro", torn, Typing, both, ports, to_and_fro=True)


@contextmanager
def laadmaat(folder: Path, data: Path, number: int) -> Iterator[tuple[Program, int]]:
    """Run `app.py serve` in anonymous mode with its embedded PostgreSQL; give it with its port."""
    port = free_port()
    environment = settings(data, port)
    if number == 1:
        bring_terrains(environment)
    with bot(environment, folder / f"laadmaat-{number}.log") as program:
        yield program, port


@contextmanager
def peer(name: str, pythons: Mapping[str, Path], folder: Path, database: str) -> Iterator[Contestant]:
    """Run a peer; it takes messages when the block starts."""
    short, script, package = PEERS[name]
    port = free_port()
    command = [str(pythons[short]), str(HERE / "peers" / script), str(port), database]
    with running(name, command, QUIET, folder / f"{short}.log") as program:
        program.until(lambda: listens(port) or None)
        does = "one commit, one reply, no SDK" if short == "floor" else "echo, nothing stored"
        yield Contestant(f"{name} {version_of(short, package)}" if short != "floor" else name, does, Person, (program,), (port,))


def doubled(one: Contestant, other: Contestant) -> Contestant:
    """Return two echoes, each with as many people as the one has."""
    programs, ports = (*one.programs, *other.programs), (*one.ports, *other.ports)
    does = "echo, nothing stored, nothing shared; 16 people for each"
    return Contestant(AGENTS_TWICE, does, one.kind, programs, ports, at_once=2 * SIDE_BY_SIDE)


def free_port() -> int:
    """Return a port of this machine on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def listens(port: int) -> bool:
    """Say whether something listens there."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def own_python() -> str:
    """Return the version of Python that everything runs on."""
    return ".".join(map(str, sys.version_info[:3]))
