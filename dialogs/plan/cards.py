"""The cards of the step plan: one step with its list, and the whole plan as a calendar."""

from collections.abc import Iterator
from dataclasses import dataclass

from cards.formats import day, listing
from cards.verbs import Verb
from cards.views.card import Button, Choice, Fact
from cards.views.plan.plan_calendar import CalendarLine, PlanCalendar
from cards.views.plan.plan_step import PlanStepCard
from dialogs.terrains.advice import view_button
from dialogs.terrains.view import SeenTerrain
from dialogs.terrains.words import between, norm_of, standing_of
from dialogs.turn.step import Step
from domain.plan.calendar import Standing, standing
from domain.plan.checklist import done, proven
from domain.plan.forecast import Expected, StepPosition, forecast
from domain.plan.rules import RESTING, Verdict, may_restart, next_step
from domain.plan.state import Visit
from domain.plan.steps import STEPS, PlanStep


@dataclass(frozen=True, slots=True)
class Asking:
    """What a card says beside what holds: that something was `saved`, or an `alarm`, or is `asked`, with the reason as
    far as it was typed.
    """

    saved: str = ""
    alarm: str = ""
    asked: str = ""
    why: str | None = None
    step: int | None = None


NOTHING = Asking()


def step_card(seen: SeenTerrain, asking: Asking = NOTHING) -> PlanStepCard:
    """Return the step a terrain is in, or what to begin with."""
    visit = seen.state.visit
    if visit is None or visit.completed is not None:
        return between_steps(seen, asking)
    plan = STEPS[visit.step]
    finished = done(seen.state, plan.number)
    by_itself = [item for item in plan.items if proven(seen.state, item, plan.number) and item.id not in visit.done]
    return PlanStepCard(
        title=f"Stap {plan.number}: {plan.name}",
        lines=lines(seen, asking, plan.goal),
        alarm=asking.alarm,
        facts=facts(seen, plan, visit),
        items=tuple(
            Choice(value=item.id, title=f"{item.label} (moet)" if item.must else item.label)
            for item in plan.items
            if item not in by_itself
        ),
        ticked=tuple(item.id for item in plan.items if item.id in finished and item not in by_itself),
        proven=tuple(f"✓ {item.label}" for item in by_itself),
        why=asking.why,
        buttons=(
            act("Bewaar de lijst", seen, "save"),
            act(f"Rond stap {plan.number} af", seen, "complete", primary=True),
            view_button("Andere stap", seen.terrain.id, "plan"),
            view_button("Status", seen.terrain.id, "status"),
        ),
    )


def lines(seen: SeenTerrain, asking: Asking, *more: str) -> tuple[str, ...]:
    """Return the lines under the title: where, what was done, and what else."""
    return tuple(filter(None, (seen.terrain.label, asking.saved, *more)))


def facts(seen: SeenTerrain, plan: PlanStep, visit: Visit) -> tuple[Fact, ...]:
    return (
        Fact(label="Begonnen", value=day(visit.since)),
        Fact(label="Norm", value=norm_of(seen.state)),
        Fact(label="Resultaat", value=listing(plan.output)),
        Fact(label="Wie", value=listing(plan.who)),
    )


def between_steps(seen: SeenTerrain, asking: Asking) -> PlanStepCard:
    """Return what can begin: the next step after a complete one, the first, or the plan anew."""
    state, visit, ahead = seen.state, seen.state.visit, next_step(seen.state)
    resting = standing(state) in RESTING
    begin = act(f"Begin stap {ahead.number}", seen, "enter", primary=True) if ahead and not resting else None
    if standing(state) is Standing.POSTPONED:
        begin = view_button("Kies een route", seen.terrain.id, "route", primary=True)
    was = f"Dat was op {day(visit.completed)}." if visit and visit.completed else ""
    goal = f"Hierna volgt {ahead.title}: {ahead.goal}" if ahead and visit and begin else ahead.goal if ahead and begin else ""
    return PlanStepCard(
        title=f"Stap {visit.step} is afgerond" if visit else "Nog niet begonnen",
        lines=lines(seen, asking, was, standing_of(state), *goal.split(": ", 1) if visit else (goal,)),
        alarm=asking.alarm,
        why=asking.why,
        buttons=tuple(filter(None, (
            begin,
            view_button("Hele plan", seen.terrain.id, "plan"),
            view_button("Status", seen.terrain.id, "status"),
        ))),
    )  # fmt: skip


def act(title: str, seen: SeenTerrain, do: str, *, primary: bool = False) -> Button:
    """Return a button that does something to the plan as it is on this card."""
    data = {"terrain": seen.terrain.id, "revision": str(seen.state.revision), "do": do}
    return Button(title=title, verb=Verb.STEP, data=data, primary=primary)


def calendar_card(step: Step, seen: SeenTerrain, asking: Asking = NOTHING) -> PlanCalendar:
    """Return the whole plan with its dates; for whoever works on it also the ways to another step."""
    steps = forecast(seen.state, step.today)
    chosen = asking.step if asking.step in range(len(STEPS)) else ahead_of(seen)
    return PlanCalendar(
        title="Stappenplan",
        lines=lines(seen, asking, standing_of(seen.state), asking.asked),
        alarm=asking.alarm,
        steps=tuple(CalendarLine(title=name(one.step), when=when(one, seen), now=one.place is StepPosition.NOW) for one in steps),
        pick=tuple(Choice(value=str(one.number), title=name(one)) for one in STEPS),
        chosen="" if chosen is None else str(chosen),
        why=asking.why or "",
        closing=("Dagen die nog komen, zijn een indicatie. Ze volgen uit de normen van het plan.",),
        buttons=tuple(ways(seen)),
    )


def ahead_of(seen: SeenTerrain) -> int | None:
    """Return the step to offer first."""
    ahead = next_step(seen.state)
    return ahead.number if ahead else None


def ways(seen: SeenTerrain) -> Iterator[Button]:
    """Yield the buttons below the calendar."""
    if may_restart(seen.state).verdict is not Verdict.NO:
        yield act("Begin het plan opnieuw", seen, "restart", primary=True)
    else:
        yield act("Ga naar deze stap", seen, "go")
        if seen.state.visits:
            yield act("Doe deze stap opnieuw", seen, "repeat")
    yield view_button("Huidige stap", seen.terrain.id, "step")
    yield view_button("Status", seen.terrain.id, "status")


def name(step: PlanStep) -> str:
    return f"{step.number}. {step.name}"


def when(expected: Expected, seen: SeenTerrain) -> str:
    """Return when a step was, or is expected."""
    match expected.place:
        case StepPosition.DONE if expected.span:
            return f"klaar, {day(expected.span[0])} tot {day(expected.span[1])}"
        case StepPosition.SKIPPED:
            return "overgeslagen"
        case _ if expected.span is None:
            return "aan het einde, en kort na elke stap"
        case StepPosition.NOW if (visit := seen.state.visit) and visit.completed is None:
            return f"sinds {day(visit.since)}, verwacht klaar {between(expected.span)}"
        case _:
            return f"verwacht klaar {between(expected.span)}"
