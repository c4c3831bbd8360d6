"""Every invoke gets a well-formed answer with a body, also an unknown one and one that breaks."""

from typing import Any

import pytest

from bot.exchange import Arrival
from bot.sentences import ANSWERED, NOT_HERE, ONE_MOMENT, went_wrong
from bot.teams.invokes import CARD
from dialogs.terrains.message_extension import BROKEN, NOTHING
from dialogs.turn.events import Feedback, Pressed
from tests.teams.activities import OTHER_TENANT, executes, invokes
from tests.wiring.conftest import World
from tests.wiring.core import Scripted, text

CONTENT = {"type": "AdaptiveCard", "version": "1.5", "body": []}
ANSWER = {"statusCode": 200, "type": CARD, "value": CONTENT}


async def shows_card(arrival: Arrival) -> Scripted:
    return Scripted((text("Opgeslagen."),), arrival.reference, body=ANSWER)


async def asked(world: World, activity: dict[str, Any]) -> tuple[int, Any]:
    response = await world.post(activity)
    return response.status, await response.json()


async def test_a_pressed_button_is_answered_with_a_card(world: World) -> None:
    world.core.taking = shows_card
    press = executes("save", data={"data": {"page": "fleet"}, "vans": "12"}, service_url=world.teams_url)
    assert await asked(world, press) == (200, ANSWER)
    (arrival,) = world.core.arrivals
    assert arrival.invoke
    assert arrival.event == Pressed("save", {"page": "fleet"}, {"vans": "12"}, "1700000000001")
    assert await world.teams.hears(1) == ["Opgeslagen."]


async def test_a_button_that_shows_nothing_is_answered_with_a_sentence(world: World) -> None:
    status, body = await asked(world, executes("keep", service_url=world.teams_url))
    assert (status, body["statusCode"], body["value"]) == (200, 200, ANSWERED)


@pytest.mark.parametrize("value", [None, [], "x", {}, {"action": None}, {"action": "save"}])
async def test_a_press_without_an_action_is_a_clear_error(world: World, value: object) -> None:
    status, body = await asked(world, invokes("adaptiveCard/action", value, service_url=world.teams_url))
    assert (status, body["statusCode"], body["type"]) == (200, 400, "application/vnd.microsoft.error")
    assert not world.core.arrivals


@pytest.mark.parametrize(("reaction", "liked"), [("like", True), ("dislike", False)])
@pytest.mark.parametrize("packed", ['{"feedbackText": "Te lang."}', {"feedbackText": "Te lang."}])
async def test_a_thumb_is_taken_and_answered_with_nothing(world: World, reaction: str, liked: bool, packed: object) -> None:
    value = {"actionName": "feedback", "actionValue": {"reaction": reaction, "feedback": packed}}
    given = invokes("message/submitAction", value, replyToId="1700", service_url=world.teams_url)
    assert await asked(world, given) == (200, {})
    (arrival,) = world.core.arrivals
    assert arrival.event == Feedback(liked, "Te lang.")
    assert not arrival.invoke


@pytest.mark.parametrize("packed", [None, "", "{", "[]", '"x"', '{"feedbackText": 3}', "[" * 100_000, 3])
async def test_a_thumb_without_words_is_taken_too(world: World, packed: object) -> None:
    value = {"actionValue": {"reaction": "like", "feedback": packed}}
    assert await asked(world, invokes("message/submitAction", value, service_url=world.teams_url)) == (200, {})
    assert [arrival.event for arrival in world.core.arrivals] == [Feedback(liked=True)]


@pytest.mark.parametrize("value", [None, [], {}, {"actionValue": None}, {"actionValue": {"reaction": "angry"}}])
async def test_what_is_no_thumb_is_acknowledged(world: World, value: object) -> None:
    assert await asked(world, invokes("message/submitAction", value, service_url=world.teams_url)) == (200, {})
    assert not world.core.arrivals


async def test_a_press_that_breaks_gives_an_error_code_and_a_sentence_in_chat(world: World) -> None:
    async def breaks(_: Arrival) -> Scripted:
        raise RuntimeError("stroomstoring bij Jansen")

    world.core.taking = breaks
    status, body = await asked(world, executes("save", service_url=world.teams_url))
    assert (status, body["statusCode"], body["type"]) == (200, 500, "application/vnd.microsoft.error")
    assert body["value"]["message"] == went_wrong(body["value"]["code"])
    assert await world.teams.hears(1) == [body["value"]["message"]]


async def test_a_slow_press_is_answered_in_time_and_its_card_follows(world: World) -> None:
    async def is_slow(arrival: Arrival) -> Scripted:
        await world.core.database.wait()
        return await shows_card(arrival)

    world.core.database.clear()
    world.core.take = is_slow  # type: ignore[method-assign]
    world.edge.reception._ready = ready  # a slow turn, with a database that is there
    assert (await asked(world, executes("save", service_url=world.teams_url)))[1]["value"] == ONE_MOMENT
    world.core.database.set()
    await world.teams.hears(2)
    late, message = world.teams.calls
    assert (late.method, late.path.rsplit("/", 1)[1]) == ("PUT", "1700000000001")
    assert late.body["attachments"] == [{"contentType": CARD, "content": CONTENT}]
    assert message.body["text"] == "Opgeslagen."


async def ready() -> bool:
    return True


async def test_typing_in_a_list_gives_at_most_fifteen_choices(world: World) -> None:
    value = {"queryText": "hes", "queryOptions": {"skip": 0, "top": 15}, "dataset": "terrains"}
    status, body = await asked(world, invokes("application/search", value, service_url=world.teams_url))
    assert (status, body["statusCode"], body["type"]) == (200, 200, "application/vnd.microsoft.search.searchResponse")
    assert body["value"]["results"][0] == {"title": "hes 0", "value": "id-0"}
    assert len(body["value"]["results"]) == 15


@pytest.mark.parametrize(
    "value",
    [None, {}, {"queryText": 3, "dataset": "terrains"}, {"queryText": "x"}, {"queryText": "stuk", "dataset": "terrains"}],
)
async def test_typing_that_finds_nothing_gives_an_empty_list(world: World, value: object) -> None:
    status, body = await asked(world, invokes("application/search", value, service_url=world.teams_url))
    assert (status, body["value"]) == (200, {"results": []})


def search(typed: str | None, *, skip: int = 0) -> dict[str, Any]:
    """Return what Teams asks while somebody types; None is the first time."""
    one = {"name": "initialRun", "value": "true"} if typed is None else {"name": "naam", "value": typed}
    return {"commandId": "terrein", "parameters": [one], "queryOptions": {"skip": skip, "count": 25}}


async def extension(world: World, value: object) -> dict[str, Any]:
    """Return the answer to a search beside the box where one writes."""
    status, body = await asked(world, invokes("composeExtension/query", value, service_url=world.teams_url))
    assert status == 200
    found: dict[str, Any] = body["composeExtension"]
    return found


@pytest.mark.parametrize("typed", ["hes", "", None])
async def test_a_card_to_drop_is_found_with_two_lines_and_the_whole_card(world: World, typed: str | None) -> None:
    body = await extension(world, search(typed))
    assert (body["type"], body["attachmentLayout"], len(body["attachments"])) == ("result", "list", 15)
    first = body["attachments"][0]
    assert (first["contentType"], first["content"]["type"]) == (CARD, "AdaptiveCard")
    assert first["preview"]["contentType"] == "application/vnd.microsoft.card.thumbnail"
    assert first["preview"]["content"] == {"title": f"{typed or ''} 0", "text": "A &amp; B"}
    assert not world.core.arrivals


@pytest.mark.parametrize("value", [None, [], "x", {}, {"commandId": "other"}, search("hes", skip=25)])
async def test_what_is_no_search_of_ours_or_no_first_page_finds_nothing(world: World, value: object) -> None:
    assert await extension(world, value) == {"type": "result", "attachmentLayout": "list", "attachments": []}


@pytest.mark.parametrize("parameters", [None, {}, "x", [3], [{}], [{"name": "naam"}], [{"name": "naam", "value": {"a": 1}}]])
async def test_a_search_for_no_text_is_one_for_anything(world: World, parameters: object) -> None:
    body = await extension(world, {"commandId": "terrein", "parameters": parameters})
    assert body["attachments"][0]["preview"]["content"]["title"] == " 0"


async def test_a_dropped_card_is_asked_for_anew_without_a_turn(world: World) -> None:
    again = executes("again", data={"data": {"terrain": "t-1"}}, service_url=world.teams_url)
    status, body = await asked(world, again)
    assert (status, body["statusCode"], body["type"]) == (200, 200, CARD)
    assert body["value"]["refresh"]["action"]["data"] == {"verb": "again", "data": {"terrain": "t-1"}}
    assert not world.core.arrivals


async def test_a_dropped_card_that_is_none_of_ours_or_breaks_is_answered_too(world: World) -> None:
    _, body = await asked(world, executes("again", data={"data": {"terrain": "weg"}}, service_url=world.teams_url))
    assert (body["statusCode"], body["value"]) == (200, NOT_HERE)
    _, body = await asked(world, executes("again", data={"data": {"terrain": "stuk"}}, service_url=world.teams_url))
    assert (body["statusCode"], body["value"]["message"]) == (500, went_wrong(body["value"]["code"]))


async def test_a_card_that_was_made_up_is_counted(world: World) -> None:
    made_up = executes("again", data={"data": {"terrain": "t-1", "seal": "nagemaakt"}}, service_url=world.teams_url)
    _, body = await asked(world, made_up)
    assert (body["statusCode"], body["type"]) == (200, CARD)
    assert "laadmaat_forged_cards_total 1.0" in await (await world.http.get(f"{world.shown}/metrics")).text()


async def test_a_search_that_finds_nothing_says_so(world: World) -> None:
    assert await extension(world, search("weg")) == {"type": "message", "text": NOTHING}


async def test_a_search_that_breaks_says_so(world: World) -> None:
    assert await extension(world, search("stuk")) == {"type": "message", "text": BROKEN}


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("task/fetch", {"task": {"type": "message", "value": NOT_HERE}}),
        ("task/submit", {"task": {"type": "message", "value": NOT_HERE}}),
        ("composeExtension/selectItem", {"composeExtension": {"type": "message", "text": NOT_HERE}}),
        ("composeExtension/submitAction", {"composeExtension": {"type": "message", "text": NOT_HERE}}),
        ("fileConsent/invoke", {}),
        ("actionableMessage/executeAction", {}),
    ],
)
async def test_other_invokes_are_answered_in_their_own_form(world: World, name: str, body: object) -> None:
    assert await asked(world, invokes(name, {}, service_url=world.teams_url)) == (200, body)


@pytest.mark.parametrize("name", ["brand/new", "signin/failure", "", None])
async def test_an_unknown_invoke_is_not_implemented(world: World, name: str) -> None:
    assert await asked(world, invokes(name, {}, service_url=world.teams_url)) == (501, {})


async def test_an_invoke_of_another_tenant_is_acknowledged(world: World) -> None:
    other = executes("save", service_url=world.teams_url, channelData={"tenant": {"id": OTHER_TENANT}})
    assert await asked(world, other) == (200, {})
    assert not world.core.arrivals
