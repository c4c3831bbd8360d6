"""What the tests of reading share: a chat on an empty database."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.chat import Chat


@pytest.fixture
def chat(database: AsyncEngine) -> Chat:
    """A chat with buttons as current clients send them."""
    return Chat(database)
