"""Filling a database with invented terrains, companies and answers, the same every time: to measure how reading scales."""

import datetime
import json
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

import psycopg

from bench.invented import companies, plan_map, terrain_id, terrains
from domain.companies.companies import company_key
from domain.consent.consents import Decision, Purpose, State
from domain.demand.parameters import STANDARD
from domain.demand.quantities import Strategy, Year
from domain.disclosure.shares import parameters_mark
from domain.intake.answers import Answer, Value
from domain.intake.questionnaire import QUESTIONS
from domain.plan.calendar import due, standing
from domain.plan.events import VERSION, PlanKind, TerrainEvent
from domain.plan.folding import state_of
from domain.plan.outcomes import Outcome
from domain.plan.routes import Route
from domain.plan.state import TerrainState
from domain.terrains.terrains import size_class
from storage.database.engine import conninfo
from storage.intake.snapshots import write_snapshot

NOW = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
YES = Decision(State.GIVEN, "2026-11", NOW, NOW + datetime.timedelta(days=400), revision=3)
LATER = YES.until.isoformat()
TEAM_MEMBER = "99999999-9999-4999-8999-999999999999"
ANSWERED = list(QUESTIONS)[:44]  # 45,000 companies with so many answers each make 2 million
STAGES = ("started", "short", "complete")


@dataclass(frozen=True, slots=True)
class Size:
    """One size to measure at."""

    name: str
    terrains: int
    companies: int

    @property
    def answers(self) -> int:
        """Return how many answers there are."""
        return self.companies * len(ANSWERED)


SMALL = Size("small", 10, 500)
REGION = Size("region", 877, 45_000)
COUNTRY = Size("country", 3_700, 185_000)


def fill(url: str, size: Size) -> None:
    """Fill a migrated, empty database."""
    with psycopg.connect(conninfo(url), autocommit=True) as connection:
        connection.execute("set synchronous_commit = off")
        copy(connection, TERRAIN, (terrain_row(row) for row in terrains(size.terrains)))
        copy(connection, PLAN_MAP, (plan_row(row) for row in plan_map(size.terrains)))
        people = [row[:3] for row in companies(size.companies, size.terrains)]
        copy(connection, INTAKE, (intake_row(number, row) for number, row in enumerate(people)))
        copy(connection, PERSON, (person_row(number) for number in range(size.companies)))
        copy(connection, COMPANY, (company_row(number, row) for number, row in enumerate(people)))
        connection.execute(ANSWERS, {"names": ANSWERED, "at": NOW})
        histories = [(terrain_id(number), history(number)) for number in range(1, size.terrains + 1) if number % 5]
        copy(connection, EVENT, (event_row(event) for _, events in histories for event in events))
        copy(connection, STATE, (state_row(terrain, state_of(events)) for terrain, events in histories))
        connection.execute(TOTALS, {"mark": parameters_mark(STANDARD), "at": NOW, "figures": json.dumps(FIGURES)})
        connection.execute("vacuum analyze")


def copy(connection: psycopg.Connection, into: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Write rows in one go."""
    with connection.cursor() as cursor, cursor.copy(f"copy {into} from stdin".encode()) as writer:
        for row in rows:
            writer.write_row(row)


TERRAIN = "terrain (id, name, municipality_code, municipality, province, net_ha, size_class, invented, origin_file, origin_at)"
PLAN_MAP = "plan_map (terrain_id, year, charging_kw, vehicles, grid_kw, congestion, origin_file, origin_at)"
INTAKE = "intake (id, revision, current, depth, stage, company, company_key, terrain_id, changed_at)"
PERSON = "person (id, tenant, object_id, name, place, intake_id)"
COMPANY = "company (id, terrain_id, name, name_key, kvk, approached_at)"
EVENT = "terrain_event (terrain_id, revision, kind, data, why, person_id, at)"
STATE = (
    "terrain_state (terrain_id, revision, current, standing, step, since, route, outcome, director, due, recheck, first_contact,"
    " last_contact)"
)
ANSWERS = """
    insert into answer (intake_id, name, value, certainty, source, revision, at)
    select intake.id, named.name, '3'::jsonb, 'sure', 'card', 1, %(at)s
    from intake cross join unnest(%(names)s::text[]) as named(name)
"""


# The totals that a worker keeps; storage/disclosure/live_totals.py tells what they rest on.
TOTALS = """
    insert into terrain_total (terrain_id, basis, at, figures)
    select terrain_id, md5(%(mark)s || ':' || string_agg(id::text || ':' || revision::text, ',' order by id)), %(at)s,
        %(figures)s::jsonb
    from intake group by terrain_id
"""
YEAR = {"companies": 40, "complete": 20, "kwh": 9000.0, "kw": {strategy.value: 1200.0 for strategy in Strategy}}
FIGURES = {"answered": 50, "years": {year.name: YEAR for year in Year}}


def terrain_row(row: tuple[str, ...]) -> tuple[object, ...]:
    """Return a terrain as it is stored."""
    key, name, code, place, province, _, _, net, *_ = row
    size = size_class(float(net))  # type: ignore[arg-type]  # a float compares as well
    return key, name, code, place, province, net, size, True, "bench", NOW


def plan_row(row: tuple[str, ...]) -> tuple[object, ...]:
    """Return a year of the plan map as it is stored."""
    return (*row, "bench", NOW)


def key_of(kind: int, number: int) -> UUID:
    """Return the id of the nth row of a kind."""
    return UUID(int=(kind << 64) + number)


def intake_row(number: int, row: tuple[str, ...]) -> tuple[object, ...]:
    """Return an intake with a full snapshot; two of three companies let themselves be counted."""
    where, name, kvk = row
    values: Mapping[str, Value] = dict.fromkeys(ANSWERED, 3) | {"company.name": name, "company.kvk": kvk}
    answers = {question: Answer(value, revision=1) for question, value in values.items()}
    current = json.dumps(write_snapshot({}, answers, {Purpose.TOTAL: YES} if number % 3 else {}))
    stage = STAGES[number % 3]
    return key_of(1, number), 1, current, "full", stage, name, company_key(name), where, NOW


def person_row(number: int) -> tuple[object, ...]:
    """Return the contact of an intake, who let us keep the answers."""
    place = json.dumps(
        {"kept": {"state": "given", "until": LATER, "text_version": "2026-11", "at": NOW.isoformat(), "through": "card"}}
    )
    return key_of(2, number), "bench", f"company-{number}", "Iemand", place, key_of(1, number)


def company_row(number: int, row: tuple[str, ...]) -> tuple[object, ...]:
    """Return the company in the register."""
    where, name, kvk = row
    return key_of(3, number), where, name, company_key(name), kvk, NOW


def history(number: int) -> list[TerrainEvent]:
    """Return the events of a terrain: some steps done, a route, now and then an outcome."""
    chance = random.Random(number)  # noqa: S311 (nothing secret)
    start = NOW - datetime.timedelta(days=chance.randint(10, 500))
    reached = chance.choice((0, 0, 1, 1, 2, 2, 3, 4, 5, 6))
    made: list[tuple[str, dict[str, object]]] = [(PlanKind.DIRECTOR, {"person": str(key_of(2, chance.randint(0, 9)))})]
    for step in range(reached):
        made += [
            (PlanKind.ENTERED, {"step": step}),
            (PlanKind.TICKED, {"step": step, "items": []}),
            (PlanKind.COMPLETED, {"step": step}),
        ]
    made += [(PlanKind.ENTERED, {"step": reached}), ("entry_added", {"contact_on": start.date().isoformat()})]
    made += [(PlanKind.ROUTE, {"route": chance.choice(list(Route))})]
    made += [(PlanKind.OUTCOME, {"outcome": Outcome.TOGETHER})] if reached > 2 else []
    return list(numbered(number, start, made))


def numbered(number: int, start: datetime.datetime, made: list[tuple[str, dict[str, object]]]) -> Iterator[TerrainEvent]:
    """Yield events as the log numbers them."""
    for revision, (kind, data) in enumerate(made, start=1):
        at = start + datetime.timedelta(days=revision)
        said = {"version": VERSION, "on": at.date().isoformat(), **data}
        yield TerrainEvent(terrain_id(number), kind, at, said, revision=revision, person=key_of(2, 0))


def event_row(event: TerrainEvent) -> tuple[object, ...]:
    """Return an event as it is stored."""
    return event.terrain, event.revision, event.kind, json.dumps(dict(event.data)), event.why, event.person, event.at


def state_row(terrain: str, state: TerrainState) -> tuple[object, ...]:
    """Return the state of a terrain as it is stored."""
    since = state.visit.since if state.visit else None
    kept = (state.route, state.outcome, state.director, due(state), state.recheck, state.first_contact, state.last_contact)
    return terrain, state.revision, state.model_dump_json(), standing(state), state.step, since, *kept
