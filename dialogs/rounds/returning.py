"""A company that comes back: what is new on its terrain, the one thing that waits for it, and the question that was open."""

import datetime
from collections.abc import AsyncIterator

from cards.views.notice import NoticeCard
from dialogs.consent.consents import ask_to_keep, asked_purpose
from dialogs.consent.welcome import show_welcome
from dialogs.intake.typed_answers import reminder
from dialogs.questions.held_answers import show_first, waiting
from dialogs.questions.prompts import choices_for
from dialogs.rounds.news import newest_on
from dialogs.rounds.words import after_that, still_to_go, terrain_facts
from dialogs.turn.attention import buttons_of, gather
from dialogs.turn.place import Phase
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.attention.attention import Whom

RECENT = datetime.timedelta(days=14)  # own assumption: what happened before is no news any more
DONE = "U hoeft nu niets te doen. Typ 'overzicht' om uw antwoorden te zien."


async def welcome_back(step: Step, lead: str = "") -> None:
    """Greet a company with what is new and what waits; before the first consent, with that question."""
    if not step.may_keep():
        if step.place.welcomed:
            ask_to_keep(step, lead)
        else:
            show_welcome(step)
        return
    news = [line async for line in news_of(step)]
    opening = "\n\n".join(filter(None, (lead, *news)))
    waits = await one_thing(step)
    if waits is not None:
        if opening:
            step.say(opening)
            opening = ""
        step.show(ShowCard(waits))
    where_it_was(step, opening, quiet=waits is not None)


async def news_of(step: Step) -> AsyncIterator[str]:
    """Yield how the terrain of the company is doing, when something happened there lately."""
    own = step.answers.known("company.terrain")
    terrain = str(own.get("id", "")) if isinstance(own, dict) else ""
    newest = await newest_on(step.stores, terrain, step.known.now)
    if newest is not None and newest > step.known.now - RECENT:
        facts = [line async for line in terrain_facts(step, terrain)]
        for line in ("Er is nieuws over uw terrein.", *facts) if facts else ():
            yield line


async def one_thing(step: Step) -> NoticeCard | None:
    """Return the first thing that waits for the company, with its answers; None when nothing does."""
    kinds = (kind for kind in step.known.house.attention if kind.whom is Whom.COMPANY)
    found = await gather(step, kinds)
    if not found:
        return None
    first = found[0]
    return NoticeCard(
        lines=tuple(filter(None, (first.line, first.hint, after_that(len(found) - 1)))),
        buttons=buttons_of(first),
    )


def where_it_was(step: Step, opening: str, *, quiet: bool) -> None:
    """Show the question that was open, as it can be answered at once; else what comes next."""
    question = step.asked if step.place.phase is Phase.QUESTIONS else None
    if waiting(step) is not None:
        if opening:
            step.say(opening)
        show_first(step)
    elif question is not None:
        step.say(opening, reminder(step), choices=choices_for(step, question))
    elif asked_purpose(step) is not None:
        step.say(opening, reminder(step), choices=("Ja", "Nee"))
    elif step.place.phase is not Phase.DONE:
        step.say(opening, still_to_go(step.way), choices=("Verder", "Help"))
    elif not quiet:
        step.say(opening, DONE, choices=("Overzicht", "Help"))
