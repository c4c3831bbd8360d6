"""A house without some commands: what somebody may not use must be answered as if it were that house."""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager

import pytest

from dialogs import commands
from dialogs.commands import commands_by_word, commands_for
from dialogs.meanings import ASK_TEAM, LATER, MISSED
from dialogs.turn.command import Command
from tests.beginnings import talk
from tests.person import Person

SENT = re.compile(r"\b\d+ regels?(?=\n \(\d+ dagen na (?:het bericht|de zin)\))")
UNDERSTOOD = "Wat is Laadmaat?"  # after it a miss is the first one again


@contextmanager
def without(taken: Collection[Command]) -> Iterator[None]:
    """Take commands out of the house, for everybody."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(commands, "COMMANDS", tuple(one for one in commands.COMMANDS if one not in taken))
        forget()
        try:
            yield
        finally:
            patch.undo()
            forget()


def forget() -> None:
    """Let the house look anew which commands there are."""
    for known in (commands_for, commands_by_word):
        known.cache_clear()


async def does_not_exist(who: Person, words: str, taken: Collection[Command]) -> None:
    """Check that somebody who types a command is answered as in a house that has none of these."""
    await talk(who, UNDERSTOOD, words)
    answered = who.text()
    with without(taken):
        await talk(who, UNDERSTOOD, words)
    assert who.text() == answered


def whatever_the_turn(text: str) -> str:
    """Return a reply with the first of the sentences that take turns, and without how many messages one sent by then."""
    text = SENT.sub("regels", text)
    for sentences in (MISSED, LATER, ASK_TEAM):
        for one in sentences[1:]:
            text = text.replace(one, sentences[0])
    return text
