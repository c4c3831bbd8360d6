"""What the tests of terrains share: an empty register in a real PostgreSQL."""

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.tables.terrain import terrain


@pytest.fixture
async def registry(database: AsyncEngine) -> AsyncEngine:
    """A pool on a database in which the register of terrains is empty."""
    async with database.begin() as connection:
        await connection.run_sync(terrain.create, checkfirst=True)
        await connection.execute(text("truncate terrain cascade"))
    return database
