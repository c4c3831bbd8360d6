"""A command that only a test has."""

from functools import cache

import pytest

import dialogs.commands
from dialogs.turn.command import Command

LOOKED_UP = ("commands_for", "commands_by_word")  # and remembered


def declare(monkeypatch: pytest.MonkeyPatch, command: Command) -> None:
    """Declare one command more until the end of the test, and forget until then what was looked up without it."""
    monkeypatch.setattr(dialogs.commands, "COMMANDS", (*dialogs.commands.COMMANDS, command))
    for name in LOOKED_UP:
        monkeypatch.setattr(dialogs.commands, name, cache(getattr(dialogs.commands, name).__wrapped__))
