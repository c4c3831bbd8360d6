"""Whom to call first: a list worked out by hand, and what holds for every list."""

import datetime
from dataclasses import replace
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from domain.companies.calls import CallReach, CallReason, calls_of
from domain.companies.company_row import CompanyRow, LastContact
from domain.dossier.forms import CallOutcome
from domain.intake.sections.company import CompanyPart
from domain.intake.stage import Stage

TODAY = datetime.date(2026, 11, 23)


def on(days: int) -> datetime.date:
    """Return the day so many days before today."""
    return TODAY - datetime.timedelta(days=days)


def row(number: int, name: str, **so: object) -> CompanyRow:
    """Return a company of the register."""
    return replace(CompanyRow(name, "t-1", register=UUID(int=number)), **so)  # type: ignore[arg-type]


def called(days: int, outcome: CallOutcome = CallOutcome.TALKED) -> LastContact:
    """Return a call so many days ago."""
    return LastContact("phone", on(days), outcome)


ROWS = (
    row(1, "Never spoken to"),
    row(2, "Spoken to long ago", last=called(40), contacts=1),
    row(3, "Spoken to longer ago", last=called(60), contacts=1),
    row(4, "Problem", part=CompanyPart.PROBLEM_OWNER, stage=Stage.SHORT, intake=UUID(int=104)),
    row(5, "Named by others", nominated_by=("Jansen",)),
    row(6, "Agreed for today", next_call=TODAY, last=called(9, CallOutcome.LATER)),
    row(7, "Agreed for last week", next_call=on(7), last=called(20)),
    row(8, "Asked to be called", intake=UUID(int=108)),
    row(9, "Not reached this morning", last=called(0, CallOutcome.NOT_REACHED), nominated_by=("Jansen",)),
    row(10, "Not reached yesterday", last=called(1, CallOutcome.NOT_REACHED)),
    row(11, "Done, mandate not signed", confirmed=True, mandate=False, last=called(30)),
)
NOT_NOW = (
    row(20, "Agreed for tomorrow", next_call=on(-1)),
    row(21, "Spoken to on Friday", last=called(3)),
    row(22, "Spoken to today", last=called(0)),
    row(23, "All done", confirmed=True, mandate=True, last=called(90)),
    row(24, "Said no", last=called(90, CallOutcome.NOT_WANTED)),
    row(25, "Withdrew", withdrawn=True),
    row(26, "Wants no messages", intake=UUID(int=126)),
)
REACH = CallReach(
    numbers=frozenset(one.register for one in (*ROWS, *NOT_NOW) if one.register is not None),
    quiet=frozenset({UUID(int=126)}),
    asked={UUID(int=108): on(2)},
)


def test_a_list_by_hand() -> None:
    found = calls_of((*NOT_NOW, *ROWS, row(30, "Without a number")), REACH, TODAY)
    assert [(one.row.name, one.reason) for one in found] == [
        ("Asked to be called", CallReason.ASKED),
        ("Agreed for last week", CallReason.AGREED),
        ("Agreed for today", CallReason.AGREED),
        ("Named by others", CallReason.NOMINATED),
        ("Problem", CallReason.PROBLEM),
        ("Done, mandate not signed", CallReason.UNSIGNED),
        ("Never spoken to", CallReason.SILENT),
        ("Spoken to longer ago", CallReason.SILENT),
        ("Spoken to long ago", CallReason.SILENT),
        ("Not reached yesterday", CallReason.SILENT),
        ("Not reached this morning", CallReason.TRIED),
    ]


A_DAY = st.integers(-9, 90).map(on)
CONTACTS = st.none() | st.builds(
    LastContact, st.just("phone"), A_DAY.map(lambda day: min(day, TODAY)), st.sampled_from(["", *CallOutcome])
)
SOME = st.builds(
    row,
    st.integers(1, 99),
    st.sampled_from("AB"),
    last=CONTACTS,
    next_call=st.none() | A_DAY,
    withdrawn=st.booleans(),
    confirmed=st.booleans(),
    intake=st.none() | st.integers(101, 105).map(lambda number: UUID(int=number)),
)


@given(st.lists(SOME, unique_by=lambda one: one.key), st.sets(st.integers(1, 105)), st.sets(st.integers(101, 105)))
def test_nobody_is_called_who_may_not_be_and_nobody_twice(rows: list[CompanyRow], numbers: set[int], quiet: set[int]) -> None:
    reach = CallReach(frozenset(UUID(int=one) for one in numbers), frozenset(UUID(int=one) for one in quiet))
    found = calls_of(rows, reach, TODAY)
    keys = [one.row.key for one in found]
    assert len(set(keys)) == len(keys)
    assert [one.order for one in found] == sorted(one.order for one in found)
    for one in (call.row for call in found):
        assert not one.withdrawn
        assert one.last is None or one.last.outcome != CallOutcome.NOT_WANTED
        assert not reach.numbers.isdisjoint({one.register, one.intake})
        assert one.intake not in reach.quiet
        assert one.next_call is None or one.next_call <= TODAY or (one.last is not None and one.last.day == TODAY)
