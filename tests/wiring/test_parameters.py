"""A settings file may change the numbers of the charging model; what is wrong with it is said in one line."""

from pathlib import Path

import pytest

from bot.startup import SettingsWrong, read_parameters
from domain.demand.parameters import STANDARD


def test_without_a_file_our_own_numbers_count() -> None:
    assert read_parameters("") is STANDARD


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("numbers.toml", '[kwh_per_km.tractor]\ndefault = 1.1\nsource = "Proef in Zwolle"\n'),
        ("numbers.json", '{"kwh_per_km": {"tractor": {"default": 1.1, "source": "Proef in Zwolle"}}}'),
    ],
)
def test_a_file_changes_what_it_names(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    changed = read_parameters(str(tmp_path / name))
    assert (changed.kwh_per_km.tractor.default, changed.kwh_per_km.tractor.source) == (1.1, "Proef in Zwolle")
    assert changed.kwh_per_km.tractor.high == STANDARD.kwh_per_km.tractor.high


def test_a_file_with_one_efficiency_for_all_chargers_is_still_read(tmp_path: Path) -> None:
    (tmp_path / "numbers.toml").write_text("[efficiency]\ndefault = 0.95\nlow = 0.85\nhigh = 0.95\n", encoding="utf-8")
    changed = read_parameters(str(tmp_path / "numbers.toml")).efficiency
    for one in (changed.ac, changed.dc):
        assert (one.default, one.low, one.high) == (0.95, 0.85, 0.95)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[efficiency]\ndefault = 1.2\n", "DEMAND_PARAMETERS: efficiency.ac klopt niet"),
        (
            "[[simultaneity.points]]\ncharger_kw = 50\nvehicles = 10\nlow = 0.6\nmiddle = 0.7\nhigh = 0.8\n",
            "DEMAND_PARAMETERS: simultaneity.points.0 klopt niet .*hours of charging a vehicle",
        ),
        ("[efficency]\ndefault = 0.9\n", "DEMAND_PARAMETERS: efficency klopt niet"),
        ("[efficiency\n", "is geen leesbaar TOML- of JSON-bestand"),
    ],
)
def test_a_wrong_file_keeps_the_program_from_starting(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "numbers.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsWrong, match=said):
        read_parameters(str(tmp_path / "numbers.toml"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsWrong, match="nergens"):
        read_parameters(str(tmp_path / "nergens.toml"))
