"""Who spoke last is remembered: so many people, for so long, and nobody while memory is in doubt."""

import asyncio
from dataclasses import replace
from uuid import uuid4

import pytest

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
        memory.keep(keys_of(number), somebody())
    assert [memory.recall(keys_of(number)) is not None for number in (1, 2, 3)] == [True, False, True]


async def test_of_a_company_only_who_spoke_last_is_remembered() -> None:
    memory, fatima, other = Memory(), somebody(), somebody()
    piet = replace(somebody(), intake=fatima.intake)
    for number, one in enumerate((fatima, other, piet)):
        memory.keep(keys_of(number), one)
    assert [memory.recall(keys_of(number)) for number in range(3)] == [None, other, piet]


@pytest.mark.parametrize("grants", [(), (Grant(Role.TEAM),)])
async def test_what_somebody_with_a_role_changed_is_not_remembered_of_others_either(grants: tuple[Grant, ...]) -> None:
    memory, fatima = Memory(), somebody()
    memory.keep(keys_of(1), fatima)
    memory.keep(keys_of(2), replace(somebody(*grants), intake=fatima.intake))
    assert memory.recall(keys_of(1)) is None


async def test_whoever_spoke_of_a_company_is_forgotten_with_it() -> None:
    memory, fatima, other = Memory(), somebody(), somebody()
    memory.keep(keys_of(1), fatima)
    memory.keep(keys_of(2), other)
    memory.forget(fatima.intake.id)
    memory.forget(uuid4())
    assert [memory.recall(keys_of(number)) for number in (1, 2)] == [None, other]


async def test_who_is_silent_is_forgotten() -> None:
    memory, time = Memory(seconds=0.01), asyncio.get_running_loop().time
    memory.keep(keys_of(1), somebody())
    began = time()
    while memory:  # noqa: ASYNC110 - it forgets by itself
        await asyncio.sleep(0)
    assert time() - began >= 0.01
    memory.keep(keys_of(2), somebody())
    assert len(memory) == 1


RIGHT = somebody()
CHANGED = replace(RIGHT, seen=("2", "1"))
GIVEN_A_ROLE = replace(RIGHT, grants=(Grant(Role.TEAM),))


@pytest.mark.parametrize("mistake", [CHANGED, GIVEN_A_ROLE, None], ids=["changed", "given a role", "gone"])
async def test_after_a_mistake_it_is_not_trusted_until_it_was_right_for_a_while(mistake: Loaded | None) -> None:
    memory = Memory()
    for right in (0, DOUBT - 1, DOUBT):
        memory.compare(RIGHT, mistake)
        for _ in range(right):
            assert not memory.trusted
            memory.compare(RIGHT, RIGHT)
    assert memory.trusted


async def test_what_was_right_raises_no_doubt() -> None:
    memory = Memory()
    memory.compare(RIGHT, RIGHT)
    assert memory.trusted
