"""Changing a plan from the box on its card: the times follow at once, in the same card."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace

from dialogs.sessions.cards import plan_card
from dialogs.sessions.plans import save
from dialogs.sessions.record import record_planned
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.calendar.here import HERE
from domain.intake.acceptance import clean_text, whole_number
from domain.sessions.edits import add, bring_back, drop, fit, move_start, set_minutes, swap
from domain.sessions.plan import Plan, PlanRefused
from domain.sessions.remarks import check_start
from domain.sessions.session import Session

NOTHING = "Kies eerst een onderdeel en wat u wilt doen."


async def change_plan(step: Step, session: Session, inputs: Mapping[str, str]) -> None:
    """Take the box: one change of a block, and what was made ready."""
    known = {one.key for one in session.plan.kind.prepare}
    ready = [key for key in inputs.get("ready", "").split(",") if key in known]
    ticked = tuple(dict.fromkeys((*session.ticked, *ready)))
    try:
        if inputs.get("what") == "look" and inputs.get("block"):
            step.show(ReplaceCard(await plan_card(step, session, about=session.plan.block(inputs["block"]).key)))
            return
        plan = begun(changed(session.plan, inputs), inputs.get("clock", ""), step.known.now)
    except PlanRefused as refused:
        step.show(ReplaceCard(await plan_card(step, session, refused.sentence)))
        return
    if plan is session.plan and ticked == session.ticked:
        step.show(ReplaceCard(await plan_card(step, session, NOTHING)))
        return
    await keep(step, replace(session, plan=plan, ticked=ticked), session)


async def keep(step: Step, session: Session, before: Session) -> None:
    """Keep a change and show the plan in place."""
    if (kept := await save(step, session)) is not None:
        if kept.plan.start != before.plan.start:
            await record_planned(step, kept)
        step.show(ReplaceCard(await plan_card(step, kept)))


def begun(plan: Plan, clock: str, now: datetime.datetime) -> Plan:
    """Return the plan with another beginning, when another time was filled in. Raises Refused for one that is over."""
    try:
        time = datetime.time.fromisoformat(clock.strip()).replace(tzinfo=None, second=0, microsecond=0)
    except ValueError:
        return plan
    if time == plan.start.time():
        return plan
    start = datetime.datetime.combine(plan.start.date(), time, HERE)
    check_start(start, now)
    return move_start(plan, start)


def changed(plan: Plan, inputs: Mapping[str, str]) -> Plan:
    """Return the plan after what was chosen in the box; the same one when nothing was. Raises Refused."""
    block, words, minutes = inputs.get("block", ""), clean_text(inputs.get("words", "")), whole_number(inputs.get("minutes", ""))
    ways: dict[str, Callable[[], Plan]] = {
        "minutes": lambda: set_minutes(plan, block, minutes),
        "drop": lambda: drop(plan, block, words),
        "swap": lambda: swap(plan, block, inputs.get("other", "")),
        "add": lambda: add(plan, words, minutes, block),
        "back": lambda: bring_back(plan, block),
    }
    what = inputs.get("what", "")
    chosen = next((one for one in plan.kind.fits if what == f"fit-{one.key}"), None)
    if chosen is not None:
        return fit(plan, chosen)
    if what not in ways:
        return plan
    if not block and what != "add":
        raise PlanRefused(NOTHING)
    return ways[what]()
