"""Whatever comes in is decided once: a trace of `Step.start`, over HTTP."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from dialogs.turn.step import Step
from storage.database.transactions import Database
from tests.chat import TEAM_MEMBER
from tests.teams.activities import executes, says
from tests.turn.pair import Pair, two_processes

pytestmark = pytest.mark.usefixtures("quiet")

NOOR = {"from": {"id": "29:noor", "name": "Noor", "aadObjectId": TEAM_MEMBER}}


@pytest.fixture
async def pair(database: Database, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Pair]:
    """Two processes that hold nothing in common but the database."""
    async with two_processes(database, monkeypatch) as found:
        yield found


@pytest.fixture
def decided(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was decided about, each time that a step began."""
    seen: list[str] = []
    start = Step.start

    def traced(*given: Any, **named: Any) -> Step:  # noqa: ANN401 - as Step.start
        step = start(*given, **named)
        seen.append(type(step.event).__name__)
        return step

    monkeypatch.setattr(Step, "start", traced)
    return seen


@pytest.mark.parametrize("said", ["status hessenpoort", "notitie hessenpoort Zaal is besteld", "terreinen", "vragen", "12"])
async def test_what_the_team_types_is_decided_once(pair: Pair, decided: list[str], said: str) -> None:
    await pair.delivers(pair.first, says("hallo", **NOOR))
    decided.clear()
    assert (await pair.delivers(pair.first, says(said, **NOOR)))[0] == 200
    assert decided == ["Said"]


async def test_the_first_message_of_somebody_is_decided_once(pair: Pair, decided: list[str]) -> None:
    await pair.delivers(pair.first, says("hallo"))
    assert decided == ["Said"]


async def test_an_answer_and_a_press_are_decided_once(pair: Pair, decided: list[str]) -> None:
    await pair.delivers(pair.first, says("hallo"))
    for activity in (says("ja"), says("kort"), says("Jansen Transport"), says("Hessenpoort"), says("12"), says("toestemming")):
        decided.clear()
        await pair.delivers(pair.second, activity)
        assert decided == ["Said"], activity["text"]
    decided.clear()
    await pair.delivers(pair.first, executes("keep", data={"data": {"allow": "yes"}}))
    assert decided == ["Pressed"]


async def test_erasing_is_decided_once_and_takes_everything(pair: Pair, decided: list[str]) -> None:
    for said in ("hallo", "ja", "verwijder mijn gegevens"):
        await pair.delivers(pair.first, says(said))
    decided.clear()
    await pair.delivers(pair.first, says("ja"))
    assert decided == ["Said"]
    assert await pair.count("select count(*) from person") == 0
