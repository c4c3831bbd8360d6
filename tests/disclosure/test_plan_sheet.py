"""The plan map on the factsheet before anybody answered: rounded, by year, for everybody there; or why it is not shown."""

from decimal import Decimal

import pytest

from domain.access.roles import Grant, Role
from domain.terrains.plan_map import Congestion, PlanMapYear
from domain.terrains.plan_sheet import HeldBack, PlanSheet, SheetYear, plan_sheet, two_figures
from storage.tables.paper import paper
from tests.beginnings import finish_short, talk
from tests.chat import Chat
from tests.disclosure.companies import Town
from tests.disclosure.test_factsheet import MANAGER, MUNICIPALITY, NAMES, reader
from tests.disclosure.test_plan_map import noor_of, plan
from tests.disclosure.test_renewing import renew, settle
from tests.papers.test_readers import words_in
from tests.sessions.beginnings import planned
from tests.tables import rows
from tests.terrains.test_known_share import lists

YEARS = (
    PlanMapYear("t-1", 2025, Decimal(312), 23, Decimal(9191), Congestion.NONE),
    PlanMapYear("t-1", 2030, Decimal(4537), 363, Decimal(9292), Congestion.FULL),
    PlanMapYear("t-1", 2035, Decimal(9077), 711, Decimal(9393), Congestion.FULL),
)
# Of 4,537 kW and 363 vehicles; steps of at most a tenth of the amount (domain/disclosure/rules).
EXACT = ("312", "4.537", "4537", "9.077", "9077", "363", "711")
NEVER = ("9.191", "9191", "9.292", "9292", "9.393", "9393", "congestie", "op het net")  # of governments alone


async def expected(chat: Chat, companies: int = 3) -> None:
    """Have a plan map of a terrain with so many companies in the register."""
    await plan(chat, *YEARS)
    if companies:
        await lists(chat, companies)


def test_what_is_round_already_stays_as_the_plan_map_says() -> None:
    assert [two_figures(amount) for amount in (0, 7, 24, 318.4, 2100, 4537, 5200, 9000, 12_340)] == [
        0, 7, 24, 320, 2100, 4500, 5200, 9000, 12_000,
    ]  # fmt: skip


@pytest.mark.parametrize("grant", [MANAGER, MUNICIPALITY, Grant(Role.GRID_OPERATOR, terrain="t-1")])
async def test_before_anybody_answered_it_shows_the_plan_map(chat: Chat, grant: Grant) -> None:
    await expected(chat)
    yara = await reader(chat, grant)
    await yara.says("factsheet hessenpoort")
    yara.sees("De plankaart verwacht dat laden hier in 2030 ongeveer 4.500 kW vraagt.", "Dat is voor ongeveer 360 voertuigen.")
    yara.sees("Volgens de plankaart", "2025", "ongeveer 310 kW", "ongeveer 23 voertuigen", "2035", "ongeveer 9.100 kW")
    yara.sees("een berekening vooraf met een model, ingelezen op 1 november 2026", "Er is niets gemeten.")
    yara.sees("Er zijn nog te weinig bedrijven voor een totaal.", "Als pdf")
    yara.sees_not(*EXACT, *NEVER)


async def test_a_company_reads_it_of_its_own_terrain(chat: Chat) -> None:
    await expected(chat)
    fatima = await finish_short(chat)
    await fatima.says("heb je een factsheet van hessenpoort")
    fatima.sees("Laden op Hessenpoort (Zwolle)", "ongeveer 4.500 kW", "Iedereen op het terrein mag dit zien.")
    fatima.sees_not(*EXACT, *NEVER)
    await fatima.says("factsheet broeklanden")
    fatima.sees("ken ik niet")
    await fatima.says("plankaart hessenpoort")
    fatima.sees_not("4.537", "9.292")


@pytest.mark.parametrize("listed", [0, 2])
async def test_with_fewer_than_three_companies_the_team_counts_them(chat: Chat, listed: int) -> None:
    await expected(chat, listed)
    yara, noor = await reader(chat, MANAGER), noor_of(chat)
    await yara.says("factsheet hessenpoort")
    yara.sees("Wij kennen hier te weinig bedrijven.", "Bij 3 bedrijven tonen wij de cijfers van de plankaart.")
    yara.sees_not("kW", "Als pdf")
    await yara.says("factsheet hessenpoort pdf")
    yara.sees_not("Factsheet Hessenpoort (Zwolle).pdf")
    await noor.says("praatplaat hessenpoort")
    known = f"Het register kent {listed} bedrijven." if listed else "In het register staat nog geen bedrijf van dit terrein."
    noor.sees("Bij 3 bedrijven", known, "praatplaat Hessenpoort 12 bedrijven")
    await noor.says("praatplaat hessenpoort 2 bedrijven")
    noor.sees("Bij 3 bedrijven", "Het team telt 2 bedrijven.")
    await noor.says("praatplaat hessenpoort 12 bedrijven")
    noor.sees("De cijfers van de plankaart staan op de factsheet.", "Het team telt 12 bedrijven.")
    await yara.says("factsheet hessenpoort")
    yara.sees("ongeveer 4.500 kW")
    await noor.says("dossier hessenpoort geschiedenis")
    noor.sees("Het team telt 12 bedrijven op dit terrein")


async def test_the_team_holds_it_back_with_a_reason_and_shows_it_again(chat: Chat) -> None:
    await expected(chat)
    yara, noor = await reader(chat, MANAGER), noor_of(chat)
    await noor.says("praatplaat hessenpoort uit")
    noor.sees("Waarom houdt u de cijfers achter?")
    await yara.says("factsheet hessenpoort")
    yara.sees("ongeveer 4.500 kW")
    await noor.says("praatplaat hessenpoort uit omdat de gemeente de cijfers nog narekent")
    noor.sees("Het projectteam toont de cijfers van de plankaart hier nog niet.")
    await yara.says("factsheet hessenpoort")
    yara.sees("Het projectteam toont de cijfers van de plankaart hier nog niet.")
    yara.sees_not("4.500", "Als pdf", "narekent")
    await noor.says("dossier hessenpoort geschiedenis")
    noor.sees("De cijfers van de plankaart staan niet meer op de factsheet. De gemeente de cijfers nog narekent")
    await noor.says("praatplaat hessenpoort")
    await noor.clicks("Toon de cijfers")
    noor.sees("De cijfers van de plankaart staan op de factsheet.")
    await yara.says("factsheet hessenpoort")
    yara.sees("ongeveer 4.500 kW")


async def test_beside_it_stands_what_companies_answered_and_why_the_two_differ(chat: Chat, town: Town) -> None:
    await expected(chat)
    await settle(town, *NAMES)
    await renew(town)
    yara = await reader(chat, MANAGER)
    await yara.says("factsheet hessenpoort")
    yara.sees("De plankaart verwacht dat laden hier in 2030 ongeveer 4.500 kW vraagt.", "In 2030 vragen 6 bedrijven samen")
    yara.sees("De plankaart rekent met alle voertuigen op het terrein. De antwoorden zijn van 6 bedrijven.", "Antwoorden, 2030")
    yara.sees_not(*EXACT, *NEVER)


async def test_the_team_reads_it_live_and_hears_how_to_change_it(chat: Chat, town: Town) -> None:
    await expected(chat)
    await settle(town, *NAMES[:2])
    noor = noor_of(chat)
    await noor.says("factsheet hessenpoort")
    noor.sees(
        "ongeveer 4.500 kW", "In 2030 vragen 2 bedrijven samen", "De antwoorden zijn van 2 bedrijven.", "praatplaat Hessenpoort"
    )


async def test_on_paper_it_is_the_same_and_the_plan_map_itself_is_not_there(chat: Chat) -> None:
    await expected(chat)
    yara = await reader(chat, MANAGER)
    await talk(yara, "factsheet hessenpoort")
    await yara.clicks("Als pdf")
    yara.sees("Factsheet Hessenpoort (Zwolle).pdf")
    [kept] = await rows(chat, paper)
    assert kept["media_type"] == "application/pdf"


async def test_the_slides_of_the_start_session_have_its_figures(chat: Chat) -> None:
    await expected(chat)
    noor = await planned(chat)
    await noor.clicks("Op papier")
    await chat.works()
    noor.sees("dia's.pptx", "Dit is klaar.")
    office = [words_in(row["content"]) for row in await rows(chat, paper) if row["content"][:2] == b"PK"]
    assert len(office) == 2
    assert all("ingelezen op 1 november 2026" in words for words in office)
    assert "4500" in office[0] + office[1]
    assert [words for words in (*EXACT[1:5], *NEVER[:6]) if any(words in one for one in office)] == []


async def test_held_back_it_is_on_no_slide(chat: Chat) -> None:
    await expected(chat, 2)
    noor = await planned(chat)
    await noor.clicks("Op papier")
    await chat.works()
    assert not any("ingelezen op" in words_in(row["content"]) for row in await rows(chat, paper))


def test_what_is_held_back_and_why() -> None:
    assert plan_sheet((), 9, held=False) is HeldBack.ABSENT
    assert plan_sheet((PlanMapYear("t-1", 2030),), 9, held=True) is HeldBack.ABSENT
    assert plan_sheet(YEARS, 9, held=True) is HeldBack.TEAM
    assert plan_sheet(YEARS, 2, held=False) is HeldBack.FEW
    shown = plan_sheet(YEARS[1:2], 3, held=False)
    assert shown == PlanSheet((SheetYear(2030, 4500, 360),), None)
