"""Days of the week: named, from the one to the other, and all but some."""

import pytest

from dialogs.dutch.workweek import days_in

DAYS = {
    "maandag t/m vrijdag": 5, "ma-vr": 5, "alleen op maandag woensdag en vrijdag": 3, "ma, di, do": 3, "ma wo vr": 3,
    "alle dagen behalve zondag": 6, "elke dag behalve in het weekend": 5, "maandag tot en met vrijdag behalve woensdag": 4,
    "ma t/m vr en zaterdag": 6, "doordeweeks en zaterdag": 6, "alleen in het weekend": 2, "ma t/m za, zondag niet": 6,
    "zaterdag en zondag niet": 5, "doordeweeks elke dag, weekend vrij": 5, "vrijdag t/m maandag": 4, "alleen zaterdag": 1,
}  # fmt: skip
OTHER = [
    "zo", "do", "ook op zaterdag", "om de dag", "ma t/m vr en om de week zaterdag", "maandag of dinsdag", "behalve", "",
    "de ene week vier dagen de andere week zes", "7 dagen, behalve met kerst", "zaterdagochtend", "elke dag behalve kerst",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "days"), DAYS.items())
def test_days_are_counted(typed: str, days: int) -> None:
    assert days_in(typed) == days


@pytest.mark.parametrize("typed", OTHER)
def test_anything_else_is_no_number_of_days(typed: str) -> None:
    assert days_in(typed) is None
