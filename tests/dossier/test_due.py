"""Days in sentences about things to do, on a monday in November 2026."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.formats import day
from dialogs.lookup.due import read_due

TODAY = date(2026, 11, 23)

CERTAIN = {
    "Marieke bellen voor 12 januari": ("Marieke bellen", "2027-01-12"),
    "Marieke bellen vóór 12 januari 2027": ("Marieke bellen", "2027-01-12"),
    "offerte vragen vrijdag": ("offerte vragen", "2026-11-27"),
    "vrijdag offerte vragen": ("offerte vragen", "2026-11-27"),
    "offerte vragen, uiterlijk vrijdag.": ("offerte vragen", "2026-11-27"),
    "mailen morgen": ("mailen", "2026-11-24"),
    "overmorgen mailen": ("mailen", "2026-11-25"),
    "zaal regelen op 3 februari": ("zaal regelen", "2027-02-03"),
    "zaal regelen voor 25-03": ("zaal regelen", "2027-03-25"),
    "zaal regelen 25-03-2027": ("zaal regelen", "2027-03-25"),
    "zaal regelen 2027-03-25": ("zaal regelen", "2027-03-25"),
    "zaal regelen volgende week dinsdag": ("zaal regelen", "2026-12-01"),
    "zaal regelen over twee weken": ("zaal regelen", "2026-12-07"),
    "uiterlijk op vrijdag 12 maart 2027 de zaal betalen": ("de zaal betalen", "2027-03-12"),
    "bel Jansen vandaag": ("bel Jansen", "2026-11-23"),
    "bellen morgen om 9": ("bellen om 9", "2026-11-24"),
    "bellen volgende week dinsdag half drie": ("bellen half drie", "2026-12-01"),
    "zaal openen vrijdag kwart voor 8 's avonds": ("zaal openen kwart voor 8 's avonds", "2026-11-27"),
    "bellen op 12 januari 2027 om 14:30": ("bellen om 14:30", "2027-01-12"),
    "bellen 25-03 14.30": ("bellen 14.30", "2027-03-25"),
    "vrijdag bellen om 9 uur": ("bellen om 9 uur", "2026-11-27"),
    "cijfers sturen voor 1 november 2026": ("cijfers sturen", "2026-11-01"),
}

ASKED = {
    "zaal regelen voor 12-03": {"2026-12-03", "2027-03-12"},
    "zaal regelen maandag": {"2026-11-23", "2026-11-30"},
    "zaal regelen volgende dinsdag": {"2026-11-24", "2026-12-01"},
    "zaal regelen in maart": {"2027-03-01", "2027-03-31"},
    "zaal regelen volgende week": {"2026-11-30", "2026-12-04"},
}

WITHOUT = [
    "Marieke bellen", "3 offertes vragen", "bellen over 12 trekkers", "de zaal voor 30 mensen regelen", "mailen", "",
    "brief van maart nalopen", "vragen wat er nu is", "kijk op pagina 12", "7", "bel 06 12345678", "vrijdag",
    "bellen om half drie", "bellen over 12",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), CERTAIN.items())
def test_a_day_is_taken_off(typed: str, meant: tuple[str, str]) -> None:
    due = read_due(typed, TODAY)
    assert (due.text, str(due.day), due.options) == (*meant, ())


@pytest.mark.parametrize(("typed", "days"), ASKED.items())
def test_what_can_be_two_days_is_asked_back(typed: str, days: set[str]) -> None:
    due = read_due(typed, TODAY)
    assert (due.text, due.day, {str(one) for one in due.options}) == ("zaal regelen", None, days)


@pytest.mark.parametrize("typed", WITHOUT)
def test_a_sentence_without_a_day_stays_whole(typed: str) -> None:
    due = read_due(typed, TODAY)
    assert (due.text, due.day, due.options) == (typed, None, ())


@given(st.dates(date(2020, 1, 1), date(2060, 12, 31)), st.integers(0, 3000))
def test_a_day_written_in_full_is_read_back(today: date, ahead: int) -> None:
    meant = today + timedelta(days=ahead)
    for words in (day(meant), meant.isoformat()):
        due = read_due(f"Marieke bellen voor {words}", today)
        assert (due.text, due.day) == ("Marieke bellen", meant)


@given(st.dates(date(2020, 1, 1), date(2060, 12, 31)), st.integers(1, 360))
def test_a_day_without_its_year_is_the_next_one(today: date, ahead: int) -> None:
    meant = today + timedelta(days=ahead)
    if (meant.month, meant.day) != (2, 29):
        due = read_due(f"Marieke bellen voor {day(meant).rpartition(' ')[0]}", today)
        assert (due.text, due.day) == ("Marieke bellen", meant)


@given(st.text(max_size=120), st.dates(date(2020, 1, 1), date(2060, 12, 31)))
def test_any_sentence_keeps_its_other_words(sentence: str, today: date) -> None:
    due = read_due(sentence, today)
    assert all(word.strip(" ,;:-") in sentence for word in due.text.split())
