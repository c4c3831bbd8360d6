"""What is so of a terrain, in the words that packages and flyers use; what is not known is not said."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from cards.formats import plural, small, weekday
from dialogs.door.ways import address_of
from dialogs.notices.guard import congestion_at
from dialogs.sessions.invited.facts import invitation_facts, told_moment
from dialogs.turn.known import House
from dialogs.turn.step import Step
from domain.calendar.here import HERE, date_here
from domain.consent.consents import KEEP_YEARS
from domain.disclosure.rules import ENOUGH
from domain.door.entering import DoorWay
from domain.plan.steps import STEPS
from domain.sessions.formats import TALK
from domain.sessions.invitation_texts import GRID, OPERATOR_COMES
from domain.sessions.session import Session
from domain.terrains.plan_map import Congestion
from domain.terrains.terrains import TerrainName

# How long before a session a text goes out: the first with the invitation, the other as a reminder. Own assumption.
NEWSLETTER, POSTS = datetime.timedelta(weeks=3), datetime.timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class PackFacts:
    """What is so of a terrain today; None and an empty text are not known. `counted` is of how many companies a total was
    published, `session` is the next one that companies may come to.
    """

    terrain: TerrainName
    house: House
    today: datetime.date
    session: Session | None = None
    operator_comes: bool = False
    congestion: Congestion | None = None
    step: str = ""
    counted: int = 0

    def address_of(self, way: DoorWay) -> str:
        """Return the page of the square of the terrain, or of the session; empty where there is none."""
        key = self.terrain.id if way is DoorWay.TERRAIN else str(self.session.id) if self.session is not None else ""
        return address_of(self.house, way, key) if key else ""


async def facts_of(step: Step, terrain: TerrainName) -> PackFacts:
    """Return what is so of a terrain now."""
    stores, house = step.stores, step.known.house
    ahead = [one for one in await stores.sessions.of_terrain(terrain.id) if comes_to(one, step.known.now)]
    session = min(ahead, key=lambda one: one.plan.start, default=None)
    visit = (await stores.dossiers.state(terrain.id)).visit
    published = await stores.insight.published_total(terrain.id, step.known.now)
    return PackFacts(
        terrain=terrain,
        house=house,
        today=date_here(step.known.now),
        session=session,
        operator_comes=session is not None and (await invitation_facts(step, session)).operator_comes,
        congestion=await congestion_at(step, terrain.id),
        step=STEPS[visit.step].title if visit else "",
        counted=max((one.companies for one in published.years.values()), default=0),
    )


def comes_to(session: Session, now: datetime.datetime) -> bool:
    """Say whether companies may still come to a session: a talk with one company is for nobody else."""
    return session.is_open and session.plan.start > now and session.plan.format != TALK.key


def words_of(facts: PackFacts) -> Mapping[str, str]:
    """Return each fact as texts name it; an empty one is not so, or not known."""
    session, house = facts.session, facts.house
    return {
        "terrein": facts.terrain.name,
        "stap": facts.step,
        "organisatie": house.organisation,
        "afzender": house.organisation.partition(",")[0],
        "contact": house.contact,
        "privacy": house.privacy_url,
        "genoeg": str(ENOUGH),
        "jaren": str(KEEP_YEARS),
        "net": GRID[facts.congestion] if facts.congestion is not None else "",
        "sessie": f"De {small(session.plan.kind.title)} is op {told_moment(session.plan)} uur." if session else "",
        "plaats": session.plan.place.rstrip(". ") if session else "",
        "netbeheerder": OPERATOR_COMES if facts.operator_comes else "",
        "netbeheerderstand": operator_words(facts),
        "geendatum": "" if session else "Er is nog geen datum voor een bijeenkomst.",
        "wacht": "" if session else "Wacht met plaatsen tot die er is.",
        "meedoen": f"Doe mee: {address}" if (address := facts.address_of(DoorWay.TERRAIN)) else "",
        "cijfers": counted_words(facts.counted),
        **days_of(facts),
    }


def operator_words(facts: PackFacts) -> str:
    """Return whether one may say that the grid operator comes; empty without a session."""
    if facts.session is None:
        return ""
    return "De netbeheerder komt. Dat mag u zeggen." if facts.operator_comes else "Zeg nog niet dat de netbeheerder komt."


def counted_words(companies: int) -> str:
    """Return where the total stands that was published; empty when there is none."""
    total = f"Het totaal van {plural(companies, 'bedrijf', 'bedrijven')} staat op de factsheet."
    return f"{total} Die is voor iedereen op het terrein." if companies else ""


def days_of(facts: PackFacts) -> Mapping[str, str]:
    """Return on which days texts go out; a day that has passed is not named."""
    if facts.session is None:
        return {}
    start = facts.session.plan.start.astimezone(HERE).date()
    first, second = start - NEWSLETTER, start - POSTS
    return {
        "nieuwsbriefdag": f"Plaats de nieuwsbrief rond {weekday(first)}." if first > facts.today else "",
        "berichtendag": f"Plaats de berichten rond {weekday(second)}." if second > facts.today else "",
        "snel": "De bijeenkomst is al snel. Plaats de nieuwsbrief deze week." if first <= facts.today else "",
    }
