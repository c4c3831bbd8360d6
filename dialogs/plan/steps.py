"""`stap`: taking up a step, ticking its list, completing it, going back and doing it again; by card or by typing."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from dialogs.plan.cards import Asking, calendar_card, step_card
from dialogs.plan.record import OVERTAKEN, event, pressed_revision, reason_in, record
from dialogs.terrains.terrain_choice import with_terrain_first
from dialogs.terrains.view import look
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Pressed, Scope
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.plan.events import NewEvent, PlanKind
from domain.plan.rules import (
    Ruling,
    Verdict,
    may_complete,
    may_enter,
    may_go_back,
    may_repeat,
    may_restart,
    next_step,
    no,
)
from domain.plan.state import TerrainState
from domain.plan.steps import LAST, STEPS
from domain.terrains.terrains import TerrainName


class Do(StrEnum):
    """What can be done to the plan of a terrain."""

    SAVE = "save"
    COMPLETE = "complete"
    ENTER = "enter"
    BACK = "back"
    GO = "go"  # wherever that is: on, or back
    REPEAT = "repeat"
    RESTART = "restart"


@dataclass(frozen=True, slots=True)
class StepWish:
    """What somebody wants: with which step (None for the obvious one), which items ticked (None for as they are), and why."""

    do: Do
    step: int | None = None
    why: str = ""
    items: tuple[str, ...] | None = None


# When these cannot be done at once, the whole plan is shown, to choose another step or to give a reason.
MOVING = (Do.BACK, Do.GO, Do.REPEAT, Do.RESTART)
# What people type behind the terrain: "stap hessenpoort af", "stap hessenpoort terug 1 omdat ...".
TYPED: dict[Do, re.Pattern[str]] = {
    Do.COMPLETE: re.compile(r"(?:(?:is )?af|klaar|afgerond|afronden|gereed|rond af)"),
    Do.BACK: re.compile(r"terug(?: naar)?(?: stap)? (?P<step>\d)"),
    Do.GO: re.compile(r"(?:(?:ga )?naar )?(?:stap )?(?P<step>\d)"),
    Do.REPEAT: re.compile(r"(?:opnieuw|herhaal|nog een keer)(?:(?: stap)? (?P<step>\d))?"),
    Do.ENTER: re.compile(r"(?:begin|start|begin met|volgende)(?:(?: stap)? (?P<step>\d))?"),
    Do.RESTART: re.compile(r"(?:plan opnieuw|begin opnieuw|opnieuw beginnen)"),
}

# What brings the whole plan, to choose a step there.
WHOLE = re.compile(
    r"(?:het )?(?:hele )?(?:plan|stappenplan)|andere stap|(?P<back>terug|ongedaan(?: maken)?|maak ongedaan|herstel)"
)
WHERETO = "Kies de stap waar u naar terug wilt, en zeg waarom."
LEADING = re.compile(r"(?P<step>\d)[.:,]? (?P<rest>\D.+)")  # "stap 3 hessenpoort"


def tidied(text: str) -> tuple[str, str]:
    """Return what was typed behind the terrain as it is compared, and the reason in it."""
    what, why = reason_in(text)
    return " ".join(what.casefold().split()).strip(" .!,"), why


def read_whole(text: str) -> Asking | None:
    """Return what to say on the whole plan when that was asked for; None when it was not."""
    line, why = tidied(text)
    found = WHOLE.fullmatch(line)
    return None if found is None else Asking(asked=WHERETO, why=why) if found["back"] else Asking()


def read_wish(text: str) -> StepWish | None:
    """Return what was typed behind the terrain; None when it means nothing."""
    line, why = tidied(text)
    for do, words in TYPED.items():
        if (found := words.fullmatch(line)) is not None:
            number = found.groupdict().get("step")
            return StepWish(do, int(number) if number else None, why)
    return None


def terrain_in_front(text: str) -> str:
    """Return the same wish with its number behind the terrain: "hessenpoort naar 3" for "3 hessenpoort"."""
    leading = LEADING.match(text)
    return f"{leading['rest']} naar {leading['step']}" if leading else text


async def show_step(step: Step, text: str) -> None:
    """Show the step of a terrain; or do what was typed behind it."""
    found = await with_terrain_first(step, terrain_in_front(text), STEP)
    if found is None:
        return
    terrain, rest = found
    wish, whole = read_wish(rest), read_whole(rest)
    if wish is not None:
        await carry_out(step, terrain, wish, seen=None)
        return
    if whole is not None:
        step.show(ShowCard(calendar_card(step, await look(step, terrain), whole)))
        return
    if rest:
        step.say("Dat begrijp ik niet.", "Typ bijvoorbeeld: stap hessenpoort af. Of gebruik de kaart.")
    step.show(ShowCard(step_card(await look(step, terrain))))


async def press_step(step: Step, pressed: Pressed, terrain: TerrainName) -> None:
    """Do what a button of a step or of the calendar means."""
    do = str(pressed.data.get("do", ""))
    chosen = str(pressed.data.get("step") or pressed.inputs.get("step") or "")
    items = tuple(filter(None, pressed.inputs["items"].split(","))) if "items" in pressed.inputs else None
    number = int(chosen) if chosen.isdecimal() and len(chosen) == 1 else LAST + 1 if chosen else None
    wish = StepWish(Do(do) if do in list(Do) else Do.SAVE, number, pressed.inputs.get("why", ""), items)
    await carry_out(step, terrain, wish, seen=pressed_revision(pressed))


async def carry_out(step: Step, terrain: TerrainName, wish: StepWish, *, seen: int | None) -> None:
    """Do it when the rules allow; else ask for the reason, or say why not. The card in place shows what holds then."""
    state, moving = await step.stores.dossiers.state(terrain.id), wish.do in MOVING
    wish = obvious(wish, state)
    ticks = ticked(step, terrain, state, wish)
    ruling = judge(wish, state if ticks is None else after_ticks(state, wish))
    events = [*([ticks] if ticks else []), *(moves(step, terrain, wish) if ruling.allows(wish.why) else [])]
    if seen not in (None, state.revision) or (events and await record(step, *events, seen=state.revision) is None):
        await show_again(step, terrain, Asking(alarm=OVERTAKEN), moving=moving)
    elif ruling.allows(wish.why):
        await show_again(step, terrain, Asking(saved=said(wish)))
    else:
        why = wish.why if ruling.verdict is Verdict.REASON else None
        await show_again(step, terrain, Asking(alarm=ruling.sentence, why=why, step=wish.step), moving=moving)


async def show_again(step: Step, terrain: TerrainName, asking: Asking, *, moving: bool = False) -> None:
    """Show the card that was pressed as it is now, after a typed command a new one; `moving`: with the whole plan."""
    fresh = await look(step, terrain)
    card = calendar_card(step, fresh, asking) if moving else step_card(fresh, asking)
    step.show(ReplaceCard(card) if step.pressed else ShowCard(card))


def obvious(wish: StepWish, state: TerrainState) -> StepWish:
    """Return the wish with its step filled in: the next one to take up, or the one the terrain is in."""
    number = wish.step
    if number is None:
        ahead = next_step(state)
        number = ahead.number if wish.do is Do.ENTER and ahead else state.step
    do = wish.do
    if do is Do.GO and number is not None:
        do = Do.ENTER if state.step is None or number > state.step else Do.BACK
    return StepWish(do, number, wish.why, wish.items)


RULES: dict[Do, Callable[[TerrainState, int], Ruling]] = {
    Do.SAVE: lambda _state, _step: Ruling(Verdict.YES),
    Do.COMPLETE: lambda state, _step: may_complete(state),
    Do.ENTER: may_enter,
    Do.BACK: may_go_back,
    Do.REPEAT: may_repeat,
}


def judge(wish: StepWish, state: TerrainState) -> Ruling:
    if wish.do is Do.RESTART:
        return may_restart(state)
    if wish.step is None and state.step is None:
        return no("Dit terrein staat nog niet in een stap.")
    if wish.step is None or wish.step > LAST:
        return no("Deze stap is er niet. Het plan heeft stap 0 tot en met 7.")
    return RULES[wish.do](state, wish.step)


KINDS = {
    Do.COMPLETE: PlanKind.COMPLETED,
    Do.ENTER: PlanKind.ENTERED,
    Do.BACK: PlanKind.WENT_BACK,
    Do.REPEAT: PlanKind.REPEATED,
    Do.RESTART: PlanKind.RESTARTED,
}


def moves(step: Step, terrain: TerrainName, wish: StepWish) -> list[NewEvent]:
    """Return what is recorded for a wish that may be."""
    kind = KINDS.get(wish.do)
    if kind is None:
        return []
    about: dict[str, object] = {} if wish.do is Do.RESTART else {"step": wish.step}
    return [event(step, terrain, kind, about, wish.why)]


def ticked(step: Step, terrain: TerrainName, state: TerrainState, wish: StepWish) -> NewEvent | None:
    """Return the event of a list that was changed; None when it is as it was, or was not on the card."""
    visit = state.visit
    if wish.items is None or visit is None:
        return None
    known = [item.id for item in STEPS[visit.step].items if item.id in wish.items]
    if set(known) == set(visit.done):
        return None
    return event(step, terrain, PlanKind.TICKED, {"step": visit.step, "items": known})


def after_ticks(state: TerrainState, wish: StepWish) -> TerrainState:
    """Return the state as the ticks on the card leave it, to judge what else is wished."""
    if state.at is None or state.visit is None or wish.items is None:
        return state
    visit = state.visit.model_copy(update={"done": wish.items})
    return state.model_copy(update={"visits": (*state.visits[: state.at], visit, *state.visits[state.at + 1 :])})


def said(wish: StepWish) -> str:
    """Return what was done, as a sentence."""
    step = STEPS[wish.step].title if wish.step is not None and wish.step <= LAST else ""
    match wish.do:
        case Do.SAVE:
            return "De lijst is bewaard."
        case Do.COMPLETE:
            return f"Afgerond: {step}."
        case Do.ENTER:
            return f"Begonnen: {step}."
        case Do.BACK | Do.GO:
            return f"Terug naar {step}. Alles wat al klaar was, staat er nog."
        case Do.REPEAT:
            return f"Opnieuw: {step}. De vorige keer blijft bewaard."
        case Do.RESTART:
            return "Het plan begint opnieuw. Eerdere rondes blijven bewaard."


STEP = Command(
    ("stap", "stappenplan"), "een stap bekijken, afvinken of afronden", show_step, Users.TEAM, Takes.MAYBE,
    argument="<terrein>", example="stap hessenpoort", menu=True, scopes=(Scope.PERSONAL, Scope.CHANNEL, Scope.GROUP),
    group="Terreinen",
)  # fmt: skip
