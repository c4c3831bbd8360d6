"""Papers and files over HTTP: the real turn on PostgreSQL, with a Teams and a file server of ours."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, web
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

import bot.edge
import dialogs.files
from app import now
from bot.edge import Edge
from bot.teams.connector import pooled_session
from bot.turn.outbox import Outbox
from bot.turn.papers import PaperOffers
from bot.turn.turns import Turns
from dialogs.files import Taker
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.turn.events import FileCame
from dialogs.turn.known import House
from dialogs.turn.step import Step
from storage.tables.turn import turn
from tests.chat import TERRAINS, Names
from tests.papers.conftest import FACTSHEET
from tests.papers.drive import Drive
from tests.teams.activities import NOOR, invokes, says
from tests.wiring.authority import Authority
from tests.wiring.conftest import HASTE, INVENTED, GivenToken, listening, settings
from tests.wiring.fake_teams import FakeTeams

CONSENT, SAVED = (f"application/vnd.microsoft.teams.card.file.{kind}" for kind in ("consent", "info"))
FILE = "application/vnd.microsoft.teams.file.download.info"


@dataclass
class World:
    """The bot, with everything around it."""

    bot: str
    teams: FakeTeams
    teams_url: str
    drive: Drive
    drive_url: str
    authority: Authority
    turns: Turns
    http: ClientSession

    async def noor(self, activity: dict[str, Any]) -> tuple[int, Any]:
        """Post what Noor does; return the status and the body."""
        token = self.authority.token(serviceurl=activity["serviceUrl"])
        headers = {"Authorization": f"Bearer {token}"}
        async with self.http.post(f"{self.bot}/api/messages", json=activity, headers=headers) as response:
            return response.status, await response.json() if response.content_type == "application/json" else None

    async def says(self, words: str) -> None:
        """Let Noor type."""
        await self.noor(says(words, person=NOOR, service_url=self.teams_url))

    async def consents(self, paper: str, action: str = "accept", **more: Any) -> tuple[int, Any]:  # noqa: ANN401 - JSON
        """Let Noor answer on a file."""
        info = {
            "contentUrl": f"{self.drive_url}/shown",
            "name": FACTSHEET.name,
            "uploadUrl": f"{self.drive_url}/up?guid='1'",
            "uniqueId": "u-1",
            "fileType": "pdf",
        }
        value = {"type": "fileUpload", "action": action, "context": {"paper": paper}, "uploadInfo": info | more}
        press = invokes("fileConsent/invoke", value, person=NOOR, service_url=self.teams_url, replyToId="card-1")
        return await self.noor(press)

    async def sends_file(self, address: str) -> tuple[int, Any]:
        """Let Noor send a file."""
        file = {"contentType": FILE, "name": "a.csv", "content": {"downloadUrl": address, "uniqueId": "1", "fileType": "csv"}}
        html = {"contentType": "text/html", "content": "<p></p>"}
        return await self.noor(says("", person=NOOR, service_url=self.teams_url, attachments=[html, file]))

    def attached(self, kind: str) -> list[dict[str, Any]]:
        """Return what was sent to Noor of this kind."""
        return [one for call in self.teams.accepted for one in call.body.get("attachments", ()) if one["contentType"] == kind]


@pytest.fixture
async def world(database: AsyncEngine, papier: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AsyncIterator[World]:
    """A bot of which Noor is the team, and which reads her files."""

    async def count(step: Step, file: FileCame) -> None:
        step.say(f"Het bestand is {len(file.content)} tekens lang.")

    monkeypatch.setattr(bot.edge, "credentials", lambda _: GivenToken())
    monkeypatch.setattr(dialogs.files, "TAKERS", (Taker(lambda step: step.known.is_team, count),))
    authority, teams, drive = Authority(), FakeTeams(), Drive()
    house = House("NAL-regio Oost", "", "", team=frozenset({NOOR}))
    turns = Turns(database, house, Names(TerrainNames(TERRAINS)), now, Outbox(PaperOffers("https://bot.example", saves=True)))
    async with AsyncExitStack() as stack:
        authority.address = await stack.enter_async_context(listening(authority.application))
        teams_url = await stack.enter_async_context(listening(teams.application))
        drive_url = await stack.enter_async_context(listening(drive.application))
        session = await stack.enter_async_context(pooled_session())
        asked = settings(openid_metadata_url=f"{authority.address}/openid", data_dir=tmp_path, allowed_file_hosts="127.0.0.1")
        edge = Edge(asked, session, turns, INVENTED, ready, timeouts=HASTE)
        address = await stack.enter_async_context(listening(edge.application()))
        http = await stack.enter_async_context(ClientSession())
        yield World(address, teams, f"{teams_url}/emea/", drive, drive_url, authority, turns, http)


async def ready() -> bool:
    return True


async def offered(world: World) -> str:
    """Have the factsheet offered; return what the card carries."""
    await world.says("papier")
    await world.teams.hears(2)
    [card] = world.attached(CONSENT)
    paper: str = card["content"]["acceptContext"]["paper"]
    return paper


async def test_a_paper_is_saved_and_shown_and_the_question_goes(world: World) -> None:
    paper = await offered(world)
    assert await world.consents(paper) == (200, {})
    await world.teams.hears(4)
    assert world.drive.files == {"up": FACTSHEET.content}
    [(_, _, headers)] = world.drive.asked
    assert "Authorization" not in headers
    removed, shown = world.teams.calls[2:]
    assert (removed.method, removed.path.rsplit("/", 1)[1]) == ("DELETE", "card-1")
    [info] = shown.body["attachments"]
    assert (info["contentType"], info["name"], info["contentUrl"]) == (SAVED, FACTSHEET.name, f"{world.drive_url}/shown")
    assert info["content"] == {"uniqueId": "u-1", "fileType": "pdf"}


async def test_a_no_takes_the_question_away(world: World) -> None:
    paper = await offered(world)
    assert await world.consents(paper, "decline") == (200, {})
    await world.teams.hears(4)
    assert world.drive.asked == []
    assert world.teams.calls[2].method == "DELETE"
    assert "Ik bewaar het bestand niet bij u." in world.teams.texts[3]


@pytest.mark.parametrize("address", ["https://evil.example/up", "http://169.254.169.254/", "x", "", None, 7])
async def test_a_paper_goes_nowhere_else(world: World, address: object) -> None:
    paper = await offered(world)
    assert await world.consents(paper, uploadUrl=address) == (200, {})
    await world.teams.hears(4)
    assert world.drive.asked == []
    assert not world.attached(SAVED)


@pytest.mark.parametrize(
    "value", [None, [], "x", {}, {"action": "accept"}, {"action": "accept", "context": "x", "uploadInfo": []}]
)
async def test_an_answer_without_sense_is_answered_all_the_same(world: World, value: object) -> None:
    press = invokes("fileConsent/invoke", value, person=NOOR, service_url=world.teams_url)
    assert await world.noor(press) == (200, {})
    [words] = await world.teams.hears(1)
    assert "Dit bestand staat niet meer klaar." in words


async def test_a_drive_that_fails_is_followed_by_a_link(world: World) -> None:
    async def refuses(_: web.Request) -> web.Response:
        return web.Response(status=403)

    world.drive.answers["up"] = refuses
    await world.consents(await offered(world))
    await world.teams.hears(5)
    assert "Hier is een link." in world.teams.texts[3]
    [link] = [one for one in world.attached("application/vnd.microsoft.card.adaptive") if "papers/" in str(one)]
    url = next(word for word in str(link).split("'") if word.startswith("https://bot.example/papers/"))
    async with world.http.get(url.replace("https://bot.example", world.bot)) as response:
        assert await response.read() == FACTSHEET.content


async def test_a_file_is_fetched_without_making_anybody_wait(world: World) -> None:
    go_on = asyncio.Event()

    async def slow(_: web.Request) -> web.Response:
        await go_on.wait()
        return web.Response(body=b"12345")

    world.drive.answers["a.csv"] = slow
    status, _ = await world.sends_file(f"{world.drive_url}/a.csv")
    assert status == 200
    assert await world.teams.hears(1) == ["Ik haal “a.csv” op."]
    await world.says("vragen")  # the same person goes on meanwhile
    assert (await world.teams.hears(2))[1] == "Er zijn geen open vragen."
    go_on.set()
    assert (await world.teams.hears(3))[2] == "Het bestand is 5 tekens lang."
    await world.turns.receipts.write()
    async with world.turns.database.begin() as connection:
        waiting = (await connection.execute(select(turn.c.activity).where(turn.c.sent_at.is_(None)))).all()
    assert waiting == []


async def test_a_file_from_anywhere_else_is_not_asked_for(world: World) -> None:
    assert (await world.sends_file("http://169.254.169.254/latest/meta-data"))[0] == 200
    assert "kon ik niet ophalen" in (await world.teams.hears(2))[1]
    assert world.drive.asked == []
