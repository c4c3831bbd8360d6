"""A window without Teams over HTTP: each answer comes once and in order, whatever happens to a line, a tab or a process."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from aiohttp import FormData
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.exchange import Arrival, Outgoing
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.turn.errands import FetchFile
from dialogs.turn.events import FileCame, Pressed, SentFiles
from dialogs.turn.replies import OfferPaper, ShowCard
from domain.access.roles import Role
from domain.papers.papers import Paper
from storage.database.transactions import DatabaseGone, transaction
from storage.tables.access import role_grant
from storage.tables.turn import turn
from tests.wiring.core import Core, Scripted, text
from tests.wiring.window import BASE, Page, Windowed, now, real_turns, windowed


@pytest.fixture
def core() -> Core:
    return Core()


@pytest.fixture
async def world(database: AsyncEngine, tmp_path: Path, core: Core) -> AsyncIterator[Windowed]:
    async with windowed(database, tmp_path, core) as found:
        yield found


@pytest.fixture
async def talk(database: AsyncEngine, tmp_path: Path, quiet: None) -> AsyncIterator[Windowed]:
    async with windowed(database, tmp_path, real_turns(database)) as found:
        yield found


def texts(told: list[dict[str, Any]]) -> list[str]:
    return [str(one.get("text")) for one in told]


def buttons(found: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - JSON
    """Return every button on cards, in order."""
    if isinstance(found, list):
        return [button for one in found for button in buttons(one)]
    if not isinstance(found, dict):
        return []
    return ([found] if found.get("type") == "Action.Submit" else []) + [b for one in found.values() for b in buttons(one)]


async def test_what_is_said_is_heard_in_every_tab_and_from_any_watermark(
    world: Windowed, database: AsyncEngine, tmp_path: Path
) -> None:
    async with windowed(database, tmp_path, Core()) as elsewhere:  # another process on the same database
        one = await world.page()
        await hears_all(one, await elsewhere.page(one.cookie, one.who))


async def hears_all(one: Page, other: Page) -> None:
    """Talk in two tabs."""
    started = await one.asks("POST", f"{BASE}/conversations")
    begun = await started.json()
    assert (started.status, begun["conversationId"]) == (201, str(one.who.person))
    assert f"Bearer {begun['token']}" == one.headers["Authorization"]
    assert await one.polls() == []

    await one.says("hallo")
    told = await one.polls()
    assert texts(told) == ["U zei: hallo"]
    assert told[0]["from"]["role"] == "bot"
    assert await one.polls() == []
    await other.says("nog iets")
    assert texts(await other.polls()) == ["U zei: hallo", "U zei: nog iets"]
    assert texts(await one.polls()) == ["U zei: nog iets"]
    assert await one.polls("") == await other.polls("")  # the same ids and times: each takes its own place again


async def test_a_person_comes_in_gives_consent_and_is_erased(talk: Windowed) -> None:
    page = await talk.page()
    await page.says("hallo")
    welcome = await page.polls()
    (yes,) = [button for button in buttons(welcome) if button["data"]["data"].get("allow") == "yes"]
    assert "Action.Execute" not in str(welcome)
    await page.presses(yes)
    told = await page.polls()
    assert told[0]["id"] == welcome[-1]["id"]  # the pressed card was replaced where it stood
    assert told[0]["timestamp"] == welcome[-1]["timestamp"]
    await page.presses(yes)  # once more, on a card that asks nothing any more

    await page.says("kort")
    await page.says("Jansen Transport")
    assert "Jansen" in str(await page.polls(""))
    await page.says("verwijder mijn gegevens")
    (erase,) = [button for button in buttons(await page.polls()) if button["title"] == "Ja, wis alles"]
    await page.presses(erase)
    found = await page.polls("")  # the window is there for a while, and says that it is done; the rest is gone
    assert "zijn gewist" in str(found[-1])
    assert "Jansen" not in str(found)


async def test_a_message_that_is_posted_twice_is_one_turn(talk: Windowed) -> None:
    page = await talk.page()
    await page.says("hallo", "the-same")
    told = await page.polls()
    await page.says("hallo", "the-same")
    assert await page.polls() == []
    assert await page.polls("") == told


async def test_what_crashed_before_sending_is_neither_lost_nor_doubled(world: Windowed, core: Core) -> None:
    page = await world.page()
    await page.says("hallo")
    reference = core.arrivals[0].reference
    left = Scripted((text("een"), text("twee"), text("drie")), reference)
    core.left_behind = [left]
    await world.edge.reply_sender.sweep_once()
    core.left_behind = [left]  # the note of it was lost
    await world.edge.reply_sender.sweep_once()
    core.left_behind = [Scripted(left.outgoing[1:], reference, id=left.id)]  # or half of it was kept
    await world.edge.reply_sender.sweep_once()
    assert texts(await page.polls()) == ["U zei: hallo", "een", "twee", "drie"]


async def test_what_we_say_by_ourselves_and_papers_fit_the_window(talk: Windowed) -> None:
    page = await talk.page()
    await page.says("hallo")
    await page.polls()
    turns = real_turns(talk.database)  # of a worker, whose own client is Teams
    card = NoticeCard(
        title="Nieuws", lines=("Er is nieuws.",), buttons=(Button(title="Toon", verb=Verb.SAY, data={"text": "help"}),)
    )
    replies = (ShowCard(card), OfferPaper(Paper("blad.txt", "text/plain", b"x", "Een blad.")))
    async with transaction(talk.database) as connection:
        assert await turns.outbox.tell(connection, page.who.person, replies, now())
    await talk.edge.reply_sender.sweep_once()
    news, paper = await page.polls()
    assert [button["title"] for button in buttons(news)] == ["Toon"]
    assert "https://laadmaat.example/papers/" in str(paper)
    assert "Action.Execute" not in str(news)


async def test_a_reply_that_cannot_be_shown_now_is_brought_later(talk: Windowed, monkeypatch: pytest.MonkeyPatch) -> None:
    page = await talk.page()

    async def gone(*_: object) -> bool:
        raise DatabaseGone

    with monkeypatch.context() as away:
        away.setattr(talk.windows, "show", gone)
        await page.says("hallo")
    assert await page.polls() == []
    for _ in range(2):
        await talk.edge.reply_sender._core.write_notes()
        async with transaction(talk.database) as connection:
            await connection.execute(turn.update().values(lease_until=turn.c.at))
        await talk.edge.reply_sender.sweep_once()
    (welcome,) = await page.polls()
    assert buttons(welcome)


async def test_a_card_is_replaced_in_its_place_and_taken_away(world: Windowed, core: Core) -> None:
    page = await world.page()

    async def with_card(arrival: Arrival) -> Scripted:
        if not isinstance(arrival.event, Pressed):
            button = {"type": "Action.Submit", "title": "Druk", "data": {"verb": "go", "data": {}}}
            card = {"contentType": "application/vnd.microsoft.card.adaptive", "content": {"actions": [button]}}
            return Scripted((Outgoing("send", {"type": "message", "attachments": [card]}), text("eronder")), arrival.reference)
        assert arrival.event.inputs == {"veld": "3"}
        kind, words = ("delete", {}) if arrival.event.data else ("update", text("vervangen").activity)
        return Scripted((Outgoing(kind, words, arrival.event.card),), arrival.reference)  # type: ignore[arg-type]

    core.taking = with_card
    await page.says("hallo")
    card, under = await page.polls()
    (button,) = buttons(card)
    await page.presses(button, {"veld": "3"})
    (replaced,) = await page.polls()
    assert [replaced["id"], replaced["timestamp"], replaced["text"]] == [card["id"], card["timestamp"], "vervangen"]
    await page.presses({"data": {**button["data"], "data": {"weg": "ja"}}}, {"veld": "3"})
    assert [one["id"] for one in await page.polls("")] == [under["id"]]


async def test_a_card_that_stands_elsewhere_is_shown_anew_and_stays_there(world: Windowed, core: Core) -> None:
    one, other = await world.page(), await world.page()
    await other.says("van mij")
    (theirs,) = await other.polls()

    async def replaces(arrival: Arrival) -> Scripted:
        outgoing = tuple(Outgoing("update", text("nieuw").activity, card) for card in ("1700000000001", theirs["id"]))
        return Scripted(outgoing, arrival.reference)

    core.taking = replaces
    await one.says("hallo")
    assert texts(await one.polls()) == ["nieuw", "nieuw"]
    assert await other.polls("") == [theirs]


async def test_files_are_fetched_once_from_this_process(world: Windowed, core: Core) -> None:
    page = await world.page()

    async def fetches(arrival: Arrival) -> Scripted:
        if isinstance(arrival.event, SentFiles):
            return Scripted((), arrival.reference, errands=tuple(map(FetchFile, arrival.event.files)))
        assert isinstance(arrival.event, FileCame)
        return Scripted((text(f"{arrival.event.name}: {arrival.event.content.decode()}"),), arrival.reference)

    core.taking = fetches
    form = FormData()
    form.add_field("activity", '{"type": "message", "from": {"id": "x"}}', content_type="application/vnd.microsoft.activity")
    form.add_field("file", b"09:00;12", filename="meter.csv", content_type="text/csv")
    answer = await page.asks("POST", f"{page.here}/upload?userId=x", data=form)
    assert answer.status == 200
    await page.settled()
    assert texts(await page.polls()) == ["meter.csv: 09:00;12"]
    event = core.arrivals[0].event
    assert isinstance(event, SentFiles)
    again = await world.edge.reception._errands.run(FetchFile(event.files[0]), core.arrivals[0].reference)
    assert "FileFailed" in str(again)


async def test_what_is_for_a_role_is_never_here_also_when_it_is_taken_back(talk: Windowed) -> None:
    page = await talk.page()
    await page.says("hallo")
    before = await page.polls()
    other = {"tenant": page.who.tenant, "object_id": (await talk.page()).who.object_id, "role": Role.TEAM, "given_by": "test"}
    async with transaction(talk.database) as connection:
        await connection.execute(role_grant.insert().values(other))
    assert await page.polls("") == before  # the role of somebody else is nothing to them
    given = {"tenant": page.who.tenant, "object_id": page.who.object_id, "role": Role.TEAM, "given_by": "test"}
    async with transaction(talk.database) as connection:
        await connection.execute(role_grant.insert().values(given))
    assert (await page.posts({"type": "message", "text": "help"})).status == 403
    assert not await talk.windows.show(page.who.person, uuid4(), {"text": "Voor het team"})
    async with transaction(talk.database) as connection:
        await connection.execute(role_grant.delete())
    assert await page.polls("") == before
