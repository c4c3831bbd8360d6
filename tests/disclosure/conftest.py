"""A chat to talk about the companies of a town."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.chat import Chat


@pytest.fixture
def chat(database: AsyncEngine) -> Chat:
    """A chat on the same database, of a bot that can be reached from outside."""
    return Chat(database, public_url="https://laadmaat.voorbeeld.example/", saves=True)
