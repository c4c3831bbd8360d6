"""Numbers, dates and lists the Dutch way."""

from datetime import UTC, date, datetime, time

import pytest

from cards.formats import clock, day, listing, moment, month, number, percentage, plural


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1250.5, "", "1.250,5"),
        (12, "kW", "12 kW"),
        (12.0, "", "12"),
        (0, "", "0"),
        (-0.0, "", "0"),
        (-0.001, "", "0"),
        (-5, "", "-5"),
        (1_234_567.891, "", "1.234.567,89"),
        (0.125, "", "0,12"),
        (80, "%", "80%"),
        (100_000, "kWh", "100.000 kWh"),
        (1e24, "", "1" + ".000" * 8),
    ],
)
def test_number(value: float, unit: str, text: str) -> None:
    assert number(value, unit) == text


def test_dates_and_times() -> None:
    assert clock(time(18, 30)) == "18:30"
    assert clock(time(6, 5)) == "06:05"
    assert day(date(2027, 3, 12)) == "12 maart 2027"
    assert month("2027-03") == "maart 2027"
    assert percentage(12.5) == "12,5%"


@pytest.mark.parametrize("wrong", ["2027", "2027-13", "maart", ""])
def test_no_month(wrong: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        month(wrong)


def test_a_moment_is_shown_as_the_clock_here_stands() -> None:
    assert moment(datetime(2026, 11, 23, 13, 5, tzinfo=UTC)) == "23 november 2026, 14:05"
    assert moment(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == "2 juli 2026, 00:30"
    with pytest.raises(ValueError, match="time zone"):
        moment(datetime(2026, 11, 23, 13, 5))  # noqa: DTZ001 - this is the mistake


@pytest.mark.parametrize(("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")])
def test_listing(items: list[str], text: str) -> None:
    assert listing(items) == text


def test_listing_with_another_last_word() -> None:
    assert listing(["ja", "nee"], "of") == "ja of nee"


@pytest.mark.parametrize(("count", "text"), [(0, "0 bedrijven"), (1, "1 bedrijf"), (1200, "1.200 bedrijven")])
def test_plural(count: int, text: str) -> None:
    assert plural(count, "bedrijf", "bedrijven") == text
