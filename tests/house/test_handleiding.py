"""The guide for people: plain Dutch, pictures that are there, and only commands that exist for who reads it."""

import re
from pathlib import Path

import pytest

from dialogs.commands import COMMANDS, folded
from dialogs.turn.command import Takes, Users
from tests.language import faults, hard_to_read

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "handleiding.md").read_text(encoding="utf-8")
COMPANY, TEAM = GUIDE.split("\n## ")[1:]
ANSWERS = {"12,5", "twaalf", "een stuk of tien", "half zeven", "weet ik niet", "vrijdag"}  # what one types as an answer
PAGES = {Users.COMPANY: COMPANY, Users.TEAM | Users.ADMIN: TEAM}


def spoken(page: str) -> str:
    """Return the sentences of a page: without marks, pictures and tables."""
    lines = [line.lstrip("- ") for line in page.splitlines()[1:] if not line.startswith("|")]
    paragraphs = " ".join(line or "\n" for line in lines)
    return re.sub(r"`[^`]*`", "…", paragraphs.replace("**", ""))


@pytest.mark.parametrize("page", [COMPANY, TEAM], ids=["company", "team"])
def test_it_is_plain_dutch(page: str) -> None:
    assert [*faults(spoken(page)), *hard_to_read(spoken(page))] == []


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", GUIDE)
    assert len(pictures) == 17
    assert [path for _, path in pictures if not (DOCS / path).is_file()] == []


@pytest.mark.parametrize("audience", PAGES)
def test_every_command_exists_for_who_reads_it(audience: Users) -> None:
    typed = [words for words in re.findall(r"`([^`]+)`", PAGES[audience]) if words not in ANSWERS]
    unknown = [words for words in typed if not any(is_command(words, audience))]
    assert len(typed) > 10
    assert unknown == []


def is_command(words: str, audience: Users) -> list[bool]:
    """Say of each command for these people whether this is a way to type it."""
    line = folded(words)
    return [
        line == word or (command.takes is not Takes.NOTHING and line.startswith(f"{word} "))
        for command in COMMANDS
        if command.audience & audience
        for word in command.words
    ]
