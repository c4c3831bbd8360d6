"""The page about attacks leaves out no way in, and names only tests that exist."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.security.ways_in import WAYS

TESTS = Path(__file__).parents[1]
PAGE = (TESTS.parent / "docs" / "security.md").read_text(encoding="utf-8")
AREAS = {"chat", "door", "cards", "channels", "files", "imports", "papers", "links", "mail", "backups", "privacy", "operators"}
NAMED = re.compile(r"([\w/]*\.py)?::(test_\w+)")
ROWS = 5  # cells


def rows(heading: str) -> list[tuple[str, ...]]:
    """Return the cells of the table under a heading."""
    section = PAGE.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]) for line in lines]


def named_in(cell: str) -> Iterator[tuple[str, str]]:
    """Yield every (file, test); "::test" stands in the file that was named last."""
    last = ""
    for file, test in NAMED.findall(cell):
        last = file.removeprefix("tests/") or last
        yield last, test


@cache
def there(file: str) -> frozenset[str]:
    """Return the tests of a file."""
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("heading", ["Attacks", "Ways in"])
def test_every_row_is_whole_and_names_tests_that_exist(heading: str) -> None:
    for row in rows(heading):
        assert len(row) == ROWS, row
        assert all(row), row
        named = list(named_in(row[-1]))
        assert named, row
        assert [(file, test) for file, test in named if test not in there(file)] == [], row


def test_every_area_has_its_attacks() -> None:
    assert {area for areas, *_ in rows("Attacks") for area in areas.split(", ")} == AREAS


@pytest.mark.parametrize("kind", WAYS)
def test_every_way_in_stands_in_one_family(kind: str) -> None:
    named = [name for row in rows("Ways in") if row[0] == kind for name in re.findall(r"`([^`]+)`", row[2])]
    assert sorted(named) == sorted(WAYS[kind]()), "add it to the names of the family that holds it in docs/security.md"


def test_every_row_is_of_a_kind_that_is_walked() -> None:
    assert {kind for kind, *_ in rows("Ways in")} == set(WAYS)


def test_the_walk_finds_what_is_there() -> None:
    found = {kind: way() for kind, way in WAYS.items()}
    assert {"save", "again"} <= found["verb"]
    assert {"adaptiveCard/action", "fileConsent/invoke", "composeExtension/query"} <= found["invoke"]
    assert {"/api/messages", "/metrics", "/v3/directline/conversations/{conversation}/activities"} <= found["endpoint"]
    assert {"work", "notify", "tidy"} <= found["job"]
    assert {"serve", "import"} <= found["operator"]
