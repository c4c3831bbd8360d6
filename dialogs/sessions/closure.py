"""After a session: that it took place, which directions came out, and whether the homework is back."""

from collections.abc import Mapping
from dataclasses import replace

from cards.views.card import Choice
from cards.views.forms.form_card import FormCard
from cards.views.intake.field import Field, InputKind
from dialogs.sessions.cards import act, name_of, plan_card, side, when
from dialogs.sessions.plans import save
from dialogs.sessions.record import record_cancelled, record_held, record_planned
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.intake.acceptance import clean_text
from domain.sessions.session import Session

STATES = (
    Choice(value="open", title="Moet nog komen"),
    Choice(value="held", title="Is geweest"),
    Choice(value="cancelled", title="Gaat niet door"),
)
YES_NO = (Choice(value="yes", title="Ja"), Choice(value="no", title="Nee"))
MOST_DIRECTIONS = 60  # three for each of twenty groups


def after_card(step: Step, session: Session, message: str = "") -> FormCard:
    """Return the card on which the team writes down what came out."""
    state = "cancelled" if session.cancelled else "held" if session.held else "open"
    homework = Field(name="homework", label="Is het huiswerk terug?", kind=InputKind.CHOICE, options=YES_NO,
                     value="yes" if session.homework else "no")  # fmt: skip
    return FormCard(
        title=f"Na afloop: {session.plan.kind.title.lower()} {name_of(step, session.plan.terrain)}",
        lines=(when(session.plan),),
        message=message,
        fields=(
            Field(name="state", label="Hoe staat het ermee?", kind=InputKind.CHOICE, options=STATES, value=state),
            Field(name="directions", label="Welke richtingen kwamen eruit?", kind=InputKind.LONG_TEXT, max_length=3000,
                  value="\n".join(session.directions), help="Elke richting op een eigen regel."),
            *((homework,) if session.plan.kind.homework else ()),
        ),
        buttons=(act(session, "Bewaar", "close", primary=True), side(session, "Plan", "plan"),
                 side(session, "Wie komt er", "visitors")),
    )  # fmt: skip


async def close(step: Step, session: Session, inputs: Mapping[str, str]) -> None:
    """Keep what came out of a session, and tell the log of the terrain what happened."""
    state = inputs.get("state", "open")
    if state == "held" and session.plan.start > step.known.now:
        step.show(ReplaceCard(after_card(step, session, "Deze sessie moet nog komen.")))
        return
    lines = (clean_text(line)[:200] for line in inputs.get("directions", "").splitlines())
    directions = tuple(line for line in lines if line)[:MOST_DIRECTIONS]
    fresh = replace(
        session, directions=directions, held=state == "held", cancelled=state == "cancelled",
        homework=inputs.get("homework") == "yes",
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
    step.show(ReplaceCard(await plan_card(step, kept, "Bewaard.")))
