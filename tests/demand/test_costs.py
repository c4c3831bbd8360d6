"""What it costs, by hand: charging points that are not there yet, power that lacks, and nothing where no price was found."""

import datetime
from dataclasses import replace

import pytest
from pydantic import ValidationError

from cards.views.card import FactGroup
from cards.views.demand.cost_words import cost_group, cost_lines, with_yearly, yearly_lines
from domain.demand.companies import outlook_of
from domain.demand.parameters import STANDARD, Parameters
from domain.demand.quantities import Band, Year
from domain.demand.verdicts.costs import Costs, costs_of
from domain.disclosure.shares import parameters_mark
from domain.intake.answers import Value
from domain.intake.vehicles import VehicleClass
from tests.demand.companies import LARGE, TEN_TRACTORS, site
from tests.language import faults

# 2,189 kWh a day (10 x 160 x 1.3 / 0.95) on 260 days, at 16 to 23 cents: 91,082 to 130,931 euros, rounded outwards.
POWER_OF_A_YEAR = "569.000 kWh stroom: 91.000 tot 140.000 euro per jaar"


TODAY = datetime.date(2026, 11, 30)


def costs(
    *told: dict[str, Value],
    there: float = 0,
    operator: str = "",
    today: datetime.date = TODAY,
    parameters: Parameters = STANDARD,
) -> Costs:
    company = site(TEN_TRACTORS, LARGE, *told)
    found = costs_of(company, outlook_of(company), parameters, today, {VehicleClass.TRACTOR: there}, operator)
    assert found is not None
    return found


def said(found: Costs) -> list[str]:
    """Return the costs as they are read."""
    group = cost_group(found)
    return [f"{fact.label}: {fact.value} {fact.remark}".strip() for fact in group.facts] if group else []


def test_ten_points_of_100_kw() -> None:
    points = "10 laadpunten van 100 kW: 250.000 tot 500.000 euro eenmalig"  # 25,000 to 50,000 each
    assert said(costs()) == [points, POWER_OF_A_YEAR]


def test_what_stands_there_is_not_paid_again() -> None:
    assert said(costs(there=9)) == ["1 laadpunt van 100 kW: 25.000 tot 50.000 euro eenmalig", POWER_OF_A_YEAR]
    assert said(costs(there=12)) == [POWER_OF_A_YEAR]


def test_each_vehicle_that_charges_here_has_a_point_of_its_own() -> None:
    # Ten of which 45% are here at night: 4.5 charge here, and four points would leave one of them without.
    assert said(costs({"tractor.at_night": 45}))[0] == "5 laadpunten van 100 kW: 120.000 tot 250.000 euro eenmalig"


@pytest.mark.parametrize(
    ("operator", "euros"),
    [
        ("enexis", "6.000 tot 7.900 euro"),  # 82.5 kW at 73.8 to 94.9
        ("liander", "5.600 tot 7.100 euro"),  # 68.2 to 85.4
        ("coteq", "5.300 tot 7.900 euro"),  # none was found: 65 to 95
    ],
)
def test_the_kw_that_lack_cost_a_sum_each_year(operator: str, euros: str) -> None:
    found = costs({"grid.contracted_kw": 250}, operator=operator)  # spread asks 182.5 kW, of which 100 kW is there
    assert said(found)[1:] == [f"82 kW meer vermogen: {euros} per jaar", POWER_OF_A_YEAR]


def test_what_is_free_at_night_does_not_lack() -> None:
    found = costs({"grid.contracted_kw": 150, "grid.night_kw": 20})  # all is in use by day; 182.5 + 20 - 150 at night
    assert said(found)[1].startswith("52 kW meer vermogen")


def test_above_what_was_found_no_amount_is_said() -> None:
    assert said(costs({"tractor.planned_kw": 400})) == ["10 laadpunten van 400 kW: Niet bekend", POWER_OF_A_YEAR]


def test_it_says_how_sure_it_is_and_from_when() -> None:
    lines = cost_lines(costs({"grid.contracted_kw": 250}))
    assert "orde van grootte" in lines[0]
    assert "2023 tot 2025" in lines[0]
    assert lines[1].startswith("Bronnen: ")
    assert faults("\n".join(lines)) == []


def test_every_price_is_a_range_with_a_source() -> None:
    prices = STANDARD.prices
    assert all(one.low < one.high and one.source for one in (*prices.chargers.values(), prices.any_operator, prices.electricity))
    assert prices.of_charger(30) == prices.chargers["slow"]
    assert prices.of_charger(31) == prices.chargers["fast"]
    assert prices.of_charger(350) is None
    assert prices.of_capacity("rendo") == prices.any_operator


def test_after_its_last_day_no_price_is_said_until_there_is_another() -> None:
    last, after = datetime.date(2026, 12, 31), datetime.date(2027, 1, 1)
    points, power = "10 laadpunten van 100 kW", "569.000 kWh stroom"
    assert said(costs(today=last)) == [f"{points}: 250.000 tot 500.000 euro eenmalig", POWER_OF_A_YEAR]
    assert said(costs(today=after)) == [f"{points}: Niet bekend", f"{power}: Niet bekend"]
    assert cost_lines(costs(today=after)) == ("Prijzen van nu kennen wij niet. Vraag drie offertes.",)
    new = {"low": 0.2, "high": 0.3, "source": "Tarieven van 2027", "when": "2027", "until": "2027-12-31"}
    replaced = Parameters.changed_by({"prices": {"electricity": new}})
    found = costs(today=after, parameters=replaced)  # 569,053 kWh at 20 to 30 cents: 113,811 to 170,716
    assert said(found) == [f"{points}: Niet bekend", f"{power}: 110.000 tot 180.000 euro per jaar"]
    assert cost_lines(found)[1] == "Bronnen: Tarieven van 2027."


def test_a_price_changes_no_total() -> None:
    dearer = Parameters.changed_by({"prices": {"electricity": {"high": 0.5}}})
    assert dearer != STANDARD
    assert parameters_mark(dearer) == parameters_mark(STANDARD)


@pytest.mark.parametrize("wrong", [{"low": 0.4}, {"low": 0}, {"when": ""}, {"until": "ooit"}, {"prijs": 1}])
def test_a_price_that_is_no_range_or_has_no_date_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Parameters.changed_by({"prices": {"electricity": wrong}})


def test_a_whole_year_is_shown_where_it_is_reckoned_and_costs_electricity() -> None:
    company = site(TEN_TRACTORS, LARGE)
    found = outlook_of(company)
    year = replace(found.years[Year.Y2030], kwh_year=Band(400_000, 500_000, 600_000), co2_tonnes=Band(200, 250, 300))
    told = {fact.label: fact.value for fact in with_yearly(FactGroup(title="In 2030", facts=()), year).facts}
    assert told == {"Stroom per jaar": "500.000 kWh", "CO2 minder per jaar": "250 ton"}
    yearly = replace(found, years={**found.years, Year.Y2030: year})
    assert yearly_lines(yearly) == ("In 2030 laadt u 500.000 kWh per jaar.", "In 2035 laadt u 569.000 kWh per jaar.")
    paid = costs_of(company, yearly, STANDARD, TODAY, {})
    assert paid is not None
    assert said(paid)[-1] == "500.000 kWh stroom: 80.000 tot 120.000 euro per jaar"  # 16 to 23 cents
    without = replace(found.years[Year.Y2030], kwh_year=Band(0, 0, 0), co2_tonnes=Band(0, 0, 0))
    assert with_yearly(FactGroup(title="In 2030", facts=()), without).facts == ()
