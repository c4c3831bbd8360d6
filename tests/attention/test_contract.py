"""What holds for every kind of attention: a line people can read, a tap that works, a key that stays, and an end to it."""

import datetime

import pytest

from app import house_of
from cards.verbs import Verb
from dialogs.attention_kinds import ATTENTION_KINDS
from dialogs.turn.attention import button_of
from dialogs.turn.attention_kind import AttentionKind
from dialogs.turn.events import Scope
from domain.access.roles import Grant, Role
from domain.attention.attention import Whom
from tests.access.arranging import ZWOLLE, gives
from tests.attention.arranging import ASKINGS
from tests.attention.looking import seen_by
from tests.beginnings import meet, start
from tests.chat import Chat
from tests.language import faults
from tests.person import Person
from tests.wiring.conftest import settings

EVERY = pytest.mark.parametrize("kind", ATTENTION_KINDS, ids=lambda kind: kind.name)
OTHERS = (Grant(Role.PARK_MANAGER, terrain="t-1"), ZWOLLE, Grant(Role.GRID_OPERATOR))


async def outsiders(chat: Chat) -> list[Person]:
    """Return everybody who is not the team: of another company, and everyone who may see the terrain."""
    found = [await meet(chat, "Piet")]
    for grant in OTHERS:
        someone = chat.person(grant.role)
        await gives(chat, someone, grant)
        await someone.opens()
        found.append(someone)
    return found


def test_kinds_have_names_of_their_own_and_are_all_tried_here() -> None:
    names = [kind.name for kind in ATTENTION_KINDS]
    assert len(names) == len(set(names))
    assert set(names) == set(ASKINGS)


def test_the_house_that_is_run_looks_after_all_of_them() -> None:
    assert house_of(settings()).attention == ATTENTION_KINDS


def test_only_what_is_of_a_terrain_is_told_to_who_leads_it() -> None:
    assert {kind.whom for kind in ATTENTION_KINDS if kind.told} == {Whom.DIRECTOR}


@EVERY
async def test_it_asks_until_it_is_done_under_the_same_key(chat: Chat, kind: AttentionKind) -> None:
    asking = await ASKINGS[kind.name](chat)
    [one] = [one for one in await seen_by(chat, asking.who, [kind]) if one.key == asking.key]
    assert asking.key in {one.key for one in await seen_by(chat, asking.who)}
    chat.now += datetime.timedelta(days=1)
    [after] = [one for one in await seen_by(chat, asking.who, [kind]) if one.key == asking.key]
    assert after.order == one.order
    await asking.done()
    assert asking.key not in {one.key for one in await seen_by(chat, asking.who)}


@EVERY
async def test_it_reads_well_and_its_tap_works_for_who_is_asked(chat: Chat, kind: AttentionKind) -> None:
    asking = await ASKINGS[kind.name](chat)
    found = await seen_by(chat, asking.who, [kind])
    for one in found:
        assert faults(one.line) == []
        assert faults(one.hint) == []
        button = button_of(one, primary=True)
        assert button.verb in list(Verb)
        assert 0 < len(button.title) <= 30
        await asking.who.presses_raw(button.verb, button.data)
        assert asking.who.text().strip()
        asking.who.sees_not("werkt niet meer", "begrijp")


@EVERY
async def test_nobody_else_is_asked(chat: Chat, kind: AttentionKind) -> None:
    asking = await ASKINGS[kind.name](chat)
    for someone in await outsiders(chat):
        assert asking.key not in {one.key for one in await seen_by(chat, someone)}
        if kind.whom is not Whom.COMPANY:
            assert await seen_by(chat, someone, [kind]) == ()
            assert await seen_by(chat, someone, [kind], Scope.CHANNEL, linked=True) == ()
    assert await seen_by(chat, asking.who, [kind], Scope.CHANNEL) == ()  # of a team that is not linked
    there = await seen_by(chat, asking.who, [kind], Scope.CHANNEL, linked=True)
    assert bool(there) == (kind.whom in (Whom.DIRECTOR, Whom.TEAM))


async def test_an_action_is_of_who_does_it_and_a_promise_of_who_leads(chat: Chat) -> None:
    asking = await ASKINGS["action"](chat)
    yara = chat.person("Yara", admin=True)
    await yara.opens()
    [kind] = [kind for kind in ATTENTION_KINDS if kind.whom is Whom.PERSON]
    assert await seen_by(chat, yara, [kind]) == ()
    assert asking.key in {one.key for one in await seen_by(chat, yara)}  # a promise of the terrain, in the words of that


async def test_who_asks_is_named_as_far_as_the_team_may_see_the_company(chat: Chat) -> None:
    noor, fatima = chat.person("Noor", team=True), await start(chat)
    await noor.opens()
    await fatima.says("bel mij")
    [call] = [one for one in await seen_by(chat, noor) if one.key == "request:1"]
    assert (call.line, call.terrain, dict(call.tap.data)) == ("Terugbellen: Jansen Transport", "t-1", {"text": "vragen 1"})
    chat.now += datetime.timedelta(days=3 * 365)  # what she agreed to has ended
    [call] = [one for one in await seen_by(chat, noor) if one.key == "request:1"]
    assert call.line == "Terugbellen"
