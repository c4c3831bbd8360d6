"""What the tests of rounds share: a chat whose terrains are in the register too, of a bot that can be reached from outside."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.chat import Chat


@pytest.fixture
def chat(database: AsyncEngine, registered: None) -> Chat:
    """A chat whose terrains are in the register, with the bot reachable from outside."""
    return Chat(database, public_url="https://laadmaat.voorbeeld.example")
