"""A consent that ends is announced thirty days before, once, to whoever gave it, with a button to give it again."""

import datetime
from collections.abc import Mapping, Sequence
from uuid import UUID

from cards.formats import day_of
from cards.verbs import Verb
from cards.views.card import Button
from dialogs.consent.consents import as_decision
from dialogs.rounds.follow_ups import KIND
from dialogs.rounds.items import NewsLine
from dialogs.rounds.news import this_morning
from dialogs.stores.stores import Stores
from dialogs.turn.place import Place
from domain.companies.audiences import deciding
from domain.consent.consents import TEXTS, Decision, Purpose, State, has_ended
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
                data={"what": WHAT, "purpose": one.purpose.value, "until": one.until.isoformat()},
                key=f"{WHAT}:{one.purpose}:{one.until.isoformat()}",
                after=this_morning(now),
                bundle=KIND,
            )
            for one in ending
            if (to := hears_of(one, hearing.get(one.intake, ()))) is not None
        )
    )


def hears_of(ending: Ending, hearing: Sequence[UUID]) -> UUID | None:
    """Return who is to hear that a yes ends: who gave it, or else a colleague; of one's own yes nobody else."""
    if ending.person in hearing:
        return ending.person
    return hearing[0] if hearing and ending.purpose is not Purpose.KEEP else None


def ending_items(notices: Sequence[Notice], place: Place, intake: Intake, now: datetime.datetime) -> Sequence[NewsLine]:
    """Return what ends as one thing to tell; nothing when all of it was given again or taken back meanwhile."""
    decided = dict(intake.consents)
    if place.kept is not None:
        decided[Purpose.KEEP] = as_decision(place.kept)
    said = {one.data.get("purpose"): one.data.get("until") for one in notices if one.data.get("what") == WHAT}
    ends = {purpose: decided[purpose] for purpose in Purpose if still_ends(decided.get(purpose), said.get(purpose.value), now)}
    return (ending_item(ends, intake),) if ends else ()


def still_ends(decision: Decision | None, until: object, now: datetime.datetime) -> bool:
    """Say whether a decision is the yes that was to be announced, and did not end yet."""
    announced = decision is not None and decision.state is State.GIVEN and decision.until.isoformat() == until
    return announced and not has_ended(decision, now)


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
