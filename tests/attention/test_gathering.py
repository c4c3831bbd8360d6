"""Everything together: one list for the team, as `vandaag` will read it, and at a cost that does not grow with the terrains."""

import datetime
from uuid import uuid4

from cards.formats import day
from dialogs.attention_kinds import ATTENTION_KINDS
from dialogs.turn.attention import gather
from dialogs.turn.attention_kind import AttentionKind, Scene
from domain.attention.attention import Attention, Tap, Weight, Whom
from domain.knowledge.items import expiring
from domain.knowledge.standard import STANDARD_ITEMS
from storage.database.transactions import transaction
from storage.tables.channel import channel
from storage.tables.notice import notice
from storage.tables.people import person
from tests.attention.arranging import SHORT_LIVED, leads, writes
from tests.attention.looking import EVERYWHERE, seen_by, step_of
from tests.beginnings import start, talk
from tests.chat import Chat
from tests.counting import counting
from tests.person import Person
from tests.rounds.going import at, follows, later
from tests.tables import rows


async def busy(chat: Chat) -> Person:
    """Return Noor, who leads a terrain that is late, has a late action, and is asked for."""
    noor = await leads(chat, "stap broeklanden begin", "actie hessenpoort zaal regelen voor 2 december")
    fatima = await start(chat)
    await talk(fatima, "vraag Wat kost het?", "bel mij")
    chat.now += datetime.timedelta(days=31)
    return noor


async def test_who_waits_comes_first_then_what_is_late_then_what_is_sensible(chat: Chat) -> None:
    found = await seen_by(chat, await busy(chat))
    assert [one.line for one in found][:5] == [
        "Terugbellen: Jansen Transport",
        "Actie 1: zaal regelen",
        "Te laat: stap 0 had klaar moeten zijn op 23 december 2026.",
        "Te laat: stap 0 had klaar moeten zijn op 23 december 2026.",
        "Vraag: Jansen Transport",
    ]
    assert all(one.weight in (Weight.ENDS, Weight.SENSIBLE) for one in found[5:])


async def test_many_answers_that_end_are_one_thing_to_do(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    await noor.opens()
    first = chat.now.date() + datetime.timedelta(days=3)
    ours = len(expiring(STANDARD_ITEMS.values(), chat.now.date()))
    for number in range(20):
        until = first + datetime.timedelta(days=number % 5)
        await writes(chat, SHORT_LIVED.model_copy(update={"key": f"kort-{number}", "valid_until": until}), approved=True)
    [ending] = [one for one in await seen_by(chat, noor) if one.weight is Weight.ENDS]
    assert ending.line == f"{20 + ours} antwoorden verlopen binnenkort, vanaf {day(first)}"
    assert ending.due == first
    await noor.presses_raw(ending.tap.verb, dict(ending.tap.data))
    noor.sees("verloopt binnenkort")
    assert len(noor.screen[-1].inputs()["item"]["choices"]) == 20 + ours


async def test_many_terrains_cost_no_statement_more_than_one(chat: Chat) -> None:
    noor, costs = await busy(chat), []
    for terrains in (EVERYWHERE[:1], EVERYWHERE):
        async with step_of(chat, noor) as step:
            states = await step.stores.dossiers.states(terrains)
            with counting(chat.database) as counted:
                found = await gather(step, ATTENTION_KINDS, states)
        costs.append(len(counted.statements))
        assert {one.terrain for one in found if one.weight is Weight.SENSIBLE} == set(terrains)
    assert costs[0] == costs[1]


async def test_what_a_careless_kind_finds_of_others_is_left_out(chat: Chat) -> None:
    noor, fatima = await busy(chat), chat.person("Fatima")
    tap = Tap.says("Bekijk", "vragen")
    of_others = (
        Attention("a", "Van een ander.", tap, Weight.CALL, company=uuid4()),
        Attention("b", "Van een ander.", tap, Weight.CALL, person=uuid4()),
    )
    of_the_team = Attention("c", "Van het team.", tap, Weight.CALL, "t-1")

    async def find(_: Scene) -> tuple[Attention, ...]:
        return (*of_others, of_the_team)

    kinds = [AttentionKind(whom, whom, find) for whom in Whom]
    assert await seen_by(chat, noor, kinds) == (of_the_team,)
    assert await seen_by(chat, fatima, kinds) == ()


async def told_before(chat: Chat, **more: object) -> None:
    """Keep a notice as an earlier version told it."""
    values = {"terrain_id": "t-1", "at": chat.now, "due_at": chat.now, **more}
    async with transaction(chat.database) as connection:
        await connection.execute(notice.insert().values(values))


async def test_a_director_who_was_told_by_an_earlier_version_is_not_told_again(chat: Chat) -> None:
    noor = await leads(chat)
    [row] = [one for one in await rows(chat, person) if one["object_id"] == noor.sender.object_id]
    told = {"kind": "morning", "person_id": row["id"], "bundle": "morning", "posted_at": chat.now, "arrived": True}
    await told_before(chat, **told, key="late:t-1:step:2026-12-23")
    await at(chat, later(28))
    await at(chat, later(31))
    noor.sees_not("Hier is aandacht nodig")


async def test_a_notice_that_an_earlier_version_planned_is_still_told(chat: Chat) -> None:
    noor = await leads(chat)
    await follows(chat, noor, "t-1")
    await at(chat, later(28))
    [place] = await rows(chat, channel)
    waits = {"kind": "late", "channel_id": place["id"], "bundle": "late:t-1", "key": "late:t-1:step:2026-12-23"}
    await told_before(chat, **waits, data={"lag": "step"})
    await at(chat, later(31))
    told = [text for thread in chat.posts.texts() for text in thread if "te laat" in text and "deze week" not in text]
    assert told == ["Hessenpoort (Zwolle): te laat: stap 0 had klaar moeten zijn op 23 december 2026."]
