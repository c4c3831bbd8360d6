"""What no client of Teams sends: invokes of any shape, presses with any value, and events that only we may tell of."""

import json
from typing import get_args

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.teams.envelope import Envelope
from bot.teams.inbound import event_of, read_arrival
from bot.teams.presses import press_of_submit
from bot.turn.search import Searching
from cards.verbs import AGAIN, Verb
from dialogs.commands import COMMANDS
from dialogs.turn.events import Ignored, Returned, Said, Scope
from tests.chat import HOUSE, Chat
from tests.person import Person
from tests.security.catching import OWN, Place, happens
from tests.security.watching import everything_stored
from tests.sessions.beginnings import company
from tests.teams.activities import activity, invokes
from tests.terrains.arranging import plan, register
from tests.wiring.conftest import World, world  # noqa: F401 - a fixture

NAMES = ("adaptiveCard/action", "application/search", "composeExtension/query", "fileConsent/invoke", "message/submitAction",
         "task/fetch", "composeExtension/selectItem")  # fmt: skip
MARK = '"@@"'
DEEP = "[" * 10_000 + "]" * 10_000
# JSON as text: some of it cannot be written by a program that writes JSON.
ODD = (
    "null", "[]", "{}", '"x"', "0", "1e400", "-1e400", "NaN", "Infinity", "9" * 4_000, "9" * 5_000, "[" * 400 + "]" * 400, DEEP,
    '{"action": null}', '{"action": []}', '{"action": {"verb": 3}}', '{"action": {"verb": {"a": 1}, "data": "x"}}',
    '{"action": {"verb": "save", "data": [1]}}', '{"action": {"verb": "save", "data": {"data": {"page": 1e400, "intake": []}}}}',
    '{"action": {"verb": "say", "data": {"data": {"text": {"a": [1]}}}}}',
    '{"action": {"verb": "\\ud800", "data": {"\\u0000": 1}}}',
    f'{{"action": {{"verb": "step", "data": {{"data": {{"revision": {"9" * 400}, "terrain": "t-1"}}}}}}}}',
    f'{{"action": {{"verb": "again", "data": {{"data": {{"terrain": "weg", "seen": {"[" * 300 + "]" * 300}}}}}}}}}',
    '{"commandId": "terrein", "parameters": [null, {"name": "naam", "value": 1e400}], "queryOptions": {"skip": -1}}',
    '{"queryText": "\\u0000", "dataset": "terrains", "queryOptions": []}',
    '{"action": "accept", "context": {"paper": []}, "uploadInfo": {"uploadUrl": "file:///etc/passwd"}}',
    '{"action": "accept", "context": [], "uploadInfo": "http://127.0.0.1"}',
    '{"actionValue": {"reaction": [], "feedback": {}}}',
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
async def test_whatever_an_invoke_carries_it_is_answered(world: World, name: str) -> None:  # noqa: F811
    for odd in ODD:
        given_ = json.dumps(invokes(name, "@@", service_url=world.teams_url)).replace(MARK, odd)
        response = await world.post({"serviceUrl": world.teams_url, "type": "invoke"}, raw=given_.encode())
        body = await response.text()
        assert response.status in (200, 400), (odd[:80], response.status)
        assert response.status == 400 or isinstance(json.loads(body), dict), odd[:80]
        assert "Traceback" not in body


async def test_edited_and_deleted_messages_change_nothing(world: World) -> None:  # noqa: F811
    for kind in ("messageUpdate", "messageDelete", "messageReaction", "event", "typing", "endOfConversation", "command", "trace"):
        text = "verwijder mijn gegevens"
        changed = activity(kind, text=text, value={"verb": "keep", "data": {"allow": "no"}}, service_url=world.teams_url)
        assert (await world.post(changed)).status == 200
    assert not world.core.arrivals


TYPES = ("message", "invoke", "conversationUpdate", "installationUpdate", "messageReaction", "TeamRead", "FileCame", "event")
CLAIMS = (
    None,
    "members",
    {"team": "x", "members": []},
    {"action": "accept", "context": {"paper": "x"}},
    {"name": "x", "content": ""},
)


@pytest.mark.parametrize("kind", TYPES)
def test_no_activity_becomes_what_only_we_say(kind: str) -> None:
    for name in (*NAMES, "TeamRead", "PaperSaved", ""):
        for value in CLAIMS:
            for text in (None, "x"):
                made = activity(kind, name=name, value=value, text=text, action="add", membersAdded=[{"id": "29:x"}])
                assert not isinstance(event_of(Envelope.model_validate(made)), get_args(Returned))


def test_nobody_speaks_for_a_team_from_a_chat_alone() -> None:
    """The team of a channel comes from a channel; said of a personal chat it is nothing."""
    data = {"tenant": {"id": "x"}, "team": {"id": "19:team@thread.tacv2"}, "eventType": "teamMemberRemoved"}
    added = [{"id": "29:mallory", "aadObjectId": "f0000000-0000-4000-8000-000000000009"}]
    arrival = read_arrival(Envelope.model_validate(activity("conversationUpdate", channelData=data, membersRemoved=added)))
    assert (arrival.team, isinstance(arrival.event, Ignored)) == ("", True)


HOSTILE = (
    "", "0", "-1", "1", "999999999", "2147483648", "9" * 400, "1e400", "NaN", "²", "１２", "null", "true", "{}", "[]", "t-1", "%",
    "'; --", "{{7*7}}", "${7*7}", "../../etc/passwd", "\u202e", "🚚" * 50, "x" * 5000, "00000000-0000-4000-8000-000000000001",
    "r:00000000-0000-4000-8000-000000000001", "i:x", "r:", '{"step": 1}', "2026-13-45", "99:99",
)  # fmt: skip
KEYS = (
    "terrain", "command", "rest", "person", "words", "take", "team", "view", "kind", "about", "number", "revision", "session",
    "do", "step", "company", "choice", "token", "page", "intake", "purpose", "depth", "allow", "file", "digest", "draft", "query",
    "side", "before", "at", "seen", "form", "text", "day", "owner", "due", "of_group", "key",
)  # fmt: skip
FIELDS = (
    "terrain", "entry", "question", "request", "answer", "outcome", "why", "companies", "state", "guests", "topics", "when",
    "found", "until", "items", "step", "source", "ground", "people", "issue", "day", "clock", "text", "due", "owner", "about",
)  # fmt: skip
REAL = {"terrain": "t-1", "session": "1", "number": "1", "revision": "1", "kind": "action", "command": "status", "view": "status"}


@pytest.mark.parametrize("who", ["team", "admin", "company"])
async def test_whatever_a_button_carries_it_is_answered(database: AsyncEngine, who: str) -> None:
    """Of whoever may press it: what gets past the question who they are meets every value."""
    chat = await peopled(database)
    someone = {"team": chat.people["Noor"], "admin": chat.person("Ada", admin=True), "company": chat.people["Fatima"]}[who]
    for number, verb in enumerate([*Verb, AGAIN]):
        for turn, odd in list(enumerate(HOSTILE))[number % 4 :: 4]:
            data = dict.fromkeys(KEYS, odd) | (REAL if (turn // 4) % 2 else {})
            event = press_of_submit({"verb": verb, "data": data, **{name: odd for name in FIELDS if name != "data"}}, None)
            turned = await happens(someone, event, OWN if (turn // 4) % 3 else Place(Scope.GROUP))
            assert turned.outgoing or turned.body, (verb, odd[:40])


async def test_whatever_follows_a_command_it_is_answered(database: AsyncEngine) -> None:
    chat = await peopled(database)
    noor = chat.people["Noor"]
    for number, command in enumerate(COMMANDS):
        for odd in HOSTILE[number % 5 :: 5]:
            await silently(noor, f"{command.words[0]} {odd}"[:5000])


async def silently(someone: Person, words: str) -> None:
    """Say something, and only look that it is answered."""
    turned = await happens(someone, Said(words))
    assert turned.outgoing, words[:60]


async def peopled(database: AsyncEngine) -> Chat:
    """Return a chat with a company and somebody of the team, who noted something."""
    await register(database)
    chat = Chat(database)
    await plan(chat)
    await company(chat, "Fatima", "Kwikstaart Vervoer")
    noor = chat.person("Noor", team=True)
    for words in ("help", "notitie hessenpoort Er is taart", "stap hessenpoort begin"):
        await noor.says(words)
    return chat


async def test_a_stranger_finds_nothing_by_searching(database: AsyncEngine) -> None:
    chat = await peopled(database)
    search = Searching(database, HOUSE, chat.names, lambda: chat.now)
    stranger = chat.person("Een vreemde").sender
    before = await everything_stored(chat)
    for typed in ("", "hessenpoort", "kwikstaart", "%", "' or 1=1 --", "x" * 5000, "\u0000"):
        assert list(await search.suggest(stranger, "terrains", typed)) == []
        assert list(await search.share(stranger, typed)) == []
    for dataset in ("companies", "person", "", "terrains' --"):
        assert list(await search.suggest(chat.people["Noor"].sender, dataset, "k")) == []
    for carried in ({"terrain": "t-1"}, {"terrain": "t-1", "at": "1", "seen": "x"}, dict.fromkeys(KEYS, "9" * 400), {}):
        dropped = await search.again(stranger, carried)
        assert "Kwikstaart" not in (dropped.card.plain() if dropped else "")
    assert await everything_stored(chat) | {"seal_key": []} == before  # the first look makes the key of the year
