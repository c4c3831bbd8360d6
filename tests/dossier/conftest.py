"""What the tests of dossiers share: a chat on an empty database, with and without the newest buttons."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.chat import Chat


@pytest.fixture
def chat(database: AsyncEngine) -> Chat:
    """A chat with buttons as current clients send them."""
    return Chat(database)


@pytest.fixture(params=["execute", "submit"])
def chat_either_way(request: pytest.FixtureRequest, database: AsyncEngine) -> Chat:
    """A chat with buttons as current clients send them, and one as older clients do."""
    return Chat(database, how=request.param)
