"""A paper of the team is given to who belongs to it when it is opened, and goes when their role goes."""

import dataclasses
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select, update

from dialogs.turn.events import Left, MembersChanged, Said, Scope
from domain.access.roles import Grant, Role
from storage.access.role_book import RoleBook
from storage.access.team_links import TeamLinks
from storage.database.transactions import transaction
from storage.tables.access import linked_team, role_grant
from storage.tables.paper import paper
from tests.access.arranging import TEAM, ZWOLLE, gives, links
from tests.chat import TENANT, Chat
from tests.papers.test_links import link
from tests.person import Person
from tests.tables import rows

Loses = Callable[[Chat, Person], Awaitable[None]]


async def taken(chat: Chat, someone: Person) -> None:
    """An administrator takes the role back."""
    async with transaction(chat.database) as connection:
        await RoleBook(connection, TENANT, "").take(someone.sender.object_id, Grant(Role.TEAM))


async def left(_: Chat, someone: Person) -> None:
    """Somebody leaves the linked team."""
    await someone.does(MembersChanged(removed=(someone.sender.object_id,)), scope=Scope.CHANNEL, team=TEAM)


async def reread(chat: Chat, _: Person) -> None:
    """The linked team is read again, without them."""
    async with transaction(chat.database) as connection:
        await TeamLinks(connection, TENANT, "", {}).reread(TEAM, "", ())


async def let_go(_: Chat, someone: Person) -> None:
    """The bot is taken out of the linked team."""
    await someone.does(Left(), scope=Scope.CHANNEL, team=TEAM)


async def suspended(chat: Chat, _: Person) -> None:
    """The linked team is suspended."""
    async with transaction(chat.database) as connection:
        await TeamLinks(connection, TENANT, "", {}).suspend(TEAM)


@pytest.mark.parametrize("loses", [taken, left, reread, let_go, suspended])
async def test_a_paper_goes_with_the_role(chat: Chat, loses: Loses) -> None:
    yara, fatima = chat.person("Yara"), chat.person("Fatima")
    await (gives(chat, yara, Grant(Role.TEAM)) if loses is taken else links(chat, yara))
    secrets = []
    for one in (yara, fatima):
        await one.opens()
        await one.says("papier")
        secrets.append(link(one))
        assert await chat.turns.linked_paper(secrets[-1])
    await loses(chat, yara)
    assert await chat.turns.linked_paper(secrets[0]) is None
    assert await chat.turns.linked_paper(secrets[1]), "what was made for a company stays"
    assert len(await rows(chat, paper)) == 1
    await yara.says("stuur link")
    yara.sees("Er staat geen bestand voor u klaar.")


async def test_whoever_keeps_the_role_in_another_way_keeps_the_paper(chat: Chat) -> None:
    yara = chat.person("Yara")
    await links(chat, yara)
    await gives(chat, yara, Grant(Role.TEAM), ZWOLLE)
    await yara.opens()
    await yara.says("papier")
    secret = link(yara)
    await left(chat, yara)
    assert await chat.turns.linked_paper(secret)


async def test_the_role_is_looked_at_when_a_paper_is_given(chat: Chat) -> None:
    """Even where the role went by a way that erases nothing."""
    yara, noor = chat.person("Yara"), chat.person("Noor", team=True)
    await gives(chat, yara, Grant(Role.TEAM))
    secrets = []
    for one in (yara, noor):
        await one.opens()
        await one.says("papier")
        secrets.append(link(one))
    async with transaction(chat.database) as connection:
        await connection.execute(role_grant.delete())
        papers = list((await connection.execute(select(paper.c.id))).scalars())
    chat.turns.house = dataclasses.replace(chat.turns.house, team=frozenset())
    for secret, kept in zip(secrets, papers, strict=True):
        assert await chat.turns.linked_paper(secret) is None
        assert await chat.turns.read_paper(kept) is None


@pytest.mark.parametrize("loses", [let_go, suspended])
async def test_a_paper_of_a_linked_channel_goes_with_the_link(chat: Chat, loses: Loses) -> None:
    yara = chat.person("Yara")
    await links(chat, yara)
    await yara.does(Said("papier"), scope=Scope.CHANNEL, team=TEAM)
    secret = link(yara)
    assert await chat.turns.linked_paper(secret)
    await loses(chat, yara)
    assert await chat.turns.linked_paper(secret) is None
    assert await rows(chat, paper) == []


async def test_the_link_is_looked_at_when_a_paper_is_given(chat: Chat) -> None:
    yara = chat.person("Yara")
    await links(chat, yara)
    await yara.does(Said("papier"), scope=Scope.CHANNEL, team=TEAM)
    secret = link(yara)
    async with transaction(chat.database) as connection:
        await connection.execute(update(linked_team).values(suspended_at=chat.now))
    assert await chat.turns.linked_paper(secret) is None
