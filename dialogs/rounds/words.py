"""The words that companies hear by themselves, made when they are told: short, with what is new, and how to stop it."""

import asyncio
from collections.abc import AsyncIterator, Sequence

from cards.formats import day_of, plural, small
from cards.papers.making import SLIDES, make_slides
from cards.verbs import Verb
from cards.views.card import MOST_BUTTONS, Button
from cards.views.notice import NoticeCard
from dialogs.notices.kind import NoticeKind, Telling
from dialogs.notices.office import NOBODY, step_of
from dialogs.notices.sending import session_of, to_tell
from dialogs.rounds.consent_ends import ending_items
from dialogs.rounds.follow_ups import FOLLOW_UPS, KIND
from dialogs.rounds.items import NewsLine
from dialogs.rounds.wishes import KIND as REMINDER
from dialogs.rounds.wishes import NOT_REMIND, SILENT
from dialogs.sessions.cards import name_of, where_and_when
from dialogs.sessions.invitation_replies import answer_data
from dialogs.sessions.papers import session_paper, shown_in
from dialogs.terrains.words import numbered
from dialogs.turn.place import Hearing, Phase, Place
from dialogs.turn.replies import OfferPaper, Reply, ShowCard
from dialogs.turn.step import Step
from domain.calendar.here import date_here
from domain.companies.audiences import answering
from domain.consent.consents import Purpose, is_allowed
from domain.intake.acceptance import key_in
from domain.intake.intake import Intake
from domain.intake.path import Depth, Way
from domain.notices.notice import Notice
from domain.papers.papers import A_MONTH, Paper, file_name
from domain.plan.steps import STEPS
from domain.rounds.follow_ups import FollowUp
from domain.rounds.reminding import SessionReminder as About
from domain.sessions.session import Session
from domain.sessions.visitors import UNDECIDED, Coming, Visitor, coming, people

ENOUGH_PEOPLE = 5  # fewer are no reason to come too
SAY_STOP = "Wilt u geen herinnering meer? Typ 'stop'."
WEEKDAYS = ("Maandag", "Dinsdag", "Woensdag", "Donderdag", "Vrijdag", "Zaterdag", "Zondag")


async def tell_news(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Tell a person everything that is due today, in one message; what is not true any more is left out."""
    company = await telling.stores.rounds.company_of(telling.person or NOBODY)
    if company is None:
        return ()
    place, intake, step = Place.model_validate(company[0]), company[1], step_of(telling)
    items = [item for one in notices if (item := await item_for(step, one, place, intake)) is not None]
    if place.hearing is not Hearing.SILENT:
        items += ending_items(notices, place, intake, step.known.now)
    if not items:
        return ()
    reminded = any(one.data.get("what") == "intake" for one in notices) and len(items) == 1
    papers = (OfferPaper(paper) for item in items for paper in item.papers)
    return (ShowCard(gathered(items, reminded=reminded)), *papers)


def gathered(items: Sequence[NewsLine], *, reminded: bool) -> NoticeCard:
    stop = (
        Button(title="Niet meer herinneren", verb=Verb.SAY, data={"text": NOT_REMIND})
        if reminded
        else Button(title="Geen berichten meer", verb=Verb.SAY, data={"text": SILENT})
    )
    buttons = [button for item in items for button in item.buttons][: MOST_BUTTONS - 1]
    first = [button.model_copy(update={"primary": button.primary and place == 0}) for place, button in enumerate(buttons)]
    lines = [*items[0].lines]
    for item in items[1:]:
        lines += [f"{item.title}.", *item.lines]
    return NoticeCard(title=items[0].title, lines=(*lines, *((SAY_STOP,) if reminded else ())), buttons=(*first, stop))


async def item_for(step: Step, one: Notice, place: Place, intake: Intake) -> NewsLine | None:
    """Return what a notice has to say now; None for nothing any more."""
    if place.hearing is Hearing.SILENT or place.kept is None:
        return None
    if not is_allowed(Purpose.KEEP, place.kept.decision, step.known.now):
        return None
    match one.data.get("what"):
        case "intake":
            return await intake_item(step, one, place, intake)
        case About.ANSWER | About.TOMORROW:
            return await session_item(step, one, intake)
        case "sending":
            return await sent_item(step, one, intake)
    return None


async def intake_item(step: Step, one: Notice, place: Place, intake: Intake) -> NewsLine | None:
    """Return the reminder of an unfinished intake, with what happened on the terrain."""
    if place.hearing is not Hearing.WANTED or place.phase is Phase.DONE:
        return None
    return await go_on_item(step, one.terrain, intake, last=one.data.get("number") == "2")


async def go_on_item(step: Step, terrain: str, intake: Intake, *, last: bool = False) -> NewsLine:
    """Return what brings somebody back to the questions that are open."""
    facts = tuple([line async for line in terrain_facts(step, terrain)])
    asked = "Dit is onze laatste herinnering." if last else "U vroeg ons om u te herinneren aan uw vragen over laden."
    return NewsLine(
        "Er is nieuws over uw terrein" if last and facts else "Nog even verder?",
        (
            *facts,
            still_to_go(Way(intake.answers, intake.depth or Depth.SHORT)),
            asked,
        ),
        (Button(title="Verder", verb=Verb.SAY, data={"text": "verder"}, primary=True),
         Button(title="Bel mij liever", verb=Verb.SAY, data={"text": "bel mij"})),
    )  # fmt: skip


def after_that(count: int) -> str:
    """Say how much more waits; nothing when nothing does."""
    return f"Daarna {'wacht er nog 1 ding' if count == 1 else f'wachten er nog {count} dingen'}." if count else ""


def still_to_go(way: Way) -> str:
    """Say that nothing is lost, and how long the rest takes."""
    minutes = max(1, round(way.seconds_left() / 60))
    return f"Wat u invulde, is bewaard. Nog ongeveer {plural(minutes, 'minuut', 'minuten')}, dan bent u klaar."


async def terrain_facts(step: Step, terrain_id: str) -> AsyncIterator[str]:
    """Yield how a terrain is doing, as far as its companies see that: its step, and the next session."""
    terrain = step.stores.terrains.named(terrain_id)
    state = await step.stores.dossiers.state(terrain_id) if terrain is not None else None
    if terrain is None or state is None:
        return
    if state.step is not None:
        yield f"{terrain.name} is nu in stap {numbered(STEPS[state.step])}."
    planned = state.next_session(step.known.now)
    if planned is not None:
        yield f"Op {day_of(planned)} is er een bijeenkomst over uw terrein."


async def session_item(step: Step, one: Notice, intake: Intake) -> NewsLine | None:
    """Return the reminder of a session, as it is now."""
    session = await find_session(step, one.data.get("session"))
    if session is None or not session.is_open or session.plan.start <= step.known.now:
        return None
    visitors = await step.stores.sessions.visitors(session, step.known.now)
    mine = next((visitor for visitor in visitors if visitor.intake == intake.id), None)
    if mine is None or not await step.stores.audiences.listeners(
        answering(session, mine.coming).among([intake.id]), step.known.now
    ):
        return None
    if one.data["what"] == About.ANSWER:
        return ask_again(step, session, visitors) if mine.coming in UNDECIDED else None
    return near(step, session) if mine.coming is Coming.YES else None


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
    )


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
    )


async def sent_item(step: Step, one: Notice, intake: Intake) -> NewsLine | None:
    """Return a text that the team approved, with the slides when it thanks for coming."""
    found = await to_tell(step, FOLLOW_UPS, one.data.get("sending"), intake.id)
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


async def tell_asked(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Remind somebody at the moment they named, unless they took it back, named another one since, or are done."""
    company = await telling.stores.rounds.company_of(telling.person or NOBODY)
    place = Place.model_validate(company[0]) if company is not None else Place()
    wished = {one.data.get("at") for one in notices}
    if company is None or place.kept is None or place.phase is Phase.DONE or place.remind_at is None:
        return ()
    if place.remind_at.isoformat() not in wished or not is_allowed(Purpose.KEEP, place.kept.decision, telling.now):
        return ()
    return (ShowCard(gathered([await go_on_item(step_of(telling), "", company[1])], reminded=True)),)


ASKED = NoticeKind(REMINDER, "herinnering op verzoek", tell_asked, mailed=True)
NEWS = NoticeKind(KIND, "bericht aan een bedrijf", tell_news, daily=True, mailed=True)
