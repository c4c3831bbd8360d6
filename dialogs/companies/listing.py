"""`bedrijven`: the companies of a terrain of which something is asked, as a short list in which each opens its talk."""

import datetime
from collections.abc import Sequence

from cards.formats import capital, day, listing, some
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.companies.asking import (
    TITLES,
    CompaniesAsked,
    CompanyQuestion,
    audience_on,
    hear_question,
    ids_of,
    is_asked,
    read_question,
)
from dialogs.sessions.cards import name_of, side, when
from dialogs.terrains.spoken_of import spoken_of
from dialogs.terrains.terrain_choice import begins_with_terrain, with_terrain, with_terrain_first
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.refusals import NO_NAMES_HERE
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.calendar.here import HERE, date_here
from domain.companies.audience import AudienceMember
from domain.dossier.forms import MandateForm
from domain.intake.stage import Stage
from domain.sessions.session import Session
from domain.sessions.visitors import UNDECIDED, Coming, Visitor
from domain.terrains.terrains import TerrainName

PAGE = 5
AHEAD = datetime.timedelta(days=366)
NAMED = 12
STAGES = {Stage.STARTED: "is begonnen", Stage.SHORT: "korte vragen klaar", Stage.COMPLETE: "alle vragen klaar"}
STATES = {Coming.YES: "Komen", Coming.MAYBE: "Weten het nog niet", Coming.INVITED: "Nog geen antwoord", Coming.NO: "Komen niet"}


async def show_companies(step: Step, text: str) -> None:
    """Show the companies that are asked for. Who comes on a day is found without a terrain too."""
    if not step.may_name:
        step.say(NO_NAMES_HERE)
        return
    asked = read_question(text, date_here(step.known.now))
    anywhere = asked.question is CompanyQuestion.COMING and not begins_with_terrain(step.stores.terrains, text)
    if anywhere and await show_sessions(step, asked, await sessions_meant(step, asked.day)):
        return
    if text.startswith(tuple(CompanyQuestion)):  # a question, and no terrain before it
        terrain = await with_terrain(step, "", COMPANIES, rest=text, guess=True)
    else:
        found = await with_terrain_first(step, text, COMPANIES, guess=True)
        terrain, text = found or (None, "")
    if terrain is None:
        return
    asked = read_question(text, date_here(step.known.now))
    if asked.question is CompanyQuestion.COMING:
        sessions = [one for one in await sessions_ahead(step, asked.day) if one.plan.terrain == terrain.id]
        if not await show_sessions(step, asked, sessions):
            step.say(f"Op {terrain.label} komt er nog geen sessie.", f"Typ: sessieplan {terrain.name}.")
        return
    step.show(ShowCard(list_card(terrain, asked, await companies_on(step, terrain, asked.question))))


async def companies_on(step: Step, terrain: TerrainName, question: CompanyQuestion) -> Sequence[AudienceMember]:
    """Return the companies of a terrain of which this is asked, by name."""
    signed = frozenset[str]()
    if question is CompanyQuestion.UNMANDATED:
        given = await step.stores.responses.of_terrain(terrain.id, (MandateForm,), limit=1000)
        signed = frozenset(
            f"{kind}:{key}"
            for one in given if one.data.get("signed")
            for kind, key in (("i", one.intake), ("r", one.register)) if key is not None
        )  # fmt: skip
    everybody = await step.stores.audiences.members(audience_on(terrain.id), step.known.now)
    return sorted((one for one in everybody if is_asked(question, one, signed)), key=lambda one: one.name.casefold())


def list_card(terrain: TerrainName, asked: CompaniesAsked, members: Sequence[AudienceMember]) -> NoticeCard:
    """Return a page of the list: a line and a tap for each."""
    first = (asked.page - 1) * PAGE if (asked.page - 1) * PAGE < len(members) else 0
    page = members[first : first + PAGE]
    question = "" if asked.question is CompanyQuestion.EVERYBODY else f"{asked.question.value} "
    more = Button(
        title=f"Nog {len(members) - first - PAGE}", verb=Verb.SAY,
        data={"text": f"bedrijven {terrain.id} {question}bladzijde {first // PAGE + 2}"},
    )  # fmt: skip
    taps = [Button(title=name(one), verb=Verb.SAY, data={"text": f"gesprek {ids_of(one)[0]}"}) for one in page]
    return NoticeCard(
        title=f"{TITLES[asked.question]} {terrain.label}",
        lines=(f"{capital(some(len(members), 'bedrijf', 'bedrijven'))}.", *(f"{name(one)}: {state(one)}." for one in page)),
        buttons=(*taps, *((more,) if len(members) > first + PAGE else ())),
    )


def name(one: AudienceMember) -> str:
    return one.name or "Bedrijf zonder naam"


def state(one: AudienceMember) -> str:
    """Return how far a company is, in a few words."""
    if one.stage is None:
        return "nog geen antwoorden"
    return "alles bevestigd" if one.confirmed else STAGES[one.stage]


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


COMPANIES = Command(
    ("bedrijven",), "welke bedrijven er zijn, wie meedoet, wie niet reageerde, wie komt", show_companies, Users.TEAM, Takes.MAYBE,
    argument="<terrein> [wie]", example="bedrijven hessenpoort niet gereageerd", menu=False,
    scopes=(Scope.PERSONAL, Scope.CHANNEL), group="Bedrijven", hears=hear_question,
)  # fmt: skip
