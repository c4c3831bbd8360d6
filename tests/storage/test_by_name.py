"""No SQL reads JSON by position: what a number means is known to nobody but whoever wrote it."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

STORAGE = Path(__file__).parents[2] / "storage"
MIGRATIONS = STORAGE / "migrations"  # they read what was there before
# Lists of things that are all alike, where a number is a place in the list and nothing else: the messages of a turn.
LISTS = ("ids",)
IN_TEXT = re.compile(r"->>?\s*'?-?\d|#>>?\s*('\{[^}]*\b\d+\b|array\[[^]]*\d)|jsonb_path_\w+\([^)]*\[\d", re.IGNORECASE)


def positions(source: str) -> Iterator[str]:
    """Yield what reads JSON by position in a module: in the text of statements, and in SQLAlchemy's expressions."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and IN_TEXT.search(node.value):
            yield ast.unparse(node)
        if isinstance(node, ast.Subscript) and is_position(node.slice) and is_column(node, source):
            yield ast.unparse(node)


def is_position(key: ast.expr) -> bool:
    """Say whether a key is a number, or a path with one."""
    if isinstance(key, ast.Tuple):
        return any(is_position(one) or (isinstance(one, ast.Constant) and str(one.value).isdigit()) for one in key.elts)
    return isinstance(key, ast.UnaryOp) or (isinstance(key, ast.Constant) and isinstance(key.value, int))


@cache
def rewritten(source: str) -> str:
    """Return a module as Python itself would write it."""
    return ast.unparse(ast.parse(source))


def is_column(node: ast.Subscript, source: str) -> bool:
    """Say whether it is of a column, or read as JSON: `x.c.current[...]`, `said[0].astext`; lists of things alike aside."""
    of = ast.unparse(node.value)
    read = f"{ast.unparse(node)}.astext" in rewritten(source)
    return (".c." in of or read) and not of.endswith(tuple(f".c.{name}" for name in LISTS))


@pytest.mark.parametrize("path", sorted(STORAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(STORAGE)))
def test_nothing_is_read_by_position(path: Path) -> None:
    if MIGRATIONS not in path.parents:
        assert list(positions(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "line",
    [
        "x = text(\"select current -> 'consents' -> purpose ->> 3\")",
        'x = text("select value->0")',
        "x = text(\"select current #>> '{consents,keep,0}'\")",
        'x = intake.c.current["consents"]["keep"][0]',
        'x = intake.c.current["consents"]["keep"][-1]',
        'x = intake.c.current[("answers", "company.kvk", "0")].astext',
        'said = intake.c.current["consents"]\nx = said[0].astext == "given"',
    ],
)
def test_reading_by_position_is_found(line: str) -> None:
    assert list(positions(line))
