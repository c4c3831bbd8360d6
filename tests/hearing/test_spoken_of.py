"""The terrain that was spoken of last: a question without one is about it, for a day, and only as far as somebody may see it."""

import datetime

import pytest
from sqlalchemy import delete

from domain.access.roles import Grant, Role
from storage.database.transactions import transaction
from storage.tables.access import role_grant
from tests.access.arranging import ZWOLLE, gives
from tests.beginnings import talk
from tests.chat import Chat
from tests.dossier.arranging import data, in_channel, noor_of, registers

pytestmark = pytest.mark.usefixtures("registered")
OVER = "Over Hessenpoort (Zwolle):"


async def test_what_follows_is_about_the_terrain_of_before_and_says_so(chat: Chat) -> None:
    await registers(chat, "Klaver Koeriers")
    noor = await noor_of(chat)
    await noor.says("status hessenpoort")
    await noor.says("en de factsheet?")
    noor.sees(OVER, "Laden op Hessenpoort (Zwolle)")
    await noor.says("wie heeft er nog niet gereageerd")
    noor.sees(OVER, "Nog niet gereageerd Hessenpoort (Zwolle)", "Klaver Koeriers")
    await noor.says("en broeklanden?")
    noor.sees("Bedrijven Broeklanden (Hardenberg)")
    await noor.says("plan daar een sessie")
    noor.sees("Over Broeklanden (Hardenberg):", "Sessie op Broeklanden")


async def test_another_terrain_is_one_tap_away(chat: Chat) -> None:
    noor = await noor_of(chat)
    await talk(noor, "dossier hessenpoort", "factsheet")
    noor.sees(OVER)
    await noor.clicks("Ander terrein")
    noor.sees("Welk terrein bedoelt u?")
    await noor.clicks("Kies dit terrein", {"terrain": "t-2"})
    noor.sees_not(OVER)


async def test_what_is_noted_daar_keeps_the_words(chat: Chat) -> None:
    noor = await noor_of(chat)
    await talk(noor, "status hessenpoort", "noteer daar dat de poort om zes uur dichtgaat", "notitie hier wordt gebouwd")
    assert [row["text"] for row in await data(chat)] == ["de poort om zes uur dichtgaat", "hier wordt gebouwd"]
    noor.sees(OVER, "Bewaard.")


async def test_it_is_forgotten_after_a_day(chat: Chat) -> None:
    noor = await noor_of(chat)
    await noor.says("status hessenpoort")
    chat.now += datetime.timedelta(hours=25)
    await noor.says("factsheet")
    noor.sees("Welk terrein bedoelt u?")
    noor.sees_not("Hessenpoort (Zwolle):")


async def test_a_code_is_never_made_for_a_terrain_that_was_not_named(chat: Chat) -> None:
    noor = await noor_of(chat)
    await talk(noor, "status hessenpoort", "uitnodigen")
    noor.sees("Welk terrein bedoelt u?")


async def test_it_shows_nothing_to_who_lost_the_role_and_nothing_in_a_channel(chat: Chat) -> None:
    gert = chat.person("Gert")
    await gives(chat, gert, ZWOLLE, Grant(Role.MUNICIPALITY, municipality="GM0160"))
    await gert.says("factsheet hessenpoort")
    gert.sees("Hessenpoort (Zwolle)")
    async with transaction(chat.database) as connection:
        await connection.execute(delete(role_grant).where(role_grant.c.municipality_code == "GM0193"))
    for words in ("factsheet", "en daar?", "status daar"):
        await gert.says(words)
        gert.sees_not("Hessenpoort")
    noor = await noor_of(chat)
    await noor.says("status hessenpoort")
    await in_channel(noor, "factsheet")
    noor.sees_not(OVER)
