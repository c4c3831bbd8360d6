"""A folder of the operator's own: its items come beside those of the program, or in their place."""

from pathlib import Path

import pytest

from bot.startup import SettingsWrong, read_items
from domain.knowledge.standard import STANDARD_ITEMS

OWN = """
[gtv]
title = "Wat is GTV bij ons?"
text = "Dat staat op uw rekening."
source = "Voorbeeld, 2026"
owner = "Projectteam"
audience = "iedereen"
category = "netcapaciteit"
version = 2
valid_from = 2026-01-01
valid_until = 2027-01-01
"""


def test_without_a_folder_our_own_items_are_known() -> None:
    assert read_items("") is STANDARD_ITEMS


def test_a_file_replaces_by_key_and_adds(tmp_path: Path) -> None:
    (tmp_path / "eigen.toml").write_text(OWN + OWN.replace("[gtv]", "[gtv-kort]"), encoding="utf-8")
    known = read_items(str(tmp_path))
    assert known["gtv"].title == "Wat is GTV bij ons?"
    assert set(known) == {*STANDARD_ITEMS, "gtv-kort"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (OWN.replace('"iedereen"', '"allemaal"'), "ITEMS_DIR: eigen.toml: gtv.audience klopt niet"),
        (OWN.replace("2027-01-01", "2025-01-01"), "ITEMS_DIR: eigen.toml: gtv.valid_until klopt niet"),
        ("[gtv", "ITEMS_DIR: eigen.toml is geen leesbaar TOML-bestand"),
        ("", "ITEMS_DIR: in .* staan geen onderwerpen"),
    ],
)
def test_a_bad_file_keeps_the_program_from_starting(tmp_path: Path, text: str, line: str) -> None:
    (tmp_path / "eigen.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsWrong, match=line):
        read_items(str(tmp_path))


def test_one_key_in_two_files_is_refused(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(OWN, encoding="utf-8")
    with pytest.raises(SettingsWrong, match=r"b\.toml: gtv staat er twee keer"):
        read_items(str(tmp_path))


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "eigen.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsWrong, match="niet leesbaar"):
        read_items(str(tmp_path))
    with pytest.raises(SettingsWrong, match="staan geen onderwerpen"):
        read_items(str(tmp_path / "weg"))
