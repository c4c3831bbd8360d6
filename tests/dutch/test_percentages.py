"""Shares: percentages, halves and quarters, so many of so many."""

import pytest

from dialogs.dutch.percentages import read_percentage
from dialogs.dutch.reading import Ambiguous, Read
from tests.dutch.shown import shown

ASKED_BACK = {"10-20%": {"10%", "ongeveer 15%", "20%"}, "80 of 90": {"80%", "90%"}, "0,8": {"0,8%", "80%"}}


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("80%", 80),
        ("80 %", 80),
        ("80 procent", 80),
        ("tachtig procent van de bussen", 80),
        ("80", 80),
        ("12,5%", 12.5),
        ("0,8%", 0.8),
        ("de helft", 50),
        ("De helft van onze bussen.", 50),
        ("half", 50),
        ("een kwart", 25),
        ("driekwart", 75),
        ("alle", 100),
        ("allemaal", 100),
        ("alle bussen", 100),
        ("geen", 0),
        ("geen enkele", 0),
        ("niemand", 0),
        ("3 van de 12", 25),
        ("9 op de 10", 90),
        ("1/4", 25),
        ("150%", 150),
        ("-5%", -5),
        ("ongeveer 80%", ("ongeveer", 80)),
        ("ongeveer de helft", ("ongeveer", 50)),
        ("bijna alle", ("ongeveer", 100)),
        ("80%?", ("ongeveer", 80)),
        ("een derde", ("ongeveer", 33.33)),
        *ASKED_BACK.items(),
        ("12 bussen", None),
        ("niet 80%", None),
        ("alle behalve 3", None),
        ("12 kW", None),
        ("weet ik niet", None),
        ("veel", None),
        ("", None),
        ("{{50}}%", None),
        ("13 van de 12", None),
    ],
)
def test_shares(typed: str, value: object) -> None:
    assert shown(read_percentage(typed)) == value


@pytest.mark.parametrize("typed", ASKED_BACK)
def test_a_label_typed_back_is_its_value(typed: str) -> None:
    asked = read_percentage(typed)
    assert isinstance(asked, Ambiguous)
    for label, value in asked.options:
        answer = read_percentage(label)
        assert isinstance(answer, Read)
        assert answer.value == value
