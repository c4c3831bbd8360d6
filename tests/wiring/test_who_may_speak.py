"""Only Teams itself, with a valid token for this bot, gets past the door; everyone else hears 401."""

import asyncio
import base64
import json
import time
from collections.abc import Callable

import jwt
import pytest
from aiohttp import ClientTimeout

from bot.teams.keys import TIMEOUT
from tests.teams.activities import APP, executes, says
from tests.wiring.authority import ISSUER, Authority, private_key, public_pem, published
from tests.wiring.conftest import World

PAST, FUTURE = time.time() - 3600, time.time() + 3600


def unsigned(url: str) -> str:
    """Return a token that claims everything and proves nothing."""
    parts = [{"alg": "none", "kid": "first"}, {"iss": ISSUER, "aud": APP, "exp": FUTURE, "serviceurl": url}]
    return ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts) + "."


def signed_with_public_key(url: str) -> str:
    """Return an HS256 token whose secret everybody knows."""
    secret = base64.urlsafe_b64encode(public_pem("first")).decode()
    return jwt.encode({"iss": ISSUER, "aud": APP, "serviceurl": url}, secret, algorithm="HS256", headers={"kid": "first"})


def signed_otherwise(url: str, algorithm: str) -> str:
    """Return a token with our own key and another way to sign than Teams has."""
    claims = {"iss": ISSUER, "aud": APP, "exp": FUTURE, "serviceurl": url}
    return jwt.encode(claims, private_key("first"), algorithm=algorithm, headers={"kid": "first"})


BAD: dict[str, Callable[[Authority, str], str]] = {
    "garbage": lambda *_: "garbage",
    "three parts of garbage": lambda *_: "a.b.c",
    "expired": lambda who, url: who.token(serviceurl=url, exp=PAST),
    "not yet valid": lambda who, url: who.token(serviceurl=url, nbf=FUTURE, exp=FUTURE + 60),
    "for another bot": lambda who, url: who.token(serviceurl=url, aud="bbbbbbbb-bbbb-4ccc-8ddd-eeeeeeeeeeee"),
    "without audience": lambda who, url: who.token(serviceurl=url, aud=None),
    "of another issuer": lambda who, url: who.token(serviceurl=url, iss="https://evil.example"),
    "without issuer": lambda who, url: who.token(serviceurl=url, iss=None),
    "for another service url": lambda who, _: who.token(serviceurl="https://evil.example/"),
    "without service url": lambda who, _: who.token(),
    "with an unknown key": lambda who, url: who.token(serviceurl=url, kid="nobody"),
    "signed by another under a known name": lambda who, url: who.token("second", kid="first", serviceurl=url),
    "unsigned": lambda _, url: unsigned(url),
    "HS256 with the public key": lambda _, url: signed_with_public_key(url),
    "without an end": lambda who, url: who.token(serviceurl=url, exp=None),
    "without an end, and no beginning": lambda who, url: who.token(serviceurl=url, exp=None, nbf=None),
    "with an end that is none": lambda who, url: who.token(serviceurl=url, exp="ooit"),
    "with an end after a hundred years": lambda who, url: who.token(serviceurl=url, exp=FUTURE + 100 * 365 * 86_400),
    "made in the future": lambda who, url: who.token(serviceurl=url, iat=FUTURE),
    "for many bots": lambda who, url: who.token(serviceurl=url, aud=[APP, "bbbbbbbb-bbbb-4ccc-8ddd-eeeeeeeeeeee"]),
    "RS512": lambda who, url: signed_otherwise(url, "RS512"),
    "PS256": lambda who, url: signed_otherwise(url, "PS256"),
    "of the emulator": lambda who, url: who.token(
        serviceurl=url, iss="https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", ver="1.0", appid=APP
    ),
    "of a skill": lambda who, url: who.token(serviceurl=url, ver="1.0", appid="bbbbbbbb-bbbb-4ccc-8ddd-eeeeeeeeeeee"),
}


async def test_a_signed_message_is_answered(world: World) -> None:
    response = await world.post(says("hallo", service_url=world.teams_url))
    assert (response.status, await response.text()) == (200, "")
    assert world.teams.texts == ["U zei: hallo"]


@pytest.mark.parametrize("kind", BAD)
async def test_a_bad_token_is_refused(world: World, kind: str) -> None:
    token = BAD[kind](world.authority, world.teams_url)
    response = await world.post(says("hallo", service_url=world.teams_url), token=token)
    assert (response.status, await response.text()) == (401, "")
    assert not world.core.arrivals


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic dGVzdDp0ZXN0", "Bearer a b c"])
async def test_a_header_without_a_token_is_refused(world: World, header: str) -> None:
    response = await world.post(says("hallo", service_url=world.teams_url), token=None, proof=header)
    assert response.status == 401


async def test_no_header_is_refused(world: World) -> None:
    assert (await world.post(says("hallo", service_url=world.teams_url), token=None)).status == 401


async def test_an_invoke_without_proof_is_refused_too(world: World) -> None:
    response = await world.post(executes("save", service_url=world.teams_url), token="garbage")
    assert (response.status, await response.text()) == (401, "")


async def test_a_key_that_speaks_for_another_channel_is_refused(world: World) -> None:
    world.authority.keys = [published("first", endorsements=("webchat",))]
    assert (await world.post(says("hallo", service_url=world.teams_url))).status == 401


@pytest.mark.parametrize("endorsements", [(), None, "msteams", {"msteams": True}, [3]])
async def test_a_key_that_speaks_for_nobody_in_particular_is_refused(world: World, endorsements: object) -> None:
    world.authority.keys = [published("first") | {"endorsements": endorsements}]
    assert (await world.post(says("hallo", service_url=world.teams_url))).status == 401


async def test_a_key_without_a_word_of_channels_is_refused(world: World) -> None:
    del world.authority.keys[0]["endorsements"]
    assert (await world.post(says("hallo", service_url=world.teams_url))).status == 401


@pytest.mark.filterwarnings("ignore:The RSA key is 1024 bits")  # the attacker's own library
async def test_a_key_that_can_be_guessed_is_refused(world: World) -> None:
    world.authority.keys = [published("short")]
    token = world.authority.token("short", serviceurl=world.teams_url)
    assert (await world.post(says("hallo", service_url=world.teams_url), token=token)).status == 401


@pytest.mark.parametrize("wrong", [{"use": "enc"}, {"kty": "oct", "k": "c2VjcmV0"}, {"alg": "RS512"}, {"kid": 3}])
async def test_a_key_for_something_else_is_refused(world: World, wrong: dict[str, object]) -> None:
    world.authority.keys[0].update(wrong)
    assert (await world.post(says("hallo", service_url=world.teams_url))).status == 401


async def test_keys_that_are_all_unfit_are_not_asked_for_by_every_stranger(world: World) -> None:
    world.authority.keys = [published("short")]
    for number in range(20):
        token = world.authority.token(kid=f"flood-{number}", serviceurl=world.teams_url)
        assert (await world.post(says("hallo", service_url=world.teams_url), token=token)).status == 401
    assert world.authority.asked == 1


async def test_a_page_without_keys_takes_away_none(world: World) -> None:
    await world.post(says("hallo", service_url=world.teams_url))
    world.authority.keys = []
    unknown = world.authority.token("second", serviceurl=world.teams_url)
    assert (await world.post(says("hallo", service_url=world.teams_url), token=unknown)).status == 401
    assert (await world.post(says("hallo", service_url=world.teams_url))).status == 200


async def test_the_metadata_is_not_asked_again_for_every_message(world: World) -> None:
    for _ in range(5):
        assert (await world.post(says("hallo", service_url=world.teams_url))).status == 200
    assert world.authority.asked == 1


async def test_a_key_published_after_the_start_is_accepted_at_first_use(world: World) -> None:
    await world.post(says("hallo", service_url=world.teams_url))
    world.authority.keys.append(published("second"))
    token = world.authority.token("second", serviceurl=world.teams_url)
    assert (await world.post(says("nog eens", service_url=world.teams_url), token=token)).status == 200


async def test_a_flood_of_unknown_keys_asks_once(world: World) -> None:
    await world.post(says("hallo", service_url=world.teams_url))
    for number in range(20):
        token = world.authority.token(kid=f"flood-{number}", serviceurl=world.teams_url)
        assert (await world.post(says("hallo", service_url=world.teams_url), token=token)).status == 401
    assert world.authority.asked == 2


async def test_known_keys_serve_while_the_key_server_is_down(world: World) -> None:
    await world.post(says("hallo", service_url=world.teams_url))
    world.authority.down = True
    unknown = world.authority.token("second", serviceurl=world.teams_url)
    assert (await world.post(says("hallo", service_url=world.teams_url), token=unknown)).status == 401
    assert (await world.post(says("hallo", service_url=world.teams_url))).status == 200


async def test_a_key_server_that_was_down_at_the_start_is_a_refusal(world: World) -> None:
    world.authority.down = True
    assert (await world.post(says("hallo", service_url=world.teams_url))).status == 401


async def test_a_key_server_that_hangs_is_a_refusal_and_holds_up_nobody(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    await world.post(says("hallo", service_url=world.teams_url))
    monkeypatch.setattr("bot.teams.keys.TIMEOUT", ClientTimeout(total=0.2))
    world.authority.hangs = True
    unknown = world.authority.token("second", serviceurl=world.teams_url)
    waiting = asyncio.create_task(world.post(says("wie ben ik", service_url=world.teams_url), token=unknown))
    await world.authority.hanging.wait()
    assert (await world.post(says("en ik", service_url=world.teams_url))).status == 200
    assert (await waiting).status == 401


def test_keys_are_fetched_within_seconds() -> None:
    assert TIMEOUT.total == 3


def test_the_keys_of_the_tests_are_different() -> None:
    assert private_key("first") != private_key("second")
