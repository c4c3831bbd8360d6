"""The measures see what is wrong in a made-up house, and leave alone what is right."""

from collections.abc import Mapping
from pathlib import Path

from tests.house.measures import (
    circles,
    crowded_folders,
    long_files,
    long_functions,
    long_test_names,
    shared_names,
)

PROTOCOL = "from typing import Protocol\n\nclass Book(Protocol):\n    name: str\n    def read(self) -> str: ...\n"
BOOK = """
class Paper:
    def __init__(self) -> None:
        self.name = ""

class Book(Paper):
    def read(self) -> str: ...
"""


def build(root: Path, files: Mapping[str, str]) -> Path:
    """Write a house of these files."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def function(lines: int, name: str = "long") -> str:
    """Return a function of so many lines."""
    return f"def {name}() -> None:\n" + "    pass\n" * (lines - 1)


def test_a_folder_may_have_twenty_five_files_beside_its_init(tmp_path: Path) -> None:
    build(tmp_path, {"bot/__init__.py": "", **{f"bot/wing/a{number}.py": "" for number in range(25)}, "bot/wing/__init__.py": ""})
    assert crowded_folders(tmp_path, ["bot"]) == []

    build(tmp_path, {"bot/wing/card.json.j2": ""})
    assert crowded_folders(tmp_path, ["bot"]) == ["bot/wing: 26 files"]


def test_migrations_may_grow_in_number_and_length(tmp_path: Path) -> None:
    migrations = {f"storage/migrations/versions/a{number}.py": function(300) for number in range(30)}
    build(tmp_path, migrations)

    assert crowded_folders(tmp_path, ["storage"]) == []
    assert long_files(tmp_path, ["storage"]) == []
    assert long_functions(tmp_path, ["storage"]) == []


def test_a_file_of_251_lines_is_too_long(tmp_path: Path) -> None:
    build(tmp_path, {"bot/fits.py": "a = 1\n" * 250, "bot/long.py": "a = 1\n" * 251})

    assert long_files(tmp_path, ["bot"]) == ["bot/long.py: 251 lines"]


def test_a_function_of_forty_one_lines_is_too_long_in_a_class_too(tmp_path: Path) -> None:
    method = "class Room:\n" + "".join(f"    {line}\n" for line in f"async {function(41, 'method')}".splitlines())
    build(tmp_path, {"bot/a.py": function(40), "bot/b.py": function(41), "bot/c.py": method})

    assert long_functions(tmp_path, ["bot"]) == ["bot/b.py: long, 41 lines", "bot/c.py: method, 41 lines"]


def test_a_test_name_of_seventy_one_characters_is_too_long(tmp_path: Path) -> None:
    fits, long = "test_".ljust(70, "a"), "test_".ljust(71, "a")
    build(tmp_path, {"tests/test_a.py": function(2, fits) + function(2, long) + function(2, "h".ljust(90, "a"))})

    assert long_test_names(tmp_path, ["tests"]) == [f"tests/test_a.py: {long}"]


def test_two_classes_of_one_name_are_seen(tmp_path: Path) -> None:
    build(tmp_path, {"bot/a.py": "class Kind: ...\n", "domain/b.py": "class Kind: ...\nclass Other: ...\n"})

    assert shared_names(tmp_path, ["bot", "domain"]) == ["Kind: bot/a.py, domain/b.py"]


def test_a_protocol_and_its_implementation_may_share_a_name(tmp_path: Path) -> None:
    build(tmp_path, {"dialogs/books.py": PROTOCOL, "storage/books.py": BOOK})

    assert shared_names(tmp_path, ["dialogs", "storage"]) == []


def test_a_protocol_shares_its_name_with_nothing_else(tmp_path: Path) -> None:
    build(tmp_path, {"dialogs/books.py": PROTOCOL, "storage/books.py": "class Book:\n    name = ''\n"})
    assert shared_names(tmp_path, ["dialogs", "storage"]) == ["Book: dialogs/books.py, storage/books.py"]

    build(tmp_path, {"storage/other.py": PROTOCOL})
    assert len(shared_names(tmp_path, ["dialogs", "storage"])) == 1


def test_two_protocols_of_one_name_are_seen(tmp_path: Path) -> None:
    build(tmp_path, {"bot/a.py": PROTOCOL, "dialogs/books.py": PROTOCOL})

    assert shared_names(tmp_path, ["bot", "dialogs"]) == ["Book: bot/a.py, dialogs/books.py"]


def test_a_circle_is_seen_through_every_way_to_import(tmp_path: Path) -> None:
    build(
        tmp_path,
        {
            "bot/a.py": "from bot import b\n",
            "bot/b.py": "import bot.c\n",
            "bot/c.py": "def late() -> None:\n    from bot.a import name\n",
            "bot/leaf.py": "from bot.a import name\n",
        },
    )

    assert circles(tmp_path, ["bot"]) == [["bot.a", "bot.b", "bot.c"]]


def test_two_circles_are_told_apart_and_a_line_is_none(tmp_path: Path) -> None:
    build(
        tmp_path,
        {
            "bot/__init__.py": "",
            "bot/a.py": "from bot.b import name\n",
            "bot/b.py": "from bot.a import name\n",
            "domain/c.py": "from domain.d import name\n",
            "domain/d.py": "from domain.c import name\nimport json\n",
            "domain/line.py": "from domain.c import name\n",
        },
    )

    assert circles(tmp_path, ["bot", "domain"]) == [["bot.a", "bot.b"], ["domain.c", "domain.d"]]
