"""What the tests of rounds share: a chat whose terrains stand in the register too, and a clock that goes from day to day."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.chat import Chat
from tests.terrain.conftest import register


@pytest.fixture
async def chat(database: AsyncEngine) -> Chat:
    """A chat whose terrains stand in the register, with the bot reachable from outside."""
    await register(database)
    return Chat(database, public_url="https://laadmaat.voorbeeld.example")
