"""What the tests of sessions share: a chat on an empty database."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.chat import Chat


@pytest.fixture
def chat(database: AsyncEngine) -> Chat:
    """A chat on an empty database, with buttons as current clients send them."""
    return Chat(database)


@pytest.fixture(params=["execute", "submit"])
def chat_either_way(database: AsyncEngine, request: pytest.FixtureRequest) -> Chat:
    """A chat in which buttons arrive as Action.Execute, and once more as the Action.Submit of older clients."""
    return Chat(database, how=request.param)
