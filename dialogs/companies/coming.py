"""Who comes to a session, for the team: asked of a day or a terrain, as one of the questions of `bedrijven`."""

import datetime
from collections.abc import Sequence

from cards.formats import day, listing
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.companies.asking import CompaniesAsked
from dialogs.sessions.cards import name_of, side, when
from dialogs.terrains.spoken_of import spoken_of
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.calendar.here import HERE
from domain.sessions.session import Session
from domain.sessions.visitors import UNDECIDED, Coming, Visitor

AHEAD = datetime.timedelta(days=366)
NAMED = 12
STATES = {Coming.YES: "Komen", Coming.MAYBE: "Weten het nog niet", Coming.INVITED: "Nog geen antwoord", Coming.NO: "Komen niet"}


async def sessions_ahead(step: Step, on: datetime.date | None) -> Sequence[Session]:
    """Return the sessions that are still to come, or those of one day."""
    since = datetime.datetime.combine(on, datetime.time(), HERE) if on else step.known.now
    until = since + (datetime.timedelta(days=1) if on else AHEAD)
    return [one for one in await step.stores.rounds.sessions(since, until) if not one.cancelled]


async def sessions_meant(step: Step, on: datetime.date | None) -> Sequence[Session]:
    """Return the same for who names no terrain, those of the terrain that was spoken of last in front."""
    last = spoken_of(step, None)
    return sorted(await sessions_ahead(step, on), key=lambda one: last is None or one.plan.terrain != last.id)


async def show_sessions(step: Step, asked: CompaniesAsked, sessions: Sequence[Session]) -> bool:
    """Show who comes to the only one of these sessions, or ask which one; False when there is none."""
    if len(sessions) == 1:
        step.show(ShowCard(await visitors_notice(step, sessions[0])))
    elif sessions:
        choices = (side(one, f"{one.plan.kind.title} {name_of(step, one.plan.terrain)}", "visitors") for one in sessions[:6])
        step.show(ShowCard(NoticeCard(lines=("Welke sessie bedoelt u?",), buttons=tuple(choices))))
    elif asked.day is not None:
        step.say(f"Op {day(asked.day)} is er geen sessie.", "Typ 'sessies' met een terrein om te zien wat er gepland is.")
        return True
    return bool(sessions)


async def visitors_notice(step: Step, session: Session) -> NoticeCard:
    """Return who comes, who did not answer, and who does not come."""
    step.place.session = session.id
    visitors = await step.stores.sessions.visitors(session, step.known.now)
    lines = (line_of(state, [one for one in visitors if one.coming is state]) for state in STATES)
    silent = any(one.coming in UNDECIDED for one in visitors)
    remind = Button(title="Stuur een herinnering", verb=Verb.SAY, data={"text": f"herinnering {session.plan.terrain}"})
    return NoticeCard(
        title=f"Wie komt er: {session.plan.kind.title.lower()} {name_of(step, session.plan.terrain)}",
        lines=(f"{when(session.plan)}.", *(filter(None, lines) if visitors else ("Er is nog niemand uitgenodigd.",))),
        buttons=(
            side(session, "Wie komt er", "visitors", primary=True),
            *((remind,) if silent else (side(session, "Uitnodigen", "draft"),)),
            side(session, "Plan", "plan"),
        ),
    )


def line_of(state: Coming, visitors: Sequence[Visitor]) -> str:
    """Return "Komen: Jansen Transport (2) en De Vries."; empty for nobody."""
    names = [f"{one.company or 'een bedrijf'}{f' ({one.people})' if one.people > 1 else ''}" for one in visitors]
    more = [f"nog {len(names) - NAMED}"] if len(names) > NAMED else []
    return f"{STATES[state]}: {listing([*names[:NAMED], *more])}." if names else ""
