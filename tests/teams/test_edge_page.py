"""The page about what the edge promises names tests that exist, and leaves no invoke of ours out."""

import ast
import re
from pathlib import Path

import pytest

HERE = Path(__file__).parents[1]
PAGE = (HERE.parent / "docs" / "edge.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`([\w/]*\.?\w*)::(test_\w+)`")


def named() -> list[tuple[str, str]]:
    """Return every (file, test) on the page; "::test" stands in the file that was named last on its line."""
    found = []
    for line in PAGE.splitlines():
        last = ""
        for file, test in NAMED.findall(line):
            last = file or last
            found.append((last, test))
    return found


@pytest.mark.parametrize("file", sorted({file for file, _ in named()}))
def test_every_test_on_the_page_exists(file: str) -> None:
    tree = ast.parse((HERE / file).read_text(encoding="utf-8"))
    there = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    assert {test for other, test in named() if other == file} <= there


def test_every_line_names_a_test() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith(("| promise", "| invoke"))]
    assert len(rows) > 30
    assert [row for row in rows if not NAMED.search(row)] == []
