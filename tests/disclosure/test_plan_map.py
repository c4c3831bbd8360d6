"""`plankaart`: for governments alone; each company as far as it allowed, beside the imported figures."""

import datetime
from decimal import Decimal

import pytest

from dialogs.disclosure.plan_maps import PLAN_MAP
from dialogs.turn.events import Said, Scope
from domain.access.roles import Grant, Role
from domain.consent.consents import Purpose, State
from domain.intake.answers import Answer, Value
from domain.terrains.plan_map import PlanMapYear
from domain.terrains.terrains import Origin
from storage.database.transactions import transaction
from storage.terrains.plan_map import save_plan_map
from tests.beginnings import finish_short
from tests.chat import Chat
from tests.disclosure.companies import Town, fleet
from tests.disclosure.test_factsheet import MANAGER, MUNICIPALITY, reader
from tests.disclosure.test_renewing import renew, settle
from tests.person import Person
from tests.terrains.arranging import register
from tests.without import does_not_exist

ORIGIN = Origin("plankaart.csv", datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC))
FIGURES = (
    PlanMapYear("t-1", 2025, Decimal(300), 6),
    PlanMapYear("t-1", 2030, Decimal(2400), 60, Decimal(900)),
    PlanMapYear("t-1", 2035, Decimal(5000), 150),
)


async def plan(chat: Chat, *figures: PlanMapYear) -> None:
    """Import a plan map."""
    await register(chat.database)
    async with transaction(chat.database) as connection:
        await save_plan_map(connection, figures or FIGURES, ORIGIN)


def noor_of(chat: Chat) -> Person:
    """Return Noor of the project team."""
    return chat.person("Noor", team=True)


async def test_the_team_sees_every_company_with_what_it_agreed_to(chat: Chat, town: Town) -> None:
    await plan(chat)
    await town.adds("Alfa Transport", Purpose.TOTAL, Purpose.MUNICIPALITY, answers=fleet(4, now=1))
    await town.adds("Bravo Logistiek", answers=fleet(8))
    await town.adds("Charlie Bouw", Purpose.TOTAL, answers=fleet(2), phoned=True)
    noor = noor_of(chat)
    await noor.says("plankaart hessenpoort")
    noor.sees("Plankaart van Hessenpoort (Zwolle)", "Vertrouwelijk: alleen voor overheden.")
    noor.sees("Alfa Transport", "Akkoord met: totaal en gemeente. Niet met: bedrijven, netbeheerder en uitnodigen.")
    noor.sees("Bravo Logistiek", "Nog nergens akkoord mee.", "Ingevuld door de telefoon.")
    noor.sees("Elektrisch: nu 1, 2030 4, 2035 4.", "Aansluiting: past")
    noor.sees("Deel deze kaart niet met bedrijven.")


async def test_the_figures_stand_beside_each_other_with_the_difference_in_words(chat: Chat, town: Town) -> None:
    await plan(chat)
    await town.adds("Alfa", answers=fleet(4))
    await town.adds("Bravo", answers=fleet(8))
    noor = noor_of(chat)
    await noor.says("plankaart hessenpoort")
    noor.sees("De plankaart rekent in 2030 met 2.400 kW.", "meer dan 2 bedrijven vragen als iedereen meteen laadt")
    noor.sees("Zij hebben 12 van de 60 voertuigen op de plankaart, 20%.", "Dat is te weinig om de plankaart mee te toetsen.")
    noor.sees("Plankaart 2025", "300 kW", "Ruimte op het net", "900 kW", "nog niets om op te tellen")


async def test_with_nearly_all_vehicles_the_difference_says_something(chat: Chat, town: Town) -> None:
    await plan(chat, PlanMapYear("t-1", 2030, Decimal(100), 10))
    await town.adds("Alfa", answers=fleet(9))
    noor = noor_of(chat)
    await noor.says("plankaart hessenpoort")
    noor.sees("minder dan 1 bedrijf", "90%", "Dat is genoeg om te vergelijken.")


async def test_more_vehicles_than_the_plan_map_make_it_look_low(chat: Chat, town: Town) -> None:
    await plan(chat, PlanMapYear("t-1", 2030, Decimal(100), 10))
    await town.adds("Alfa", answers=fleet(12))
    noor = noor_of(chat)
    await noor.says("plankaart hessenpoort")
    noor.sees("Zij hebben meer voertuigen dan de plankaart: 12 tegen 10.", "De plankaart kan hier te laag zijn.")
    noor.sees_not("120%")


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (1000, "Daar past het in, ook als iedereen meteen laadt."),
        (180, "Meteen laden past daar niet in. Gespreid laden past wel."),
        (140, "Meteen laden past daar niet in. Samen laden past wel."),
        (40, "Ook als zij samen laden, past dat niet. Er is"),
    ],
)
async def test_what_they_ask_stands_beside_the_room_on_the_grid(chat: Chat, town: Town, room: int, said: str) -> None:
    await plan(chat, PlanMapYear("t-1", 2030, Decimal(240), 7, Decimal(room)))
    evening: dict[str, Answer | Value] = {"tractor.out": "00:00"}
    await town.adds("Alfa", answers=fleet(4))  # 84 kW from 18 to 6 h
    await town.adds("Bravo", answers=fleet(2) | evening)  # 84 kW from 18 to 0 h; tuned to each other 126 kW all night
    noor = noor_of(chat)
    await noor.says("plankaart hessenpoort")
    noor.sees(f"Op het net is dan {room if room < 1000 else '1.000'} kW ruimte. Wij kennen 6 van ongeveer 7 voertuigen.", said)
    noor.sees("Antwoorden, samen", "42 kW minder, 25%")


async def test_peaks_at_other_hours_do_not_add_up_beside_the_plan_map(chat: Chat, town: Town) -> None:
    await plan(chat, PlanMapYear("t-1", 2030, Decimal(2400), 10, Decimal(250)))
    by_day: dict[str, Answer | Value] = {"tractor.back": "06:00", "tractor.out": "18:00"}
    await town.adds("Alfa", answers=fleet(4))
    await town.adds("Bravo", answers=fleet(4) | by_day)
    noor = noor_of(chat)
    await noor.says("plankaart hessenpoort")
    noor.sees("Dat is 2.200 kW meer dan 2 bedrijven vragen", "Daar past het in, ook als iedereen meteen laadt.")  # 200, not 400
    noor.sees("De andere 2 komen daar nog bij.")
    noor.sees("Ieders eigen piek opgeteld", "400 kW", "die pieken vallen niet samen")


async def test_the_municipality_sees_who_allowed_it_and_no_consents(chat: Chat, town: Town) -> None:
    await plan(chat)
    await town.adds("Alfa Transport", Purpose.MUNICIPALITY, answers=fleet(4))
    await town.adds("Bravo Logistiek", Purpose.TOTAL, answers=fleet(8))
    yara = await reader(chat, MUNICIPALITY)
    await yara.says("plankaart hessenpoort")
    yara.sees("Alfa Transport", "die dit met de gemeente delen", "Zij hebben 4 van de 60 voertuigen")
    yara.sees_not("Bravo Logistiek", "Akkoord met")
    await town.decides("Alfa Transport", State.WITHDRAWN, Purpose.MUNICIPALITY)
    await yara.says("plankaart hessenpoort")
    yara.sees("Er is nog geen bedrijf dat u kunt zien.")
    yara.sees_not("Alfa Transport")


async def test_the_municipality_is_told_when_a_company_is_held_back(chat: Chat, town: Town) -> None:
    for name in ("Alfa", "Bravo", "Charlie", "Delta"):
        await town.adds(name, Purpose.TOTAL, Purpose.MUNICIPALITY, answers=fleet(4))
    await settle(town, "Echo", "Foxtrot", "Golf")
    await renew(town)
    await town.decides("Echo", State.GIVEN, Purpose.MUNICIPALITY)
    yara = await reader(chat, MUNICIPALITY)
    await yara.says("plankaart hessenpoort")
    yara.sees("Alfa", "1 bedrijf tonen wij u nog niet.", "Anders is een ander bedrijf uit het totaal te halen.")
    yara.sees_not("Echo")


@pytest.mark.parametrize("grant", [MANAGER, Grant(Role.GRID_OPERATOR)])
async def test_for_others_it_does_not_exist(chat: Chat, grant: Grant) -> None:
    yara = await reader(chat, grant)
    await does_not_exist(yara, "plankaart hessenpoort", [PLAN_MAP])


async def test_to_companies_it_does_not_exist(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await does_not_exist(fatima, "plankaart hessenpoort", [PLAN_MAP])


async def test_many_companies_come_in_pages(chat: Chat, town: Town) -> None:
    for number in range(14):
        await town.adds(f"Bedrijf {number:02}", answers=fleet(20 - number))
    noor = noor_of(chat)
    await noor.says("plankaart hessenpoort")
    noor.sees("Bedrijf 00", "Bedrijf 11", "Er zijn nog 2 bedrijven.")
    noor.sees_not("Bedrijf 12")
    await noor.clicks("Volgende bedrijven")
    noor.sees("Bedrijf 12", "Bedrijf 13")
    noor.sees_not("Bedrijf 11", "Volgende bedrijven")


async def test_without_figures_it_says_so(chat: Chat, town: Town) -> None:
    noor = noor_of(chat)
    await noor.says("plankaart hessenpoort")
    noor.sees("De plankaart heeft voor dit terrein nog geen cijfers.", "Er is nog geen bedrijf dat u kunt zien.")
    await town.adds("Alfa")
    await noor.says("plankaart hessenpoort")
    noor.sees("Alfa", "Nog geen schatting mogelijk.")


async def test_in_a_channel_names_are_for_the_team_s_own_alone(chat: Chat, town: Town) -> None:
    await town.adds("Alfa Transport", answers=fleet(4))
    noor = noor_of(chat)
    await noor.does(Said("plankaart hessenpoort"), scope=Scope.CHANNEL)
    noor.sees("Dat kan alleen in uw eigen chat met mij, of in een kanaal van het projectteam.")
    noor.sees_not("Alfa Transport")
