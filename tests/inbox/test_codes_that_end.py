"""Codes end, go with their company or terrain, and are not to be guessed."""

import asyncio
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.inbox.requests import CODE_DAYS, Invitation
from storage.database.transactions import transaction
from storage.ended import sweep
from storage.inbox.guesses import MOST_OF_TENANT
from storage.inbox.invitations import revoke_codes_of_terrain
from storage.tables.inbox import invitation, wrong_code
from tests.beginnings import come_in, meet, start, start_invited, talk
from tests.chat import TENANT, Chat
from tests.person import Person
from tests.tables import rows

WRONG = ("ZZZZ-9991", "ZZZZ-9992", "ZZZZ-9993", "ZZZZ-9994", "ZZZZ-9995")


async def guess(person: Person, *codes: str) -> None:
    """Try codes."""
    await talk(person, *(f"code {code}" for code in codes))


@pytest.mark.parametrize(("days", "sees"), [(29, "doet u mee?"), (30, "Deze code werkt niet meer.")])
async def test_a_code_works_for_thirty_days(chat: Chat, days: int, sees: str) -> None:
    fatima, piet = await start(chat), await meet(chat)
    await fatima.says("collega")
    fatima.sees("tot 23 december 2026")
    chat.now += datetime.timedelta(days=days)
    await piet.says(f"code {fatima.code()}")
    piet.sees(sees)


async def test_an_invitation_that_ended_says_the_way_on(chat: Chat) -> None:
    noor, fatima = chat.person("Noor", team=True), await meet(chat, "Fatima")
    await noor.says("uitnodigen hessenpoort Jansen Transport")
    noor.sees("De code werkt één keer, tot 23 december 2026.")
    chat.now += datetime.timedelta(days=31)
    await fatima.says(f"code {noor.code()}")
    fatima.sees("Deze code werkt niet meer. Vraag een nieuwe code, of typ 'verder' om zonder code door te gaan.")
    fatima.sees_not("Jansen", "Hessenpoort")
    assert await rows(chat, wrong_code) == []


async def test_a_code_that_ends_while_somebody_thinks_moves_nobody(chat: Chat) -> None:
    fatima, piet = await start(chat), await meet(chat)
    await fatima.says("collega")
    await piet.says(f"code {fatima.code()}")
    chat.now += datetime.timedelta(days=31)
    await piet.says("ja")
    piet.sees("Dit verzoek is er niet meer.")


async def test_the_days_are_a_setting(chat: Chat) -> None:
    chat.turns.house = chat.turns.house.__class__("x", "x", "", code_days=2)
    fatima = await start(chat)
    await fatima.says("collega")
    fatima.sees("tot 25 november 2026")


async def test_erasing_a_company_revokes_its_other_codes(chat: Chat) -> None:
    fatima, noor = await start_invited(chat), chat.person("Noor", team=True)
    await noor.says("uitnodigen hessenpoort jansen transport b.v.")
    code = noor.code()
    await noor.says("uitnodigen hessenpoort Bakkerij Ans")
    await talk(fatima, "verwijder mijn gegevens", "ja")
    assert [row["company"] for row in await rows(chat, invitation)] == ["Bakkerij Ans"]
    piet = await meet(chat)
    await piet.says(f"code {code}")
    piet.sees("Deze code ken ik niet")


async def test_whoever_merely_claims_a_name_revokes_nothing(chat: Chat) -> None:
    noor, bob = chat.person("Noor", team=True), await start(chat, "Bob")
    await noor.says("uitnodigen hessenpoort Jansen Transport")
    await talk(bob, "verwijder mijn gegevens", "ja")
    assert [row["company"] for row in await rows(chat, invitation)] == ["Jansen Transport"]


async def test_the_codes_of_a_terrain_go_with_it(chat: Chat) -> None:
    noor, fatima = chat.person("Noor", team=True), await meet(chat, "Fatima")
    await noor.says("uitnodigen hessenpoort Jansen Transport")
    code = noor.code()
    async with transaction(chat.database) as connection:
        assert await revoke_codes_of_terrain(connection, "t-3") == 0
        assert await revoke_codes_of_terrain(connection, "t-1") == 1
    await fatima.says(f"code {code}")
    fatima.sees("Deze code ken ik niet")


async def test_a_code_for_a_terrain_that_is_gone_from_the_register_ended(chat: Chat) -> None:
    noor, fatima = chat.person("Noor", team=True), await meet(chat, "Fatima")
    await noor.says("uitnodigen hessenpoort Jansen Transport")
    chat.names.names = chat.names.names.__class__(())
    await fatima.says(f"code {noor.code()}")
    fatima.sees("Deze code werkt niet meer.")
    fatima.sees_not("Jansen")


async def test_after_five_wrong_codes_even_a_right_one_waits_an_hour(chat: Chat) -> None:
    fatima, piet = await start(chat), await meet(chat)
    await fatima.says("collega")
    await guess(piet, *WRONG)
    piet.sees("Deze code ken ik niet")
    await piet.says(f"code {fatima.code()}")
    piet.sees("U typte te vaak een verkeerde code.", "over een uur")
    chat.now += datetime.timedelta(minutes=61)
    await come_in(piet, fatima.code())
    piet.sees("U werkt nu samen")


async def test_erasing_oneself_and_coming_back_does_not_begin_anew(chat: Chat) -> None:
    piet = await meet(chat)
    await guess(piet, *WRONG)
    await talk(piet, "verwijder mijn gegevens", "ja", "start", "ja", "code ZZZZ-9996")
    piet.sees("U typte te vaak een verkeerde code.")
    assert len(await rows(chat, wrong_code)) == 5


async def test_two_processes_count_together(chat: Chat) -> None:
    piet = await meet(chat)
    first = chat.turns
    await guess(piet, *WRONG[:3])
    await chat.restarts()
    await guess(piet, WRONG[3])
    chat.turns = first
    await guess(piet, WRONG[4], "ZZZZ-9996")
    piet.sees("U typte te vaak een verkeerde code.")


async def test_many_codes_at_the_same_moment_are_all_counted(chat: Chat) -> None:
    piet = await meet(chat)
    await asyncio.gather(*(piet.says(f"code ZZZZ-99{number}") for number in range(20, 32)))
    assert len(await rows(chat, wrong_code)) == 5


async def test_where_very_many_are_wrong_a_right_one_still_works(chat: Chat) -> None:
    fatima, piet = await start(chat), await meet(chat)
    await fatima.says("collega")
    async with transaction(chat.database) as connection:
        tries = [{"tenant": TENANT, "who": f"{number}", "at": chat.now} for number in range(MOST_OF_TENANT)]
        await connection.execute(wrong_code.insert(), tries)
    ans = await meet(chat, "Ans")
    await guess(ans, *WRONG[:2])
    ans.sees("U typte te vaak een verkeerde code.")
    await come_in(piet, fatima.code())
    piet.sees("U werkt nu samen")


async def test_the_team_reads_of_wrong_codes_once_and_not_of_a_typing_error(chat: Chat) -> None:
    noor, piet = chat.person("Noor", team=True), await meet(chat)
    await guess(piet, WRONG[0])
    await noor.says("vragen")
    noor.sees_not("verkeerde")
    await guess(piet, *WRONG)
    await noor.says("vragen")
    noor.sees("Let op: 5 verkeerde codes van 1 persoon")
    assert noor.text().count("verkeerde") == 1
    chat.now += datetime.timedelta(days=8)
    await noor.says("vragen")
    noor.sees_not("verkeerde")


async def test_old_codes_and_what_was_noted_of_wrong_ones_are_tidied(chat: Chat) -> None:
    noor, piet = chat.person("Noor", team=True), await meet(chat)
    await noor.says("uitnodigen hessenpoort Jansen Transport")
    await guess(piet, WRONG[0])
    async with transaction(chat.database) as connection:
        assert (await sweep(connection, chat.now + datetime.timedelta(days=390)))["invitation"] == 0
        assert (await sweep(connection, chat.now + datetime.timedelta(days=400)))["invitation"] == 1
    assert await rows(chat, wrong_code) == []


@given(st.integers(1, 365), st.integers(0, 400 * 86400))
def test_a_code_works_before_its_end_and_never_from_then_on(days: int, later: int) -> None:
    made = datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC)
    invitation = Invitation("A2", "t-1", "", "", None, made + datetime.timedelta(days=days))
    moment = made + datetime.timedelta(seconds=later)
    assert invitation.ended(moment) == (later >= days * 86400)
    assert CODE_DAYS == 30
