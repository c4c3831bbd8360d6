"""`herinnering`: reminding whoever did not answer an invitation. To whom and what is shown first, and asked once."""

from uuid import uuid4

from cards.formats import day_of
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.rounds.drafts import draft_card
from dialogs.rounds.follow_ups import FOLLOW_UPS
from dialogs.sessions.cards import name_of, side, when
from dialogs.sessions.meant import session_meant
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.notices.sending import Sending, SendingState
from domain.rounds.follow_ups import FollowUp
from domain.sessions.session import Session
from domain.sessions.visitors import UNDECIDED

AGAIN = "Vandaag besliste het team al over een herinnering voor deze sessie."


async def remind_everybody(step: Step, text: str) -> None:
    """Show whom a reminder of the session that is meant would reach, ready to approve."""
    session = await session_meant(step, text, REMIND_ALL)
    if session is None:
        return
    visitors = await step.stores.sessions.visitors(session, step.known.now)
    if not any(one.coming in UNDECIDED for one in visitors):
        why = "Iedereen heeft al geantwoord." if visitors else "Er is nog niemand uitgenodigd."
        step.show(ShowCard(nobody(step, session, why)))
        return
    draft = await open_draft(step, session)
    if draft is None:
        step.show(ShowCard(nobody(step, session, AGAIN)))
        return
    step.show(ShowCard(await draft_card(step, draft, session)))


async def open_draft(step: Step, session: Session) -> Sending | None:
    """Return the draft of today, made once; None when it was decided already."""
    words = first_words(name_of(step, session.plan.terrain), session, step.known.house.organisation)
    fresh = Sending(uuid4(), FollowUp.REMINDER, session.plan.terrain, words, SendingState.OPEN, step.known.now, session.id)
    if await step.stores.sendings.make(fresh, f"{FollowUp.REMINDER}:{session.id}:{step.today}"):
        return fresh
    there = await step.stores.sendings.of_session(session.id)
    waiting = [one for one in there if one.kind == FollowUp.REMINDER and one.state is SendingState.OPEN]
    return waiting[-1] if waiting else None


def first_words(terrain: str, session: Session, organisation: str) -> str:
    """Return a first text, which the team can change."""
    asked = f"U kreeg een uitnodiging voor de {session.plan.kind.title.lower()} op {terrain}, op {day_of(session.plan.start)}."
    return "\n\n".join((f"{asked} Komt u ook? U helpt ons met een ja of een nee.", f"Dit bericht komt van {organisation}."))


def nobody(step: Step, session: Session, why: str) -> NoticeCard:
    """Return why there is nobody to remind, with what can be done."""
    silent = {"text": f"bedrijven {session.plan.terrain} niet gereageerd"}
    return NoticeCard(
        title=f"{FOLLOW_UPS[FollowUp.REMINDER].title}: {session.plan.kind.title.lower()} {name_of(step, session.plan.terrain)}",
        lines=(f"{when(session.plan)}.", why),
        buttons=(
            side(session, "Wie komt er", "visitors"),
            side(session, "Uitnodigen", "draft"),
            Button(title="Wie heeft de vragen nog niet klaar", verb=Verb.SAY, data=silent),
        ),
    )


REMIND_ALL = Command(
    ("herinnering", "stuur iedereen een herinnering", "herinner iedereen"), "wie niet antwoordde op een uitnodiging herinneren",
    remind_everybody, Users.TEAM, Takes.MAYBE, argument="[terrein]", example="herinnering hessenpoort", group="Sessies",
)  # fmt: skip
