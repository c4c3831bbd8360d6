"""The town whose companies the tests of insight look at, and a chat to talk about it."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.chat import Chat
from tests.disclosure.companies import Town


@pytest.fixture
def town(database: AsyncEngine) -> Town:
    """An empty town on an empty database."""
    return Town(database)


@pytest.fixture
def chat(database: AsyncEngine) -> Chat:
    """A chat on the same database, of a bot that can be reached from outside."""
    return Chat(database, public_url="https://laadmaat.voorbeeld.example/", saves=True)
