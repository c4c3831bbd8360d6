"""Microsoft's own client, npm `botframework-directlinejs`, speaks with our endpoints."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.door.cookies import PLAIN, token_of
from bot.exchange import Arrival
from demo.node import program
from dialogs.turn.events import Pressed, Said, SentFiles
from tests.wiring.core import Core, Scripted, text
from tests.wiring.window import Page, windowed

HERE = Path(__file__).parent
CLIENT = HERE.parents[1] / "bot" / "door" / "client" / "node_modules"
PATIENCE = 60  # seconds; what goes right takes two


async def runs(page: Page, *steps: tuple[str, Any]) -> dict[str, Any]:
    """Let the client do these steps; return what it tells."""
    if not (CLIENT / "botframework-directlinejs").is_dir():
        pytest.fail("The client of the door is not there: run `make setup`, which fetches it into bot/door/client/node_modules.")
    asked = {"address": page.address, "cookie": f"{PLAIN}={page.cookie}", "token": token_of(page.cookie), "steps": steps}
    running = await asyncio.create_subprocess_exec(
        program("node"), str(HERE / "client.cjs"), json.dumps(asked), env={"NODE_PATH": str(CLIENT)},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, wrong = await asyncio.wait_for(running.communicate(), PATIENCE)
    assert running.returncode == 0, wrong.decode()
    told: dict[str, Any] = json.loads(out)
    return told


async def answers(arrival: Arrival) -> Scripted:
    """Tell what came in."""
    match arrival.event:
        case Said(said):
            told = [f"gezegd: {said}", f"klaar: {said}"]
        case Pressed(verb, _, inputs):
            told = [f"gedrukt: {verb} {inputs['veld']}"]
        case SentFiles((name,), words):
            told = [f"bestand: {name} {words}"]
        case other:
            told = [f"iets anders: {other}"]
    return Scripted(tuple(map(text, told)), arrival.reference)


async def test_the_client_talks_presses_sends_files_and_goes_on_after_a_drop(
    database: AsyncEngine, tmp_path: Path, quiet: None
) -> None:
    core = Core(answers)
    file = {"contentType": "text/plain", "contentUrl": "data:text/plain,12", "name": "meter.csv"}
    async with windowed(database, tmp_path, core) as world:
        page = await world.page()
        told = await runs(
            page,
            ("send", {"type": "message", "text": "hallo", "channelData": {"clientActivityID": "een"}}),
            ("until", "klaar: hallo"),
            ("send", {"type": "message", "value": {"verb": "go", "data": {}, "veld": "3"}, "channelData": {"postBack": True}}),
            ("until", "gedrukt: go 3"),
            ("send", {"type": "message", "text": "erbij", "attachments": [file]}),
            ("until", "bestand: meter.csv erbij"),
            ("send", {"type": "typing"}),
            ("drop", None),
            ("again", None),
            ("send", {"type": "message", "text": "weer"}),
            ("until", "klaar: weer"),
        )
    assert told["told"] == ["gezegd: hallo", "klaar: hallo", "gedrukt: go 3",
                            "bestand: meter.csv erbij", "gezegd: weer", "klaar: weer"]  # fmt: skip
    assert told["ids"][0] == "een"
    assert all("Noor" not in str(arrival) and "forged" not in str(arrival) for arrival in core.arrivals)
