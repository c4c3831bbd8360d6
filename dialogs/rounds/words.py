"""The words that companies hear by themselves, made when they are told: short, with what is new, and how to stop it."""

from collections.abc import AsyncIterator, Sequence
from uuid import UUID

from cards.formats import day_of, plural
from cards.verbs import Verb
from cards.views.card import MOST_BUTTONS, Button
from cards.views.notice import NoticeCard
from dialogs.notices.kind import NoticeKind, Telling
from dialogs.notices.office import NOBODY, step_of
from dialogs.rounds.consent_ends import ending_items
from dialogs.rounds.follow_ups import KIND
from dialogs.rounds.items import NewsLine
from dialogs.rounds.session_news import about_session
from dialogs.rounds.wishes import KIND as REMINDER
from dialogs.rounds.wishes import NOT_REMIND, SILENT
from dialogs.terrains.words import numbered
from dialogs.turn.place import Hearing, Phase, Place
from dialogs.turn.replies import Enclose, OfferPaper, Reply, ShowCard
from dialogs.turn.step import Step
from domain.consent.consents import Purpose, is_allowed
from domain.intake.intake import Intake
from domain.intake.path import Depth, Way
from domain.notices.notice import Notice
from domain.plan.steps import STEPS

SAY_STOP = "Wilt u geen herinnering meer? Typ 'stop'."


async def tell_news(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Tell a person everything that is due today, in one message; what is not true any more is left out."""
    if telling.addressee is not None:
        return await tell_addressee(step_of(telling), telling.addressee, notices)
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


async def tell_addressee(step: Step, who: UUID, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Tell who is no person here the same about sessions, with the appointment: they have no chat to fetch it from."""
    found = [await about_session(step, one, who) for one in notices]
    items = [one for one in found if one is not None]
    if not items:
        return ()
    papers = (OfferPaper(paper) for item in items for paper in item.papers)
    return (ShowCard(gathered(items, reminded=False)), *papers, *(Enclose(one) for item in items for one in item.appointments))


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
    if one.data.get("what") == "intake":
        return await intake_item(step, one, place, intake)
    return await about_session(step, one, intake.id)


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
