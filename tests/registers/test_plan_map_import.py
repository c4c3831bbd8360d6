"""Importing the plan map: figures per terrain and year, in every way people write numbers."""

from decimal import Decimal

import pytest

from domain.terrains.plan_map import Congestion, PlanMapYear
from storage.terrains.plan_map import plan_map_of
from tests.registers import files
from tests.registers.conftest import Noor

ROWS = ("9001,2030,4537.5,363,500,nee", "9001,2025,1512.5,121,500,volledige congestie", "9002,2030,,,,")


async def figures(noor: Noor, terrain_id: str = "9001") -> tuple[PlanMapYear, ...]:
    async with noor.engine.connect() as connection:
        return await plan_map_of(connection, terrain_id)


async def test_figures_are_stored_per_terrain_and_year(noor: Noor) -> None:
    assert await noor.imports(files.plan_map(*ROWS), told=False) == 0

    assert noor.heard[-2:] == [
        "Nieuw: 3. Gewijzigd: 0. Ongewijzigd: 0. Geweigerd: 0.",
        "Klaar. Er zijn 3 regels van de plankaart opgeslagen.",
    ]
    assert await figures(noor) == (
        PlanMapYear("9001", 2025, Decimal("1512.5"), 121, Decimal(500), Congestion.FULL),
        PlanMapYear("9001", 2030, Decimal("4537.5"), 363, Decimal(500), Congestion.NONE),
    )
    assert await figures(noor, "9002") == (PlanMapYear("9002", 2030),)
    stored = (await figures(noor))[0].origin
    assert stored is not None
    assert stored.file == "lijst.csv"


async def test_twice_is_once_and_a_change_is_a_change(noor: Noor) -> None:
    await noor.imports(files.plan_map(*ROWS))
    await noor.imports(files.plan_map(*ROWS))
    assert noor.counted == "Nieuw: 0. Gewijzigd: 0. Ongewijzigd: 3. Geweigerd: 0."

    await noor.imports(files.plan_map("9001,2030,5000,363,500,nee"))
    assert noor.counted == "Nieuw: 0. Gewijzigd: 1. Ongewijzigd: 0. Geweigerd: 0."
    assert [one.charging_kw for one in await figures(noor)] == [Decimal("1512.5"), Decimal(5000)]


async def test_a_column_that_is_not_there_leaves_what_is_known(noor: Noor) -> None:
    await noor.imports(files.plan_map(*ROWS))
    await noor.imports("rin_nummer,jaar,laadvermogen_kw\n9001,2030,5000\n")
    assert (await figures(noor))[1] == PlanMapYear("9001", 2030, Decimal(5000), 363, Decimal(500), Congestion.NONE)


@pytest.mark.parametrize(
    ("written", "kilowatts"),
    [("1.500", "1500"), ("1.500,5", "1500.5"), ("1500,5", "1500.5"), ("1500.5", "1500.5"), ("1500", "1500"), ("0", "0")],
)
async def test_kilowatts_are_read_as_people_write_them(noor: Noor, written: str, kilowatts: str) -> None:
    assert await noor.imports(f"rin_nummer;jaar;laadvermogen_kw\n9001;2030;{written}\n") == 0
    assert (await figures(noor))[0].charging_kw == Decimal(kilowatts)


@pytest.mark.parametrize(
    ("written", "congestion"),
    [
        ("Nee", Congestion.NONE),
        ("ja, congestiemanagement(onderzoek)", Congestion.MANAGED),
        ("Congestiemanagement", Congestion.MANAGED),
        ("ja, volledige congestie", Congestion.FULL),
        ("onbekend", None),
    ],
)
async def test_congestion_is_read_in_the_words_of_the_plan(noor: Noor, written: str, congestion: Congestion | None) -> None:
    assert await noor.imports(f"rin_nummer;jaar;laadvermogen_kw;congestie\n9001;2030;1;{written}\n") == 0
    assert (await figures(noor))[0].congestion is congestion


@pytest.mark.parametrize(
    ("row", "refusal"),
    [
        ("9009,2030,1,1,1,nee", "kolom rin_nummer: Terrein 9009 staat niet in ons register. Importeer eerst de terreinen."),
        ("9001,,1,1,1,nee", "kolom jaar: Het jaar ontbreekt."),
        ("9001,30,1,1,1,nee", "kolom jaar: '30' is geen jaar, zoals 2024."),
        ("9001,2030,-1,1,1,nee", "kolom laadvermogen_kw: '-1' is negatief. Gebruik een getal van 0 of meer."),
        ("9001,2030,9000000,1,1,nee", "kolom laadvermogen_kw: '9000000' kW is te groot. Staat dit getal in watt?"),
        ("9001,2030,1,1.25,1,nee", "kolom voertuigen: '1.25' is geen aantal voertuigen. Gebruik een heel getal."),
        ("9001,2030,1,1,veel,nee", "kolom netcapaciteit_kw: 'veel' is geen getal zoals de andere in dit bestand."),
        (
            "9001,2030,1,1,1,misschien",
            "kolom congestie: 'misschien' kennen wij niet. Gebruik: nee, congestiemanagement, volledige congestie.",
        ),
        ("9001,2025,1,1,1,nee", "kolom jaar: Terrein 9001 met jaar 2025 staat ook op regel 2."),
    ],
)
async def test_a_wrong_row_is_refused_with_its_reason(noor: Noor, row: str, refusal: str) -> None:
    assert await noor.imports(files.plan_map(ROWS[1], row)) == 1
    assert noor.refusals == [f"Regel 3, {refusal}"]
    assert await figures(noor) == ()
