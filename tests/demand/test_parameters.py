"""The numbers from elsewhere: each has a source, and each may be replaced."""

import pytest
from pydantic import ValidationError

from domain.demand.companies import outlook_of
from domain.demand.defaults import DEFAULTS
from domain.demand.parameters import STANDARD, Efficiency, Parameter, Parameters, PerClass
from domain.demand.quantities import Year
from domain.demand.sites import site_of
from domain.intake.vehicles import AVERAGE_DAYS, VehicleClass
from tests.demand.companies import NONE, TEN_TRACTORS, answers_of


def each() -> list[Parameter]:
    """Return every single parameter."""
    fields = [getattr(STANDARD, name) for name in Parameters.model_fields]
    single = [field for field in fields if isinstance(field, Parameter)]
    tables = [field for field in fields if isinstance(field, PerClass | Efficiency)]
    return single + [getattr(field, name) for field in tables for name in type(field).model_fields]


def test_every_parameter_has_a_source_a_unit_and_a_range() -> None:
    assert len(each()) == 9 * 4 + 2 + 3 + 8  # of every class, two kinds, three of efficiency, and eight single ones
    for parameter in each():
        assert parameter.source
        assert parameter.unit
        assert parameter.holds_for
        assert parameter.low <= parameter.default <= parameter.high


def test_the_average_day_is_the_one_that_people_are_shown() -> None:
    shown = {vehicle: day.km for vehicle, day in AVERAGE_DAYS.items()}
    assert {vehicle: STANDARD.km_per_day.of(vehicle).default for vehicle in VehicleClass} == shown


def test_a_settings_file_replaces_one_number_and_keeps_the_rest() -> None:
    changed = Parameters.changed_by(
        {"efficiency": {"dc": {"low": 0.9}}, "kwh_per_km": {"tractor": {"default": 1.1, "source": "Proef"}}}
    )
    assert changed.efficiency.dc.low == 0.9
    assert (changed.efficiency.dc.default, changed.efficiency.ac) == (0.92, STANDARD.efficiency.ac)
    assert changed.kwh_per_km.tractor.default == 1.1
    assert changed.kwh_per_km.tractor.source == "Proef"
    assert changed.kwh_per_km.van == STANDARD.kwh_per_km.van
    assert Parameters.changed_by(DEFAULTS) == STANDARD


def test_a_changed_number_changes_the_outlook() -> None:
    answers = answers_of(NONE, {name: value for name, value in TEN_TRACTORS.items() if name != "tractor.kwh_per_km"})
    thrifty = Parameters.changed_by({"kwh_per_km": {"tractor": {"default": 1.0}}})
    ten = outlook_of(site_of(answers, thrifty), thrifty).years[Year.Y2030]
    assert ten.kwh.middle == pytest.approx(10 * 160 * 1.0 * 1.26 / 0.95)


@pytest.mark.parametrize(
    "wrong",
    [
        {"efficiency": {"default": 1.2}},
        {"efficency": {"default": 0.9}},
        {"kwh_per_km": {"tractor": {"defualt": 1.1}}},
        {"kwh_per_km": {"tractor": 1.1}},
        {"simultaneity": {"points": []}},
        {"simultaneity": {"points": [{"hours": 4, "vehicles": 10, "low": 0.9, "middle": 0.8, "high": 0.7}]}},
        {"simultaneity": {"points": [{"charger_kw": 50, "vehicles": 10, "low": 0.6, "middle": 0.7, "high": 0.8}]}},
    ],
)
def test_what_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Parameters.changed_by(wrong)
