"""The result of a form is a fold: the order of rows does not matter, a change never counts twice, what came late never counts."""

import datetime
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from domain.forms.responses import ResponseVersion
from domain.forms.results import result_by_group, result_of
from tests.forms.example import JoiningForm

START = datetime.datetime(2027, 1, 14, 21, 0, tzinfo=datetime.UTC)
DATA: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"willing": st.sampled_from(["yes", "maybe", "no"]), "bays": st.integers(0, 500)}
)
CHANGES = st.lists(st.tuples(DATA, st.integers(0, 100), st.booleans()), min_size=1, max_size=4)


@st.composite
def histories(draw: st.DrawFn) -> list[ResponseVersion]:
    """Draw responses of companies in groups, each with its versions in the order of their moments."""
    rows: list[ResponseVersion] = []
    for number in range(draw(st.integers(0, 8))):
        group = draw(st.sampled_from(["A", "B"]))
        changes = sorted(draw(CHANGES), key=lambda one: one[1])
        for revision, (data, hour, ended) in enumerate(changes, start=1):
            at = START + datetime.timedelta(hours=hour)
            rows.append(ResponseVersion(number, revision, data, at=at, ended=ended, group=group))
    return rows


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(rows: list[ResponseVersion], random: Random) -> None:
    shuffled = random.sample(rows, len(rows))
    assert result_of(JoiningForm, shuffled) == result_of(JoiningForm, rows)
    assert result_by_group(JoiningForm, shuffled) == result_by_group(JoiningForm, rows)


@given(histories())
def test_a_changed_answer_counts_once_and_one_taken_back_never(rows: list[ResponseVersion]) -> None:
    last = {row.number: row for row in rows}
    counted = [row for row in last.values() if not row.ended]
    result = result_of(JoiningForm, rows)
    assert result.responses == len(counted)
    if counted:
        assert sum(result.fields["willing"].counts.values()) == len(counted)
        assert result.fields["bays"].total == sum(int(str(row.data["bays"])) for row in counted)
    groups = result_by_group(JoiningForm, rows).values()
    assert sum(group.responses for group in groups) == len(counted)


@given(histories(), st.integers(0, 101))
def test_what_came_at_the_end_or_later_does_not_count(rows: list[ResponseVersion], hour: int) -> None:
    closes = START + datetime.timedelta(hours=hour)
    in_time = [row for row in rows if row.at is not None and row.at < closes]
    assert result_of(JoiningForm, rows, closes) == result_of(JoiningForm, in_time)


@given(st.integers(0, 9))
def test_too_few_are_counted_and_not_shown(answers: int) -> None:
    class Guarded(JoiningForm):
        key, shown_from = "example_guarded", 5

    rows = [ResponseVersion(number, 1, {"willing": "yes"}, at=START) for number in range(answers)]
    result = result_of(Guarded, rows)
    assert (result.responses, bool(result.fields)) == (answers, answers >= 5)
