"""When a verdict is sure, and which answers decide it: worked by hand, and for any company at all."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cards.views.demand.outlook_words import deciding_words, verdict
from domain.demand.alone import alone_of
from domain.demand.bases import base_of
from domain.demand.companies import outlook_of
from domain.demand.measured import MeasuredDays
from domain.demand.outlooks import Fit, YearOutlook
from domain.demand.parameters import STANDARD
from domain.demand.quantities import Case, Quantity, Year
from domain.demand.sites import Site, site_of
from domain.demand.steps import FirstStep, first_step
from domain.demand.verdicts.deciding import doubts_of, with_doubt_at_night
from domain.intake.answers import Answer, Value
from domain.intake.certainty import Certainty
from domain.meter.summary import summed_up
from tests.demand.companies import LARGE, NONE, TEN_TRACTORS, answers_of, any_site, site
from tests.meter.reading import TODAY, read
from tests.meter.shapes import day_of, dutch

Told = dict[str, Value]
TEN_VANS: Told = {
    "van.total": 10, "van.electric_now": 0, "van.electric_2030": 10, "van.electric_2035": 10, "van.back": "17:30",
    "van.out": "07:00", "van.at_night": 100, "van.long_trips": 0, "van.chargers": 0,
    "connection.size": "large", "grid.contracted_kw": 100, "grid.peak_kw": 95,
}  # fmt: skip
BOUND = {Fit.FITS: 2, Fit.SPREAD_ONLY: 1, Fit.NOT: 0}
few = settings(max_examples=40, deadline=None)


def in_2030(*parts: Told) -> YearOutlook:
    """Return a company's outlook for 2030."""
    return outlook_of(site(*parts)).years[Year.Y2030]


def test_the_highest_use_counts_all_night_until_more_is_known() -> None:
    answers = answers_of(NONE, TEN_VANS)
    found = outlook_of(site_of(answers))
    assert (found.years[Year.Y2030].fit, found.years[Year.Y2030].fit_is_sure) == (Fit.NOT, False)
    assert found.years[Year.Y2030].deciding == ("grid.night_kw",)
    assert "waarschijnlijk niet" in verdict(found)
    assert deciding_words(found) == ("Wij rekenen 's nachts met uw hoogste gebruik. Dat beslist.",)
    assert first_step(found, answers) is FirstStep.DECIDE


@pytest.mark.parametrize(
    ("night", "fit"),
    # Ten vans of 85 km ask 242 kWh. From 18 to 6 h there are twelve hours, and what is left of 100 kW: with 15 kW 85 kW is;
    # with 80 kW 20 kW, and half an hour in the evening and an hour in the morning 5 kW: 248 kWh; with 81 kW 236 kWh.
    [(15, Fit.SPREAD_ONLY), (79, Fit.SPREAD_ONLY), (81, Fit.NOT), (95, Fit.NOT)],
)
def test_the_use_at_night_settles_it(night: float, fit: Fit) -> None:
    told: Told = {**TEN_VANS, "van.km_per_day": 85, "van.kwh_per_km": 0.27, "model.efficiency": 95, "grid.night_kw": night}
    for year in (Year.Y2030, Year.Y2035):
        found = outlook_of(site(told, {"van.planned_kw": 11})).years[year]
        assert (found.fit, found.fit_is_sure, found.deciding) == (fit, True, ())


def test_with_little_use_at_night_it_fits_also_in_2035_whatever_is_assumed() -> None:
    found = outlook_of(site(TEN_VANS, {"grid.night_kw": 15}))
    for year in (Year.Y2030, Year.Y2035):
        assert (found.years[year].fit, found.years[year].fit_is_sure) == (Fit.SPREAD_ONLY, True)
    assert verdict(found) == "Vanaf 2030 past laden alleen als u het spreidt."
    measured = (15.0,) * 28 + (95.0,) * 40 + (15.0,) * 28  # the case: 95 kW from 7 to 17 h, 15 kW otherwise
    quarters = replace(site(TEN_VANS, {"van.at_night": 57}), measured=MeasuredDays(measured, measured))
    assert verdict(outlook_of(quarters)).replace("waarschijnlijk ", "") == "Laden past in uw aansluiting, ook in 2035."


def test_more_than_one_doubt_decides_only_together() -> None:
    # 182 kW of tractors, 190 kW of room: 20% more km or 20% less room alone can be had, both cannot.
    guessed = answers_of(NONE, TEN_TRACTORS, LARGE, {"grid.contracted_kw": 400, "grid.night_kw": 200, "grid.peak_kw": 200}).with_(
        {"tractor.km_per_day": Answer(150, Certainty.ESTIMATE)}
    )
    found = outlook_of(site_of(guessed)).years[Year.Y2030]
    assert (found.fit, found.fit_is_sure) == (Fit.SPREAD_ONLY, False)  # 171 kW likely, 205 at most, of 200
    assert found.deciding == ("tractor.km_per_day",)


def test_what_is_sure_is_decided_by_nothing() -> None:
    assert in_2030(TEN_TRACTORS, LARGE, {"grid.night_kw": 150}).deciding == ()
    assert in_2030(TEN_TRACTORS, LARGE).fit_is_sure  # 250 kW of room at least, 400 at most: 182 fits, 520 does not


def test_without_room_the_questions_about_it_decide() -> None:
    found = in_2030(TEN_TRACTORS, {"connection.size": "large"})
    assert (found.fit, found.deciding) == (Fit.UNKNOWN, ("grid.contracted_kw", "grid.peak_kw"))


def test_a_class_of_which_nothing_is_known_leaves_only_no_sure() -> None:
    unknown = answers_of(NONE, TEN_TRACTORS, LARGE, {"grid.night_kw": 150}).with_({"van.total": Answer(None, Certainty.UNKNOWN)})
    found = outlook_of(site_of(unknown)).years[Year.Y2030]
    assert (found.fit, found.fit_is_sure, found.deciding) == (Fit.SPREAD_ONLY, False, ("van.total",))
    full = outlook_of(site_of(unknown.with_({"grid.contracted_kw": Answer(160)}))).years[Year.Y2030]
    assert (full.fit, full.fit_is_sure) == (Fit.NOT, True)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (  # 10 x 294 x 1.3 / 0.95 is 4,023 kWh; ten points of 22 kW give 2,640 in twelve hours
            {"tractor.km_per_day": 294, "tractor.planned_kw": 22, "grid.contracted_kw": 450},
            "In 2030 past 1.380 kWh per dag niet in de uren dat uw voertuigen hier staan. De rest past in uw aansluiting.",
        ),
        (  # a quarter of an hour at most, and no whole quarter
            {"tractor.back": "22:00", "tractor.out": "22:14"},
            "In 2030 past laden niet in de uren dat uw voertuigen hier staan.",
        ),
    ],
)
def test_what_does_not_fit_in_the_hours_comes_first(told: Told, said: str) -> None:
    night: Told = {"grid.night_kw": 150}
    found = outlook_of(site(TEN_TRACTORS, LARGE, night, told))
    assert verdict(found) == said
    assert found.years[Year.Y2030].fit is Fit.SHORT
    assert first_step(found, answers_of(NONE, TEN_TRACTORS, LARGE, night, told)) is FirstStep.HOURS


def test_who_may_charge_by_day_has_more_hours() -> None:
    few_hours: Told = {
        "tractor.total": 4, "tractor.electric_2030": 4, "tractor.electric_2035": 4, "tractor.km_per_day": 274,
        "tractor.planned_kw": 150, "tractor.back": "22:00", "tractor.out": "00:30",
        "grid.night_kw": 150, "grid.contracted_kw": 550,
    }  # fmt: skip
    only_at_night = in_2030(TEN_TRACTORS, LARGE, few_hours)  # 4 x 274 x 1.3 / 0.95 is 1,500 kWh in 2.5 hours: 600 kW
    assert only_at_night.spread_kw.middle == pytest.approx(600, abs=0.1)
    assert (only_at_night.fit, only_at_night.fit_is_sure) == (Fit.NOT, True)
    by_day = in_2030(TEN_TRACTORS, LARGE, few_hours, {"tractor.daytime": "yes"})
    assert by_day.spread_kw.middle == pytest.approx(1500 / 4.5, abs=0.1)  # two hours between rides
    assert (by_day.fit, by_day.fit_is_sure) == (Fit.SPREAD_ONLY, False)
    assert in_2030(TEN_TRACTORS, LARGE, few_hours, {"tractor.daytime": "no"}).spread_kw == only_at_night.spread_kw


def test_what_is_back_on_friday_is_the_worst_case() -> None:
    away: Told = {"tractor.long_trips": 50, "grid.night_kw": 150}
    found = in_2030(TEN_TRACTORS, LARGE, away)
    assert (found.vehicles.low, found.vehicles.middle, found.vehicles.high) == (5, 5, 10)


def test_passenger_cars_come_on_top_by_day() -> None:
    day = base_of(site(LARGE, {"own.cars": 10, "grid.night_kw": 50}), Case.MIDDLE)
    assert (day[0], day[40], day[80]) == (50, 187, 50)  # 3.7 kW each


@few
@given(any_site(), st.floats(0, 400), st.floats(0, 400))
def test_more_use_at_night_never_lowers_the_peak(company: Site, some: float, more: float) -> None:
    less, much = (
        replace(company, measured=None, peak_kw=company.peak_kw or Quantity.sure(100), night_kw=Quantity.sure(kw))
        for kw in (some, some + more)
    )
    for one in ("at_once_kw", "spread_kw"):
        before, after = (
            getattr(alone_of([at], STANDARD), one)[0] + [[base_of(at, case).max() for case in Case]] for at in (less, much)
        )
        assert (after >= before - 1e-6 * (1 + before)).all()
    after_it = outlook_of(much).years
    for year, found in outlook_of(less).years.items():
        if found.fit in BOUND and after_it[year].fit in BOUND:
            assert BOUND[after_it[year].fit] <= BOUND[found.fit]


@few
@given(any_site(), st.integers(1, 400), st.integers(0, 399))
def test_a_file_and_the_same_answers_typed_give_the_same_outlook(company: Site, by_day: int, at_night: int) -> None:
    by_day = max(by_day, at_night + 1)  # a day that is the same all day is taken for one that was spread evenly
    typed = replace(company, measured=None, peak_kw=Quantity.sure(by_day), night_kw=Quantity.sure(at_night))
    file = dutch(day_of("2026-01-20", lambda place: (by_day if 24 <= place < 72 else at_night) / 4))
    measured = replace(typed, peak_kw=None, night_kw=None, measured=summed_up(read(file), "CSV", TODAY).days)
    known = tuple(name for name in company.unknown if name not in ("grid.peak_kw", "grid.night_kw"))
    assert outlook_of(replace(typed, unknown=known)) == outlook_of(replace(measured, unknown=known))


@few
@given(any_site(), st.data())
def test_an_answer_within_what_was_assumed_turns_no_sure_verdict_around(company: Site, data: st.DataObject) -> None:
    before = outlook_of(company).years
    doubts = list(doubts_of(with_doubt_at_night(company)))
    if not doubts:
        return
    answered = data.draw(st.sampled_from(doubts)).ends[data.draw(st.integers(0, 1))]
    after = outlook_of(answered).years
    for year, found in before.items():
        if found.fit_is_sure:
            assert after[year].fit is found.fit
