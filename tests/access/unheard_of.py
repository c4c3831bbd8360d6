"""What somebody reads of a command that is not theirs: to the letter what they would read if nobody had ever written it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

import pytest

from dialogs.commands import COMMANDS, commands_by_word, commands_for
from dialogs.meanings import ASK_TEAM, LATER, MISSED
from dialogs.turn.command import Command

SENT = re.compile(r"\b\d+ regels?(?=\n \(\d+ dagen na (?:het bericht|de zin)\))")


@contextmanager
def unwritten(hidden: Callable[[Command], bool]) -> Iterator[None]:
    """Let the program be, inside, one in which these commands were never written."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dialogs.commands.COMMANDS", tuple(one for one in COMMANDS if not hidden(one)))
        for kept in (commands_for, commands_by_word):
            patch.setattr(f"dialogs.commands.{kept.__name__}", cache(kept.__wrapped__))
        yield


def whatever_the_turn(text: str) -> str:
    """Return a reply with the first of the sentences that take turns, and without how many messages one sent by then."""
    text = SENT.sub("regels", text)
    for sentences in (MISSED, LATER, ASK_TEAM):
        for one in sentences[1:]:
            text = text.replace(one, sentences[0])
    return text
