"""The house keeps its own rules of building: small folders, files and functions, one name for one thing, no circles."""

from pathlib import Path

import pytest

from tests.house.measures import (
    circles,
    crowded_folders,
    long_files,
    long_functions,
    long_test_names,
    shared_names,
)

ROOT = Path(__file__).parents[2]
CODE = ("bot", "dialogs", "cards", "storage", "domain")
EVERYWHERE = (*CODE, "manifest", "demo", "tests")


def test_no_folder_has_more_than_twenty_five_files() -> None:
    assert crowded_folders(ROOT, EVERYWHERE) == []


def test_no_file_is_longer_than_250_lines() -> None:
    assert long_files(ROOT, EVERYWHERE) == []


def test_no_function_is_longer_than_forty_lines() -> None:
    assert long_functions(ROOT, EVERYWHERE) == []


def test_a_class_name_is_used_once_in_the_house() -> None:
    assert shared_names(ROOT, CODE) == []


def test_no_files_import_each_other_in_a_circle() -> None:
    assert circles(ROOT, CODE) == []


def test_the_name_of_a_test_is_at_most_seventy_characters() -> None:
    assert long_test_names(ROOT, ("tests",)) == []


@pytest.mark.parametrize("room", CODE)
def test_every_room_was_looked_at(room: str) -> None:
    assert any((ROOT / room).rglob("*.py"))
