"""Only storage/disclosure/gate reads the answers of several companies; whatever else touches answers has its reason here."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

STORAGE = Path(__file__).parents[2] / "storage"
OTHER = "terrain_state"  # has a column of the same name
TABLES = {"intake", "answer"}

# Each of these reads one intake that its caller has already locked or named, or no answer but what is said.
ALLOWED = {
    "intake/intakes.py": "loads and locks the one intake that a person works on",
    "intake/logs.py": "shows somebody the log of their own intake",
    "erasure.py": "takes the answers of one contact out of one intake",
    "companies/register_rows.py": "compares KvK numbers alone, to tell which company of the register an intake is",
    "companies/erasure.py": "reads the address of one contact, to erase that contact from the register too",
    "disclosure/ends.py": "reads when consents end, and no answer, so that nothing made of them outlasts them",
    "companies/talks.py": "reads the one intake that a briefing of the project team is about",
    "ended.py": "reads whether the first consent of a telephone call ended, and no answer",
    "consent/own_data.py": "shows somebody what is kept of themselves and of their own company",
    "trials.py": "reads the names of companies that were made to try things, and no answer of anybody",
    "restoring/erasing.py": "lays newer decisions over those of a backup, intake by intake, and reads no answer",
    "rounds/rounds.py": "reads which consents end soon, and no answer",
    "door/keys.py": "says whether whoever holds a key answered anything, and no answer",
    "mail/mailboxes.py": "reads the own address of one person whom we mail, and takes back the one consent they stop",
    "merging.py": "lets one person's own answers go along when both doors become one",
    "disclosure/gate.py": "this is the place",
}


def readers(path: Path) -> Iterator[str]:
    """Yield what in a module reads answers: the columns that hold them, whole rows, or SQL in words."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr=column, value=ast.Attribute(attr="c", value=ast.Name(id=table))):
                if (column == "current" and table != OTHER) or (table, column) == ("answer", "value"):
                    yield f"{table}.{column}"
            case ast.Call(func=ast.Name(id="select"), args=arguments):
                yield from (f"select({one.id})" for one in arguments if isinstance(one, ast.Name) and one.id in TABLES)
            case ast.Call(func=ast.Attribute(attr="select", value=ast.Name(id=table))) if table in TABLES:
                yield f"{table}.select()"
            case ast.Constant(value=str(words)) if "current" in words and "intake" in words and "select" in words.lower():
                yield "SQL in words"


def modules() -> list[Path]:
    return sorted(path for path in STORAGE.rglob("*.py") if "migrations" not in path.parts and "tables" not in path.parts)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(STORAGE)))
def test_nobody_else_reads_answers(path: Path) -> None:
    found = sorted(set(readers(path)))
    where = path.relative_to(STORAGE).as_posix()
    assert not found or where in ALLOWED, f"{where} reads {found}: go through storage/disclosure/gate, or say why not here"


def test_every_exception_is_needed() -> None:
    needed = {path.relative_to(STORAGE).as_posix() for path in modules() if any(readers(path))}
    assert set(ALLOWED) <= needed


def test_a_reader_is_found_in_every_way_to_write_it(tmp_path: Path) -> None:
    for words in (
        "x = select(intake.c.current)",
        "x = select(intake)",
        "x = intake.select()",
        "x = select(answer.c.value)",
        "x = text('select current from intake')",
    ):
        written = tmp_path / "some.py"
        written.write_text(words)
        assert any(readers(written)), words
