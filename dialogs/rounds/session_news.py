"""What companies hear of a session by themselves, through their people or by an address alone: as it is when it is told."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

from cards.formats import day_of, small
from cards.papers.making import SLIDES, make_slides
from cards.papers.session import Appointment
from cards.verbs import Verb
from cards.views.card import Button
from dialogs.notices.sending import is_told, session_of, to_tell
from dialogs.rounds.follow_ups import FOLLOW_UPS
from dialogs.rounds.items import NewsLine
from dialogs.sessions.calendar import appointment_of
from dialogs.sessions.cards import name_of, where_and_when
from dialogs.sessions.invitation_replies import answer_data
from dialogs.sessions.papers import session_paper, shown_in
from dialogs.turn.step import Step
from domain.calendar.here import date_here
from domain.companies.audiences import answering
from domain.intake.acceptance import key_in
from domain.notices.notice import Notice
from domain.papers.papers import A_MONTH, Paper, file_name
from domain.rounds.follow_ups import FollowUp
from domain.rounds.reminding import SessionReminder as About
from domain.sessions.session import Session
from domain.sessions.visitors import UNDECIDED, Coming, Visitor, coming, people

ENOUGH_PEOPLE = 5  # fewer are no reason to come too
WEEKDAYS = ("Maandag", "Dinsdag", "Woensdag", "Donderdag", "Vrijdag", "Zaterdag", "Zondag")


async def about_session(step: Step, one: Notice, who: UUID) -> NewsLine | None:
    """Return what there is to say of a session to a company, by its intake, or to an addressee; None for nothing any more."""
    match one.data.get("what"):
        case About.ANSWER | About.TOMORROW:
            return await session_item(step, one, who)
        case "sending":
            return await sent_item(step, one, who)
    return None


async def session_item(step: Step, one: Notice, who: UUID) -> NewsLine | None:
    """Return the reminder of a session, as it is now."""
    session = await find_session(step, one.data.get("session"))
    if session is None or not session.is_open or session.plan.start <= step.known.now:
        return None
    visitors = await step.stores.sessions.visitors(session, step.known.now)
    members = await step.stores.audiences.members(answering(session, *Coming).among([who]), step.known.now)
    answered = next((member.visits[session.id].coming for member in members if is_told(step, member, who)), None)
    if one.data["what"] == About.ANSWER:
        return ask_again(step, session, visitors) if answered in UNDECIDED else None
    return near(step, session) if answered is Coming.YES else None


def ask_again(step: Step, session: Session, visitors: Sequence[Visitor]) -> NewsLine:
    """Return the question whether a company comes."""
    count = people(coming(visitors))
    return NewsLine(
        f"Komt u ook? {session.plan.kind.title} {name_of(step, session.plan.terrain)}",
        (
            *where_and_when(session),
            *((f"Er komen al {count} mensen.",) if count >= ENOUGH_PEOPLE else ()),
            "U helpt ons met een ja of een nee. Wij vragen dit niet nog een keer.",
        ),
        answers(session),
        appointments=(appointment_here(step, session),),
    )


def appointment_here(step: Step, session: Session) -> Appointment:
    return appointment_of(step.stores.terrains, step.known.house.organisation, session)


def answers(session: Session) -> tuple[Button, ...]:
    """Return the two answers to an invitation."""
    return (
        Button(title="Ik kom", verb=Verb.SESSION_DO, data=answer_data(session, "yes"), primary=True),
        Button(title="Ik kom niet", verb=Verb.SESSION_DO, data=answer_data(session, "no")),
    )


def near(step: Step, session: Session) -> NewsLine:
    on = date_here(session.plan.start)
    left = (on - step.today).days
    named = {0: "Vandaag", 1: "Morgen"}.get(left, WEEKDAYS[on.weekday()])
    return NewsLine(
        f"{named}: {session.plan.kind.title.lower()} {name_of(step, session.plan.terrain)}",
        (*where_and_when(session), "U staat op de lijst. Kunt u toch niet? Laat het ons dan weten."),
        (Button(title="Ik kom niet", verb=Verb.SESSION_DO, data=answer_data(session, "no")),),
        appointments=(appointment_here(step, session),),
    )


async def sent_item(step: Step, one: Notice, who: UUID) -> NewsLine | None:
    """Return a text that the team approved, with the slides when it thanks for coming."""
    found = await to_tell(step, FOLLOW_UPS, one.data.get("sending"), who)
    session = await session_of(step.stores, found[1]) if found is not None else None
    if found is None or session is None:
        return None
    kind, sent = found
    on = f"{session.plan.kind.title} {name_of(step, session.plan.terrain)}"
    papers = (await slides_of(step, session),) if kind.name == FollowUp.THANKS else ()
    buttons = answers(session) if kind.name == FollowUp.REMINDER else ()
    return NewsLine(f"{kind.title}: {small(on)}", tuple(sent.text.split("\n\n")), buttons, papers)


async def slides_of(step: Step, session: Session) -> Paper:
    """Return the slides; companies are named on them only as far as they agreed to that."""
    stores, now = step.stores, step.known.now
    visitors = await stores.sessions.visitors(session, now)
    paper = await session_paper(stores, step.known.house, now, session, visitors)
    about = await shown_in(stores, paper, session, visitors, now)
    words = f"De dia's van {day_of(session.plan.start)}."
    return Paper(
        file_name(f"{paper.heading} dia's.pptx"), SLIDES, await asyncio.to_thread(make_slides, paper), words, about, A_MONTH
    )


async def find_session(step: Step, key: object) -> Session | None:
    """Return a session by its key; None when there is none."""
    known = key_in(key)
    return await step.stores.sessions.find(known) if known is not None else None
