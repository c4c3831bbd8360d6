"""`aansluitingen`: the grid operator sees who allowed it, what that consent is about, and nothing else."""

import pytest

from dialogs.disclosure.connections import CONNECTIONS
from dialogs.turn.events import Said, Scope
from domain.access.roles import Grant, Role
from domain.consent.consents import Purpose, State
from domain.intake.answers import Answer, Value
from tests.beginnings import finish_short
from tests.chat import Chat
from tests.disclosure.companies import Town, fleet
from tests.disclosure.test_factsheet import MANAGER, MUNICIPALITY, reader
from tests.disclosure.test_renewing import renew, settle
from tests.without import does_not_exist

HERE = Grant(Role.GRID_OPERATOR, municipality="GM0193")
EVERYWHERE = Grant(Role.GRID_OPERATOR)


async def test_the_grid_operator_sees_who_allowed_it_until_that_is_withdrawn(chat: Chat, town: Town) -> None:
    more: dict[str, Answer | Value] = {
        "upgrade.asked": True,
        "upgrade.kw": 300,
        "upgrade.since": "2026-03",
        "upgrade.state": "waiting",
        "site.bays": 4,
    }
    await town.adds("Alfa Transport", Purpose.OPERATOR, answers=fleet(4, now=1) | more)
    await town.adds("Bravo Logistiek", Purpose.MUNICIPALITY, Purpose.TOTAL, answers=fleet(8))
    olga = await reader(chat, HERE)
    await olga.says("aansluitingen hessenpoort")
    olga.sees("Laadvraag van Hessenpoort (Zwolle)", "1 bedrijf deelt dit met de netbeheerder.", "Alfa Transport")
    olga.sees("Elektrisch: nu 1, 2030 4, 2035 4.", "Aansluiting: past", "Vermogen in uw contract: 400 kW.")
    olga.sees("Extra gevraagd: 300 kW.", "Aangevraagd in: maart 2026.", "Antwoord netbeheerder: Ik wacht nog.")
    olga.sees_not("Bravo Logistiek", "Akkoord met", "Plankaart", "plekken")
    await town.decides("Alfa Transport", State.WITHDRAWN, Purpose.OPERATOR)
    await olga.says("aansluitingen hessenpoort")
    olga.sees("Er is nog geen bedrijf dat u kunt zien.")
    olga.sees_not("Alfa Transport")


async def test_the_grid_operator_of_the_region_is_of_no_terrain_in_particular(chat: Chat, town: Town) -> None:
    await town.adds("Alfa Transport", Purpose.OPERATOR, answers=fleet(4))
    olga = await reader(chat, EVERYWHERE)
    await olga.says("aansluitingen hessenpoort")
    olga.sees("alleen met de netbeheerder van hun terrein", "Vraag het projectteam om een rol voor uw gemeente of terrein.")
    olga.sees_not("Alfa Transport")


async def test_another_terrain_than_its_own_does_not_exist(chat: Chat, town: Town) -> None:
    await town.adds("Alfa Transport", Purpose.OPERATOR, answers=fleet(4))
    olga = await reader(chat, Grant(Role.GRID_OPERATOR, terrain="t-3"))
    await olga.says("aansluitingen hessenpoort")
    olga.sees("ken ik niet")
    olga.sees_not("Alfa Transport")


async def test_the_team_sees_what_the_grid_operator_sees(chat: Chat, town: Town) -> None:
    await town.adds("Alfa Transport", Purpose.OPERATOR, answers=fleet(4))
    await town.adds("Bravo Logistiek", answers=fleet(8))
    noor = chat.person("Noor", team=True)
    await noor.says("aansluitingen hessenpoort")
    noor.sees("Alfa Transport", "alleen voor de netbeheerder en het projectteam")
    noor.sees_not("Bravo Logistiek")


async def test_who_would_give_others_away_is_held_back(chat: Chat, town: Town) -> None:
    for name in ("Alfa", "Bravo", "Charlie", "Delta"):
        await town.adds(name, Purpose.TOTAL, Purpose.OPERATOR, answers=fleet(4))
    await settle(town, "Echo", "Foxtrot", "Golf")
    await renew(town)
    await town.decides("Echo", State.GIVEN, Purpose.OPERATOR)
    olga = await reader(chat, HERE)
    await olga.says("aansluitingen hessenpoort")
    olga.sees("Alfa", "1 bedrijf tonen wij u nog niet.", "Anders is een ander bedrijf uit het totaal te halen.")
    olga.sees_not("Echo")


async def test_in_a_channel_no_company_is_named(chat: Chat, town: Town) -> None:
    await town.adds("Alfa Transport", Purpose.OPERATOR, answers=fleet(4))
    olga = await reader(chat, HERE)
    await olga.does(Said("aansluitingen hessenpoort"), scope=Scope.CHANNEL)
    olga.sees("Dat kan alleen in uw eigen chat met mij")
    olga.sees_not("Alfa Transport")


async def test_many_companies_come_in_pages(chat: Chat, town: Town) -> None:
    for number in range(14):
        await town.adds(f"Bedrijf {number:02}", Purpose.OPERATOR, answers=fleet(20 - number))
    olga = await reader(chat, HERE)
    await olga.says("aansluitingen hessenpoort")
    olga.sees("14 bedrijven delen dit", "Bedrijf 11", "Er zijn nog 2 bedrijven.")
    await olga.clicks("Volgende bedrijven")
    olga.sees("Bedrijf 13")
    olga.sees_not("Bedrijf 11", "Volgende bedrijven")


@pytest.mark.parametrize("grant", [MANAGER, MUNICIPALITY])
async def test_for_other_partners_it_does_not_exist(chat: Chat, grant: Grant) -> None:
    yara = await reader(chat, grant)
    await does_not_exist(yara, "aansluitingen hessenpoort", [CONNECTIONS])


async def test_to_companies_it_does_not_exist(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await does_not_exist(fatima, "aansluitingen hessenpoort", [CONNECTIONS])
