"""A consent that ends is announced thirty days before, once, to whoever gave it, with a button to give it again."""

import datetime
from collections.abc import Mapping, Sequence
from uuid import UUID

from cards.formats import day_of
from cards.verbs import Verb
from cards.views.card import Button
from dialogs.consent.consents import decisions
from dialogs.rounds.follow_ups import KIND
from dialogs.rounds.items import NewsLine
from dialogs.rounds.news import this_morning
from dialogs.stores.stores import Stores
from dialogs.turn.place import Place
from domain.companies.audiences import deciding
from domain.consent.consents import TEXTS, Decision, Purpose, is_allowed
from domain.intake.intake import Intake
from domain.notices.notice import NewNotice, Notice
from domain.rounds.people import Ending

WHAT = "consent"
TITLE = "Uw toestemming loopt af"
LEAD = "Toestemming geldt twee jaar. Mogen wij hiermee doorgaan?"
OTHERWISE = "Doet u niets? Dan telt dit vanaf die dag niet meer mee."
THEN_ERASED = "Antwoorden die wij niet meer mogen bewaren, wissen wij 30 dagen daarna."


async def plan_endings(stores: Stores, now: datetime.datetime) -> int:
    """Plan to announce what ends within thirty days; return how many notices that are. Each decision is announced once."""
    ending = await stores.rounds.ending(now)
    companies = await stores.audiences.members(deciding({one.intake for one in ending}), now)
    hearing = {one.intake: [there.person for there in one.listeners] for one in companies}
    return await stores.notices.plan(
        *(
            NewNotice(
                KIND,
                person=to,
                about=one.intake,
                data={"what": WHAT},
                key=ending_key(one.purpose, one.until),
                after=this_morning(now),
                bundle=KIND,
            )
            for one in ending
            if (to := hears_of(one, hearing.get(one.intake, ()))) is not None
        )
    )


def ending_key(purpose: Purpose, until: datetime.datetime) -> str:
    """Return by what the end of a consent is known; these texts stand with everything that was told, and never change."""
    return f"{WHAT}:{purpose}:{until.isoformat()}"


def hears_of(ending: Ending, hearing: Sequence[UUID]) -> UUID | None:
    """Return who is to hear that a yes ends: who gave it, or else a colleague; of one's own yes nobody else."""
    if ending.person in hearing:
        return ending.person
    return hearing[0] if hearing and ending.purpose is not Purpose.KEEP else None


def ending_items(notices: Sequence[Notice], place: Place, intake: Intake, now: datetime.datetime) -> Sequence[NewsLine]:
    """Return what ends as one thing to tell; nothing when all of it was given again or taken back meanwhile."""
    keys, decided = {one.key for one in notices}, decisions(place.kept, intake.consents)
    told = {purpose: one for purpose, one in decided.items() if ending_key(purpose, one.until) in keys}
    ends = {purpose: one for purpose, one in told.items() if is_allowed(purpose, one, now)}
    return (ending_item(ends, intake),) if ends else ()


def ending_item(ends: Mapping[Purpose, Decision], intake: Intake) -> NewsLine:
    """Return the question again, in the words that hold now, for each of these."""
    asked = (
        f"{TEXTS[purpose].title}, geldig tot {day_of(one.until)}. {TEXTS[purpose].question} "
        f"Wie ziet dit: {TEXTS[purpose].recipient}."
        for purpose, one in ends.items()
    )
    then = (OTHERWISE, *((THEN_ERASED,) if Purpose.KEEP in ends else ()))
    again = {"renew": " ".join(ends), "intake": str(intake.id)}
    return NewsLine(
        TITLE,
        (LEAD, *asked, *then),
        (
            Button(title="Ja, ga door", verb=Verb.GRANT, data=again, primary=True),
            Button(title="Bekijk per onderdeel", verb=Verb.SAY, data={"text": "toestemming"}),
        ),
    )
