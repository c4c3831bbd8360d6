"""What goes into the image is enough to start: the files that .dockerignore lets through, and nothing else."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from bot.door.assets import CLIENT

HOME = Path(__file__).parents[2]
LET_THROUGH = (HOME / ".dockerignore").read_text(encoding="utf-8").splitlines()
ALLOWED = [line[1:] for line in LET_THROUGH if line.startswith("!")]
LEFT_OUT = shutil.ignore_patterns(*(line.removeprefix("**/") for line in LET_THROUGH if line.startswith("**/")))
COPIED = [line for line in (HOME / "Dockerfile").read_text(encoding="utf-8").splitlines() if line.startswith("COPY ")]

# What takes long to load is there when it is first needed, not before.
HABITS = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]["lint"]["flake8-tidy-imports"]
LATE = set(HABITS["banned-module-level-imports"])


def test_the_program_starts_with_what_is_in_the_image(tmp_path: Path) -> None:
    for pattern in ALLOWED:
        for found in HOME.glob(pattern):
            to = tmp_path / found.relative_to(HOME)
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(found, to, ignore=LEFT_OUT) if found.is_dir() else shutil.copy(found, to)
    start = [sys.executable, "-X", "importtime", "app.py", "--help"]
    done = subprocess.run(start, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "worker" in done.stdout
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert {"bot.edge", "sqlalchemy"} <= loaded
    assert not loaded & LATE


def test_all_that_is_copied_is_let_through() -> None:
    for line in COPIED:
        source = line.split()[1]
        assert source.startswith("--from") or any(Path(source).is_relative_to(one) for one in ALLOWED), line


def test_web_chat_comes_to_lie_where_its_page_looks_for_it() -> None:
    fetched = next(line.split() for line in COPIED if "--from=client" in line)
    assert f"{fetched[-1]}{fetched[-2].rpartition('/')[2]}" == CLIENT.relative_to(HOME).as_posix()
