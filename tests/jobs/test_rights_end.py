"""The result of work is for who may have it when it is done, whatever they might when they asked."""

import dataclasses

import pytest

from bot.jobs.work import NOT_ANY_MORE
from domain.access.roles import Grant, Role
from storage.database.transactions import transaction
from storage.tables.access import role_grant
from storage.tables.inbox import request
from storage.tables.paper import paper
from tests.access.arranging import gives
from tests.chat import Chat
from tests.tables import rows


@pytest.mark.parametrize("keeps", [True, False])
async def test_who_lost_the_role_meanwhile_gets_no_result(chat: Chat, keeps: bool) -> None:
    yara = chat.person("Yara")
    await gives(chat, yara, Grant(Role.TEAM))
    await yara.opens()
    await yara.says("werk guarded 1")
    if not keeps:
        async with transaction(chat.database) as connection:
            await connection.execute(role_grant.delete())
    await chat.works()
    assert ("alleen voor het projectteam" in yara.text()) is keeps
    assert (NOT_ANY_MORE in yara.text()) is not keeps
    assert len(await rows(chat, request)) == len(await rows(chat, paper)) == int(keeps)


async def test_who_stands_in_the_settings_no_longer_gets_no_result(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    await noor.says("werk guarded 1")
    chat.worker.house = dataclasses.replace(chat.worker.house, team=frozenset())
    await chat.works()
    noor.sees(NOT_ANY_MORE)
    assert await rows(chat, paper) == []
