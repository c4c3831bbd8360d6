"""A chat in which "plaats hessenpoort Hallo" posts in the channel where it was said, in a thread about Hessenpoort."""

import pytest

from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.posts import Post
from dialogs.turn.replies import OfferPaper, Say
from dialogs.turn.step import Step
from tests.declaring import declare
from tests.papers.conftest import FACTSHEET


async def place(step: Step, text: str) -> None:
    """Post here: the first word is what it is about, "-" nothing; a text that ends in papier brings the factsheet."""
    subject, _, words = text.partition(" ")
    assert step.known.channel
    replies = (Say(words), OfferPaper(FACTSHEET)) if words.endswith("papier") else (Say(words),)
    step.posts.append(Post(step.known.channel, replies, "" if subject == "-" else subject))
    step.say("Dat komt zo in dit kanaal.")


@pytest.fixture(autouse=True)
def plaats(monkeypatch: pytest.MonkeyPatch) -> None:
    """Declare the command."""
    command = Command(("plaats",), "plaatsen", place, Users.ANYONE, Takes.TEXT, scopes=tuple(Scope))
    declare(monkeypatch, command)
