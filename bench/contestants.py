"""Everything that is measured, running: our own bot with its database, and every peer in an environment of its own."""

import json
import socket
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.environments import HERE, python_of, version_of
from bench.people import NUMBERS, Asking, Counting, Filling, Person, Typing
from demo.__main__ import bring_terrains
from demo.bot import bot, settings
from demo.processes import Program, running
from storage.database.engine import conninfo
from storage.database.server import serving

TYPED, HEARD, CARD, TWO = "Laadmaat, typed", "Laadmaat, heard", "Laadmaat, card", "Laadmaat, two processes"
AGENTS = "Agents SDK"
AGENTS_INTAKE = f"intake on {AGENTS}"
AGENTS_TWICE = f"two processes of {AGENTS}"  # to see what two cost here that have nothing to do with each other
INTAKE, ECHO = "one number validated, state stored durably, next question delivered", "echo, nothing stored"
FEW = 20  # turns of one person, of those that take long


@dataclass(frozen=True, slots=True)
class Peer:
    """Somebody else's bot: the environment it runs in, its program, and the package whose version is told."""

    environment: str
    script: str
    package: str
    does: str
    kind: Callable[[int, str], Person] = Person
    each: int = 40


PEERS = {
    AGENTS_INTAKE: Peer("agents", "intake_agents.py", "microsoft-agents-hosting-core", INTAKE, Counting),
    "intake on Teams SDK": Peer("teams", "intake_teams.py", "microsoft-teams-apps", INTAKE, Counting),
    "intake on botbuilder": Peer("botbuilder", "intake_botbuilder.py", "botbuilder-core", INTAKE, Counting, FEW),
    AGENTS: Peer("agents", "echo_agents.py", "microsoft-agents-hosting-core", ECHO),
    "Teams SDK": Peer("teams", "echo_teams.py", "microsoft-teams-apps", ECHO),
    "stock botbuilder": Peer("botbuilder", "echo_botbuilder.py", "botbuilder-core", ECHO, each=FEW),
    "the floor, psycopg": Peer("floor", "floor.py", "psycopg", "one commit, one reply, no SDK"),
}
SIDE_BY_SIDE = 16  # people
QUIET = {"PYTHONWARNINGS": "ignore"}


@dataclass(frozen=True, slots=True)
class Contestant:
    """A row of the table: who talks with which programs. `each` is how many turns of one person are measured at most, `at_once`
    how many people speak side by side; with several programs every message goes to the next.
    """

    name: str
    does: str
    kind: Callable[[int, str], Person]
    programs: tuple[Program, ...]
    ports: tuple[int, ...]
    each: int = 40
    at_once: int = SIDE_BY_SIDE

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

    def of(self, name: str) -> Contestant:
        """Return the contestant with this name."""
        return next(one for one in self.contestants if one.name == name)


@contextmanager
def started(folder: Path) -> Iterator[Lineup]:
    """Run everything; all of it ends with the block. Raises NotStarted."""
    pythons = {one.environment: python_of(one.environment, folder / "environments") for one in PEERS.values()}
    with TemporaryDirectory(prefix="data-", dir=folder) as data, ExitStack() as stack:
        Path(data).chmod(0o711)  # PostgreSQL runs under an account of its own when we are root, and has to get in
        database = conninfo(stack.enter_context(serving("", Path(data))))
        first, second = (stack.enter_context(laadmaat(folder, Path(data), number)) for number in (1, 2))
        questions = write_questions(Path(data) / "questions.json")
        arguments = (database, str(questions.resolve()))
        peers = {name: stack.enter_context(peer(name, pythons, folder, arguments)) for name in PEERS}
        twin = stack.enter_context(peer(AGENTS, pythons, folder, arguments))
        typed, heard, card, two = ours(first, second)
        yield Lineup((typed, heard, card, *peers.values(), two, doubled(peers[AGENTS], twin)), Path(data), database)


def write_questions(file: Path) -> Path:
    """Write the numbers of the intake down for the peers, with their limits; return the file."""
    numbers = [{"name": one.name, "text": one.text, "least": one.rule.ge, "most": one.rule.le} for one in NUMBERS]
    file.write_text(json.dumps(numbers), encoding="utf-8")
    return file


def ours(first: tuple[Program, int], second: tuple[Program, int]) -> tuple[Contestant, Contestant, Contestant, Contestant]:
    """Return our own rows: the same two processes, used in four ways."""
    (one, port), (two, other) = first, second
    stored, each = "answer validated, stored durably, next question delivered", "16 people for each, any message to either"
    heard = "a sentence that tells and asks: every item looked through, several answers read, an answer delivered"
    filled = "a card filled in, stored durably, made read-only, next card delivered"
    return (
        Contestant(TYPED, stored, Typing, (one,), (port,)),
        Contestant(HEARD, heard, Asking, (one,), (port,)),
        Contestant(CARD, filled, Filling, (one,), (port,), 11),
        Contestant(TWO, f"{stored}; {each}", Typing, (one, two), (port, other), at_once=2 * SIDE_BY_SIDE),
    )


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
def peer(name: str, pythons: Mapping[str, Path], folder: Path, arguments: Sequence[str]) -> Iterator[Contestant]:
    """Run a peer; it takes messages when the block starts."""
    one, port = PEERS[name], free_port()
    command = [str(pythons[one.environment]), str(HERE / "peers" / one.script), str(port), *arguments]
    with running(name, command, QUIET, folder / f"{Path(one.script).stem}.log") as program:
        program.until(lambda: listens(port) or None)
        called = f"{name} {version_of(one.environment, one.package)}"
        yield Contestant(called, one.does, one.kind, (program,), (port,), one.each)


def doubled(one: Contestant, other: Contestant) -> Contestant:
    """Return two echoes, each with as many people as the one has."""
    programs, ports = (*one.programs, *other.programs), (*one.ports, *other.ports)
    does = f"{ECHO}, nothing shared; 16 people for each"
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
