"""Who spoke last is remembered: so many people, for so long, and nobody while memory is in doubt."""

import asyncio
from dataclasses import replace
from uuid import uuid4

from domain.access import Grant, Role
from domain.intake import Intake
from storage.loading import Keys, Loaded
from storage.memory import DOUBT, Memory


def keys_of(number: int) -> Keys:
    """Return by what somebody is found."""
    return {"tenant": "t", "object_id": str(number), "conversation": "", "activity": ""}


def somebody(*grants: Grant) -> Loaded:
    """Return somebody with these roles."""
    return Loaded(uuid4(), "", {}, Intake(uuid4()), {}, acting=False, seen=("1", "1"), grants=grants)


async def test_who_spoke_is_recalled_once() -> None:
    memory, fatima = Memory(), somebody()
    memory.keep(keys_of(1), fatima)
    assert memory.recall(keys_of(1)) is fatima
    assert memory.recall(keys_of(1)) is None


async def test_people_of_another_tenant_are_others() -> None:
    memory = Memory()
    memory.keep(keys_of(1), somebody())
    assert memory.recall({**keys_of(1), "tenant": "other"}) is None


async def test_who_holds_a_role_is_not_remembered() -> None:
    memory = Memory()
    memory.keep(keys_of(1), somebody(Grant(Role.TEAM)))
    assert not len(memory)


async def test_who_spoke_longest_ago_makes_room() -> None:
    memory = Memory(most=2)
    for number in (1, 2, 1, 3):
        memory.recall(keys_of(number))
        memory.keep(keys_of(number), somebody())
    assert [memory.recall(keys_of(number)) is not None for number in (1, 2, 3)] == [True, False, True]


async def test_who_is_silent_is_forgotten() -> None:
    memory, time = Memory(seconds=0.01), asyncio.get_running_loop().time
    memory.keep(keys_of(1), somebody())
    began = time()
    while memory:  # noqa: ASYNC110 - it forgets by itself
        await asyncio.sleep(0)
    assert time() - began >= 0.01
    memory.keep(keys_of(2), somebody())
    assert len(memory) == 1


async def test_after_a_mistake_nothing_is_recalled_until_it_would_have_been_right_for_a_while() -> None:
    memory, fatima = Memory(), somebody()
    memory.doubt()
    for right in (*[True] * (DOUBT - 1), False, *[True] * DOUBT):
        memory.keep(keys_of(1), fatima)
        assert memory.recall(keys_of(1)) is None
        loaded = fatima if right else replace(fatima, seen=("2", "1"))
        assert memory.compare(keys_of(1), loaded) is loaded
    memory.keep(keys_of(1), fatima)
    assert memory.recall(keys_of(1)) is fatima


async def test_who_is_not_remembered_or_new_tells_nothing_about_memory() -> None:
    memory, fatima = Memory(), somebody()
    memory.doubt()
    for _ in range(DOUBT):
        assert memory.compare(keys_of(1), fatima) is fatima
        memory.keep(keys_of(2), fatima)
        assert memory.compare(keys_of(2), None) is None
    memory.keep(keys_of(1), fatima)
    assert memory.recall(keys_of(1)) is None
