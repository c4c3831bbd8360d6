"""Times of day: the digital clock, the spoken one, and which half of the day is meant."""

from datetime import time

import pytest

from dialogs.dutch.clocks import Around, read_clock
from dialogs.dutch.reading import Ambiguous, Read
from tests.dutch.shown import shown

CERTAIN = {
    "18:30": "18:30", "18.30": "18:30", "18.30 uur": "18:30", "1830": "18:30", "18u30": "18:30", "18h30": "18:30",
    "18 30": "18:30", "18,30": "18:30", "18:30:00": "18:30", "achttien uur dertig": "18:30", "06:30": "06:30", "0630": "06:30",
    "18": "18:00", "18 uur": "18:00", "07": "07:00", "12:00": "12:00", "12.30": "12:30", "00:15": "00:15", "24:00": "00:00",
    "0 uur": "00:00", "middernacht": "00:00", "half zeven 's avonds": "18:30", "half zeven ’s avonds": "18:30",
    "6 uur 's avonds": "18:00", "7 uur in de ochtend": "07:00", "'s morgens om 7 uur": "07:00", "12 uur 's middags": "12:00",
    "12 uur 's nachts": "00:00", "twaalf uur 's avonds": "00:00", "half een 's middags": "12:30", "3 uur 's nachts": "03:00",
    "kwart voor zes 's middags": "17:45", "6 pm": "18:00", "6pm": "18:00", "6:30 a.m.": "06:30", "kwart voor 13": "12:45",
    "wij komen om 18:30 terug": "18:30", "kwart veur zes in de ochtend": "05:45", "midden in de nacht, om drie uur": "03:00",
    "klokslag zeven uur smorgens": "07:00", "pas om 8 uur savends": "20:00", "om 1730": "17:30",
    "10:30": "10:30", "1030": "10:30", "11.00 uur": "11:00",
}  # fmt: skip

TWO_HALVES = {
    "half zeven": ("06:30", "18:30"), "zes uur": ("06:00", "18:00"), "7": ("07:00", "19:00"), "6:30": ("06:30", "18:30"),
    "6.30": ("06:30", "18:30"), "630": ("06:30", "18:30"), "kwart over 5": ("05:15", "17:15"),
    "kwart voor zes": ("05:45", "17:45"), "tien voor half zes": ("05:20", "17:20"), "vijf over half zes": ("05:35", "17:35"),
    "zes uur dertig": ("06:30", "18:30"), "om half zeven": ("06:30", "18:30"), "één uur": ("01:00", "13:00"),
    "12 uur": ("00:00", "12:00"), "half een": ("00:30", "12:30"), "tien uur": ("10:00", "22:00"),
    "tien uur dertig": ("10:30", "22:30"),
}  # fmt: skip

NOT_UNDERSTOOD = [
    "", "?", "25:00", "18:60", "24:30", "99", "-5", "-18:30", "half 13", "18:3", "18:30 's ochtends", "'s avonds", "geen",
    "weet ik niet", "12 bussen", "18:30 en 19:30 en 20:00", "{{18:30}}", "<b>18:30</b>", "einde middag", "18:30 " * 100,
]  # fmt: skip


def clock_time(text: str) -> time:
    return time.fromisoformat(text)


@pytest.mark.parametrize(("typed", "meant"), CERTAIN.items())
@pytest.mark.parametrize("around", [None, "morning", "evening"])
def test_a_certain_time_stays_what_it_is(typed: str, meant: str, around: Around | None) -> None:
    assert shown(read_clock(typed, around=around)) == clock_time(meant)


@pytest.mark.parametrize(("typed", "halves"), TWO_HALVES.items())
def test_twelve_hours_are_asked_back(typed: str, halves: tuple[str, str]) -> None:
    assert shown(read_clock(typed)) == set(halves)


@pytest.mark.parametrize("typed", NOT_UNDERSTOOD)
def test_the_rest_is_not_understood(typed: str) -> None:
    assert read_clock(typed) is None


@pytest.mark.parametrize(
    ("typed", "around", "meant"),
    [
        ("half zeven", "evening", time(18, 30)),
        ("half zeven", "morning", time(6, 30)),
        ("zes uur", "evening", time(18)),
        ("half zes", "evening", {"05:30", "17:30"}),  # who drives at night comes home then
        ("7", "morning", time(7)),
        ("kwart over vijf", "morning", time(5, 15)),
        ("rond zes uur", "evening", ("ongeveer", time(18))),
        ("6:30", "morning", time(6, 30)),
        ("6:30", "evening", {"06:30", "18:30"}),  # in digits it mostly means the morning
        ("twaalf uur", "evening", {"00:00", "12:00"}),
        ("elf uur", "morning", {"11:00", "23:00"}),  # an evening start is not absurd
        ("tien uur", "evening", {"10:00", "22:00"}),
        ("twee uur", "morning", {"02:00", "14:00"}),
    ],
)
def test_the_question_helps_only_where_the_other_half_is_absurd(typed: str, around: Around, meant: object) -> None:
    assert shown(read_clock(typed, around=around)) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("rond 18.30 uur", time(18, 30)),
        ("meestal 18:30", time(18, 30)),
        ("18:30 denk ik", time(18, 30)),
        ("18:30?", time(18, 30)),
        ("tegen zessen 's avonds", time(18)),
        ("iets na 18:30", time(18, 30)),
    ],
)
def test_words_of_doubt_make_it_an_estimate(typed: str, meant: time) -> None:
    assert shown(read_clock(typed)) == ("ongeveer", meant)


@pytest.mark.parametrize(
    ("typed", "around", "labels"),
    [
        ("18-19 uur", None, {"18:00", "19:00"}),
        ("tussen 18 en 19 uur", None, {"18:00", "19:00"}),
        ("18.00 tot 19.00", None, {"18:00", "19:00"}),
        ("6 of 7 uur", "evening", {"18:00", "19:00"}),
        ("tussen half zes en zes", "morning", {"05:30", "06:00"}),
        ("12-03", None, {"00:00", "12:00", "03:00"}),
    ],
)
def test_a_span_is_asked_back(typed: str, around: Around | None, labels: set[str]) -> None:
    assert shown(read_clock(typed, around=around)) == labels


@pytest.mark.parametrize("typed", [*CERTAIN, *TWO_HALVES])
def test_capitals_spaces_and_a_full_stop_change_nothing(typed: str) -> None:
    assert read_clock(f"  {typed.upper()}. ") == read_clock(typed)


@pytest.mark.parametrize("typed", TWO_HALVES)
@pytest.mark.parametrize("around", [None, "morning", "evening"])
def test_a_label_typed_back_is_its_value(typed: str, around: Around | None) -> None:
    asked = read_clock(typed)
    assert isinstance(asked, Ambiguous)
    for label, value in asked.options:
        assert read_clock(label, around=around) == Read(value)
