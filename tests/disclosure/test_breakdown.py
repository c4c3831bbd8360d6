"""`verdeling`: totals by class and by hour as published, in words, charts and tables; or what is missing."""

import datetime

import pytest

from cards.rendering import render
from dialogs.disclosure.breakdowns import BREAKDOWN, breakdown_card
from dialogs.disclosure.lacks import more_words
from domain.access.roles import Grant, Role
from domain.demand.quantities import Year
from domain.disclosure.breakdowns import ClassTotal, ClassTotals, HourTotals, Lack, Missing
from domain.intake.vehicles import VehicleClass
from domain.terrains.terrains import TerrainName
from tests.beginnings import finish_short
from tests.chat import Chat
from tests.disclosure.test_factsheet import MANAGER, MUNICIPALITY, reader
from tests.disclosure.test_plan_map import noor_of
from tests.without import does_not_exist

HESSENPOORT = TerrainName("t-1", "Hessenpoort", "Zwolle")
AT = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
OPERATOR = Grant(Role.GRID_OPERATOR, terrain="t-1")
CLASSES = ClassTotals(Year.Y2030, AT, {
    VehicleClass.VAN: ClassTotal(900, 7), VehicleClass.RIGID: Missing(Lack.COMPANIES, 2),
    VehicleClass.TRACTOR: ClassTotal(4200, 6),
})  # fmt: skip
# 17:00 to 18:00 and 18:00 to 20:00 are stretches of their own.
HOURS = HourTotals(Year.Y2030, AT, 8, (0.0,) * 17 + (300.0, 1200.0, 1200.0, 500.0, 500.0, 500.0, 0.0))
LARGE = Missing(Lack.LARGE)


def test_it_says_which_class_asks_most_and_when_the_peak_is() -> None:
    words = breakdown_card(HESSENPOORT, {Year.Y2030: CLASSES}, {Year.Y2030: HOURS}).plain()
    for expected in (
        "Trekkers vragen in 2030 het meest: 4.200 kWh per werkdag in de winter.",
        "Het drukste moment in 2030 is van 18:00 tot 20:00: gemiddeld 1.200 kW als iedereen meteen laadt.",
        "Bakwagens: er ontbreken nog minstens 2 bedrijven.",
        "Stroom per werkdag in 2030, in kWh", "Vermogen per uur in 2030, bij meteen laden, in kW", "17:00 tot 18:00: 300 kW",
        "Lichte vrachtwagens: geen", "Stand van 23 november 2026.", "Hier staat het gemiddelde van elk uur.",
    ):  # fmt: skip
        assert expected in words


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (Missing(Lack.COMPANIES, 3), "Er ontbreken nog minstens 3 bedrijven."),
        (Missing(Lack.COMPANIES, 1), "Er ontbreekt nog minstens 1 bedrijf."),
        (Missing(Lack.COMPANIES), "Er doen nog te weinig bedrijven mee."),
        (LARGE, "Eén bedrijf zou te veel opvallen."),
        (Missing(Lack.BEFORE), "Naast eerdere totalen zouden enkele bedrijven opvallen."),
    ],
)
def test_what_cannot_be_shown_says_what_is_missing(missing: Missing, said: str) -> None:
    card = breakdown_card(HESSENPOORT, dict.fromkeys(Year, missing), dict.fromkeys(Year, missing))
    assert f"Per soort voertuig kunnen wij nog niets tonen. {said}" in card.plain()
    assert f"Per uur kunnen wij nog niets tonen. {said}" in card.plain()
    assert (card.charts, card.groups) == ((), ())


def test_one_may_be_there_without_the_other_and_2035_without_2030() -> None:
    later = HourTotals(Year.Y2035, AT, 8, HOURS.kw)
    card = breakdown_card(HESSENPOORT, {Year.Y2030: LARGE}, {Year.Y2030: LARGE, Year.Y2035: later})
    assert "Het drukste moment in 2035" in card.plain()
    assert "Per soort voertuig kunnen wij nog niets tonen." in card.plain()
    assert "Per uur kunnen wij nog niets tonen." not in card.plain()
    assert render(card)["body"]


@pytest.mark.parametrize("grant", [OPERATOR, MANAGER, MUNICIPALITY])
async def test_who_has_a_role_on_the_terrain_may_ask(chat: Chat, grant: Grant) -> None:
    yara = await reader(chat, grant)
    await yara.says("verdeling hessenpoort")
    yara.sees("Verdeling van het laden op Hessenpoort (Zwolle)")
    yara.sees("Per uur kunnen wij nog niets tonen. Er ontbreken nog minstens 5 bedrijven.")
    await yara.says("verdeling broeklanden")
    yara.sees("ken ik niet")


async def test_to_companies_it_does_not_exist(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await does_not_exist(fatima, "verdeling hessenpoort", [BREAKDOWN])


@pytest.mark.parametrize(
    "said",
    ["hoeveel stroom vragen de trekkers samen op hessenpoort", "hoe laat is de piek op hessenpoort", "laden per uur hessenpoort"],
)
async def test_in_own_words(chat: Chat, said: str) -> None:
    noor = noor_of(chat)
    await noor.says(said)
    noor.sees("Verdeling van het laden op Hessenpoort (Zwolle)")


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ("heb je een factsheet van hessenpoort", "Laden op Hessenpoort"),
        ("wat staat er op de plankaart van hessenpoort", "Plankaart van"),
    ],
)
async def test_the_factsheet_and_the_plan_map_in_own_words(chat: Chat, said: str, seen: str) -> None:
    noor = noor_of(chat)
    await noor.says(said)
    noor.sees(seen)


async def test_a_company_that_asks_for_the_plan_map_is_led_to_the_factsheet(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.says("wat staat er op de plankaart")
    fatima.sees("De afgeronde cijfers van een terrein staan op de factsheet.")
    await fatima.clicks("Bekijk de cijfers van mijn terrein")
    fatima.sees("Laden op Hessenpoort (Zwolle)")


def test_beside_too_few_companies_it_says_how_many_are_missing_at_least() -> None:
    assert more_words(Missing(Lack.COMPANIES, 2)) == ("Er ontbreken nog minstens 2 bedrijven.",)
    assert more_words(LARGE) == ("Eén bedrijf zou te veel opvallen.",)
    assert more_words(Missing(Lack.COMPANIES)) == more_words(None) == ()
