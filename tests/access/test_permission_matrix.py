"""Every command for every role in every place, made from the declarations: who may is served, to who may not it is unknown."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select, text, update

from cards.verbs import Verb
from dialogs.buttons import OFFICE
from dialogs.commands import COMMANDS
from dialogs.turn.command import Command, Users
from dialogs.turn.events import Pressed, Said, Scope
from dialogs.turn.place import Phase
from domain.access.roles import Grant, Role
from storage.database.transactions import transaction
from storage.tables.base import metadata
from storage.tables.knowledge import miss, missed_words
from storage.tables.people import person
from tests.access.arranging import TEAM, ZWOLLE, gives, links
from tests.beginnings import agree
from tests.chat import Chat
from tests.person import Person
from tests.tables import rows
from tests.terrains.arranging import register
from tests.without import whatever_the_turn, without

NONSENSE = "blauwe fietsen zwemmen graag"
OTHER_TEAM = "19:other@thread.tacv2"


@dataclass(frozen=True)
class Kind:
    """One row of the matrix: somebody with these roles, and what that makes them."""

    name: str
    audience: Users
    grants: tuple[Grant, ...] = ()
    team: bool = False
    admin: bool = False
    member: bool = False
    company: bool = False


KINDS = (
    Kind("company", Users.COMPANY, company=True),
    Kind("park manager", Users.PARK_MANAGER, (Grant(Role.PARK_MANAGER, terrain="t-1"),)),
    Kind("municipality", Users.MUNICIPALITY, (ZWOLLE,)),
    Kind("grid operator", Users.GRID_OPERATOR, (Grant(Role.GRID_OPERATOR),)),
    Kind("company and park manager", Users.COMPANY | Users.PARK_MANAGER, (Grant(Role.PARK_MANAGER, "t-1"),), company=True),
    Kind("team by settings", Users.TEAM, team=True),
    Kind("team by linked team", Users.TEAM, member=True),
    Kind("admin by settings", Users.ADMIN | Users.TEAM, admin=True),
    Kind("admin by command", Users.ADMIN | Users.TEAM, (Grant(Role.ADMIN),)),
)
PLACES = ((Scope.PERSONAL, ""), (Scope.CHANNEL, TEAM), (Scope.CHANNEL, OTHER_TEAM), (Scope.GROUP, ""))
EVERYBODY = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


async def meet(chat: Chat, kind: Kind) -> Person:
    """Return somebody of this kind, at a place in the conversation where nothing is asked."""
    await register(chat.database)
    someone = chat.person("Iemand", team=kind.team, admin=kind.admin)
    await links(chat, *([someone] if kind.member else []))
    if kind.grants and not kind.company:
        await gives(chat, someone, *kind.grants)
    await (agree(someone) if kind.company else someone.opens())
    if kind.grants and kind.company:
        await gives(chat, someone, *kind.grants)
    return someone


async def calm(chat: Chat, someone: Person) -> None:
    """Bring somebody back to a place where no question is open, and out of any call."""
    async with transaction(chat.database) as connection:
        theirs = person.c.object_id == someone.sender.object_id
        row = (await connection.execute(person.select().where(theirs))).one()
        place = {"intake": str(row.intake_id), "phase": Phase.DONE, "welcomed": True, "kept": row.place.get("kept")}
        await connection.execute(update(person).where(theirs).values(place=place, acting_for=None))


async def says(someone: Person, words: str, scope: Scope, team: str) -> str:
    """Say something in this place, and return the answer."""
    someone.chat.said.append(words)
    await someone.does(Said(words), scope=scope, team=team)
    return someone.text()


@asynccontextmanager
async def nothing_changes(chat: Chat, *aside: str) -> AsyncIterator[None]:
    """Expect that inside nothing is stored but turns, and where somebody is; tables that are named `aside` are left alone."""
    before = await stored(chat)
    yield
    after = await stored(chat)
    assert [name for name in before if before[name] != after[name] and name not in aside] == []


async def stored(chat: Chat) -> Mapping[str, Any]:
    """Return everything that is stored but turns, and where somebody or the bot is."""
    found = {}
    async with transaction(chat.database) as connection:
        for table in metadata.sorted_tables:
            if table.name not in ("turn", "person", "channel"):
                kept = await connection.execute(select(table).order_by(next(iter(table.c))))
                found[table.name] = [dict(row._mapping) for row in kept]
        people = await connection.execute(text("select id, object_id, name, intake_id, acting_for from person order by 1"))
        found["person"] = [dict(row._mapping) for row in people]
    return found


def ways_to_say(command: Command) -> list[str]:
    """Return the command alone, and with words behind it."""
    return list(dict.fromkeys((command.words[0], command.example or f"{command.words[0]} hessenpoort")))


def audience(kind: Kind, scope: Scope) -> Users:
    """Return what somebody is in a place: in channels nobody is known as a company who is something else as well."""
    several = kind.audience & ~Users.COMPANY
    return kind.audience if scope is Scope.PERSONAL or not several else several


def everywhere() -> Iterator[tuple[Kind, Scope, str]]:
    """Yield everybody in their own chat, and in every other place one of those who are the same there."""
    for scope, team in PLACES:
        different = {audience(kind, scope): kind for kind in reversed(KINDS)}.values()
        yield from ((kind, scope, team) for kind in (KINDS if scope is Scope.PERSONAL else different))


def may(kind: Kind, command: Command, scope: Scope) -> bool:
    """Say what the declaration promises."""
    return scope in command.scopes and bool(command.audience & audience(kind, scope))


def may_in_own_chat(kind: Kind, command: Command, scope: Scope) -> bool:
    """Say whether somebody in this place is pointed to their own chat."""
    return Scope.PERSONAL in command.scopes and bool(command.audience & audience(kind, scope))


async def hears(chat: Chat, someone: Person, every: Sequence[str], scope: Scope, team: str) -> Mapping[str, str]:
    """Return the reply to all that somebody says, each where nothing is asked; nobody is sent on an errand for it."""
    heard = {}
    for words in every:
        if scope is Scope.PERSONAL:
            await calm(chat, someone)
        heard[words] = whatever_the_turn(await says(someone, words, scope, team))
        assert someone.errands == (), words
    return heard


async def missed(chat: Chat) -> list[tuple[str, str]]:
    """Return where people were whose words were not understood, and what was near, in order."""
    return [(row["state"], row["near"]) for row in sorted(await rows(chat, miss), key=lambda row: row["number"])]


@pytest.mark.parametrize(("kind", "scope", "team"), tuple(everywhere()), ids=lambda one: getattr(one, "name", one))
async def test_to_who_may_not_a_command_is_unknown_and_changes_nothing(chat: Chat, kind: Kind, scope: Scope, team: str) -> None:
    someone = await meet(chat, kind)
    others = [one for one in COMMANDS if not may(kind, one, scope) and not may_in_own_chat(kind, one, scope)]
    every = list(dict.fromkeys(words for command in others for words in ways_to_say(command)))
    async with nothing_changes(chat, "miss", "missed_words"):
        heard = await hears(chat, someone, every, scope, team)
        counted = await missed(chat)
        with without(others):
            assert heard == await hears(chat, someone, every, scope, team)
    assert all(heard.values())
    assert await missed(chat) == counted * 2
    assert {row["text"] for row in await rows(chat, missed_words)} <= set(every)


@EVERYBODY
@pytest.mark.parametrize(("scope", "team"), PLACES)
async def test_who_may_is_served(chat: Chat, kind: Kind, scope: Scope, team: str) -> None:
    someone = await meet(chat, kind)
    await calm(chat, someone)
    unknown = await says(someone, NONSENSE, scope, team)
    for command in COMMANDS:
        if may(kind, command, scope):
            if scope is Scope.PERSONAL:
                await calm(chat, someone)
            answer = await says(someone, command.example or command.words[0], scope, team)
            assert answer, command.words[0]
            assert answer != unknown, command.words[0]


@EVERYBODY
async def test_in_a_channel_who_may_elsewhere_is_pointed_there(chat: Chat, kind: Kind) -> None:
    someone = await meet(chat, kind)
    async with nothing_changes(chat):
        for command in COMMANDS:
            if Scope.CHANNEL not in command.scopes and may_in_own_chat(kind, command, Scope.CHANNEL):
                assert "eigen chat" in await says(someone, command.words[0], Scope.CHANNEL, TEAM), command.words[0]


GRAB_BAG = {
    "terrain": "t-1",
    "command": "uitnodigen",
    "rest": "x",
    "person": "00000000-0000-4000-8000-000000000001",
    "words": "beheerder",
    "take": "no",
    "team": TEAM,
    "view": "status",
    "kind": "note",
    "about": "t-1",
    "number": "1",
    "revision": "0",
    "session": "1",
    "do": "save",
    "step": "1",
    "company": "1",
    "choice": "0",
    "route": "warm",
    "outcome": "alone",
    "director": "me",
    "text": "vragen",
}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.audience & Users.TEAM], ids=lambda kind: kind.name)
@pytest.mark.parametrize(("scope", "team"), PLACES)
async def test_forged_buttons_of_the_team_change_nothing_for_others(chat: Chat, kind: Kind, scope: Scope, team: str) -> None:
    someone = await meet(chat, kind)
    await calm(chat, someone)
    async with nothing_changes(chat):
        for verb in [*OFFICE, Verb.ANSWER]:
            for data in (GRAB_BAG, {}):
                await someone.does(Pressed(verb, data, GRAB_BAG | {"guests": GRAB_BAG["person"]}), scope=scope, team=team)
                assert someone.text(), verb
                assert someone.errands == ()


def test_every_command_is_for_somebody_somewhere() -> None:
    for command in COMMANDS:
        assert command.audience, command.words
        assert command.scopes, command.words
        assert any(may(kind, command, scope) for kind in KINDS for scope, _ in PLACES), command.words


def test_no_two_commands_of_one_person_share_a_word() -> None:
    for kind in KINDS:
        for scope, _ in PLACES:
            words = [word for command in COMMANDS if may(kind, command, scope) for word in command.words]
            assert len(words) == len(set(words)), sorted(word for word in words if words.count(word) > 1)
