"""Linked teams are read again: who left while nobody told us loses the role, and what Teams does not show stays."""

from collections.abc import Mapping
from typing import Any, cast

import pytest

from bot.rereading import reread_teams
from bot.rosters import Rosters, TooMany
from bot.undelivered import Blocked, Unreachable
from domain.access import Member
from storage.tables.access import role_event, team_member
from tests.access.arranging import TEAM, links
from tests.chat import Chat
from tests.conversations.tables import rows

OTHER = "19:other@thread.tacv2"


class Teams:
    """What Teams tells about teams, or how it refuses."""

    def __init__(self, told: Mapping[str, tuple[Member, ...] | Exception]) -> None:
        """`told` by team."""
        self.told = told

    async def read(self, _: Mapping[str, Any], team: str) -> tuple[str, tuple[Member, ...]]:
        """Tell, or refuse."""
        told = self.told[team]
        if isinstance(told, Exception):
            raise told
        return "Regio Oost", told


async def read(chat: Chat, told: Mapping[str, tuple[Member, ...] | Exception]) -> int:
    """Read all linked teams."""
    return await reread_teams(chat.database, cast(Rosters, Teams(told)))


async def names(chat: Chat) -> set[str]:
    """Return who is in a linked team."""
    return {row["name"] for row in await rows(chat, team_member)}


async def test_who_left_unnoticed_has_no_role_any_more(chat: Chat) -> None:
    yara, bram = chat.person("Yara"), chat.person("Bram")
    await links(chat, yara, bram)
    assert await read(chat, {TEAM: (Member(bram.sender.object_id, "29:x", "Bram", guest=False),)}) == 1
    assert await names(chat) == {"Bram"}
    await yara.opens()
    yara.sees("Mogen wij uw antwoorden bewaren?")
    assert [(row["kind"], row["by"]) for row in await rows(chat, role_event)] == [("left", "")]


@pytest.mark.parametrize("refusal", [Blocked("403"), Unreachable("attempts"), TooMany()])
async def test_a_team_that_is_not_shown_stays_as_it_is_and_keeps_no_other_waiting(chat: Chat, refusal: Exception) -> None:
    yara = chat.person("Yara")
    await links(chat, yara)
    await links(chat, yara, team=OTHER)
    assert await read(chat, {TEAM: refusal, OTHER: ()}) == 1
    assert [row["team_id"] for row in await rows(chat, team_member)] == [TEAM]


async def test_without_linked_teams_nothing_is_asked(chat: Chat) -> None:
    assert await read(chat, {}) == 0
