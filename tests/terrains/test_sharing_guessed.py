"""Guessing what a dropped card says: somebody without a role makes up cards, and reads from the answer whether it was right."""

import datetime
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.turn.search import Searching
from bot.turn.tries import MOST, PERSONS, Tries
from cards.views.terrains.status import Status
from dialogs.terrains.message_extension import CHANGED
from domain.terrains.seals import Seals
from storage.database.transactions import transaction
from storage.terrains.seal_keys import FRESH, read_seals
from tests.beginnings import talk
from tests.chat import Chat
from tests.terrains.test_sharing import searching, values

pytestmark = pytest.mark.usefixtures("registered")

AT = "2026-11-23T09:00+00:00"
GUESSED = ("Stap", "0, Inventarisatie", "sinds 23 november 2026")


def digest(label: str, value: str, remark: str) -> str:
    """Return what everybody can work out themselves."""
    return hashlib.sha256(f"{label}\n{value}\n{remark}".encode()).hexdigest()[:16]


async def card(chat: Chat) -> Status:
    """Return the card that the team drops in a chat."""
    return (await searching(chat).share(chat.person("Noor", team=True).sender, "hessenpoort"))[0].card


async def looks(chat: Chat, carried: dict[str, str], desk: Searching | None = None) -> list[str] | None:
    """Return what Piet, who has no role, reads on a card that carries this; None when he gets none."""
    found = await (desk or searching(chat)).again(chat.person("Piet").sender, carried)
    return None if found is None else values(found.card)


async def test_a_good_guess_is_not_told_apart_from_a_bad_one(chat: Chat) -> None:
    await talk(chat.person("Noor", team=True), "stap hessenpoort begin")
    good = ",".join([digest(*GUESSED), digest("Volgende sessie", "nog niet gepland", ""), "x"])
    bad = ",".join([digest("Stap", "4, Uitvoering", "sinds 23 november 2026"), "x", "x"])
    for seal in ({}, {"seal": ""}, {"seal": digest(*GUESSED)}):
        told = [await looks(chat, {"terrain": "t-1", "at": AT, "seen": seen} | seal) for seen in (good, bad)]
        assert told == [[CHANGED] * 3] * 2


async def test_what_one_card_carries_is_of_no_use_on_another(chat: Chat) -> None:
    carried = (await card(chat)).shared
    assert await looks(chat, carried) != [CHANGED] * 3
    for other in ({"terrain": "t-2"}, {"at": "2026-11-23T09:01+00:00"}, {"seen": carried["seen"][::-1]}, {"seal": "0" * 16}):
        assert await looks(chat, carried | other) == [CHANGED] * 3


async def test_facts_of_a_card_cannot_be_tried_in_another_place(chat: Chat) -> None:
    carried = (await card(chat)).shared
    first, second, third = carried["seen"].split(",")
    assert await looks(chat, carried | {"seen": f"{second},{first},{third}"}) == [CHANGED] * 3


async def test_somebody_who_makes_up_cards_is_counted_and_no_longer_heard(chat: Chat) -> None:
    desk, carried = searching(chat), (await card(chat)).shared
    for number in range(MOST):
        found = await desk.again(chat.person("Piet").sender, carried | {"seal": f"{number:016x}"})
        assert found is not None
        assert found.forged
    assert await looks(chat, carried, desk) is None
    other = await desk.again(chat.person("Kees").sender, carried)
    assert other is not None
    chat.now += datetime.timedelta(hours=1, minutes=1)
    assert await looks(chat, carried, desk) is not None


async def test_a_card_of_before_there_were_seals_is_no_attack_and_says_nothing(chat: Chat) -> None:
    desk = searching(chat)
    for _ in range(MOST + 1):
        assert await looks(chat, {"terrain": "t-1", "at": AT, "seen": digest(*GUESSED)}, desk) == [CHANGED] * 3


async def test_all_processes_have_one_key_and_keep_it(chat: Chat) -> None:
    async with transaction(chat.database) as connection:
        first, second = await read_seals(connection, chat.now), await read_seals(connection, chat.now)
    assert first == second
    assert len(first.keys) == 1


async def test_a_new_key_every_year_and_cards_of_the_year_before_are_still_known(chat: Chat) -> None:
    carried, found = (await card(chat)).shared, []
    for _ in range(3):
        chat.now += FRESH + datetime.timedelta(minutes=1)
        async with transaction(chat.database) as connection:
            found.append(await read_seals(connection, chat.now))
        if len(found) == 1:
            assert await looks(chat, carried) != [CHANGED] * 3
    assert [len(seals.keys) for seals in found] == [2, 2, 2]
    assert len({seals.keys[0] for seals in found}) == 3
    assert await looks(chat, carried) == [CHANGED] * 3


@given(st.lists(st.text(), min_size=1, max_size=4), st.lists(st.text(), min_size=1, max_size=4))
def test_a_seal_holds_for_its_own_words_only(one: list[str], other: list[str]) -> None:
    old, new, strange = Seals((b"a" * 32,)), Seals((b"b" * 32, b"a" * 32)), Seals((b"c" * 32,))
    seal = old.seal(*one)
    assert old.holds(seal, *one)
    assert new.holds(seal, *one)
    assert not strange.holds(seal, *one)
    assert old.holds(seal, *other) == (
        [part.encode(errors="replace") for part in one] == [part.encode(errors="replace") for part in other]
    )


@pytest.mark.parametrize("seal", ["", "é" * 16, "\ud800", "0" * 5000])
def test_any_text_may_come_as_a_seal(seal: str) -> None:
    assert not Seals((b"a" * 32,)).holds(seal, "x")


def test_no_more_than_so_many_persons_are_remembered() -> None:
    tries, now = Tries(), datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC)
    for number in range(PERSONS + 50):
        tries.note(("tenant", str(number)), now)
    assert len(tries._of) == PERSONS
