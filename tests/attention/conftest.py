"""What the tests of attention share: a chat whose terrains are in the register too."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.chat import Chat


@pytest.fixture
def chat(database: AsyncEngine, registered: None) -> Chat:
    """A chat whose terrains are in the register too."""
    return Chat(database)
