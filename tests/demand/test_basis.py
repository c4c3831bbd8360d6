"""What it is reckoned with: rules that are true of this company, and each assumption with what it holds for."""

from dataclasses import replace

import pytest

from dialogs.demand.basis import holds_for, of_fleet, rules_of
from domain.demand.measured import MeasuredDays
from domain.demand.parameters import STANDARD, Parameters
from domain.demand.quantities import Basis, Quantity
from domain.intake.answers import Value
from tests.demand.companies import LARGE, TEN_TRACTORS, site
from tests.language import faults


@pytest.mark.parametrize(
    ("told", "measured", "said", "not_said"),
    [
        ({}, False, "Uw gebruik in de nacht kennen wij niet.", "uit uw meter"),
        ({"grid.night_kw": 20}, False, "Van 18 tot 6 uur rekenen wij met uw gebruik in de nacht.", "kennen wij niet"),
        ({}, True, "Uw gebruik komt uit uw meter", "Zonnestroom telt hier niet mee."),
    ],
)
def test_the_rules_are_true_of_the_company(told: dict[str, Value], measured: bool, said: str, not_said: str) -> None:
    days = MeasuredDays((40.0,) * 96, (40.0,) * 96) if measured else None
    words = "\n".join(rules_of(replace(site(TEN_TRACTORS, LARGE, told), measured=days)))
    assert said in words
    assert not_said not in words
    assert faults(words) == []


def test_an_assumption_says_what_it_holds_for_and_an_answer_does_not() -> None:
    tractor = {"holds_for": "trekkers op een gewone werkdag"}
    parameters = Parameters.changed_by({"km_per_day": {"tractor": tractor}})
    answered = site(TEN_TRACTORS, LARGE).fleets[0]
    assumed = replace(answered, km=Quantity(150, 294, 490, Basis.ASSUMED))
    [first, *_] = [one.source for one in of_fleet(assumed, parameters) if one.label == "Kilometers per werkdag"]
    assert first.endswith("Geldt voor: trekkers op een gewone werkdag.")
    assert "Geldt voor" not in next(one.source for one in of_fleet(answered, parameters) if one.label == "Kilometers per werkdag")
    assert holds_for(assumed.km, STANDARD.back.model_copy(update={"holds_for": ""})) == ""


def test_an_answer_that_is_unknown_is_no_night_use() -> None:
    nothing: dict[str, Value] = {"grid.night_kw": 0}
    assert "Van 18 tot 6 uur" in rules_of(site(TEN_TRACTORS, LARGE, nothing))[0]  # nothing at night is an answer as well
