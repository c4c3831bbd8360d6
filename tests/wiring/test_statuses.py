"""What is malformed hears so with the right status and no words; what is fine is answered."""

import io
import json

import pytest

from tests.teams.activities import OTHER_TENANT, activity, says
from tests.wiring.authority import published
from tests.wiring.conftest import World

WRONG_BODIES = {
    "no JSON": b"{",
    "nothing": b"",
    "a list": b"[]",
    "a text": b'"x"',
    "null": b"null",
    "no text encoding": b"\xff\xfe{}",
    "NaN": b'{"type": NaN}',
    "deep": b"[" * 100_000,
    "an empty activity": b"{}",
    "an endless number": b'{"type": ' + b"9" * 10_000 + b"}",
}


@pytest.mark.parametrize("kind", WRONG_BODIES)
async def test_what_is_no_activity_is_refused(world: World, kind: str) -> None:
    token = world.authority.token(serviceurl=world.teams_url)
    response = await world.post({}, token=token, raw=WRONG_BODIES[kind])
    assert (response.status, await response.text()) == (400, "")


@pytest.mark.parametrize("field", ["type", "conversation", "serviceUrl", "channelId"])
async def test_what_lacks_a_field_is_refused(world: World, field: str) -> None:
    told = says("hallo", service_url=world.teams_url)
    del told[field]
    response = await world.post(told, token=world.authority.token(serviceurl=world.teams_url))
    assert response.status == 400


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("type", 3),
        ("type", ""),
        ("conversation", "a:1"),
        ("conversation", {}),
        ("conversation", {"id": 3}),
        ("from", []),
        ("recipient", "bot"),
        ("text", {"a": 1}),
        ("channelData", "x"),
        ("entities", "x"),
        ("attachments", [3]),
        ("id", ["x"]),
    ],
)
async def test_what_has_a_field_of_the_wrong_kind_is_refused(world: World, field: str, wrong: object) -> None:
    told = says("hallo", service_url=world.teams_url) | {field: wrong}
    token = world.authority.token(serviceurl=world.teams_url)
    response = await world.post(told, token=token)
    assert (response.status, await response.text()) == (400, "")
    assert not world.core.arrivals


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_only_post_is_allowed(world: World, method: str) -> None:
    response = await world.http.request(method, f"{world.bot}/api/messages")
    assert (response.status, await response.text(), response.headers["Allow"]) == (405, "", "POST")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "application/octet-stream", "x"])
async def test_only_json_is_allowed(world: World, kind: str) -> None:
    raw = json.dumps(says("hallo", service_url=world.teams_url)).encode()
    response = await world.http.post(f"{world.bot}/api/messages", data=raw, headers={"Content-Type": kind})
    assert (response.status, await response.text()) == (415, "")


async def test_json_with_a_character_set_is_allowed(world: World) -> None:
    told = says("hallo", service_url=world.teams_url)
    response = await world.post(told, kind="application/json; charset=utf-8")
    assert response.status == 200


async def test_what_is_too_large_is_refused(world: World) -> None:
    large = io.BytesIO(json.dumps(says("x" * 2_000_000, service_url=world.teams_url)).encode())
    proof = {"Authorization": f"Bearer {world.authority.token(serviceurl=world.teams_url)}"}
    headers = {"Content-Type": "application/json"} | proof
    response = await world.http.post(f"{world.bot}/api/messages", data=large, headers=headers)
    assert (response.status, await response.text()) == (413, "")


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_what_cannot_be_unpacked_is_refused(world: World, encoding: str) -> None:
    proof = {"Authorization": f"Bearer {world.authority.token(serviceurl=world.teams_url)}"}
    headers = {"Content-Type": "application/json", "Content-Encoding": encoding} | proof
    response = await world.http.post(f"{world.bot}/api/messages", data=b"hello", headers=headers)
    assert (response.status, await response.text()) == (400, "")


async def test_ten_thousand_characters_are_fine(world: World) -> None:
    response = await world.post(says("é" * 10_000, service_url=world.teams_url))
    assert response.status == 200


async def test_fields_that_teams_adds_are_left_alone(world: World) -> None:
    told = says("hallo", service_url=world.teams_url, newField={"deep": [1, 2]}, callerId=None)
    told["channelData"] |= {"teamsChannelId": "19:x", "settings": {"a": 1}}
    assert (await world.post(told)).status == 200


async def test_empty_fields_are_as_good_as_none(world: World) -> None:
    told = says("hallo", service_url=world.teams_url) | dict.fromkeys(
        ("entities", "attachments", "value", "replyToId", "membersAdded", "name", "action", "locale")
    )
    assert (await world.post(told)).status == 200


async def test_characters_that_nothing_can_store_are_taken_out(world: World) -> None:
    raw = json.dumps(says("a\x00b\ud800c", service_url=world.teams_url)).encode()
    response = await world.post({}, token=world.authority.token(serviceurl=world.teams_url), raw=raw)
    assert response.status == 200
    assert world.teams.texts == ["U zei: ab\N{REPLACEMENT CHARACTER}c"]


async def test_another_tenant_is_acknowledged_and_left_alone(world: World) -> None:
    place = {"id": "a:1", "conversationType": "personal", "tenantId": OTHER_TENANT}
    told = says("hallo", service_url=world.teams_url, conversation=place, channelData={"tenant": {"id": OTHER_TENANT}})
    response = await world.post(told)
    assert response.status == 200
    assert not world.core.arrivals
    assert not world.teams.calls
    assert "laadmaat_strangers_total 1.0" in await (await world.http.get(f"{world.shown}/metrics")).text()


async def test_naming_our_tenant_beside_another_does_not_help(world: World) -> None:
    told = says("hallo", service_url=world.teams_url, channelData={"tenant": {"id": OTHER_TENANT}})
    await world.post(told)
    assert not world.core.arrivals


async def test_no_tenant_is_no_guest_either(world: World) -> None:
    told = says("hallo", service_url=world.teams_url, conversation={"id": "a:1"}, channelData=None)
    assert (await world.post(told)).status == 200
    assert not world.core.arrivals


async def test_another_channel_is_left_alone_as_its_clients_say_who_they_are(world: World) -> None:
    told = says("hallo", service_url=world.teams_url, channelId="directline")
    assert (await world.post(told)).status == 401
    assert not world.core.arrivals


async def test_another_channel_that_proves_itself_is_left_alone_too(world: World) -> None:
    world.authority.keys = [published("first", endorsements=("msteams", "directline"))]
    told = says("hallo", service_url=world.teams_url, channelId="directline")
    response = await world.post(told)
    assert (response.status, await response.text()) == (200, "")
    assert not world.core.arrivals
    assert not world.teams.calls


async def test_a_service_url_elsewhere_is_refused_before_any_token_leaves(world: World) -> None:
    elsewhere = world.teams_url.replace("127.0.0.1", "localhost")
    response = await world.post(says("hallo", service_url=elsewhere))
    assert (response.status, await response.text()) == (403, "")
    assert not world.core.arrivals
    assert not world.teams.calls


@pytest.mark.parametrize("kind", ["typing", "event", "endOfConversation", "messageReaction", "messageUpdate", "brandNew"])
async def test_what_asks_for_nothing_is_acknowledged(world: World, kind: str) -> None:
    response = await world.post(activity(kind, service_url=world.teams_url))
    assert (response.status, await response.text()) == (200, "")
    assert not world.teams.calls
