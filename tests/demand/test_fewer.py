"""Fewer vehicles: as many as fit and not one more, never none, and numbers that nobody gave stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.views.demand.turning_words import kept_headline, kept_step
from domain.demand.companies import outlook_of
from domain.demand.parameters import STANDARD
from domain.demand.quantities import Quantity, Strategy, Year
from domain.demand.sites import Site
from domain.demand.steps import FirstStep
from domain.demand.verdicts.fewer import kept_of, vehicles_in, with_fewer
from tests.demand.companies import LARGE, TEN_TRACTORS, any_site, site
from tests.language import faults


@pytest.mark.parametrize(
    ("strategy", "contract", "fits"),
    [
        # Ten tractors of 100 kW each that need 219 kWh in twelve hours, at once up to 5 of them all together: 250 kW is for two.
        (Strategy.AT_ONCE, 400, 2),
        # Spread, one needs 219 / 12 = 18.2 kW: 100 kW is for five.
        (Strategy.SPREAD, 250, 5),
        # All fit, so it is half of them.
        (Strategy.SPREAD, 400, 5),
        # Not even one fits, and one stays.
        (Strategy.AT_ONCE, 160, 1),
    ],
)
def test_as_many_as_fit(strategy: Strategy, contract: float, fits: int) -> None:
    company = site(TEN_TRACTORS, LARGE, {"grid.contracted_kw": contract})
    fewer = with_fewer(company, STANDARD, strategy)
    assert [vehicles_in(fewer, year) for year in Year] == [0, fits, fits]


def test_classes_become_smaller_together() -> None:
    vans = {"van.total": 20, "van.electric_2030": 20, "van.electric_2035": 20, "van.electric_now": 0}
    fewer = with_fewer(site(TEN_TRACTORS, vans), STANDARD, Strategy.SPREAD)  # no room is known: half
    counts = {fleet.vehicle.value: fleet.electric[Year.Y2030] for fleet in fewer.fleets}
    assert counts == {"van": Quantity.sure(10), "tractor": Quantity.sure(5)}


def test_what_was_not_given_stays() -> None:
    company = site({**TEN_TRACTORS, "tractor.electric_2035": ""}, LARGE)
    fewer = with_fewer(company, STANDARD, Strategy.AT_ONCE)
    assert fewer.fleets[0].electric[Year.Y2035] == company.fleets[0].electric[Year.Y2035]


@given(any_site(), st.sampled_from((Strategy.AT_ONCE, Strategy.SPREAD)))
def test_it_never_asks_more_and_never_becomes_nothing(company: Site, strategy: Strategy) -> None:
    fewer = with_fewer(company, STANDARD, strategy)
    before, after = outlook_of(company, STANDARD), outlook_of(fewer, STANDARD)
    for year in Year:
        assert vehicles_in(fewer, year) <= vehicles_in(company, year)
        assert (vehicles_in(fewer, year) > 0) == (vehicles_in(company, year) > 0)
    for year in before.years.keys() & after.years.keys():
        assert after.years[year].kwh.middle <= before.years[year].kwh.middle * 1.001 + 0.001


@pytest.mark.parametrize(
    ("strategy", "contract", "said", "step"),
    [
        # 250 kW is for two at once, 100 kW for five when spread (see above), and 250 kW for all ten.
        (Strategy.AT_ONCE, 400, "Met 2 van uw 10 elektrische voertuigen (2 trekkers) past laden in uw aansluiting, ook in 2035.",
         "Begin met deze 2. Voor de andere 8 is meer nodig."),
        (Strategy.SPREAD, 250, ("Wij rekenen met 5 van uw 10 elektrische voertuigen (5 trekkers). Spreiden scheelt u 409 kW."
          " Dan past het, ook in 2035."),
         "Begin met deze 5. Kies dan laadpunten die de stroom zelf verdelen. Voor de andere 5 is meer nodig."),
        (Strategy.SPREAD, 400, ("Wij rekenen met 5 van uw 10 elektrische voertuigen (5 trekkers). Spreiden scheelt u 409 kW."
          " Dan past het, ook in 2035."),
         "Begin met deze 5. Kies dan laadpunten die de stroom zelf verdelen. Alle 10 passen ook."),
    ],
)  # fmt: skip
def test_it_is_said_of_how_many_and_of_the_others(strategy: Strategy, contract: float, said: str, step: str) -> None:
    company = site(TEN_TRACTORS, LARGE, {"grid.contracted_kw": contract})
    fewer = with_fewer(company, STANDARD, strategy)
    outlook = outlook_of(fewer)
    kept = kept_of(fewer, company, outlook, outlook_of(company, STANDARD))
    assert kept is not None
    first = FirstStep.BEGIN if strategy is Strategy.AT_ONCE else FirstStep.SPREAD
    assert (kept_headline(outlook, kept), kept_step(first, kept)) == (said, step)
    assert faults(f"{said} {step}") == []
