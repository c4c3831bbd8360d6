"""The calendar of a terrain: when each step was, is, or is expected, from the norms of the plan."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from domain.plan.calendar import window
from domain.plan.months import later
from domain.plan.state import TerrainState
from domain.plan.steps import STEPS, Clock, PlanStep

Date = datetime.date
Span = tuple[Date, Date]


class StepPosition(StrEnum):
    """Where a step lies, seen from now."""

    DONE = "done"
    SKIPPED = "skipped"
    NOW = "now"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Expected:
    """One step in the calendar. DONE: from its first entry to its completion. NOW and AHEAD: between which days it is
    expected to be complete; None when the plan has no norm, or when it was skipped.
    """

    step: PlanStep
    place: StepPosition
    span: Span | None


def forecast(state: TerrainState, today: Date) -> tuple[Expected, ...]:
    """Return every step in order. What is ahead is counted from today: a late step moves all that follows."""
    return tuple(walk(state, today))


def walk(state: TerrainState, today: Date) -> Iterator[Expected]:
    """Yield each step, with the span in which the one before it ends at hand."""
    current = -1 if state.step is None else state.step
    ends: Span = (today, today)
    research: Span = ends
    for step in STEPS:
        visit = state.visit_of(step.number)
        if visit is not None and visit.completed is not None and step.number <= current:
            yield Expected(step, StepPosition.DONE, (visit.entered, visit.completed))
            continue
        if step.number < current:
            yield Expected(step, StepPosition.SKIPPED, None)
            continue
        if step.number == 3:
            research = ends
        span = now_span(state, step, today) if step.number == current else ahead_span(state, step, ends, research)
        yield Expected(step, StepPosition.NOW if step.number == current else StepPosition.AHEAD, span)
        ends = span or ends


def now_span(state: TerrainState, step: PlanStep, today: Date) -> Span | None:
    """Return when the current step ends: as its norm says, but not before today."""
    span = window(state, step.number)
    return (max(span[0], today), max(span[1], today)) if span else None


def ahead_span(state: TerrainState, step: PlanStep, ends: Span, research: Span) -> Span | None:
    """Return when a step ends that begins when the one before ends; never before its own beginning."""
    norm = step.norm
    if norm.most == 0:
        return None
    first, last = ends
    if norm.clock is Clock.RESEARCH:
        begun = state.visit_of(3)
        first, last = (begun.since, begun.since) if begun is not None else research
    if norm.clock is Clock.CONTACT:
        contact = state.first_contact or min((one.entered for one in state.visits if one.round == state.round), default=first)
        first, last = contact, contact
    return max(later(first, norm.least), ends[0]), max(later(last, norm.most), ends[1])
