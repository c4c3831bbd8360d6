"""What may happen to a terrain in the plan: each rule says yes, asks for a reason, or refuses with a sentence."""

from dataclasses import dataclass
from enum import StrEnum

from domain.plan.calendar import Standing, standing
from domain.plan.checklist import open_items
from domain.plan.state import TerrainState
from domain.plan.steps import STEPS, PlanStep

# From these a terrain only comes back by beginning anew: nobody works on it now.
RESTING = (Standing.ALONE, Standing.DORMANT, Standing.DONE)


class Verdict(StrEnum):
    """What a rule says."""

    YES = "yes"
    REASON = "reason"  # yes, when a reason is given
    NO = "no"


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict, with a sentence for people when it is not a plain yes."""

    verdict: Verdict
    sentence: str = ""

    def allows(self, why: str) -> bool:
        """Say whether it may happen, for this reason (or without one)."""
        return self.verdict is Verdict.YES or (self.verdict is Verdict.REASON and bool(why.strip()))


YES = Ruling(Verdict.YES)


def no(sentence: str) -> Ruling:
    return Ruling(Verdict.NO, sentence)


def reason(sentence: str) -> Ruling:
    return Ruling(Verdict.REASON, sentence)


def may_enter(state: TerrainState, step: int) -> Ruling:
    """Say whether a step may be taken up: one after another; skipping some needs a reason (custom work per step)."""
    now = standing(state)
    if now in RESTING:
        return no("Dit terrein is afgerond of rust. Begin het plan opnieuw als er een wens is.")
    if now is Standing.POSTPONED:
        return no("Dit terrein is uitgesteld. Kies eerst opnieuw een route.")
    visit = state.visit
    if visit is None:
        return YES if step == 0 else reason(f"U slaat {skipped(0, step)} over. Waarom?")
    if step <= visit.step:
        return no("Ga terug naar deze stap, of doe hem opnieuw.")
    if visit.completed is None:
        return no(f"Rond eerst {STEPS[visit.step].title} af.")
    first = visit.step + 1
    return YES if step == first else reason(f"U slaat {skipped(first, step)} over. Waarom?")


def skipped(first: int, step: int) -> str:
    """Return the steps before `step`, from `first`, in words."""
    names = [str(number) for number in range(first, step)]
    return f"stap {names[0]}" if len(names) == 1 else f"stap {', '.join(names[:-1])} en {names[-1]}"


def may_complete(state: TerrainState) -> Ruling:
    """Say whether the current step may be completed: an open must-item needs a reason."""
    visit = state.visit
    if visit is None:
        return no("Dit terrein staat nog niet in een stap.")
    if visit.completed is not None:
        return no(f"{STEPS[visit.step].title.capitalize()} is al afgerond.")
    left = open_items(state, visit.step, must=True)
    if not left:
        return YES
    return reason(f"Nog open: {'; '.join(item.label for item in left)}. Waarom rondt u de stap toch af?")


def may_go_back(state: TerrainState, step: int) -> Ruling:
    """Say whether one may return to a step: it was entered in this round, and why is always asked."""
    if standing(state) in RESTING:
        return no("Dit terrein is afgerond of rust. Begin het plan opnieuw als er een wens is.")
    visit = state.visit
    if visit is None or state.visit_of(step) is None or step > visit.step or (step == visit.step and visit.completed is None):
        return no("Naar deze stap kunt u niet terug.")
    return reason("Waarom gaat u terug?")


def may_repeat(state: TerrainState, step: int) -> Ruling:
    """Say whether a step may be done once more: no good solution means working it out again (appendix 2, step 3)."""
    if standing(state) in RESTING:
        return no("Dit terrein is afgerond of rust. Begin het plan opnieuw als er een wens is.")
    if state.visit is None or state.visit_of(step) is None or step > state.visit.step:
        return no("Deze stap is nog niet gedaan.")
    return reason("Waarom doet u de stap opnieuw?")


def may_restart(state: TerrainState) -> Ruling:
    """Say whether the plan may begin anew: a later wish at a terrain that rests or is done."""
    if standing(state) in RESTING:
        return reason("Welke wens is er nu?")
    return no("Dit terrein loopt al. Ga terug naar een stap, of doe hem opnieuw.")


def may_choose_outcome(state: TerrainState) -> Ruling:
    """Say whether the outcome of the start session may be recorded: not before step 2 began."""
    return YES if state.visit_of(2) is not None else no(f"Begin eerst met {STEPS[2].title}. Daarna komt de uitkomst.")


def next_step(state: TerrainState) -> PlanStep | None:
    """Return the step to take up next: after a completed one, or the first; None while one runs, or when all is done."""
    if state.visit is None:
        return STEPS[0]
    if state.visit.completed is None or state.visit.step + 1 >= len(STEPS):
        return None
    return STEPS[state.visit.step + 1]
