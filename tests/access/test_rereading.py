"""Linked teams are read again: who left while nobody told us loses the role, and what Teams does not show stays."""

import datetime
from collections.abc import Mapping
from typing import Any, cast

import pytest
from sqlalchemy import update

from bot.jobs.rosters import reread_teams
from bot.teams.rosters import Rosters, TooMany
from bot.teams.undelivered import Blocked, Gone, Unreachable
from dialogs.turn.events import Left, MembersChanged, Said, Scope
from domain.access.roles import TeamMember
from domain.notices.notice import Wake
from storage.access.team_list import team_of
from storage.database.transactions import transaction
from storage.tables.access import linked_team, role_event, team_member
from storage.tables.notice import notice
from storage.turn.roles import is_linked
from tests.access.arranging import TEAM, links
from tests.chat import ADMIN, TENANT, Chat
from tests.person import Person
from tests.tables import rows

OTHER = "19:other@thread.tacv2"


class Teams:
    """What Teams tells about teams, or how it refuses."""

    def __init__(self, told: Mapping[str, tuple[TeamMember, ...] | Exception]) -> None:
        """`told` by team."""
        self.told = told

    async def read(self, _: Mapping[str, Any], team: str) -> tuple[str, tuple[TeamMember, ...]]:
        """Tell, or refuse."""
        told = self.told[team]
        if isinstance(told, Exception):
            raise told
        return "Regio Oost", told


async def read(chat: Chat, told: Mapping[str, tuple[TeamMember, ...] | Exception]) -> int:
    """Read all linked teams."""
    return await reread_teams(chat.database, cast(Rosters, Teams(told)))


async def names(chat: Chat) -> set[str]:
    """Return who is in a linked team."""
    return {row["name"] for row in await rows(chat, team_member)}


async def test_who_left_unnoticed_has_no_role_any_more(chat: Chat) -> None:
    yara, bram = chat.person("Yara"), chat.person("Bram")
    await links(chat, yara, bram)
    assert await read(chat, {TEAM: (TeamMember(bram.sender.object_id, "29:x", "Bram", guest=False),)}) == 1
    assert await names(chat) == {"Bram"}
    await yara.opens()
    yara.sees("Mogen wij uw antwoorden bewaren?")
    assert [(row["kind"], row["by"]) for row in await rows(chat, role_event)] == [("left", "")]


@pytest.mark.parametrize("refusal", [Blocked("403"), Unreachable("attempts"), TooMany()])
async def test_a_team_that_is_not_shown_stays_and_keeps_no_other_waiting(chat: Chat, refusal: Exception) -> None:
    yara = chat.person("Yara")
    await links(chat, yara)
    await links(chat, yara, team=OTHER)
    assert await read(chat, {TEAM: refusal, OTHER: ()}) == 1
    assert [row["team_id"] for row in await rows(chat, team_member)] == [TEAM]


async def test_without_linked_teams_nothing_is_asked(chat: Chat) -> None:
    assert await read(chat, {}) == 0


async def is_team(person: Person) -> bool:
    """Say whether the project team's commands exist for somebody."""
    await person.says("vragen")
    return "Er zijn geen open vragen." in person.text()


async def age(chat: Chat, hours: int) -> None:
    """Let the last reading of every linked team be this long ago."""
    then = datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=hours)
    async with transaction(chat.database) as connection:
        await connection.execute(update(linked_team).values(read_at=then))


def a_working_morning() -> datetime.datetime:
    """Return ten o'clock on a Tuesday, some days from now: when notices are sent."""
    then = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=4)
    return then.replace(hour=9) + datetime.timedelta(days=(1 - then.weekday()) % 7)


async def test_members_of_a_team_that_is_gone_count_no_longer(chat: Chat) -> None:
    yara, ada = chat.person("Yara"), chat.person("Ada", admin=True)
    await ada.opens()
    await links(chat, yara)
    async with transaction(chat.database) as connection:
        await connection.execute(update(linked_team).values(linked_by=ADMIN))
    await yara.opens()
    assert await is_team(yara)
    await read(chat, {TEAM: Gone("404")})
    assert not await is_team(yara)
    await yara.does(Said("help"), scope=Scope.CHANNEL, team=TEAM)
    yara.sees_not("vragen")
    async with transaction(chat.database) as connection:
        assert not await is_linked(connection, TENANT, TEAM)
        assert "Yara" not in {one.name for one in await team_of(connection, TENANT, ())}
    assert [row["kind"] for row in await rows(chat, role_event)] == ["suspended"]
    await read(chat, {TEAM: Gone("404")})
    assert [row["kind"] for row in await rows(chat, role_event)] == ["suspended"]
    chat.now = a_working_morning()
    chat.wakes = [Wake(f"person:{(await rows(chat, notice))[0]['person_id']}", chat.now)]
    await chat.notices()
    ada.sees("Teams laat mij niet meer zien wie er in het team Projectteam zitten.")
    assert await read(chat, {TEAM: (TeamMember(yara.sender.object_id, "29:x", "Yara", guest=False),)}) == 1
    assert await is_team(yara)
    assert [row["kind"] for row in await rows(chat, role_event)] == ["suspended", "resumed"]


@pytest.mark.parametrize(("hours", "counts"), [(1, True), (20, True), (24, False), (80, False)])
@pytest.mark.parametrize("refusal", [Blocked("403"), Unreachable("attempts"), TooMany()])
async def test_a_team_that_could_not_be_read_for_a_day_is_suspended(
    chat: Chat, refusal: Exception, hours: int, counts: bool
) -> None:
    yara = chat.person("Yara")
    await links(chat, yara)
    await yara.opens()
    await age(chat, hours)
    await read(chat, {TEAM: refusal})
    assert await is_team(yara) is counts


async def test_who_leaves_a_suspended_team_does_not_come_back_with_it(chat: Chat) -> None:
    yara = chat.person("Yara")
    await links(chat, yara)
    await read(chat, {TEAM: Gone("404")})
    await yara.does(MembersChanged(removed=(yara.sender.object_id,)), scope=Scope.CHANNEL, team=TEAM)
    assert await names(chat) == set()
    await yara.does(Left(), scope=Scope.CHANNEL, team=TEAM)
    assert await rows(chat, linked_team) == []
