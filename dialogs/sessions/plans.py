"""Making a plan: which session, when, where, for how many; or changing those facts of one that is there."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated
from uuid import uuid4

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.forms.form_card import FormCard
from cards.views.notice import NoticeCard
from dialogs.forms.fields import Offers, card_fields
from dialogs.sessions.cards import name_of, plan_card, side
from dialogs.sessions.invited.waiting import fill_places
from dialogs.sessions.plan_requests import Asked
from dialogs.sessions.record import record_planned
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.calendar.here import HERE
from domain.forms.declaration import Fields
from domain.forms.judging import Judged, judge
from domain.intake.acceptance import key_in, whole_number
from domain.intake.declaration import Ask, Clock, Day, Offered, Rule
from domain.sessions.edits import move_start
from domain.sessions.formats import BY_KEY, FORMATS
from domain.sessions.plan import MOST_PEOPLE, Plan, PlanRefused, check_people, make_plan, with_people
from domain.sessions.remarks import check_start
from domain.sessions.session import Session
from domain.terrains.terrains import TerrainName

WRONG = "Kijk nog even naar de gemarkeerde velden."
USUAL_START = "19:30"  # own assumption: companies come in the evening
USUAL_PEOPLE = "24"  # the number of the source's example


class SessionFacts(Fields):
    """The facts of a session; which one it is, only where that is not known yet."""

    format: Annotated[Offered, Ask("Welke sessie?", core=True, wrong="Kies een sessie.")]
    day: Annotated[Day, Ask("Op welke dag?")]
    clock: Annotated[Clock, Ask("Hoe laat begint het?")]
    place: Annotated[str, Rule(max_length=120), Ask("Waar?", why="Dit mag leeg blijven.")]
    people: Annotated[int, Rule(ge=1, le=MOST_PEOPLE), Ask("Hoeveel mensen verwacht u?")]
    facilitators: Annotated[str, Rule(max_length=400), Ask("Wie zijn de facilitators?", why="Namen met een komma ertussen.")]
    example: Annotated[str, Rule(max_length=500), Ask("Een voorbeeld van een ander terrein", why="Dit mag leeg blijven.")]


def offered(kind: str) -> Offers:
    """Return the sessions that one can choose from, while it is not known which one it is."""
    return {} if kind else {"format": {one.key: f"{one.title} ({one.minutes} min)" for one in FORMATS}}


def setup_form(
    title: str, data: Mapping[str, str], entered: Mapping[str, str], errors: Mapping[str, str], button: str = "Maak het plan"
) -> FormCard:
    """Return the card on which the facts of a session are filled in."""
    values = {"clock": USUAL_START, "people": USUAL_PEOPLE, **entered}
    return FormCard(
        title=title,
        message=WRONG if errors else "",
        fields=card_fields(SessionFacts, values, errors, offered(data.get("format", data.get("session", "")))),
        buttons=(Button(title=button, verb=Verb.SESSION_DO, data={**data, "do": "plan"}, primary=True),),
    )


def ask_facts(step: Step, terrain: TerrainName, kind: str, asked: Asked) -> None:
    """Ask for the facts of a new session on one card, with the moment as it was typed."""
    errors = asked.errors or (fault_in_start({"clock": USUAL_START, **asked.moment}, step) if "day" in asked.moment else {})
    step.show(ShowCard(new_form(terrain.name, terrain.id, kind, asked.moment, errors, str(uuid4()))))


def moment_in(data: Mapping[str, object]) -> dict[str, str]:
    return {name: value for name in ("day", "clock") if isinstance(value := data.get(name), str)}


def new_form(name: str, terrain: str, kind: str, entered: Mapping[str, str], errors: Mapping[str, str], key: str) -> FormCard:
    """Return the card of a session that is not there yet; pressed twice, `key` makes it one session."""
    what = BY_KEY[kind].title if kind else "Sessie"
    data = {"terrain": terrain, "format": kind, "key": key}
    return setup_form(f"{what} op {name}", data, entered, errors)


def facts_form(
    step: Step, session: Session, entered: Mapping[str, str] | None = None, errors: Mapping[str, str] | None = None
) -> FormCard:
    """Return the card with the facts of a session that is there, to change them."""
    plan = session.plan
    known = {
        "day": plan.start.date().isoformat(),
        "clock": plan.start.strftime("%H:%M"),
        "place": plan.place,
        "people": str(plan.people),
        "facilitators": ", ".join(plan.facilitators),
        "example": session.example,
    }
    data = {"session": str(session.id), "revision": str(session.revision)}
    title = f"{plan.kind.title} op {name_of(step, plan.terrain)}"
    return setup_form(title, data, known if entered is None else entered, errors or {}, "Bewaar gegevens")


async def take_facts(step: Step, data: Mapping[str, str], inputs: Mapping[str, str], session: Session | None) -> None:
    """Make a plan of what was filled in, or change the facts of the one that is there; show what is wrong beside each field."""
    terrain = session.plan.terrain if session else str(data.get("terrain", ""))
    asked = kind if (kind := str(data.get("format", ""))) in BY_KEY else ""
    judged = judge(SessionFacts, inputs, step.today, offered(str(session.id) if session else asked))
    kind, errors = asked or judged.text("format"), {**judged.faults, **faults_in(step, inputs)}
    if session is None and step.stores.terrains.named(terrain) is None:
        step.say("Dit terrein ken ik niet meer.")
        return
    key = key_in(data.get("key")) or uuid4()
    if session is None and (there := await step.stores.sessions.find(key)) is not None:
        step.show(ReplaceCard(await plan_card(step, there, said="Deze sessie is al gepland.")))
        return
    if errors:
        form = facts_form(step, session, inputs, errors) if session else new_form(
            name_of(step, terrain), terrain, asked, inputs, errors, str(key)
        )  # fmt: skip
        step.show(ReplaceCard(form))
        return
    plan = session.plan if session else make_plan(key, terrain, BY_KEY[kind], start_of(inputs), 1)
    fresh = with_facts(session or Session(plan, planned_on=step.today), filled(plan, inputs, judged), judged, step.today)
    kept = await save(step, fresh) if session else await step.stores.sessions.add(fresh, step.known.now)
    if kept is not None:
        if session is None or session.plan.start != kept.plan.start:
            await record_planned(step, kept)
        await fill_places(step.stores, kept, step.known.now)
        step.show(ReplaceCard(await plan_card(step, kept)))


def faults_in(step: Step, inputs: Mapping[str, str]) -> dict[str, str]:
    """Return what is wrong with the facts, by field."""
    errors = fault_in_start(inputs, step)
    try:
        check_people(whole_number(inputs.get("people", "")))
    except PlanRefused as refused:
        errors["people"] = refused.sentence
    return errors


def fault_in_start(inputs: Mapping[str, str], step: Step) -> dict[str, str]:
    """Return what is wrong with the moment; it is with the day."""
    try:
        check_start(start_of(inputs), step.known.now)
    except ValueError:
        return {"day": "Kies een dag en een tijd."}
    except PlanRefused as refused:
        return {"day": refused.sentence}
    return {}


def start_of(inputs: Mapping[str, str]) -> datetime.datetime:
    """Return the moment that was filled in, by the clock here; raises ValueError when it is none."""
    day = datetime.date.fromisoformat(inputs.get("day", "").strip())
    clock = datetime.time.fromisoformat(inputs.get("clock", "").strip())
    return datetime.datetime.combine(day, clock.replace(tzinfo=None, second=0, microsecond=0), HERE)


def filled(plan: Plan, inputs: Mapping[str, str], judged: Judged) -> Plan:
    """Return the plan with these facts."""
    names = tuple(name.strip()[:60] for name in judged.text("facilitators").split(","))
    moved = move_start(plan, start_of(inputs))
    return replace(with_people(moved, judged.number("people"), names), place=judged.text("place"))


def with_facts(session: Session, plan: Plan, judged: Judged, today: datetime.date) -> Session:
    """Return a session with these facts; on another day, what must be ready is counted anew."""
    moved = plan.start.date() != session.plan.start.date()
    return replace(session, plan=plan, example=judged.text("example"), planned_on=today if moved else session.planned_on)


async def save(step: Step, session: Session) -> Session | None:
    """Keep a change and return it as kept; None when somebody else was first, and then the newest plan is shown."""
    kept = await step.stores.sessions.save(session, step.known.now)
    if kept is None:
        await changed_meanwhile(step, session)
    return kept


async def changed_meanwhile(step: Step, session: Session) -> None:
    """Show the newest version, when somebody else changed the session while this card was open."""
    newest = await step.stores.sessions.find(session.id)
    if newest is None:
        step.say("Deze sessie is er niet meer.")
        return
    step.show(ReplaceCard(await plan_card(step, newest, "Iemand anders heeft dit net veranderd. Dit is het nieuwste plan.")))


def again(step: Step, terrain: TerrainName, kind: str, there: Session, moment: Mapping[str, str]) -> None:
    """Point at the session that is planned already, before making a second one."""
    data = {"do": "new", "terrain": terrain.id, "format": kind, **moment}
    button = Button(title="Maak nog een sessie", verb=Verb.SESSION, data=data)
    step.show(ShowCard(NoticeCard(
        title=f"{BY_KEY[kind].title} op {terrain.name}",
        lines=("Deze sessie is al gepland.",),
        buttons=(side(there, "Bekijk het plan", "plan", primary=True), button),
    )))  # fmt: skip
