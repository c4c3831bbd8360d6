"""From answers to what the model needs: certain, an estimate, between other answers, or assumed and named."""

from domain.demand.companies import outlook_of
from domain.demand.outlooks import Fit
from domain.demand.parameters import STANDARD
from domain.demand.quantities import Basis, Year
from domain.demand.rooms import room_of
from domain.demand.sites import site_of
from domain.demand.windows import Window, window_of
from domain.intake.answers import Answer, Answers, Value
from domain.intake.certainty import Certainty
from domain.intake.vehicles import VehicleClass
from tests.demand.companies import LARGE, NONE, TEN_TRACTORS, answers_of, site

SHORT = answers_of(
    NONE,
    {
        "van.total": 12,
        "van.electric_2030": 8,
        "van.back": "18:00",
        "van.out": "06:00",
        "site.bays": 4,
        "connection.size": "large",
    },
)


def test_what_is_sure_has_no_band() -> None:
    fleet = site(TEN_TRACTORS).fleets[0]
    for quantity in (fleet.km, fleet.kwh_per_km, fleet.on_site, fleet.charger_kw, fleet.electric[Year.Y2030]):
        assert quantity is not None
        assert quantity.basis is Basis.SURE
        assert quantity.low == quantity.high


def test_an_estimate_has_a_margin_on_both_sides() -> None:
    answers = answers_of(NONE, TEN_TRACTORS).with_(
        {"tractor.km_per_day": Answer(160, Certainty.ESTIMATE), "tractor.back": Answer("18:00", Certainty.ESTIMATE)}
    )
    fleet = site_of(answers).fleets[0]
    assert (fleet.km.low, fleet.km.middle, fleet.km.high) == (128, 160, 192)
    assert [window.hours for window in fleet.windows] == [12.5, 12, 11.5]
    assert fleet.windows_basis is Basis.ESTIMATE


def test_an_unknown_answer_widens_the_band_and_is_named() -> None:
    known = outlook_of(site(TEN_TRACTORS)).years[Year.Y2030]
    without = answers_of(NONE, TEN_TRACTORS).with_({"tractor.km_per_day": Answer(None, Certainty.UNKNOWN)})
    found = outlook_of(site_of(without))
    assert "tractor.km_per_day" in found.sharpen
    assert found.years[Year.Y2030].kwh.low < known.kwh.middle < found.years[Year.Y2030].kwh.high


def test_numbers_that_were_not_given_lie_between_those_that_were() -> None:
    now, in_2030, in_2035 = site_of(SHORT).fleets[0].electric
    assert now is not None
    assert in_2030 is not None
    assert in_2035 is not None
    assert (now.low, now.high, now.basis) == (0, 8, Basis.BETWEEN)
    assert (in_2030.low, in_2030.high, in_2030.basis) == (8, 8, Basis.SURE)
    assert (in_2035.low, in_2035.middle, in_2035.high) == (8, 8, 12)  # the national 61% of 12 is less than 8
    outlook = outlook_of(site_of(SHORT))
    assert outlook.years[Year.Y2030].is_given
    assert not outlook.years[Year.NOW].is_given
    assert {"van.electric_now", "van.electric_2035"} <= set(outlook.sharpen)


def test_what_sharpens_most_comes_first() -> None:
    names = outlook_of(site_of(SHORT)).sharpen
    assert names[:2] == ("grid.contracted_kw", "grid.peak_kw")  # without these there is no verdict at all
    assert names.index("van.at_night") < names.index("van.electric_2035")
    assert len(set(names)) == len(names)


def test_without_a_number_of_vehicles_there_is_no_estimate_for_that_class() -> None:
    unknown = Answers({name: Answer(value) for name, value in {**NONE, **TEN_TRACTORS}.items()}).with_(
        {"van.total": Answer(None, Certainty.UNKNOWN)}
    )
    found = outlook_of(site_of(unknown))
    assert found.years[Year.Y2030].without == (VehicleClass.VAN,)
    assert found.sharpen[0] == "van.total"


def test_a_class_that_never_becomes_electric_is_left_out() -> None:
    none = {"van.total": 7, "van.electric_now": 0, "van.electric_2030": 0, "van.electric_2035": 0}
    assert [fleet.vehicle for fleet in site(TEN_TRACTORS, none).fleets] == [VehicleClass.TRACTOR]
    assert site(TEN_TRACTORS, none).unknown == ("connection.size", "grid.peak_kw")


def test_who_is_away_for_days_does_not_charge_here() -> None:
    assert site(TEN_TRACTORS, {"tractor.long_trips": 30}).fleets[0].on_site.middle == 0.7
    assert site(TEN_TRACTORS, {"tractor.at_night": 60, "tractor.long_trips": 30}).fleets[0].on_site.middle == 0.6


def test_the_charger_is_the_planned_then_the_present_then_the_usual_one() -> None:
    present = {"tractor.chargers": 2, "tractor.charger_kw": 50}
    assert site(TEN_TRACTORS, present).fleets[0].charger_kw.middle == 100
    without = {name: value for name, value in TEN_TRACTORS.items() if name != "tractor.planned_kw"}
    assert site(without, present).fleets[0].charger_kw.middle == 50
    usual = site(without).fleets[0].charger_kw
    assert (usual.low, usual.middle, usual.high, usual.basis) == (50, 100, 150, Basis.ASSUMED)
    assert "tractor.charger_kw" not in site(without).unknown  # there are none, so nobody asks


def test_room_is_contract_or_fuse_less_the_highest_use_now() -> None:
    assert room_of(site(LARGE)) is not None
    small = room_of(site({"connection.size": "small", "grid.fuse": "3x63A", "grid.peak_kw": 13.47}))
    assert small is not None
    assert (small.kw.low, small.kw.middle, small.kw.high, small.is_known) == (30, 30, 30, True)


def test_without_the_highest_use_the_room_has_bounds_and_maybe_a_verdict() -> None:
    room = room_of(site({"connection.size": "large", "grid.contracted_kw": 400}))
    assert room is not None
    assert (room.kw.low, room.kw.high, room.is_known) == (0, 400, False)
    without_peak: dict[str, Value] = {"connection.size": "large", "grid.contracted_kw": 100}
    found = outlook_of(site(TEN_TRACTORS, without_peak)).years[Year.Y2030]
    assert (found.fit, found.fit_is_sure) == (Fit.NOT, True)  # 182 kW never fits in 100
    assert outlook_of(site(TEN_TRACTORS, without_peak, {"grid.contracted_kw": 300})).years[Year.Y2030].fit is Fit.UNKNOWN


def test_an_unknown_fuse_is_still_a_small_connection() -> None:
    room = room_of(site({"connection.size": "small", "grid.peak_kw": 5}))
    assert room is not None
    assert (room.kw.low, room.kw.high, room.is_known) == (0.75, 50.2, False)
    assert room_of(site({"connection.size": "large"})) is None


def test_windows_are_whole_quarters_and_go_over_midnight() -> None:
    assert window_of(18 * 60, 6 * 60) == Window(72, 48)
    assert window_of(18 * 60 + 10, 6 * 60 - 10) == Window(73, 46)
    assert window_of(600, 600) == Window(40, 96)
    assert window_of(23 * 60 + 50, 5) == Window(0, 0)
    assert Window(95, 2).quarters() == (95, 0)


def test_the_doubt_can_be_larger_than_the_window() -> None:
    answers = answers_of(NONE, TEN_TRACTORS).with_(
        {"tractor.back": Answer("05:30", Certainty.ESTIMATE), "tractor.out": Answer("06:00", Certainty.ESTIMATE)}
    )
    assert [window.length for window in site_of(answers).fleets[0].windows] == [6, 2, 0]


def test_the_vehicles_of_the_country_give_one_company_only_the_middle() -> None:
    assert STANDARD.electric_share(Year.Y2030).of(VehicleClass.VAN).default == 0.24
    unknown = site_of(answers_of(NONE, {"van.total": 100})).fleets[0].electric[Year.Y2030]
    assert unknown is not None
    assert (unknown.low, unknown.middle, unknown.high) == (0, 24, 100)


def test_of_a_total_of_none_none_are_electric_whatever_was_said_before() -> None:
    # Two rigid trucks were electric by 2030, and then the total became 0: nothing is left to charge.
    gone = site({"rigid.total": 0, "rigid.electric_now": 1, "rigid.electric_2030": 2, "rigid.electric_2035": 2})
    assert gone.fleets == ()
    assert gone.unknown == site().unknown
    assert [outlook_of(gone).years[year].kwh.high for year in Year] == [0, 0, 0]
    # Other classes count on: ten tractors, not twelve vehicles.
    beside = outlook_of(site(TEN_TRACTORS, {"rigid.total": 0, "rigid.electric_2030": 2}))
    assert beside.years[Year.Y2030].vehicles.middle == 10
