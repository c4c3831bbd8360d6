"""How the plan reads in Dutch: steps, norms, what is late, and what we do for a terrain now."""

import datetime

from cards.formats import day, plural
from domain.plan.calendar import Standing, standing, window
from domain.plan.checklist import done
from domain.plan.lateness import Lag, Late
from domain.plan.outcomes import OUTCOMES, LetterState
from domain.plan.routes import ROUTES, Route
from domain.plan.state import TerrainState
from domain.plan.steps import STEPS, Clock, PlanStep

Date = datetime.date

STANDING = {
    Standing.NEW: "Wij zijn hier nog niet begonnen.",
    Standing.ACTIVE: "Wij werken hier actief aan.",
    Standing.FOLLOWING: "Wij volgen hier een breed initiatief, op de achtergrond.",
    Standing.POSTPONED: "Dit terrein is uitgesteld.",
    Standing.ALONE: "De bedrijven lossen het hier zelf op. De toolbox is beschikbaar.",
    Standing.DORMANT: "Hier is nu geen behoefte. Het terrein rust.",
    Standing.DONE: "Het stappenplan is hier helemaal doorlopen.",
}


def numbered(step: PlanStep) -> str:
    return f"{step.number}, {step.name}"


def current_step(state: TerrainState) -> tuple[str, str]:
    """Return the current step with a remark on since when; "nog niet begonnen" before the first."""
    visit = state.visit
    if visit is None:
        return "nog niet begonnen", ""
    if visit.completed is not None:
        return numbered(STEPS[visit.step]), f"afgerond op {day(visit.completed)}"
    return numbered(STEPS[visit.step]), f"sinds {day(visit.since)}"


def between(span: tuple[Date, Date]) -> str:
    """Return two days as "tussen 3 december 2026 en 3 januari 2027", or as "op 3 december 2026" when they are one."""
    first, last = span
    return f"op {day(first)}" if first == last else f"tussen {day(first)} en {day(last)}"


def norm_of(state: TerrainState) -> str:
    """Return when the current step ought to be complete; empty without a norm."""
    visit = state.visit
    if visit is None or visit.completed is not None:
        return ""
    span = window(state, visit.step)
    return f"klaar {between(span)}{counted_from(state, STEPS[visit.step])}" if span else "geen, loopt door"


def counted_from(state: TerrainState, step: PlanStep) -> str:
    """Return from when a norm counts, when that is not the beginning of the step itself."""
    if step.norm.clock is Clock.CONTACT:
        return ", vanaf het eerste contact" if state.first_contact else ", vanaf de start: eerste contact is onbekend"
    return ", samen met stap 3" if step.norm.clock is Clock.RESEARCH and step.number > 3 else ""


def list_of(state: TerrainState) -> str:
    """Return how much of the list of the current step is done."""
    if state.step is None:
        return ""
    return f"{len(done(state, state.step))} van {len(STEPS[state.step].items)} gedaan"


def route_of(state: TerrainState) -> str:
    if state.route is None:
        return "nog niet gekozen"
    until = f", tot {day(state.recheck)}" if state.route is Route.POSTPONED and state.recheck else ""
    return f"{ROUTES[state.route].name}{until}"


def outcome_of(state: TerrainState) -> str:
    """Return the outcome of the start session in words; empty when there is none."""
    return OUTCOMES[state.outcome].name if state.outcome else ""


def letters_of(state: TerrainState) -> str:
    """Return how many letters of intent were signed and asked; empty when there are none."""
    states = [letter.state for letter in state.letters.values()]
    counts = ((LetterState.SIGNED, "getekend"), (LetterState.ASKED, "gevraagd"), (LetterState.WITHDRAWN, "ingetrokken"))
    return ", ".join(f"{states.count(one)} {word}" for one, word in counts if one in states)


def standing_of(state: TerrainState) -> str:
    """Return what we do for this terrain, as a sentence."""
    now = standing(state)
    if now is Standing.POSTPONED and state.recheck is not None:
        return f"Dit terrein is uitgesteld tot {day(state.recheck)}."
    return STANDING[now]


def late_line(one: Late, state: TerrainState) -> str:
    step = f"stap {state.step}"
    match one.lag:
        case Lag.RECHECK:
            return "Hercontrole: de uitgestelde datum is er. Kies opnieuw een route."
        case Lag.STEP:
            return f"Te laat: {step} had klaar moeten zijn op {day(one.due)}."
        case Lag.NEXT:
            after = STEPS[(state.step or 0) + 1].number if (state.step or 0) + 1 < len(STEPS) else state.step
            return f"Te laat: {step} is klaar, maar stap {after} is nog niet begonnen."
        case Lag.PROMISE:
            oldest = f"De oudste datum was {day(one.due)}."
            return f"Te laat: {plural(one.count, 'actie is', 'acties zijn')} over de datum. {oldest}"
