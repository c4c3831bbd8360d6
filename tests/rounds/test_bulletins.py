"""Noor leads Hessenpoort: in the morning she hears what became late, once; every week how it goes. A channel hears its part."""

import datetime
import importlib

from sqlalchemy import text

from storage.database.transactions import transaction
from storage.tables.access import team_member
from storage.tables.channel import channel
from storage.tables.notice import notice
from tests.access.arranging import links
from tests.beginnings import talk
from tests.cards.nodes import bars
from tests.chat import Chat
from tests.person import Person
from tests.rounds.going import at, follows, go, later
from tests.sessions.beginnings import company
from tests.tables import rows

late_keys = importlib.import_module("storage.migrations.versions.0022_late_keys")
MORNING, WEEK = "Hier is aandacht nodig", "Uw terreinen deze week"


async def director(chat: Chat) -> Person:
    """Return Noor, who leads Hessenpoort in step 0, which ought to be ready on 23 December."""
    noor = chat.person("Noor", team=True)
    await noor.opens()
    await talk(noor, "stap hessenpoort begin", "regisseur hessenpoort ik")
    noor.fresh = []
    return noor


def late_texts(chat: Chat) -> list[str]:
    """Return what a channel heard of what is late."""
    return [text for thread in chat.posts.texts() for text in thread if "te laat" in text and "deze week" not in text]


async def test_what_became_late_is_told_once_the_next_morning_with_what_to_do(chat: Chat) -> None:
    noor = await director(chat)
    await at(chat, later(28))  # the digest of that week
    await at(chat, later(30))  # 23 December: still in time
    noor.sees_not(MORNING)
    await at(chat, later(31), hour=7)
    noor.sees_nothing()
    await at(chat, later(31), hour=8)
    noor.sees(MORNING, "Hessenpoort (Zwolle)", "Te laat: stap 0 had klaar moeten zijn op 23 december 2026.", "Nu te doen:")
    await noor.clicks("Hessenpoort")
    noor.sees("0, Inventarisatie")
    noor.fresh = []
    await at(chat, later(31), hour=11)
    noor.sees_nothing()
    await at(chat, later(36))
    noor.sees_not(MORNING)


async def test_a_missed_morning_is_made_up_for_once_and_not_on_a_holiday(chat: Chat) -> None:
    noor = await director(chat)
    await at(chat, later(28))
    await at(chat, later(32), hour=12)  # Christmas Day
    noor.sees_nothing()
    await at(chat, later(35), hour=9)  # the Monday after
    noor.sees(MORNING)
    await at(chat, later(35), hour=15)
    noor.sees_nothing()


async def test_what_was_mended_before_the_morning_is_not_told(chat: Chat) -> None:
    noor = await director(chat)
    await at(chat, later(28))
    chat.now = datetime.datetime(2026, 12, 24, 2, 0, tzinfo=datetime.UTC)
    await go(chat)
    await noor.says("stap hessenpoort af want dit gebeurt later")
    noor.fresh = []
    await at(chat, later(31))
    noor.sees_not(MORNING)


async def test_only_who_leads_it_and_still_belongs_to_the_team_hears_it(chat: Chat) -> None:
    noor = await director(chat)
    yara = chat.person("Yara", admin=True)
    await yara.opens()
    yara.fresh = []
    await at(chat, later(31))
    noor.sees(MORNING)
    yara.sees_nothing()


async def test_who_left_the_team_hears_nothing_any_more(chat: Chat) -> None:
    noor = chat.person("Noor")
    await links(chat, noor)
    await noor.opens()
    await talk(noor, "stap hessenpoort begin", "regisseur hessenpoort ik")
    async with transaction(chat.database) as connection:
        await connection.execute(team_member.delete())
    await at(chat, later(31))
    noor.sees_nothing()


async def test_every_week_one_digest_on_its_first_working_day(chat: Chat) -> None:
    noor = await director(chat)
    await at(chat, later(0))
    noor.sees(WEEK, "Wat bewoog", "Stap 0, Inventarisatie is begonnen.", "Terreinen per stap", "Wat nu verstandig is")
    assert bars(noor.fresh[-1].card) == [("0. Inventarisatie", "1")]
    for day in (1, 2, 3, 4):
        await at(chat, later(day))
        noor.sees_nothing()
    await at(chat, later(7), hour=8)
    noor.sees(WEEK)
    await at(chat, later(16))  # nobody was awake on Monday and Tuesday
    noor.sees(WEEK, "Er veranderde niets in het stappenplan.")
    await at(chat, later(17))
    noor.sees_nothing()


async def test_a_linked_channel_hears_all_and_another_only_what_moved(chat: Chat) -> None:
    noor = await director(chat)
    await company(chat, "Fatima", "Jansen Transport")
    await follows(chat, noor, "t-1")
    await at(chat, later(0))
    told = next(text for thread in chat.posts.texts() for text in thread if "deze week" in text)
    assert "De terreinen van dit kanaal deze week" in told
    assert "Terreinen per stap" in told
    assert "Te laat" not in told
    assert "Wat nu verstandig is" not in told
    assert "Jansen Transport" not in told
    await at(chat, later(31))  # nothing moved, and what is late is not for them: no digest
    assert sum("deze week" in text for thread in chat.posts.texts() for text in thread) == 1
    await links(chat, noor)
    await at(chat, later(38))
    linked = [text for thread in chat.posts.texts() for text in thread if "deze week" in text][1]
    assert "Te laat: stap 0 had klaar moeten zijn op 23 december 2026." in linked
    assert "Wat nu verstandig is" in linked
    await at(chat, later(39))
    assert sum("deze week" in text for thread in chat.posts.texts() for text in thread) == 2


async def test_a_channel_that_follows_it_hears_what_became_late_once(chat: Chat) -> None:
    noor = await director(chat)
    await follows(chat, noor, "t-1")
    await at(chat, later(28))
    await at(chat, later(31))
    await at(chat, later(32), hour=15)
    told = [text for thread in chat.posts.texts() for text in thread if "te laat" in text]
    assert told == ["Hessenpoort (Zwolle): te laat: stap 0 had klaar moeten zijn op 23 december 2026."]


async def test_a_channel_that_follows_everything_hears_all_that_is_late_in_one(chat: Chat) -> None:
    noor = await director(chat)
    await noor.says("stap broeklanden begin")
    await follows(chat, noor, "")
    await at(chat, later(28))
    await at(chat, later(31))
    [told] = [text for thread in chat.posts.texts() for text in thread if "te laat" in text]
    due = "te laat: stap 0 had klaar moeten zijn op 23 december 2026."
    assert told == f"Hier is aandacht nodig:\n\nHessenpoort (Zwolle): {due}\n\nBroeklanden (Hardenberg): {due}"


async def test_a_channel_hears_two_actions_once_each_also_when_one_is_done(chat: Chat) -> None:
    noor = await director(chat)
    await follows(chat, noor, "t-1")
    for words in ("zaal regelen voor 2 december", "Marieke bellen voor 3 december"):
        await noor.says(f"actie hessenpoort {words}")
    await at(chat, later(9))
    await at(chat, later(10))
    await at(chat, later(11))
    told = ["1 actie is over de datum. De oudste datum was 2 december 2026.", "2 acties zijn over de datum."]
    assert [what for text in late_texts(chat) for what in told if what in text] == told
    await noor.says("afgerond 2")
    await at(chat, later(14))
    assert len(late_texts(chat)) == 2


async def test_who_was_told_under_the_keys_of_before_is_not_told_again(chat: Chat) -> None:
    noor = await director(chat)
    await follows(chat, noor, "t-1")
    for words in ("zaal regelen voor 2 december", "Marieke bellen voor 3 december", "Piet mailen voor 4 december"):
        await noor.says(f"actie hessenpoort {words}")
    [place] = await rows(chat, channel)
    old = {"kind": "late", "channel_id": place["id"], "terrain_id": "t-1", "key": "late:t-1:promise:2026-12-03"}
    async with transaction(chat.database) as connection:
        await connection.execute(notice.insert().values(old | {"at": chat.now, "due_at": chat.now, "posted_at": chat.now}))
        for statement in (late_keys.KNOWN_BY_NOW, late_keys.WAITING):
            await connection.execute(text(statement))
    await at(chat, later(11))
    assert late_texts(chat) == []
    await at(chat, later(14))
    assert len(late_texts(chat)) == 1


async def test_a_channel_that_follows_everything_sees_every_terrain(chat: Chat) -> None:
    noor = await director(chat)
    await follows(chat, noor, "")
    await at(chat, later(0))
    told = next(text for thread in chat.posts.texts() for text in thread if "deze week" in text)
    assert "Alle terreinen deze week" in told
    assert "5 terreinen." in told
