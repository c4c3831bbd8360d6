"""What holds for every text: nothing raises, what we write we can read, and doubt is never settled in silence."""

from collections.abc import Callable
from datetime import date, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cards.formats import clock, day, month, number, percentage
from dialogs.dutch import (
    Ambiguous,
    Choice,
    Read,
    read_choice,
    read_choices,
    read_clock,
    read_date,
    read_number,
    read_percentage,
    read_skip,
    read_unknown,
    read_yes_no,
)
from domain.intake.certainty import Certainty

TODAY = date(2026, 11, 23)
OPTIONS: list[Choice] = [
    ("a", "Eigendom", ("eigen",)),
    ("b", "Huur", ()),
    ("c", "3x25A", ()),
    ("none", "Geen van deze", ("nee",)),
]
READERS: dict[str, Callable[[str], object]] = {
    "number": lambda text: read_number(text, unit="kW"),
    "days": lambda text: read_number(text, unit="dagen"),
    "percentage": read_percentage,
    "clock": read_clock,
    "evening": lambda text: read_clock(text, around="evening"),
    "date": lambda text: read_date(text, today=TODAY),
    "yes or no": read_yes_no,
    "choice": lambda text: read_choice(text, OPTIONS),
    "choices": lambda text: read_choices(text, OPTIONS),
    "unknown": read_unknown,
    "skip": read_skip,
}
FRAGMENTS = st.sampled_from(
    [
        "12", "1.250", "12,5", "0", "18:30", "12-03", "2027", "'27", "half", "zeven", "een", "en", "of", "tot", "-", "van", "ja",
        "nee", "niet", "geen", "wel", "over", "voor", "kwart", "'s avonds", "ongeveer", "±", "?", "%", "kW", "km", "per week",
        "maart", "dinsdag", "volgende", "week", "jaar", "begin", "q3", "min", "x", "*", "+", "/", "(", ")", "½", "²", "🙂", "👍",
        "tweeduizend", "miljoen", "eigendom", "huur", "de tweede", "3x25A", "weet", "ik", "<b>", "{{", '"],"x":[', "\n", "\u202e",
        "duizend", "99999999999999999999", "tal", "1e", "pm", "uur", "geleden", "maanden", "anderhalf", ",", ".", "",
    ]
)  # fmt: skip
SENTENCES = st.one_of(
    st.text(max_size=40),
    st.lists(FRAGMENTS, max_size=8).map(" ".join),
    st.lists(FRAGMENTS, max_size=5).map("".join),
    st.text("0123456789.,:-/ +x'%", max_size=12),
)


@pytest.mark.parametrize("name", READERS)
@given(typed=SENTENCES)
def test_no_text_raises_and_every_reading_is_well_formed(name: str, typed: str) -> None:
    reading = READERS[name](typed)
    assert reading is None or isinstance(reading, Read | Ambiguous)
    if isinstance(reading, Ambiguous):
        labels, values = zip(*reading.options, strict=True)
        assert 2 <= len(set(labels)) == len(set(values)) == len(reading.options) <= 4
    if isinstance(reading, Read):
        assert (reading.value is None) == (reading.certainty in (Certainty.UNKNOWN, Certainty.SKIPPED))


@pytest.mark.parametrize("name", READERS)
@given(typed=SENTENCES)
def test_capitals_and_spaces_change_nothing(name: str, typed: str) -> None:
    typed = typed.lower()
    if typed.upper().lower() == typed:
        assert READERS[name](f" {typed.upper()}  ") == READERS[name](typed)


@pytest.mark.parametrize("name", READERS)
def test_ten_thousand_characters_are_no_answer(name: str) -> None:
    for typed in ("12 " * 3_334, "x" * 10_000, "een" * 3_334, "(" * 10_000, "ja, " * 2_500):
        assert READERS[name](typed) is None


@given(st.integers(-(10**12), 10**12) | st.integers(-(10**8), 10**8).map(lambda cents: cents / 100))
def test_every_number_we_write_is_read_back(value: float) -> None:
    assert read_number(number(value)) == Read(value)
    assert read_number(number(value, "kW"), unit="kW") == Read(value)


@given(st.integers(0, 10_000).map(lambda share: share / 100))
def test_every_percentage_we_write_is_read_back(share: float) -> None:
    assert read_percentage(percentage(share)) == Read(share)


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0)))
def test_every_time_we_write_is_read_back(moment: time) -> None:
    for around in (None, "morning", "evening"):
        assert read_clock(clock(moment), around=around) == Read(moment)


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_every_date_we_write_is_read_back(one: date) -> None:
    assert read_date(day(one), today=TODAY) == Read(one.isoformat())
    assert read_date(month(one.isoformat()[:7]), today=TODAY) == Read(one.isoformat()[:7])


@given(st.integers(0, 99), st.integers(0, 99), st.sampled_from(["{}-{}", "{} - {}", "{:02}-{:02}", "{}–{}"]))
@example(0, 24, "{}-{}")
def test_two_numbers_with_a_dash_are_never_settled_in_silence(first: int, second: int, form: str) -> None:
    typed = form.format(first, second)
    readings = [read_number(typed), read_percentage(typed), read_clock(typed), read_date(typed, today=TODAY)]
    settled = [reading for reading in readings if isinstance(reading, Read)]
    assert not settled or first == second


@given(st.integers(1, 999), st.integers(0, 999))
def test_three_decimals_or_a_thousand_is_asked_back(thousands: int, rest: int) -> None:
    assert isinstance(read_number(f"{thousands},{rest:03}"), Ambiguous)
    assert read_number(f"{thousands}.{rest:03}") == Read(1000 * thousands + rest)


@given(st.integers(2, 500), st.integers(2, 500), st.sampled_from(["bussen en {} trucks", "trucks, {} bussen", "nu, straks {}"]))
def test_two_amounts_are_never_settled_in_silence(first: int, second: int, form: str) -> None:
    reading = read_number(f"{first} {form.format(second)}", unit="stuks")
    assert isinstance(reading, Ambiguous) or first == second
