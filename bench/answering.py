"""Filling a database with terrains of companies that answered about their vehicles, the same every time: to add them up."""

import datetime
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

import psycopg

from bench.companies import invent
from bench.filling import copy
from domain.consent.consents import TEXTS, Decision, Purpose, State
from domain.intake.answers import Answers
from storage.database.engine import conninfo
from storage.intake.snapshots import write_snapshot

NOW = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
VERSION = TEXTS[Purpose.KEEP].version
YES = Decision(State.GIVEN, VERSION, NOW - datetime.timedelta(days=30), NOW + datetime.timedelta(days=700), revision=1)
SINCE, UNTIL = YES.at.isoformat(), YES.until.isoformat()
EACH = 50  # companies on a terrain
# Which share of companies agrees to what; own choice.
AGREES = {Purpose.TOTAL: 0.7, Purpose.COMPANIES: 0.3, Purpose.MUNICIPALITY: 0.4, Purpose.OPERATOR: 0.4}

INTAKE = "intake (id, revision, current, depth, stage, company, company_key, terrain_id, changed_at)"
PERSON = "person (id, tenant, object_id, name, place, intake_id)"
DECISION = (
    "consent_event (intake_id, person_id, purpose, recipient, state, text_version, text_digest, through, revision, at, until)"
)
KEPT = json.dumps({"kept": {"state": "given", "until": UNTIL, "text_version": VERSION, "at": SINCE, "through": "card"}})


def fill(url: str, sizes: Mapping[str, int]) -> None:
    """Add terrains with so many companies each to a migrated database."""
    with psycopg.connect(conninfo(url), autocommit=True) as connection:
        connection.execute("set synchronous_commit = off")
        found = connection.execute("select count(*) from intake").fetchone()
        there = found[0] if found else 0
        rows = list(enumerate(companies(sizes), start=there))
        copy(connection, INTAKE, (intake_row(number, *row) for number, row in rows))
        copy(connection, PERSON, ((key(2, one), "bench", f"c-{one}", "Iemand", KEPT, key(1, one)) for one, _ in rows))
        copy(connection, DECISION, (one for number, row in rows for one in decisions(number, row[2])))
        connection.execute("vacuum analyze")


def terrain_sizes(terrains: int) -> dict[str, int]:
    """Return so many terrains of 50 companies."""
    return {terrain_key(number): EACH for number in range(1, terrains + 1)}


def terrain_key(number: int) -> str:
    """Return the key of a terrain; that of a larger one has its size below zero."""
    return f"demo-{number:05}"


def key(kind: int, number: int) -> UUID:
    """Return the id of the nth row of a kind."""
    return UUID(int=(kind << 64) + number)


def companies(sizes: Mapping[str, int]) -> Iterator[tuple[str, Answers, tuple[Purpose, ...]]]:
    """Yield every company: its terrain, its answers and what it agrees to."""
    chance = random.Random(5)  # noqa: S311 (nothing secret)
    for seed, (terrain, count) in enumerate(sizes.items()):
        for answers in invent(count, seed):
            yield terrain, answers, tuple(one for one, share in AGREES.items() if chance.random() < share)


def intake_row(number: int, terrain: str, answers: Answers, agreed: Sequence[Purpose]) -> tuple[object, ...]:
    """Return an intake with its snapshot."""
    current = json.dumps(write_snapshot({}, answers, dict.fromkeys(agreed, YES)))
    return key(1, number), 1, current, "full", "complete", f"Bedrijf {number}", f"bedrijf {number}", terrain, NOW


def decisions(number: int, agreed: Sequence[Purpose]) -> Iterator[tuple[object, ...]]:
    """Yield the decisions of a company as they are logged."""
    for one in agreed:
        yield key(1, number), key(2, number), one.value, "", "given", VERSION, "", "card", 1, SINCE, UNTIL
