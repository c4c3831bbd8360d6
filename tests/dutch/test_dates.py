"""Dates to the day or to the month, on a monday in November 2026."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.dutch.dates import read_date
from dialogs.dutch.reading import Ambiguous, Read
from tests.dutch.shown import shown

TODAY = date(2026, 11, 23)

CERTAIN = {
    "12-03-2027": "2027-03-12", "12/3/2027": "2027-03-12", "12.03.2027": "2027-03-12", "12-3-27": "2027-03-12",
    "2027-03-12": "2027-03-12", "12 maart 2027": "2027-03-12", "12 mrt. 2027": "2027-03-12", "twaalf maart 2027": "2027-03-12",
    "vrijdag 12 maart 2027": "2027-03-12", "23 november 2026, 14:05": "2026-11-23", "maart 2027": "2027-03",
    "mrt 2027": "2027-03", "in maart 2026": "2026-03", "sinds maart 2025": "2025-03", "2027-03": "2027-03",
    "03-2027": "2027-03", "3/2027": "2027-03", "maart '27": "2027-03", "maart volgend jaar": "2027-03",
    "vorig jaar maart": "2025-03", "begin maart 2027": "2027-03", "afgelopen maart": "2026-03", "komende maart": "2027-03",
    "januarie 2027": "2027-01", "febuari 2027": "2027-02", "vandaag": "2026-11-23", "morgen": "2026-11-24",
    "overmorgen": "2026-11-25", "gisteren": "2026-11-22", "over drie weken": "2026-12-14", "over 10 dagen": "2026-12-03",
    "over een maand": "2026-12", "over 2 maanden": "2027-01", "twee maanden geleden": "2026-09",
    "drie weken geleden": "2026-11-02", "volgende maand": "2026-12", "vorige maand": "2026-10", "dinsdag": "2026-11-24",
    "komende dinsdag": "2026-11-24", "volgende week dinsdag": "2026-12-01", "dinsdag volgende week": "2026-12-01",
    "donderdag over drie weken": "2026-12-17", "over 2 weken op dinsdag": "2026-12-08",
    "dinsdag over een week": "2026-12-01", "afgelopen vrijdag": "2026-11-20", "vorige week vrijdag": "2026-11-20",
    "deze week vrijdag": "2026-11-27", "di 24 nov": "2026-11-24",
}  # fmt: skip

ESTIMATES = {
    "begin 2027": "2027-01", "medio 2027": "2027-07", "halverwege 2027": "2027-07", "eind 2026": "2026-12",
    "eind dit jaar": "2026-12", "begin volgend jaar": "2027-01", "Q3 2027": "2027-08", "derde kwartaal van 2027": "2027-08",
    "3e kwartaal 2027": "2027-08", "eerste helft 2027": "2027-04", "voorjaar 2027": "2027-04", "komende zomer": "2027-07",
    "najaar van 2025": "2025-10", "ongeveer maart 2026": "2026-03", "maart 2026?": "2026-03", "over anderhalf jaar": "2028-05",
    "over een half jaar": "2027-05", "twee jaar geleden": "2024-11", "volgende week": "2026-11-30",
}  # fmt: skip

ASKED_BACK = {
    "12-03": {"12 maart 2027", "3 december 2026"},
    "12/3": {"12 maart 2027", "3 december 2026"},
    "25-03": {"25 maart 2026", "25 maart 2027"},
    "05-05": {"5 mei 2026", "5 mei 2027"},
    "23-11": {"23 november 2025", "23 november 2026", "23 november 2027"},
    "03-27": {"27 maart 2027", "maart 2027"},
    "maart 27": {"27 maart 2026", "27 maart 2027", "maart 2027"},
    "12 maart": {"12 maart 2026", "12 maart 2027"},
    "29 februari": {"29 februari 2024", "29 februari 2028"},
    "maart": {"maart 2026", "maart 2027"},
    "november": {"november 2025", "november 2026", "november 2027"},
    "winter 2027": {"januari 2027", "december 2027"},
    "2027": {"begin 2027", "halverwege 2027", "eind 2027"},
    "volgend jaar": {"begin 2027", "halverwege 2027", "eind 2027"},
    "maandag": {"23 november 2026", "30 november 2026"},
    "volgende dinsdag": {"24 november 2026", "1 december 2026"},
}

NOT_UNDERSTOOD = [
    "", "?", "12", "31-02-2027", "31-02", "99-99", "13-13-2027", "32 maart 2027", "maart 1800", "dinsdag 12 maart 2027", "ooit",
    "weet ik niet", "over 99999999 weken", "over 5 eeuwen", "12--03", "{{12-03-2027}}", "<b>2027</b>", "12 bussen", "maand",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), CERTAIN.items())
def test_a_certain_date(typed: str, meant: str) -> None:
    assert shown(read_date(typed, today=TODAY)) == meant


@pytest.mark.parametrize(("typed", "meant"), ESTIMATES.items())
def test_a_rough_date_is_a_month_as_an_estimate(typed: str, meant: str) -> None:
    assert shown(read_date(typed, today=TODAY)) == ("ongeveer", meant)


@pytest.mark.parametrize(("typed", "labels"), ASKED_BACK.items())
def test_two_dates_are_asked_back(typed: str, labels: set[str]) -> None:
    assert shown(read_date(typed, today=TODAY)) == labels


@pytest.mark.parametrize("typed", NOT_UNDERSTOOD)
def test_the_rest_is_not_understood(typed: str) -> None:
    assert read_date(typed, today=TODAY) is None


@pytest.mark.parametrize("typed", [*CERTAIN, *ESTIMATES, *ASKED_BACK])
def test_capitals_spaces_and_a_full_stop_change_nothing(typed: str) -> None:
    assert read_date(f"  {typed.upper()}. ", today=TODAY) == read_date(typed, today=TODAY)


@pytest.mark.parametrize("typed", ASKED_BACK)
def test_a_label_typed_back_is_its_value(typed: str) -> None:
    asked = read_date(typed, today=TODAY)
    assert isinstance(asked, Ambiguous)
    for label, value in asked.options:
        answer = read_date(label, today=TODAY)
        assert isinstance(answer, Read)
        assert answer.value == value


@given(st.dates(date(2020, 1, 1), date(2060, 12, 31)), st.integers(1, 31), st.integers(1, 12))
def test_two_numbers_never_make_one_date(today: date, first: int, second: int) -> None:
    assert not isinstance(read_date(f"{first}-{second}", today=today), Read)
    assert not isinstance(read_date(f"{first:02}/{second:02}", today=today), Read)


@given(st.dates(date(2020, 1, 1), date(2060, 12, 31)), st.sampled_from(["maandag", "woensdag", "vrijdag", "zondag"]))
def test_a_coming_weekday_lies_within_a_week(today: date, weekday: str) -> None:
    answer = read_date(f"komende {weekday}", today=today)
    assert isinstance(answer, Read)
    assert today < date.fromisoformat(answer.value) <= today + timedelta(days=7)
