"""What a terrain is: its size, and the province its municipality lies in."""

from collections import Counter
from decimal import Decimal

import pytest

from domain.terrains.municipalities import MUNICIPALITIES, Province, municipality_named, province_spelled
from domain.terrains.terrains import SizeClass, Terrain, TerrainName, size_class


@pytest.mark.parametrize(
    ("net_ha", "size"),
    [
        ("0", SizeClass.SMALL),
        ("10", SizeClass.SMALL),
        ("10.0001", SizeClass.MEDIUM),
        ("50", SizeClass.MEDIUM),
        ("50.0001", SizeClass.LARGE),
    ],
)
def test_size_follows_from_the_net_hectares_without_a_gap(net_ha: str, size: SizeClass) -> None:
    assert size_class(Decimal(net_ha)) is size


def test_an_unknown_area_has_no_size() -> None:
    assert Terrain("9001", "Zilverhoek").size is None


def test_only_demo_terrains_are_called_invented() -> None:
    assert Terrain("demo-12", "Zilverhoek").invented
    assert not Terrain("12", "demo-Zilverhoek").invented


def test_the_region_has_the_municipalities_of_two_provinces_and_veenendaal() -> None:
    per_province = Counter(municipality.province for municipality in MUNICIPALITIES.values())

    assert per_province == {Province.GELDERLAND: 51, Province.OVERIJSSEL: 25, Province.UTRECHT: 1}
    assert MUNICIPALITIES["GM0345"].name == "Veenendaal"
    assert len({municipality.name for municipality in MUNICIPALITIES.values()}) == 77


def test_a_municipality_is_known_by_its_name_in_any_case() -> None:
    found = municipality_named(" ZWOLLE ")

    assert found is not None
    assert found.code == "GM0193"
    assert municipality_named("Amsterdam") is None


@pytest.mark.parametrize("written", ["Hengelo (O.)", "hengelo (o)", "Hengelo"])
def test_the_province_that_cbs_writes_behind_a_name_is_no_part_of_it(written: str) -> None:
    found = municipality_named(written)

    assert found is not None
    assert found.code == "GM0164"


@pytest.mark.parametrize(
    ("spelled", "province"),
    [
        ("NOORD BRABANT", Province.NOORD_BRABANT),
        ("Zuid-holland", Province.ZUID_HOLLAND),
        ("Friesland", Province.FRYSLAN),
        ("Fryslân", Province.FRYSLAN),
        ("gld", None),
    ],
)
def test_provinces_are_read_in_several_spellings(spelled: str, province: Province | None) -> None:
    assert province_spelled(spelled) is province


def test_a_name_in_a_list_tells_where_the_terrain_lies() -> None:
    assert TerrainName("1", "Zilverhoek", "Zwolle").label == "Zilverhoek (Zwolle)"
    assert TerrainName("1", "Zilverhoek", None, "Windesheim").label == "Zilverhoek (Windesheim)"
    assert TerrainName("1", "Zilverhoek").label == "Zilverhoek"
