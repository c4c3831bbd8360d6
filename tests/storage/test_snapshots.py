"""Snapshots of answers and consents: by name, with a version that is read, whichever version wrote them."""

import datetime
from typing import Any
from uuid import UUID

import psycopg
import pytest
from alembic import command
from alembic.config import Config
from psycopg.types.json import Jsonb
from sqlalchemy import create_engine

from domain.consent.consents import Decision, Purpose, State
from domain.intake.answers import Answer
from domain.intake.certainty import Certainty
from storage.database.engine import conninfo, database_url
from storage.database.engine import create_engine as create_async_engine
from storage.database.migrate import _SCRIPTS, migrate
from storage.disclosure.gate import read_company
from storage.intake.snapshots import (
    UnknownSnapshot,
    in_this_version,
    read_answers,
    read_consents,
    read_value,
    write_snapshot,
)

FATIMA, INTAKE, NOBODY = UUID(int=1), UUID(int=2), UUID(int=3)
EMAIL = f"contact.email@{FATIMA.hex}"
AT = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
UNTIL = AT.replace(year=2028)
# As a database of before holds it, byte for byte: lists, read by position, and no version.
FIRST: dict[str, Any] = {
    "answers": {
        "company.name": ["Jansen Transport", "sure", 1],
        "company.terrain": [{"id": "t-1", "name": "Hessenpoort"}, "sure", 1],
        "van.total": [12, "estimate", 4],
        "grid.peak_kw": [None, "unknown", 5],
        EMAIL: ["f@jansen.example", "sure", 6],
    },
    "consents": {
        "total": ["given", "2026-11", "2026-11-23T09:00:00+00:00", "2028-11-23T09:00:00+00:00", "card", 7],
        "operator": ["withdrawn", "2026-11", "2026-11-23T09:00:00+00:00", "2028-11-23T09:00:00+00:00", "chat", 8],
        "once_declared": ["given", "2026-11", "2026-11-23T09:00:00+00:00", "2028-11-23T09:00:00+00:00", "card", 9],
    },
}
SAID = {
    "company.name": Answer("Jansen Transport", revision=1),
    "company.terrain": Answer({"id": "t-1", "name": "Hessenpoort"}, revision=1),
    "van.total": Answer(12, Certainty.ESTIMATE, 4),
    "grid.peak_kw": Answer(None, Certainty.UNKNOWN, 5),
    "contact.email": Answer("f@jansen.example", revision=6),
}
DECIDED = {
    Purpose.TOTAL: Decision(State.GIVEN, "2026-11", AT, UNTIL, "card", 7),
    Purpose.OPERATOR: Decision(State.WITHDRAWN, "2026-11", AT, UNTIL, "chat", 8),
}


@pytest.mark.parametrize("current", [FIRST, in_this_version(FIRST), {"version": 1, **FIRST}])
def test_a_snapshot_of_before_says_the_same(current: dict[str, Any]) -> None:
    assert dict(read_answers(current, FATIMA)) == SAID
    assert read_consents(current) == DECIDED
    assert read_value(current, "van.total") == 12
    assert read_value(current, "rigid.total") is None


def test_what_is_laid_over_a_snapshot_of_before_is_of_this_version() -> None:
    refused = Decision(State.REFUSED, "2026-11", AT, UNTIL, "chat", 10)
    current = write_snapshot(FIRST, {"van.total": Answer(13, revision=10)}, {Purpose.COMPANIES: refused})
    assert current["version"] == 2
    assert current["answers"]["van.total"] == {"value": 13, "revision": 10}
    assert current["answers"]["grid.peak_kw"] == {"value": None, "certainty": "unknown", "revision": 5}
    assert current["consents"]["companies"] == {
        "state": "refused", "text_version": "2026-11", "at": AT.isoformat(), "until": UNTIL.isoformat(), "through": "chat",
        "revision": 10,
    }  # fmt: skip
    assert read_consents(current) == DECIDED | {Purpose.COMPANIES: refused}


def test_a_new_snapshot_is_read_as_it_was_written() -> None:
    stored = {EMAIL if name == "contact.email" else name: answer for name, answer in SAID.items()}
    current = write_snapshot({}, stored, DECIDED)
    assert (dict(read_answers(current, FATIMA)), read_consents(current)) == (SAID, DECIDED)


@pytest.mark.parametrize("version", [0, 3, "2", None])
def test_an_unknown_version_is_refused(version: object) -> None:
    current = {"version": version, "answers": {}, "consents": {}}
    for read in (lambda: read_consents(current), lambda: read_answers(current, None), lambda: write_snapshot(current)):
        with pytest.raises(UnknownSnapshot, match=f"version {version}, and this program reads up to 2"):
            read()


def bring_to(url: str, revision: str, go: Any = command.upgrade) -> None:  # noqa: ANN401 - upgrade or downgrade
    """Migrate a database as far as a revision."""
    engine = create_engine(database_url(url))
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(_SCRIPTS))
        config.attributes["connection"] = connection
        go(config, revision)
    engine.dispose()


def fill(url: str) -> None:
    """Put in it a company that agreed, somebody who said nothing yet, and many more."""
    kept = {"kept": {"state": "given", "until": UNTIL.isoformat(), "text_version": "2026-11", "at": AT.isoformat()}}
    with psycopg.connect(conninfo(url)) as connection:
        rows = ((INTAKE, Jsonb(FIRST)), (NOBODY, Jsonb({})))
        connection.cursor().executemany("insert into intake (id, current, terrain_id) values (%s, %s, 't-1')", rows)
        row = (FATIMA, INTAKE, Jsonb(kept))
        connection.execute("insert into person (id, tenant, object_id, intake_id, place) values (%s, 't', 'f', %s, %s)", row)
        more = "insert into intake (id, current) select gen_random_uuid(), %s from generate_series(1, 500)"
        connection.execute(more, (Jsonb(FIRST),))


def snapshots(url: str) -> dict[UUID, Any]:
    """Return all of them as they are stored."""
    with psycopg.connect(conninfo(url)) as connection:
        return dict(connection.execute("select id, current from intake").fetchall())


async def test_a_database_of_before_is_upgraded_without_loss(tableless_url: str) -> None:
    bring_to(tableless_url, "0030")
    fill(tableless_url)
    before = snapshots(tableless_url)
    migrate(tableless_url)
    after = snapshots(tableless_url)
    assert after.keys() == before.keys()
    assert after.pop(NOBODY) == {}
    assert len(after) == 501
    assert all(current == in_this_version(FIRST) for current in after.values())
    engine = create_async_engine(tableless_url)
    async with engine.connect() as connection:
        seen = await read_company(connection, INTAKE, AT)
        assert seen is not None
        assert dict(seen.answers) == {name: one for name, one in SAID.items() if name != "contact.email"}
        assert seen.consents == DECIDED
        assert seen.allowed == {Purpose.TOTAL}
        assert await read_company(connection, INTAKE, UNTIL) is None
    await engine.dispose()
    bring_to(tableless_url, "0030", command.downgrade)
    assert snapshots(tableless_url) == before
