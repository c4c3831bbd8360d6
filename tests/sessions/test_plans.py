"""Plans: times follow from minutes, whatever is changed; must-blocks need a reason; odd moments are said."""

import datetime
import itertools
from dataclasses import replace
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.sessions.blocks import Lead, TerrainFact
from domain.sessions.edits import NeedsReason, add, bring_back, drop, fit, move_start, set_minutes, swap
from domain.sessions.formats import BY_KEY, FORMATS
from domain.sessions.plan import (
    Plan,
    PlanRefused,
    make_plan,
    number_of_groups,
    read_plan,
    steps_of,
    timed,
    with_people,
    write_plan,
)
from domain.sessions.preparing import checklist, missing_before
from domain.sessions.remarks import check_start, remarks

HERE = ZoneInfo("Europe/Amsterdam")
NOW = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=HERE)
EVENING = datetime.datetime(2027, 1, 14, 19, 30, tzinfo=HERE)


def plan_of(key: str = "start", *, start: datetime.datetime = EVENING, people: int = 24, facilitators: int = 4) -> Plan:
    """Return a plan for an invented session."""
    plan = make_plan(UUID(int=1), "t-1", BY_KEY[key], start, people)
    return with_people(plan, people, tuple(f"Facilitator {number}" for number in range(1, facilitators + 1)))


def clock(moment: datetime.datetime) -> str:
    """Return a time of day."""
    return moment.strftime("%H:%M")


def test_the_start_session_by_the_clock() -> None:
    times = [(part.block.key, clock(part.start), clock(part.end)) for part in timed(plan_of())]
    assert times[:2] == [("introductions", "19:30", "19:40"), ("why", "19:40", "19:50")]
    assert ("break", "20:30", "20:45") in times
    assert times[-1] == ("feedback", "21:15", "21:25")


def test_a_session_over_the_change_of_the_clock_lasts_as_long_as_it_says() -> None:
    plan = plan_of(start=datetime.datetime(2027, 3, 28, 1, 30, tzinfo=HERE))
    assert clock(plan.end) == "04:25"
    assert plan.end.astimezone(datetime.UTC) - plan.start.astimezone(datetime.UTC) == datetime.timedelta(minutes=115)


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["minutes", "drop", "add", "swap", "back", "move"]),
        st.integers(0, 30),
        st.integers(0, 30),
        st.integers(-5, 260),
    ),
    max_size=25,
)


def change(plan: Plan, what: str, one: int, two: int, minutes: int) -> Plan:
    """Change a plan in one of the ways there are."""
    keys = [block.key for block in plan.blocks]
    key, other = keys[one % len(keys)], keys[two % len(keys)]
    match what:
        case "minutes":
            return set_minutes(plan, key, minutes)
        case "drop":
            return drop(plan, key, "geen tijd" if two % 2 else "")
        case "add":
            return add(plan, "Rondleiding", minutes, key if two % 2 else "")
        case "swap":
            return swap(plan, key, other)
        case "back":
            return bring_back(plan, [block.key for block in plan.kind.blocks][one % len(plan.kind.blocks)])
        case _:
            return move_start(plan, EVENING + datetime.timedelta(minutes=minutes))


@given(key=st.sampled_from([kind.key for kind in FORMATS]), edits=EDITS)
def test_whatever_is_changed_the_times_join_up_and_nothing_vanishes_unsaid(
    key: str, edits: list[tuple[str, int, int, int]]
) -> None:
    plan = plan_of(key)
    for edit in edits:
        before = plan
        try:
            plan = change(plan, *edit)
        except PlanRefused:
            assert plan is before
            continue
        assert plan.version == before.version + 1
    parts = list(timed(plan))
    assert parts[0].start == plan.start
    assert all(one.end == two.start for one, two in itertools.pairwise(parts))
    assert parts[-1].end == plan.end
    assert sum(block.minutes for block in plan.blocks) == plan.minutes
    keys = [block.key for block in plan.blocks]
    assert len(set(keys)) == len(keys)
    gone = {block.key for block in plan.kind.blocks} - set(keys)
    assert gone == {one.key for one in plan.dropped if not one.key.startswith("extra_")}
    assert all(one.reason for one in plan.dropped if BLOCKS.get((plan.format, one.key)))
    assert read_plan(write_plan(plan)) == plan


BLOCKS = {(kind.key, block.key): block.must for kind in FORMATS for block in kind.blocks}


def test_the_break_is_only_dropped_with_a_reason() -> None:
    plan = plan_of()
    with pytest.raises(NeedsReason, match="Een pauze houdt mensen fris"):
        drop(plan, "break")
    dropped = drop(plan, "break", "de zaal sluit om tien uur")
    assert dropped.dropped[-1].reason == "de zaal sluit om tien uur"
    assert "Er is geen pauze meer." in remarks(dropped, NOW)
    assert bring_back(dropped, "break").blocks == plan.blocks


def test_work_session_3_is_longer_than_its_title_and_can_be_made_to_fit() -> None:
    plan = plan_of("work_3")
    assert remarks(plan, NOW) == ("De onderdelen duren samen 65 minuten. Dat is 5 minuten langer dan bedoeld.",)
    for chosen in plan.kind.fits:
        fitted = fit(plan, chosen)
        assert fitted.minutes == 60
        assert remarks(fitted, NOW) == ()


@pytest.mark.parametrize(
    ("start", "says"),
    [
        (datetime.datetime(2026, 12, 25, 19, 0, tzinfo=HERE), "Die dag is een feestdag: Eerste kerstdag."),
        (datetime.datetime(2027, 1, 16, 14, 0, tzinfo=HERE), "Die dag valt in het weekend."),
        (datetime.datetime(2027, 1, 14, 6, 0, tzinfo=HERE), "De sessie valt buiten de uren van 8 tot 22 uur."),
        (datetime.datetime(2027, 1, 14, 23, 0, tzinfo=HERE), "De sessie valt buiten de uren van 8 tot 22 uur."),
        (datetime.datetime(2026, 11, 26, 19, 0, tzinfo=HERE), "Deze sessie is al over 3 dagen."),
    ],
)
def test_an_odd_moment_is_said(start: datetime.datetime, says: str) -> None:
    assert says in remarks(plan_of(start=start), NOW)


def test_the_past_and_the_far_future_are_refused() -> None:
    for start in (NOW, NOW - datetime.timedelta(days=1), NOW + datetime.timedelta(days=800)):
        with pytest.raises(PlanRefused):
            check_start(start, NOW)


@pytest.mark.parametrize("people", [0, -3, 201, 400])
def test_a_number_of_people_that_no_session_has_is_refused(people: int) -> None:
    with pytest.raises(PlanRefused):
        plan_of(people=people)


def test_several_sessions_at_once_are_said_in_one_sentence() -> None:
    others = [replace(plan_of(), id=UUID(int=number)) for number in (2, 3)]
    said = [line for line in remarks(plan_of(facilitators=2), NOW, others) if "dan ook" in line]
    assert said == [
        "Op dit terrein is dan ook: startsessie.",
        "Facilitator 1, Facilitator 2: dan ook facilitator bij een andere sessie.",
    ]


def test_too_few_facilitators_means_that_groups_lead_themselves() -> None:
    plan = plan_of(facilitators=1)
    assert plan.is_self_guided
    said = remarks(plan, NOW)
    assert "Er zijn 4 groepen en 1 facilitator. De groepen werken met het stappenplan." in said
    assert "Ook dan zijn er minstens 2 facilitators nodig." in said
    assert remarks(plan_of(), NOW) == ()


def test_a_facilitator_who_takes_part_and_a_session_that_overlaps_are_said() -> None:
    plan, other = plan_of(), make_plan(UUID(int=2), "t-1", BY_KEY["work_1"], EVENING, 10)
    other = with_people(other, 10, ("facilitator 1",))
    said = remarks(plan, NOW, [plan, other], ["FACILITATOR 2"])
    assert "Deze facilitators staan ook bij de deelnemers: Facilitator 2." in said
    assert "Op dit terrein is dan ook: werksessie 1." in said
    assert "facilitator 1: dan ook facilitator bij een andere sessie." in said


@given(minutes=st.integers(1, 240))
def test_the_steps_of_a_brainstorm_fill_it(minutes: int) -> None:
    plan = set_minutes(plan_of(), "brainstorm", minutes)
    steps = steps_of(plan.block("brainstorm"))
    assert sum(length for length, _ in steps) in (0, minutes)
    assert all(length > 0 for length, _ in steps)
    assert bool(steps) is (minutes >= 4)


@given(people=st.integers(1, 200), size=st.sampled_from([5, 6]))
def test_groups_are_never_below_three_when_that_can_be_avoided(people: int, size: int) -> None:
    groups = number_of_groups(people, size)
    assert people // groups >= min(3, people)
    assert all(abs(people / groups - size) <= abs(people / other - size) for other in range(1, people + 1) if people / other >= 3)


def test_the_checklist_counts_back_over_weekends_and_holidays() -> None:
    plan = plan_of(start=datetime.datetime(2027, 1, 4, 19, 0, tzinfo=HERE))
    lines = {line.key: line for line in checklist(plan, {TerrainFact.FACTSHEET}, {"room"})}
    assert lines["groups"].due == datetime.date(2026, 12, 31)  # 3 January is a Sunday, 1 January a holiday
    assert lines["operator"].owner is Lead.OPERATOR
    assert lines["factsheet"].done
    assert lines["room"].done
    assert not lines["example"].done
    assert lines["example"].is_late(datetime.date(2027, 1, 3))
    assert [line.due for line in checklist(plan, ())] == sorted(line.due for line in lines.values())


@pytest.mark.parametrize("today", [datetime.date(2026, 12, 20), datetime.date(2027, 1, 4)])
def test_what_nobody_could_have_in_time_is_due_before_the_session(today: datetime.date) -> None:
    plan = plan_of(start=datetime.datetime(2027, 1, 4, 19, 0, tzinfo=HERE))
    lines = checklist(plan, (), planned_on=today)
    assert not any(line.is_late(today) for line in lines)
    assert all(line.due <= datetime.date(2027, 1, 4) for line in lines)
    kept = {line.key: line.due for line in checklist(plan, (), planned_on=datetime.date(2026, 11, 1))}
    assert kept == {line.key: line.due for line in checklist(plan, ())}


def test_what_should_have_happened_before_is_said() -> None:
    assert missing_before(BY_KEY["work_2"], ()) == ("Er zijn nog geen richtingen uit een startsessie of werksessie 1.",)
    assert missing_before(BY_KEY["work_2"], ("directions",)) == ()
    assert len(missing_before(BY_KEY["work_3"], ())) == 2
