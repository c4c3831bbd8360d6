"""`bellijst`: the companies of a terrain in the order to call, one at a time, made for a telephone between two cars."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from cards.verbs import Verb
from cards.views.card import Button, Card
from cards.views.companies.call_card import CallCard
from cards.views.notice import NoticeCard
from dialogs.companies.call_words import (
    ASKED,
    NEWS,
    asks_of,
    facts_of,
    first_words,
    left_over,
    number_of,
    rest_of,
    sum_of,
    who_of,
    why_now,
)
from dialogs.lookup.telephone_numbers import read_telephone
from dialogs.terrains.terrain_choice import with_terrain
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.calendar.here import HERE, date_here
from domain.companies.calls import Call, CallReach, CallReason, calls_of
from domain.companies.company_file import NamedCompany
from domain.inbox.requests import RequestKind
from domain.terrains.terrains import TerrainName

MOST_WAITING = 100  # people whose wish to be called is looked at
MOST_BUSY = 1  # companies of which it is said that a colleague calls them
AGAIN, AND = "again", ","
FIRST = "-"  # of a second round: nobody was tried in it yet


@dataclass(frozen=True, slots=True)
class Round:
    """Where somebody is in the list of a terrain. `again`: who was not reached is tried once more, and these keys were."""

    terrain: TerrainName
    again: frozenset[str] | None = None

    @property
    def carried(self) -> dict[str, str]:
        """Return it as buttons carry it."""
        more = {} if self.again is None else {AGAIN: AND.join(sorted({*self.again, FIRST}))}
        return {"terrain": self.terrain.id, **more}

    def holds(self, call: Call) -> bool:
        """Say whether a company is still to come in this round."""
        tried = call.reason is CallReason.TRIED
        return not tried if self.again is None else tried and call.row.key not in self.again

    def after(self, about: NamedCompany) -> "Round":
        """Return the round once this company was tried in it."""
        return self if self.again is None else replace(self, again=self.again | {about.id})


async def call_list(step: Step, text: str) -> None:
    """Show the first company of a terrain to call."""
    if step.known.acting:
        step.say("U vult nu een intake in. Typ eerst 'klaar'.")
        return
    terrain = await with_terrain(step, text, CALL_LIST, guess=True)
    if terrain is not None:
        step.show(ShowCard(await next_card(step, Round(terrain))))


async def show_next(step: Step, around: Round, *said: str) -> None:
    """Show the next company in the place of the card that was pressed."""
    step.show(ReplaceCard(await next_card(step, around, *said)))


async def next_card(step: Step, around: Round, *said: str) -> Card:
    """Return the card of the first company that nobody else calls now; without one what was done. `said` is told first."""
    calls = await calls_on(step, around.terrain)
    todo = [one for one in calls if around.holds(one)]
    busy: list[str] = []
    for place, call in enumerate(todo, start=1):
        about = await step.stores.companies.one(call.row.key)
        if about is None:
            continue
        if holder := await step.stores.calls.begin(about):
            busy.append(is_calling(holder, call.row.name))
        else:
            left = left_over(around.terrain.label, len(todo) - place)
            return await call_card(step, around, call, about, (*said, *busy[:MOST_BUSY], left))
    await step.stores.calls.end()
    return await end_card(step, around, calls, (*said, *busy))


async def calls_on(step: Step, terrain: TerrainName) -> Sequence[Call]:
    """Return whom to call on a terrain today, in order."""
    rows = await step.stores.company_rows.of_terrain(terrain.id, step.known.now)
    return calls_of(rows, await reach_on(step, terrain), step.today)


async def reach_on(step: Step, terrain: TerrainName) -> CallReach:
    """Return who can be called on a terrain. Who asked for it on a number can be called on that."""
    reach = await step.stores.calls.reach(terrain.id)
    waiting = await step.stores.requests.waiting(MOST_WAITING)
    calls = [one for one in waiting if one.kind is RequestKind.CALL_BACK and one.terrain == terrain.id and one.company]
    asked = {one.company: date_here(one.at) for one in reversed(calls) if one.company is not None}
    named = {one.company for one in calls if one.company is not None and read_telephone(one.text)}
    return replace(reach, asked=asked, numbers=reach.numbers | named)


def is_calling(holder: str, company: str) -> str:
    """Return that a colleague calls a company now."""
    return f"{holder} belt nu met {company}."


async def call_card(step: Step, around: Round, call: Call, about: NamedCompany, said: Sequence[str]) -> CallCard:
    """Return the card of one company. What is pressed on it is kept once, under its key."""
    step.about = about.intake or step.about
    known = await facts_of(step, call, about)
    number, asks = number_of(known), [*asks_of(known)]
    data = {**around.carried, "company": about.id, "key": str(uuid4())}
    last = ("Intake nu", "intake") if about.intake is None else ("Gesprek", "talk")
    taps = (("Gesproken", "talked"), ("Niet bereikt", "missed"), ("Bel later", "later"), ("Wil niet", "refuses"), last)
    return CallCard(
        said=tuple(said),
        title=call.row.name,
        why=why_now(known),
        who=who_of(known.file),
        number=number,
        source=first_words(known.file),
        news=known.news[:NEWS],
        asks=tuple(asks[:ASKED]),
        rest=tuple(rest_of(known)),
        buttons=tuple(Button(title=title, verb=Verb.CALL, data={**data, "do": do}, primary=do == "talked") for title, do in taps),
    )


async def end_card(step: Step, around: Round, calls: Sequence[Call], said: Sequence[str]) -> NoticeCard:
    """Return what was done today, and what can be done now."""
    since = datetime.datetime.combine(step.today, datetime.time(), HERE)
    done = sum_of(await step.stores.calls.done(around.terrain.id, since))
    tried = sum(one.reason is CallReason.TRIED for one in calls)
    again = Button(
        title=f"Nog eens: {tried} niet bereikt", verb=Verb.CALL, data={**Round(around.terrain, frozenset()).carried, "do": AGAIN}
    )
    rows = Button(title="Alle bedrijven", verb=Verb.SAY, data={"text": f"bedrijven {around.terrain.id}"})
    nobody = "U bent klaar met deze lijst." if done else "Er is nu niemand om te bellen."
    return NoticeCard(
        title=f"Bellijst {around.terrain.label}",
        lines=(*said, nobody, *filter(None, (done, "" if done or said else NOT_LISTED))),
        buttons=(*((again,) if tried and around.again is None else ()), rows),
    )


NOT_LISTED = "Hier staat alleen wie een telefoonnummer heeft, en niet klaar is of wacht op een telefoontje."
CALL_LIST = Command(
    ("bellijst",), "wie u nu belt, één bedrijf tegelijk", call_list, Users.TEAM, Takes.MAYBE, argument="<terrein>",
    example="bellijst hessenpoort", group="Bedrijven",
)  # fmt: skip
