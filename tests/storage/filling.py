"""Making a row of any table, with whatever rows it points at."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Column, Identity, Table, insert
from sqlalchemy.ext.asyncio import AsyncConnection

NOW = datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC)
MADE: Mapping[type, Callable[[], object]] = {
    datetime.datetime: lambda: NOW,
    UUID: uuid4,
    str: lambda: uuid4().hex[:8],
    bytes: lambda: uuid4().bytes,
    int: int,
    bool: bool,
    list: list,
    object: dict,  # JSON
}


async def fill(connection: AsyncConnection, table: Table, **values: object) -> Any:  # noqa: ANN401 - the key of any table
    """Insert a row with these values, and something in every other column that must have a value; return its key."""
    for column in table.c:
        if column.name not in values and must_have_value(column):
            values[column.name] = await value_of(connection, column)
    key = next(iter(table.primary_key.columns))
    return (await connection.execute(insert(table).values(values).returning(key))).scalar_one()


def must_have_value(column: Column[Any]) -> bool:
    """Say whether the database gives it none by itself."""
    return not column.nullable and column.server_default is None and not isinstance(column.default, Identity)


async def value_of(connection: AsyncConnection, column: Column[Any]) -> object:
    """Return something of the type of a column; for a foreign key, a new row there."""
    for key in column.foreign_keys:
        return await fill(connection, key.column.table)
    return MADE[column.type.python_type]()
