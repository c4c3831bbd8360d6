"""What the tests of attention share: a chat whose terrains stand in the register too."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.chat import Chat
from tests.terrain.conftest import register


@pytest.fixture
async def chat(database: AsyncEngine) -> Chat:
    """A chat whose terrains stand in the register too."""
    await register(database)
    return Chat(database)
