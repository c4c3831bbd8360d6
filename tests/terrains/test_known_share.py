"""Nothing is said about the grid of a terrain before enough of it is known; what is known stands in the same line."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.access.roles import Grant, Role
from domain.consent.consents import Purpose
from domain.intake.answers import Answer, Value
from domain.terrains.known_share import ENOUGH_KNOWN, KnownShare
from domain.terrains.plan_map import PlanMapYear
from storage.database.transactions import transaction
from storage.tables.registers import company
from tests.access.arranging import gives
from tests.chat import HOUSE, Chat
from tests.disclosure.companies import Town, fleet
from tests.disclosure.test_plan_map import noor_of, plan
from tests.disclosure.test_renewing import renew, settle

VANS: dict[str, Answer | Value] = {
    "van.total": 8, "van.electric_now": 0, "van.electric_2030": 8, "van.electric_2035": 8, "van.km_per_day": 85,
    "light_truck.total": 0, "rigid.total": 0, "tractor.total": 0, "connection.size": "large", "grid.contracted_kw": 400,
    "grid.peak_kw": 100,
}  # fmt: skip
VERDICTS = ("kW over", "kW te weinig", "Daar past het in", "past dat niet", "past wel", "tekort")


async def crowded(chat: Chat) -> None:
    """Expect 363 vehicles and 4,537 kW in 2030, where the grid has 500 kW."""
    await plan(chat, PlanMapYear("t-1", 2030, Decimal(4537), 363, Decimal(500)))


async def lists(chat: Chat, companies: int) -> None:
    """Put companies in the register of Hessenpoort."""
    async with transaction(chat.database) as connection:
        rows = [{"terrain_id": "t-1", "name": f"Zaak {one}", "name_key": f"zaak {one}"} for one in range(companies)]
        await connection.execute(company.insert(), rows)


async def test_eight_of_363_vehicles_say_nothing_about_the_grid(chat: Chat, town: Town) -> None:
    await crowded(chat)
    await town.adds("Alfa", answers=VANS)
    noor = noor_of(chat)
    await noor.says("status hessenpoort")
    noor.sees("Ruimte op het net", "nog niet te zeggen", "wij kennen 8 van ongeveer 363 voertuigen")
    noor.sees_not(*VERDICTS)
    await noor.says("plankaart hessenpoort")
    noor.sees("Op het net is dan 500 kW ruimte. Wij kennen 8 van ongeveer 363 voertuigen.")
    noor.sees("Daarom zeggen wij nog niets over het net.", "Dat is te weinig om de plankaart mee te toetsen.")
    noor.sees_not(*VERDICTS)


async def test_with_nearly_all_vehicles_the_verdict_says_of_how_many(chat: Chat, town: Town) -> None:
    await plan(chat, PlanMapYear("t-1", 2030, Decimal(900), 10, Decimal(500)))
    await town.adds("Alfa", answers=VANS)
    noor = noor_of(chat)
    await noor.says("status hessenpoort")
    noor.sees("kW over", "indicatie, bij gespreid laden; wij kennen 8 van ongeveer 10 voertuigen")
    await noor.says("plankaart hessenpoort")
    noor.sees("Wij kennen 8 van ongeveer 10 voertuigen.", "Daar past het in", "De andere 2 komen daar nog bij.")


async def test_of_2035_it_is_said_where_the_plan_map_has_it_and_enough_is_known(chat: Chat, town: Town) -> None:
    both = (PlanMapYear("t-1", 2030, Decimal(900), 10, Decimal(500)), PlanMapYear("t-1", 2035, Decimal(900), 10, Decimal(1)))
    await plan(chat, *both)
    noor = noor_of(chat)
    await noor.says("status hessenpoort")
    noor.sees("Ruimte op het net 2030", "nog niet te zeggen", "nog geen antwoorden om op te tellen")
    noor.sees_not("Ruimte op het net 2035", *VERDICTS)
    await town.adds("Alfa", answers=VANS)
    await noor.says("status hessenpoort")
    noor.sees("Ruimte op het net 2030", "kW over", "Ruimte op het net 2035", "kW te weinig")
    await noor.says("plankaart hessenpoort")
    noor.sees("In 2035 is op het net 1 kW ruimte.", "Ook als zij samen laden, past dat niet.")
    await plan(chat, PlanMapYear("t-1", 2035, Decimal(900), 100, Decimal(1)))
    await noor.says("status hessenpoort")
    noor.sees_not("Ruimte op het net 2035", "te weinig")
    await noor.says("plankaart hessenpoort")
    noor.sees_not("In 2035 is op het net")


async def test_a_setting_asks_for_more(chat: Chat, town: Town) -> None:
    await plan(chat, PlanMapYear("t-1", 2030, Decimal(900), 10, Decimal(500)))
    await town.adds("Alfa", answers=VANS)
    chat.turns.house = replace(HOUSE, enough_known=90)
    noor = noor_of(chat)
    await noor.says("status hessenpoort")
    noor.sees("nog niet te zeggen", "wij kennen 8 van ongeveer 10 voertuigen")
    noor.sees_not(*VERDICTS)


@pytest.mark.parametrize(("listed", "said"), [(40, "nog niet te zeggen"), (7, "kW over"), (0, "nog niet te zeggen")])
async def test_a_municipality_counts_companies_because_nobody_publishes_vehicles(
    chat: Chat, town: Town, listed: int, said: str
) -> None:
    await plan(chat, PlanMapYear("t-1", 2030, Decimal(900), 24, Decimal(5000)))
    if listed:
        await lists(chat, listed)
    await settle(town, *(f"Bedrijf {one}" for one in range(6)))
    await renew(town)
    yara = chat.person("Yara")
    await yara.says("help")
    await gives(chat, yara, Grant(Role.MUNICIPALITY, municipality="GM0193"))
    await yara.says("status hessenpoort")
    known = f"wij kennen 6 van ongeveer {listed} bedrijven" if listed else "wij weten niet hoeveel bedrijven hier zijn"
    yara.sees("Ruimte op het net", said, known)


async def test_where_the_plan_map_names_no_vehicles_companies_decide(chat: Chat, town: Town) -> None:
    await plan(chat, PlanMapYear("t-1", 2030, Decimal(900), None, Decimal(5000)))
    await lists(chat, 5)
    await town.adds("Alfa", Purpose.TOTAL, answers=fleet(4))
    noor = noor_of(chat)
    await noor.says("plankaart hessenpoort")
    noor.sees("Wij kennen 1 van ongeveer 5 bedrijven. Daarom zeggen wij nog niets over het net.")
    noor.sees_not(*VERDICTS)


@given(
    vehicles=st.none() | st.floats(0, 5000),
    of_vehicles=st.none() | st.integers(0, 5000),
    companies=st.integers(0, 500),
    of_companies=st.none() | st.integers(0, 500),
    enough=st.integers(50, 100),
)
def test_enough_is_never_less_than_was_declared(
    vehicles: float | None, of_vehicles: int | None, companies: int, of_companies: int | None, enough: int
) -> None:
    known = KnownShare(vehicles, of_vehicles, companies, of_companies, enough)
    if known.suffices:
        assert known.all is not None
        assert 100 * known.known >= enough * known.all
        assert known.rest <= known.all * (100 - enough) / 100 + 1e-9
    else:
        assert known.all is None or 100 * known.known < enough * known.all


def test_the_example_of_the_cases() -> None:
    known = KnownShare(8, 363, 1, None)
    assert known.share == pytest.approx(8 / 363)
    assert (known.suffices, known.enough) == (False, ENOUGH_KNOWN)
