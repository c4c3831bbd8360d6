"""PostgreSQL refuses to run as root: which account runs it then, and what that account must be able to reach."""

import os
import pwd
import shutil
import stat
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_NAME = "pgserver"


@dataclass(frozen=True, slots=True)
class ServerAccount:
    """The account that runs the server. `name` is None when that is simply us."""

    uid: int
    gid: int
    name: str | None = None

    @property
    def switch(self) -> dict[str, Any]:
        """What subprocess needs to run a command as this account."""
        return {} if self.name is None else {"user": self.uid, "group": self.gid, "extra_groups": []}

    def give(self, path: Path) -> None:
        if self.name is not None:
            os.chown(path, self.uid, self.gid)


def account() -> ServerAccount:
    """Return the account that runs the server: ourselves, or for root an ordinary one that is made when missing."""
    if os.geteuid() != 0:
        return ServerAccount(os.geteuid(), os.getegid())
    try:
        entry = pwd.getpwnam(_NAME)
    except KeyError:
        useradd = shutil.which("useradd") or "/usr/sbin/useradd"
        subprocess.run([useradd, "--system", "--user-group", "--no-create-home", _NAME], check=True)
        entry = pwd.getpwnam(_NAME)
    return ServerAccount(entry.pw_uid, entry.pw_gid, entry.pw_name)


def is_private(path: Path) -> bool:
    """Say whether `path`, or a folder above it, is closed to other accounts; what does not exist yet is not counted.

    Started as root the server runs under an account of its own, and would need such a folder opened to everybody.
    """
    return any(not existing.stat().st_mode & stat.S_IXOTH for existing in _upwards(path) if existing.exists())


def make_folder(path: Path) -> None:
    """Make a folder with its parents, passable for the account that runs the server; what exists stays as it is."""
    missing = [folder for folder in _upwards(path) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(exist_ok=True)
        if os.geteuid() == 0:
            folder.chmod(0o755)


def reachable(programs: Path, copies: Path, runner: ServerAccount) -> Path:
    """Return a folder of programs that `runner` may execute: `programs`, or a copy made once under `copies`.

    Root often has its environment under a private home; a copy of 40 MB opens none of it.
    """
    if runner.name is None or not (is_private(programs) or _closed_files(programs)):
        return programs
    package = programs.parent
    if not copies.exists():
        unfinished = copies.with_suffix(".new")
        shutil.rmtree(unfinished, ignore_errors=True)
        # Where wheels keep the libraries on Linux and on macOS; the programs look for them beside themselves.
        for part in (programs, package.with_suffix(".libs"), package / ".dylibs"):
            if part.exists():
                shutil.copytree(part, unfinished / part.relative_to(package.parent), symlinks=True)
        _open(unfinished)
        unfinished.rename(copies)
    return copies / programs.relative_to(package.parent)


def _open(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o755 if path.is_dir() or path.parent.name == "bin" else 0o644))


def _closed_files(programs: Path) -> bool:
    return any(not program.stat().st_mode & stat.S_IXOTH for program in (programs / "bin").iterdir())


def _upwards(path: Path) -> Iterator[Path]:
    whole = path.expanduser().resolve()
    yield whole
    yield from whole.parents
