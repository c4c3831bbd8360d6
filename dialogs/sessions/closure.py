"""After a session: that it took place, which directions came out, and whether the homework is back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from cards.views.forms.form_card import FormCard
from dialogs.forms.fields import card_fields
from dialogs.sessions.cards import act, name_of, plan_card, side, when
from dialogs.sessions.plans import save
from dialogs.sessions.record import record_cancelled, record_held, record_planned
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.forms.declaration import Fields
from domain.forms.judging import Judged, judge
from domain.intake.answers import Value
from domain.intake.declaration import Ask, Rule
from domain.intake.options import Option
from domain.sessions.session import Session

MOST_DIRECTIONS = 60  # three for each of twenty groups
LONGEST_DIRECTION = 200


class SessionState(Option):
    """What became of a session."""

    OPEN = "open", "Moet nog komen"
    HELD = "held", "Is geweest"
    CANCELLED = "cancelled", "Gaat niet door"


class SessionEnd(Fields):
    """What the team writes down after a session; the last is only asked where there was homework."""

    state: Annotated[SessionState, Ask("Hoe staat het ermee?")]
    directions: Annotated[
        str, Rule(max_length=3000), Ask("Welke richtingen kwamen eruit?", why="Elke richting op een eigen regel.")
    ]
    homework: Annotated[bool, Ask("Is het huiswerk terug?")]


def after_card(step: Step, session: Session, message: str = "", judged: Judged | None = None) -> FormCard:
    state = SessionState.CANCELLED if session.cancelled else SessionState.HELD if session.held else SessionState.OPEN
    known: dict[str, Value] = {"state": state, "directions": "\n".join(session.directions), "homework": session.homework}
    fields = card_fields(SessionEnd, {**known, **(judged.data if judged else {})}, judged.faults if judged else {})
    return FormCard(
        title=f"Na afloop: {session.plan.kind.title.lower()} {name_of(step, session.plan.terrain)}",
        lines=(when(session.plan),),
        message=message,
        fields=fields if session.plan.kind.homework else fields[:-1],
        buttons=(act(session, "Bewaar", "close", primary=True), side(session, "Plan", "plan"),
                 side(session, "Wie komt er", "visitors")),
    )  # fmt: skip


async def close(step: Step, session: Session, inputs: Mapping[str, str]) -> None:
    """Keep what came out of a session, and tell the log of the terrain what happened."""
    judged = judge(SessionEnd, inputs, step.today)
    state = judged.text("state")
    if judged.faults or (state == SessionState.HELD and session.plan.start > step.known.now):
        step.show(ReplaceCard(after_card(step, session, "" if judged.faults else "Deze sessie moet nog komen.", judged)))
        return
    directions = tuple(line[:LONGEST_DIRECTION] for line in judged.text("directions").splitlines())[:MOST_DIRECTIONS]
    fresh = replace(
        session, directions=directions, held=state == SessionState.HELD, cancelled=state == SessionState.CANCELLED,
        homework=judged.data.get("homework") is True,
    )  # fmt: skip
    kept = await save(step, fresh)
    if kept is None:
        return
    if kept.held and not session.held:
        await record_held(step, kept)
    elif kept.cancelled and not session.cancelled:
        await record_cancelled(step, kept)
    elif kept.is_open and not session.is_open:
        await record_planned(step, kept, again=session.cancelled)
    step.show(ReplaceCard(await plan_card(step, kept, said="Bewaard.")))
