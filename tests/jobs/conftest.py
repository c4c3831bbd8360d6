"""A chat in which "werk count 3" starts work."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

import dialogs.works
from tests.chat import Chat
from tests.declaring import declare
from tests.jobs.counting import COMMAND, RELEASE, STARTED, WORKS


@pytest.fixture
def declared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Declare the work, and the command that starts it."""
    monkeypatch.setattr(dialogs.works, "WORKS", WORKS)
    declare(monkeypatch, COMMAND)
    STARTED.clear()
    RELEASE.clear()


@pytest.fixture
def chat(database: AsyncEngine, declared: None) -> Chat:
    """A chat of a bot that can be reached from outside."""
    return Chat(database, public_url="https://laadmaat.voorbeeld.example")
