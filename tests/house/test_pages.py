"""What the pages for developers and operators say of files, classes and numbers is so."""

import re
from pathlib import Path

import pytest

from docs.grid import BEGIN, END, wings, with_grid
from docs.pages import with_count
from tests.house.measures import read

ROOT = Path(__file__).parents[2]
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"])
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ROOMS = ("bot", "dialogs", "cards", "storage", "domain", "manifest", "demo", "docs", "tests", "bench", "requirements")
NAMED = re.compile(rf"(?<![\w/.:-])((?:{'|'.join(ROOMS)})/[\w./-]*\w)")
CLASS = re.compile(r"^\| `(\w+)` \|.*\| `([\w/]+\.py)` \|$", re.MULTILINE)


def missing(page: str) -> list[str]:
    """Return every path in a page that is neither a file, a module nor a folder; tests may be named from tests/ on."""
    return sorted({path for path in NAMED.findall(page) if not any(there.exists() for there in places(path))})


def places(path: str) -> list[Path]:
    """Return where a path that is named may be."""
    return [ROOT / path, ROOT / f"{path}.py", *([ROOT / "tests" / path] if "test_" in path else [])]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_in_a_page_exists(page: Path) -> None:
    assert missing(page.read_text(encoding="utf-8")) == []


def test_a_path_that_is_gone_is_seen() -> None:
    page = "`storage/tables`, (`dialogs/commands.py`) and bot/turn/turns\n`storage/memory` https://a.example/docs/x a/bot/x."

    assert missing(page) == ["storage/memory"]


def test_every_class_of_the_glossaries_is_in_its_file() -> None:
    named = CLASS.findall(ARCHITECTURE)
    defined = {(one.name, path) for _, path in named for one in read(ROOT / path).classes}

    assert len(named) > 20
    assert set(named) - defined == set()


def test_one_activity_has_nine_shapes_or_fewer() -> None:
    shapes = ARCHITECTURE.split("| shape |", 1)[1].split("\n\n", 1)[0]

    assert 0 < len(CLASS.findall(shapes)) <= 9


def test_the_grid_is_as_the_folders_are() -> None:
    assert with_grid(ARCHITECTURE) == ARCHITECTURE, "run `make docs`"
    assert {"intake", "sessions", "terrains"} <= set(wings())
    assert with_grid(f"above\n{BEGIN}\nold\n{END}\nbelow\n").endswith(f"{END}\nbelow\n")


def test_the_front_page_tells_how_many_questions_are_asked() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert with_count(readme) == readme, "run `make docs`"
    assert "[0 questions]" not in with_count("[0 questions](docs/questions.md)")
