"""A session as a card for the team: the plan by the clock, what to mind, and a box to change it."""

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence

from cards.formats import clock, day, day_of, listing, plural
from cards.verbs import Verb
from cards.views.card import Button, Choice, Fact, FactGroup
from cards.views.intake.field import Field, InputKind
from cards.views.sessions.session_card import SessionCard
from dialogs.sessions.facts import facts_of
from dialogs.sessions.invited.partner_words import led_by, partner_groups
from dialogs.sessions.words import brought, explained
from dialogs.turn.step import Step
from domain.calendar.here import HERE
from domain.sessions.blocks import Block, TerrainFact
from domain.sessions.edits import LONGEST_BLOCK
from domain.sessions.plan import Plan, timed
from domain.sessions.preparing import checklist, missing_before
from domain.sessions.remarks import remarks
from domain.sessions.session import Session, happened
from domain.sessions.visitors import Visitor, coming, people
from domain.terrains.terrains import TerrainName

UNTOLD = "Wie is uitgenodigd, weet dit nog niet. Kies Bericht sturen."
# What the box can do, as it is chosen there.
CHANGES = (
    Choice(value="look", title="Uitleg lezen"),
    Choice(value="minutes", title="Andere duur geven"),
    Choice(value="drop", title="Schrappen"),
    Choice(value="swap", title="Ruilen met een ander onderdeel"),
    Choice(value="add", title="Hierna iets toevoegen"),
    Choice(value="back", title="Een geschrapt onderdeel terugzetten"),
)


def name_of(step: Step, terrain: str) -> str:
    """Return the name of a terrain, its key when it is gone from the register."""
    found = step.stores.terrains.named(terrain)
    return found.name if found else terrain


def when(plan: Plan) -> str:
    """Return "14 januari 2027, 19:30 - 21:25"."""
    start, end = plan.start.astimezone(HERE), plan.end
    return f"{day(start.date())}, {clock(start.time())} - {clock(end.time())}"


def where_and_when(session: Session) -> Iterator[str]:
    yield f"Wanneer: {when(session.plan)}."
    if session.plan.place:
        yield f"Waar: {session.plan.place}."


def carried(session: Session, do: str) -> dict[str, str]:
    """Return what a button of this session carries."""
    return {"do": do, "session": str(session.id), "revision": str(session.revision)}


def side(session: Session, title: str, do: str, *, primary: bool = False) -> Button:
    """Return a button to another side of the session."""
    return Button(title=title, verb=Verb.SESSION, data=carried(session, do), primary=primary)


def act(session: Session, title: str, do: str, *, primary: bool = False, more: Mapping[str, str] | None = None) -> Button:
    return Button(title=title, verb=Verb.SESSION_DO, data={**carried(session, do), **(more or {})}, primary=primary)


SIDES = {
    "plan": "Plan",
    "setup": "Gegevens",
    "draft": "Uitnodigen",
    "visitors": "Wie komt er",
    "groups": "Groepen",
    "papers": "Op papier",
    "after": "Na afloop",
    "news": "Bericht sturen",
    "partners": "Partners",
}


def sides(session: Session, *those: str) -> tuple[Button, ...]:
    """Return the ways to other sides; with the buttons of the box, a card holds six."""
    return tuple(side(session, SIDES[do], do) for do in those)


async def plan_card(step: Step, session: Session, message: str = "", *, about: str = "", said: str = "") -> SessionCard:
    """Return the plan as a card; `about` is the key of a block to be explained on it. `message` is what is
    wrong, `said` what was done.
    """
    plan, visitors = session.plan, await step.stores.sessions.visitors(session, step.known.now)
    partners = await step.stores.partners.of_session(session.id)
    step.place.session = session.id
    there = coming(visitors)
    facts = await facts_of(step.stores, session, visitors, [one.company for one in there if one.company], step.known.now)
    odd = await oddities(step, session, [one.name for one in there if one.name])
    return SessionCard(
        title=f"{plan.kind.title} {name_of(step, plan.terrain)}",
        lines=(f"{when(plan)}, samen {plural(plan.minutes, 'minuut', 'minuten')}", summary(session, visitors)),
        said=(said,) if said else (),
        alarms=tuple(line for line in (message, UNTOLD if session.news else "", *odd) if line),
        groups=(
            *(explained(plan.block(about), facts.lines) if about else ()),
            FactGroup(title="Draaiboek", facts=timetable(plan, partners)),
            *partner_groups(partners),
            *brought(plan, facts.lines),
            *ready(session, facts.known, step.today),
        ),
        side=carried(session, "plan"),
        box_title="Wilt u iets veranderen?" if session.is_open else "",
        fields=change_fields(plan) if session.is_open else (),
        box_buttons=(act(session, "Pas aan", "change", primary=True),) if session.is_open else (),
        buttons=sides(session, "news" if session.news else "setup", "visitors", "groups", "papers", "after"),
    )


async def oddities(step: Step, session: Session, names: Sequence[str]) -> tuple[str, ...]:
    """Return what is missing before this session, and what is odd about it while it is still to come."""
    plan = session.plan
    earlier = await step.stores.sessions.of_terrain(plan.terrain)
    missing = missing_before(plan.kind, happened([one for one in earlier if one.id != session.id]))
    if not session.is_open:
        return missing
    others = [one.plan for one in await step.stores.sessions.at_the_same_time(plan.start, plan.end)]
    return (*missing, *remarks(plan, step.known.now, others, names))


def summary(session: Session, visitors: Sequence[Visitor]) -> str:
    """Return place, people and facilitators in one line."""
    plan = session.plan
    led = listing(plan.facilitators) if plan.facilitators else "nog geen facilitators"
    there = people(visitors)
    state = "Deze sessie gaat niet door. " if session.cancelled else "Deze sessie is geweest. " if session.held else ""
    expected = f"{plural(there, 'aanmelding', 'aanmeldingen')} van {plan.people}" if there else f"{plan.people} verwacht"
    return f"{state}{plan.place or 'Nog geen plaats'}. Mensen: {expected}. Begeleiding: {led}."


def timetable(plan: Plan, partners: Sequence[Visitor]) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            label=f"{clock(part.start.time())} - {clock(part.end.time())}",
            value=part.block.title,
            remark=remark_on(part.block, partners),
        )
        for part in timed(plan)
    )


def remark_on(block: Block, partners: Sequence[Visitor]) -> str:
    """Return how long a block takes, who leads it and what to bring: "20 min, netbeheerder. Meenemen: factsheet op papier"."""
    led = ", ".join((f"{block.minutes} min", *led_by(block, partners)))
    return f"{led}. Meenemen: {listing([one[0].lower() + one[1:] for one in block.bring])}" if block.bring else led


def ready(session: Session, known: Collection[TerrainFact], today: datetime.date) -> tuple[FactGroup, ...]:
    """Return what is still to be made ready; nothing for a session that is over."""
    lines = [line for line in checklist(session.plan, known, session.ready, session.planned_on) if not line.done]
    facts = tuple(
        Fact(label=line.text, value=f"{line.owner.value}, {day(line.due)}", remark="te laat" if line.is_late(today) else "")
        for line in lines
    )
    return (FactGroup(title="Nog klaarmaken", facts=facts),) if facts and session.is_open else ()


def fits_of(plan: Plan) -> tuple[Choice, ...]:
    """Return the ways to make a plan as long as it should be, when it is too long."""
    if plan.kind.titled is None or plan.minutes <= plan.kind.titled:
        return ()
    there = {block.key for block in plan.blocks}
    fits = (one for one in plan.kind.fits if {*one.drop, *(key for key, _ in one.shorten)} <= there)
    return tuple(Choice(value=f"fit-{one.key}", title=f"Maak het passend: {one.words[0].lower()}{one.words[1:]}") for one in fits)


def change_fields(plan: Plan) -> tuple[Field, ...]:
    blocks = tuple(choice_of(block) for block in plan.blocks)
    gone = tuple(
        Choice(value=one.key, title=f"{one.title} (geschrapt)") for one in plan.dropped if not one.key.startswith("extra_")
    )
    ways = (*fits_of(plan), *(CHANGES if gone else CHANGES[:-1]))
    open_items = tuple(
        Choice(value=one.key, title=one.text) for one in sorted(plan.kind.prepare, key=lambda one: -one.days_before)
    )
    return (
        Field(name="block", label="Welk onderdeel?", kind=InputKind.CHOICE, options=(*blocks, *gone)),
        Field(name="what", label="Wat wilt u doen?", kind=InputKind.CHOICE, options=ways),
        Field(name="minutes", label="Hoeveel minuten?", kind=InputKind.NUMBER, minimum=1, maximum=LONGEST_BLOCK),
        Field(name="clock", label="Hoe laat begint de sessie?", kind=InputKind.CLOCK, value=clock(plan.start.time())),
        Field(name="other", label="Ruilen met?", kind=InputKind.CHOICE, options=blocks),
        Field(name="words", label="Naam of reden", kind=InputKind.TEXT, max_length=200,
              help="De naam van wat u toevoegt, of waarom u iets schrapt."),
        *((Field(name="ready", label="Dit is klaar", kind=InputKind.CHOICES, options=open_items),) if open_items else ()),
    )  # fmt: skip


def choice_of(block: Block) -> Choice:
    """Return a block as an entry of a list."""
    return Choice(value=block.key, title=f"{block.title} ({block.minutes} min)")


def list_card(terrain: TerrainName, sessions: Sequence[Session]) -> SessionCard:
    """Return the sessions of a terrain, newest first, with a button to the next ones."""
    newest = sorted(sessions, key=lambda one: one.plan.start, reverse=True)
    state = {(True, False): "geweest", (False, True): "gaat niet door", (True, True): "gaat niet door"}
    facts = tuple(
        Fact(label=one.plan.kind.title, value=when(one.plan), remark=state.get((one.held, one.cancelled), ""))
        for one in newest[:12]
    )
    buttons = tuple(side(one, f"{one.plan.kind.title}, {day_of(one.plan.start)}", "plan") for one in newest[:5])
    return SessionCard(
        title=f"Sessies {terrain.name}",
        lines=() if facts else (f"Er is nog geen sessie. Typ bijvoorbeeld: sessieplan {terrain.name} startsessie.",),
        groups=(FactGroup(title="Sessies", facts=facts),) if facts else (),
        buttons=buttons,
    )
