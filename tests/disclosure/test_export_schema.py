"""What an export holds: what was measured, what each class charges with, and a schema that reads it all back."""

import io
import json
from typing import Any
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from cards.papers.contents import SheetTable
from cards.papers.workbook import make_workbook
from docs.pages import export_schema
from domain.consent.consents import TEXTS, Decision, Purpose, State, valid_until
from domain.demand.measured import MeasuredDays
from domain.demand.parameters import STANDARD
from domain.demand.quantities import QUARTERS
from domain.disclosure.audiences import Disclosed
from domain.disclosure.shares import Hidden
from domain.intake.answers import Answer, Answers
from domain.intake.certainty import Certainty
from domain.terrains.export import ExportedCompany, ValueCertainty, ValueSource
from domain.terrains.exporting import company_of
from tests.disclosure.companies import NOW, fleet
from tests.disclosure.test_export import SCHEMA


def test_measured_days_have_their_place() -> None:
    days = MeasuredDays(tuple(float(one) for one in range(QUARTERS)), (-3.0,) * QUARTERS)
    company = company_of(disclosed(fleet(4)), STANDARD, days)
    assert company.base_day is not None
    assert company.base_day.winter_kw[95] == 95
    assert company.base_day.highest_kw[0] == -3
    without = company_of(disclosed(fleet(4)), STANDARD, None)
    assert without.base_day is None


def test_what_was_measured_is_the_use_and_what_was_answered_no_longer() -> None:
    winter = tuple(50.0 if quarter < 72 else 80.0 for quarter in range(QUARTERS))
    days = MeasuredDays(winter, (90.0,) * QUARTERS)
    answers = fleet(4) | {"grid.peak_kw": 300, "grid.night_kw": 250, "own.cars": 10}
    company = company_of(disclosed(answers), STANDARD, days)
    for one in (company.peak_kw, company.night_kw):
        assert one is not None
        assert (one.value, one.lowest, one.highest, one.source, one.name) == (80, 80, 90, ValueSource.MEASURED, "meter")
    answered = company_of(disclosed(answers), STANDARD, None)
    assert answered.peak_kw is not None
    assert answered.night_kw is not None
    assert (answered.peak_kw.value, answered.night_kw.value) == (300, 250)
    assert company.cars_kw == answered.cars_kw
    assert company.cars_kw is not None
    assert (company.cars_kw.value, company.cars_kw.certainty) == (37, ValueCertainty.ASSUMED)


def test_each_class_has_the_efficiency_of_its_own_charging_points() -> None:
    both = {"van.total": 4, "van.charger_kw": 11, "tractor.total": 4, "tractor.charger_kw": 150}
    vans, tractors = company_of(disclosed(both), STANDARD, None).fleets
    assert (vans.charging_efficiency.value, vans.charging_efficiency.name) == (STANDARD.efficiency.ac.default, "efficiency.ac")
    assert (tractors.charging_efficiency.value, tractors.charging_efficiency.name) == (
        STANDARD.efficiency.dc.default,
        "efficiency.dc",
    )
    own = company_of(disclosed(both | {"model.efficiency": 91, "rigid.total": 2}), STANDARD, None).fleets
    assert {(one.charging_efficiency.value, one.charging_efficiency.name) for one in own} == {(0.91, "model.efficiency")}
    assert own[1].kwh_per_km_year.name == "kwh_per_km.rigid / kwh_per_km.rigid_cooled"


def test_the_page_is_the_schema_of_what_is_made() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == export_schema(), "run `make docs`"
    schema = json.loads(export_schema())
    assert set(schema["required"]) >= {"terrain", "companies", "not_allowed", "parameters_version"}
    assert schema["additionalProperties"] is False


NUMBERS = st.one_of(st.none(), st.integers(0, 40), st.integers(0, 40).map(lambda one: Answer(one, Certainty.ESTIMATE)))


@given(
    given_=st.fixed_dictionaries(
        {f"{vehicle}.{name}": NUMBERS for vehicle in ("van", "tractor") for name in ("total", "electric_2030", "km_per_day")}
    ),
    back=st.times(),
    out=st.times(),
)
def test_whatever_was_answered_is_read_back_by_the_schema(given_: dict[str, Any], back: Any, out: Any) -> None:  # noqa: ANN401
    clocks = {"tractor.back": f"{back:%H:%M}", "tractor.out": f"{out:%H:%M}"}
    company = company_of(disclosed({name: one for name, one in given_.items() if one is not None} | clocks), STANDARD, None)
    assert ExportedCompany.model_validate_json(company.model_dump_json()) == company
    for one in company.fleets:
        assert 0 <= one.back.value < 24
        assert one.share_on_site.highest <= 1


def disclosed(answers: dict[str, Any]) -> Any:  # noqa: ANN401 - as much of a company as is exported
    yes = Decision(State.GIVEN, TEXTS[Purpose.ADVISERS].version, NOW, valid_until(NOW))
    given_ = Answers({name: one if isinstance(one, Answer) else Answer(one) for name, one in answers.items()})
    none: frozenset[Purpose] = frozenset()
    hidden = Hidden(uuid4(), uuid4())
    return Disclosed(uuid4(), "t-1", "Alfa", given_, {Purpose.ADVISERS: yes}, none, none, hidden, 1, phoned=False)


def test_a_workbook_refuses_nothing_that_people_type() -> None:
    made = make_workbook(("=1+1",), [SheetTable(title="Blad", heads=("@a",), rows=(("\x00-2",), ("x" * 5000,)))])
    book: Workbook = load_workbook(io.BytesIO(made))
    assert [cell.value for cell in book["Blad"]["A"]] == ["@a", "-2", "x" * 1000]
