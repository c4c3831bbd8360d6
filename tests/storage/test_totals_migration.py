"""A database of before totals by class and by hour: what was published then is a total, and counts beside whatever comes."""

import datetime
from uuid import UUID

import psycopg
from psycopg.types.json import Jsonb
from sqlalchemy import select

from domain.disclosure.rules import Party, Total, TotalMember, may_publish
from domain.disclosure.shares import Hidden
from domain.disclosure.sums import MEASURES
from storage.database.engine import conninfo, create_engine
from storage.database.transactions import transaction
from storage.disclosure.history import Stored, open_total, read_total
from storage.tables.insight import published_total
from tests.storage.test_claims_migration import upgrade

NAMES = "abcdefghi"
HIDDEN = {name: Hidden(UUID(int=place), UUID(int=100 + place)) for place, name in enumerate(NAMES)}
AT = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
ADDED = "insert into published_total (terrain_id, year, at, parameters, figures, members) values ('t-1', 1, %s, 'p', %s, %s)"


def signs(name: str, amount: float) -> dict[str, str]:
    """Return the marks of a company as they were stored: signs alone."""
    return {measure: HIDDEN[name].hide(measure, f"{amount:.6g}") for measure in (*MEASURES, "inputs")}


def total(*names: str, **amounts: float) -> Total:
    """Return a total of today; a company adds 10, unless it is told otherwise."""
    of = dict.fromkeys(names, 10.0) | amounts
    marks = {name: {measure: HIDDEN[name].marked(measure, amount) for measure in MEASURES} for name, amount in of.items()}
    return Total({str(HIDDEN[name].mark): TotalMember(one) for name, one in marks.items()})


async def test_an_old_total_is_kept_and_judged_beside_the_new_ones(tableless_url: str) -> None:
    upgrade(tableless_url, "0039")
    members = {str(HIDDEN[name].mark): [signs(name, 10.0), []] for name in "abcdef"}
    with psycopg.connect(conninfo(tableless_url)) as connection:
        connection.execute(ADDED, (AT, Jsonb({"companies": 6}), Jsonb(members)))
    upgrade(tableless_url, "0040")
    database = create_engine(tableless_url)
    async with transaction(database) as connection:
        row = (await connection.execute(select(published_total))).one()
    await database.dispose()
    stored = read_total(row)
    assert isinstance(stored, Stored)
    old = open_total(stored, {str(one.mark): one for one in HIDDEN.values()})
    live = {str(one.mark): frozenset[Party]() for one in HIDDEN.values()}
    assert not may_publish(total(*"abcdefg"), [old], live, {})
    assert may_publish(total(*"abcdefghi"), [old], live, {})
    assert not may_publish(total(*"abcdefgh", i=30.0), [old], live, {})
    assert not may_publish(total(*"cdef", a=30.0, b=11.0), [old], live, {})  # of changes since, only that they are three is known
