"""Buttons carry what they like; only our own verb, data and fields come through, within bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.teams.presses import LONGEST_KEY, LONGEST_VALUE, MOST_FIELDS, press_of_execute, press_of_submit
from dialogs.turn.events import Pressed

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=20,
)


@given(JSON, st.none() | st.text(max_size=5))
def test_whatever_comes_is_a_press_of_texts(value: object, card: str | None) -> None:
    for press in (press_of_submit(value, card), press_of_execute({"action": value}, card), press_of_execute(value, card)):
        assert isinstance(press.verb, str)
        assert all(isinstance(text, str) for text in (*press.data.values(), *press.inputs.values()))
        assert press.card == card


@pytest.mark.parametrize(
    ("sent", "text"), [(True, "true"), (False, "false"), (12, "12"), (12.0, "12"), (12.5, "12.5"), ("12,5", "12,5"), ("", "")]
)
def test_fields_are_texts(sent: object, text: str) -> None:
    assert press_of_submit({"verb": "save", "x": sent}, None).inputs == {"x": text}


@pytest.mark.parametrize("sent", [None, [], {}, [1], {"a": "b"}])
def test_what_is_no_single_value_is_left_out(sent: object) -> None:
    assert press_of_submit({"verb": "save", "x": sent, "data": {"y": sent}}, None) == Pressed("save", {}, {}, None)


@pytest.mark.parametrize("verb", [None, 3, ["save"], {"a": 1}])
def test_a_verb_that_is_no_text_is_no_verb(verb: object) -> None:
    assert press_of_submit({"verb": verb}, None).verb == ""


def test_bounds() -> None:
    many = {f"field{number}": "x" * 100_000 for number in range(1000)}
    press = press_of_submit({"verb": "v" * 1000, "k" * 101: "x", **many}, None)
    assert len(press.verb) == LONGEST_KEY
    assert len(press.inputs) <= MOST_FIELDS
    assert {len(text) for text in press.inputs.values()} == {LONGEST_VALUE}
    assert "k" * 101 not in press.inputs


def test_a_verb_stands_beside_or_among_the_fields() -> None:
    assert press_of_execute({"action": {"verb": "save", "data": {"x": "1"}}}, "7") == Pressed("save", {}, {"x": "1"}, "7")
    assert press_of_execute({"action": {"data": {"verb": "save", "x": "1"}}}, "7") == Pressed("save", {}, {"x": "1"}, "7")
