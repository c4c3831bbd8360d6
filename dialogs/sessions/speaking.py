"""`draaiboek`: changing the plan of a session in words. What changed is said, and can be undone with one tap."""

import datetime
from collections.abc import Mapping
from dataclasses import replace

from cards.formats import clock, plural
from cards.verbs import Verb
from cards.views.card import MOST_BUTTONS, Button
from cards.views.notice import NoticeCard
from dialogs.sessions.cards import UNTOLD, carried, name_of, plan_card, side
from dialogs.sessions.meant import session_meant
from dialogs.sessions.plans import save
from dialogs.sessions.record import record_planned
from dialogs.sessions.spoken_changes import SpokenChange, read_change
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.refusals import NO_NAMES_HERE
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.calendar.here import HERE
from domain.intake.acceptance import key_in, whole_number
from domain.sessions.blocks import Block
from domain.sessions.edits import move_start, set_minutes
from domain.sessions.plan import Plan, PlanRefused, later
from domain.sessions.remarks import check_start
from domain.sessions.session import Session

HOW = ("Wat wilt u veranderen?", "Typ bijvoorbeeld: schuif alles een half uur op. Of: maak de pauze 5 minuten korter.")


async def change_in_words(step: Step, text: str) -> None:
    """Change the plan that is meant, or ask what is not clear."""
    if not step.may_name:
        step.say(NO_NAMES_HERE)
        return
    session = await session_meant(step, text, SPEAK)
    if session is None:
        return
    words = text.split(" ", 1)[-1] if key_in(text.split(" ", 1)[0]) else text
    change = read_change(words, session.plan)
    if change is None:
        step.show(ShowCard(NoticeCard(lines=HOW, buttons=(side(session, "Bekijk het plan", "plan", primary=True),))))
    elif len(change.blocks) > 1:
        step.show(ShowCard(ask_block(session, change)))
    else:
        await carry_out(step, session, change)


def ask_block(session: Session, change: SpokenChange) -> NoticeCard:
    """Ask which part of the session is meant."""
    how = "minuten" if change.exact else "minuten langer" if change.minutes > 0 else "minuten korter"
    taps = (
        Button(title=one.title, verb=Verb.SAY, data={"text": f"draaiboek {session.id} {one.title} {abs(change.minutes)} {how}"})
        for one in sorted(change.blocks, key=lambda one: -one.minutes)[:MOST_BUTTONS]
    )
    return NoticeCard(lines=("Welk onderdeel bedoelt u?",), buttons=tuple(taps))


async def carry_out(step: Step, session: Session, change: SpokenChange) -> None:
    """Keep a change, say what became of it, and offer to undo it."""
    try:
        plan = changed(session.plan, change, step.known.now)
    except PlanRefused as refused:
        step.say(refused.sentence)
        return
    kept = await keep(step, session, plan)
    if kept is None:
        return
    block = change.blocks[0] if change.blocks else None
    was = {"block": block.key, "minutes": str(block.minutes)} if block else {"start": session.plan.start.isoformat()}
    undo = Button(title="Maak ongedaan", verb=Verb.SESSION_DO, data={**carried(kept, "undo"), **was})
    tell = (side(kept, "Bericht sturen", "news"),) if kept.news else ()
    step.show(ShowCard(NoticeCard(
        title=f"{kept.plan.kind.title} {name_of(step, kept.plan.terrain)}",
        lines=(*told(session.plan, kept.plan, block), *((UNTOLD,) if kept.news else ())),
        buttons=(undo, side(kept, "Bekijk het plan", "plan"), *tell),
    )))  # fmt: skip


def changed(plan: Plan, change: SpokenChange, now: datetime.datetime) -> Plan:
    """Return the plan after a change. Raises PlanRefused."""
    if not change.blocks:
        start = later(plan.start, change.minutes)
        check_start(start, now)
        return move_start(plan, start)
    block = change.blocks[0]
    return set_minutes(plan, block.key, change.minutes if change.exact else block.minutes + change.minutes)


async def keep(step: Step, session: Session, plan: Plan) -> Session | None:
    """Keep a plan; None when somebody else was first."""
    step.place.session = session.id
    kept = await save(step, replace(session, plan=plan))
    if kept is not None and kept.plan.start != session.plan.start:
        await record_planned(step, kept)
    return kept


def told(before: Plan, after: Plan, block: Block | None) -> tuple[str, ...]:
    """Return what changed, in words."""
    until = f"De sessie duurt nu van {clock(after.start.astimezone(HERE).time())} tot {clock(after.end.time())}."
    if block is None:
        was = clock(before.start.astimezone(HERE).time())
        return (f"Het begint nu om {clock(after.start.astimezone(HERE).time())}. Dat was {was}.", until)
    minutes = after.block(block.key).minutes
    return (f"{block.title} duurt nu {plural(minutes, 'minuut', 'minuten')}. Dat was {block.minutes}.", until)


async def undo_change(step: Step, session: Session, data: Mapping[str, str]) -> None:
    """Put back what a change in words changed; what the button carries is hostile until checked."""
    try:
        plan = put_back(session.plan, data, step.known.now)
    except PlanRefused as refused:
        step.show(ReplaceCard(await plan_card(step, session, refused.sentence)))
        return
    if (kept := await keep(step, session, plan)) is not None:
        step.show(ReplaceCard(await plan_card(step, kept, "Het staat weer zoals het was.")))


def put_back(plan: Plan, data: Mapping[str, str], now: datetime.datetime) -> Plan:
    """Return the plan as it was. Raises PlanRefused for what cannot be."""
    if data.get("block"):
        return set_minutes(plan, data["block"], whole_number(data.get("minutes", "")))
    try:
        start = datetime.datetime.fromisoformat(data.get("start", ""))
    except ValueError:
        raise PlanRefused("Dit kan ik niet meer terugzetten.") from None
    start = start if start.tzinfo is not None else start.replace(tzinfo=HERE)
    check_start(start, now)
    return move_start(plan, start)


def hear_whole(_: Step, sentence: str) -> str:
    """Return the sentence itself: what changes is read from all of it."""
    return sentence


SPEAK = Command(
    ("draaiboek", "schuif", "verschuif"), "het plan van een sessie in woorden wijzigen", change_in_words, Users.TEAM, Takes.TEXT,
    argument="[terrein] <wat>", example="draaiboek hessenpoort pauze 5 minuten korter",
    scopes=(Scope.PERSONAL, Scope.CHANNEL), group="Sessies", hears=hear_whole,
)  # fmt: skip
