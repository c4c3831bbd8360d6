"""A chat in which "papier" gives a factsheet, to anyone and everywhere."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from dialogs.turn.command import Command, Users
from dialogs.turn.events import Scope
from dialogs.turn.replies import OfferPaper
from dialogs.turn.step import Step
from domain.papers.papers import Paper
from tests.chat import Chat
from tests.declaring import declare

FACTSHEET = Paper("Factsheet Hessenpoort.pdf", "application/pdf", b"%PDF-1.7 een", "De laadvraag van Hessenpoort.")


async def give_paper(step: Step, _: str) -> None:
    """Offer the factsheet."""
    step.say("Hier is de factsheet.")
    step.show(OfferPaper(FACTSHEET))


@pytest.fixture
def papier(monkeypatch: pytest.MonkeyPatch) -> None:
    """Declare the command."""
    command = Command(("papier",), "een factsheet", give_paper, Users.ANYONE, scopes=tuple(Scope))
    declare(monkeypatch, command)


@pytest.fixture
def chat(database: AsyncEngine, papier: None) -> Chat:
    """A chat of a bot that can be reached from outside."""
    return Chat(database, public_url="https://laadmaat.voorbeeld.example/")
