"""Somebody of a company is erased while others stay: nothing that they began lets anybody in, and nothing names them."""

import datetime

import pytest
from sqlalchemy import update

from storage.database.transactions import transaction
from storage.erasure import erase_expired
from storage.tables.inbox import invitation
from storage.tables.people import intake
from tests.beginnings import come_in, meet, start, talk
from tests.chat import Chat
from tests.person import Person
from tests.tables import mentions, rows

ERASES = ("verwijder mijn gegevens", "ja")


async def code_of(fatima: Person) -> str:
    """Return a new code for a colleague."""
    await fatima.says("collega")
    return fatima.code()


async def test_a_code_of_a_colleague_who_is_gone_lets_nobody_in(chat: Chat) -> None:
    fatima = await start(chat)
    first, second = await code_of(fatima), await code_of(fatima)
    piet = await meet(chat)
    await come_in(piet, first)
    third = await code_of(piet)
    await talk(fatima, *ERASES)
    await talk(fatima, "start", "ja", f"code {second}")
    fatima.sees("Deze code ken ik niet")
    fatima.sees_not("Piet", "Jansen")
    assert [row["code"] for row in await rows(chat, invitation) if row["used_at"] is None] == [third.replace("-", "")]


@pytest.mark.parametrize("stays", [True, False], ids=["a colleague stays", "nobody stays"])
@pytest.mark.parametrize("pressed", [True, False], ids=["pressed", "not answered"])
async def test_whoever_was_about_to_join_keeps_no_name_of_who_is_gone(chat: Chat, *, stays: bool, pressed: bool) -> None:
    zwaan = await start(chat, "Zwaantje")
    piet, kees = await meet(chat), await meet(chat, "Kees")
    if stays:
        await come_in(kees, await code_of(zwaan))
    await piet.says(f"code {await code_of(kees if stays else zwaan)}")
    piet.sees("Zwaantje")
    if pressed:
        await piet.clicks("Nee, liever niet")
    await talk(zwaan, *ERASES)
    await chat.turns.receipts.write()
    assert await mentions(chat, "Zwaantje") == []
    await piet.says("ja")
    piet.sees_not("Zwaantje", "Welkom")
    if not pressed:
        piet.sees(*(("Wie er meedoen, is net veranderd.", "Kees") if stays else ("Dit verzoek is er niet meer.",)))


async def test_an_old_intake_leaves_no_name_at_whoever_was_about_to_join(chat: Chat) -> None:
    zwaan, piet = await start(chat, "Zwaantje"), await meet(chat)
    await piet.says(f"code {await code_of(zwaan)}")
    await chat.turns.receipts.write()
    async with transaction(chat.database) as connection:
        old = update(intake).where(intake.c.company != "").values(changed_at=chat.now - datetime.timedelta(days=800))
        await connection.execute(old)
        assert await erase_expired(connection, chat.now - datetime.timedelta(days=731)) == 1
    assert await mentions(chat, "Zwaantje") == []
