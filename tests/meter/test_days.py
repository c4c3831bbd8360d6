"""Which two days are kept of a reading, by hand; and a day that nobody measured is never kept."""

import datetime

import pytest

from domain.meter.days import MeterDays, days_of
from domain.meter.summary import MeterSummary, summed_up
from tests.meter import shapes
from tests.meter.reading import TODAY, read
from tests.meter.shapes import at


def kept(quarters: shapes.Quarters) -> MeterDays:
    found = days_of(read(shapes.both_ends(quarters)))
    assert found is not None
    return found


def steady(*dates_and_kwh: tuple[str, float]) -> dict[int, tuple[float, float]]:
    """Return days with so many kWh in each quarter, and a bit more in one of them, so that none is flat."""
    return {
        minute: kwh
        for date, use in dates_and_kwh
        for minute, kwh in shapes.day_of(date, lambda place, use=use: use + (0.5 if place == 40 else 0)).items()  # type: ignore[misc]
    }


def test_the_usual_day_is_the_middle_working_day_of_the_winter() -> None:
    """Monday to Friday 19 to 23 January use 2, 9, 4, 3 and 8 kWh a quarter; the middle one is the 21st. The weekend and a
    summer day do not count for it, however much they use; the highest use is on the Saturday.
    """
    week = (("2026-01-19", 2), ("2026-01-20", 9), ("2026-01-21", 4), ("2026-01-22", 3), ("2026-01-23", 8))
    found = kept(steady(*week, ("2026-01-24", 30), ("2026-01-25", 0.1)))
    assert (found.usual, found.highest) == (datetime.date(2026, 1, 21), datetime.date(2026, 1, 24))
    assert (found.chosen_from, found.is_winter, found.is_workday) == (5, True, True)
    assert found.measured.winter[0] == 16.0
    assert max(found.measured.highest) == 122.0


def test_a_holiday_is_no_working_day() -> None:
    found = kept(steady(("2025-12-24", 5), ("2025-12-25", 1), ("2025-12-26", 1)))
    assert (found.usual, found.chosen_from) == (datetime.date(2025, 12, 24), 1)


def test_without_a_winter_any_working_day_and_that_is_told() -> None:
    quarters = steady(("2026-06-08", 5), ("2026-06-09", 7), ("2026-06-10", 6))
    found = kept(quarters)
    assert (found.usual, found.is_winter) == (datetime.date(2026, 6, 10), False)


def test_a_weekend_alone_is_better_than_nothing() -> None:
    found = kept(steady(("2026-01-24", 5)))
    assert (found.usual, found.is_workday) == (datetime.date(2026, 1, 24), False)


def test_days_keep_96_quarters_when_the_clock_moves() -> None:
    spring = kept(shapes.day_of("2026-03-29", lambda place: float(place == 7) + 1))  # 1:45 is the last before the gap
    assert spring.measured.highest[7:13] == (8.0, 8.0, 8.0, 8.0, 8.0, 4.0)  # 2:00 to 3:00 as high as what is beside it
    autumn = kept(shapes.day_of("2026-10-25", lambda place: 5.0 if place == 9 else 1.0))  # 2:15 of the summer
    assert autumn.measured.highest[9] == 20.0


def test_what_is_missing_of_a_day_is_as_high_as_what_is_beside_it() -> None:
    quarters = shapes.day_of("2026-01-20", lambda place: 1 + place / 10 % 3)
    for place in (40, 41):
        del quarters[at("2026-01-20T00:00") + 15 * place]
    found = kept(quarters)
    assert found.measured.winter[40] == found.measured.winter[41] == found.measured.winter[42]


def test_a_day_with_more_than_two_hours_missing_is_not_kept() -> None:
    quarters = {one: kwh for one, kwh in steady(("2026-01-20", 3)).items() if one >= at("2026-01-20T02:15")}
    assert days_of(read(shapes.both_ends(quarters))) is None
    summary = summed_up(read(shapes.both_ends(quarters)), "CSV", TODAY).summary
    assert summary.why_not.startswith("Er staat geen hele dag in.")


def test_days_that_were_spread_evenly_are_not_chosen() -> None:
    flat = {**shapes.day_of("2026-01-19", lambda _: 50.0), **shapes.day_of("2026-01-20", lambda _: 51.0)}
    found = kept({**flat, **steady(("2026-01-21", 3))})
    assert (found.usual, found.highest) == (datetime.date(2026, 1, 21), datetime.date(2026, 1, 21))
    reading = read(shapes.both_ends({**flat, **steady(("2026-01-21", 3))}))
    assert summed_up(reading, "CSV", TODAY).summary.remarks == (
        "Op 2 dagen is het gebruik gelijk verdeeld. Die dagen gebruik ik niet.",
    )


def test_an_hour_fills_its_quarters() -> None:
    found = days_of(read(shapes.hours(shapes.day_of("2026-02-10", lambda place: 9.0 if place == 72 else 1.0))))
    assert found is not None
    assert found.measured.highest[71:77] == (4.0, 12.0, 12.0, 12.0, 12.0, 4.0)


def test_sun_makes_quarters_below_zero() -> None:
    found = kept(shapes.day_of("2026-01-20", lambda place: 2.0 + place % 2, lambda place: 10.0 if place == 50 else 0.0))
    assert found.measured.winter[50] == pytest.approx(4 * (2 - 10))


def test_a_summary_is_stored_and_read_back() -> None:
    summary = summed_up(read(shapes.dutch(steady(("2026-01-20", 3)))), "CSV", TODAY).summary
    assert MeterSummary.read(summary.document) == summary


def test_an_old_file_is_told_to_be_old() -> None:
    summary = summed_up(read(shapes.dutch(steady(("2019-01-21", 3)))), "CSV", TODAY).summary
    assert summary.remarks == ("Dit is van 2019. Gebruikt u nu nog ongeveer evenveel?",)
