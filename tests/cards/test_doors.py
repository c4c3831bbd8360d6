"""Every card behind every door: it holds nothing that its clients cannot draw, and the same fields, buttons and words."""

import json
from uuid import uuid4

import pytest

from bot.exchange import Arrival
from bot.turn.replies import add_replies
from bot.turn.results import TurnResult
from cards.capabilities import PLAYGROUND, TEAMS, WEB_CHAT, Capabilities
from cards.rendering import load_template, render
from dialogs.turn.events import Pressed, Scope, Sender
from dialogs.turn.replies import ReplaceCard, ShowCard
from tests.cards.examples import EXAMPLES
from tests.cards.judges import judge
from tests.cards.nodes import Node, actions, inputs, kind, walk
from tests.cards.renderer import Renderer
from tests.cards.words import visible

DOORS = {"teams": TEAMS, "playground": PLAYGROUND, "web chat": WEB_CHAT}


def pressable(card: Node) -> list[tuple[object, ...]]:
    """Return what every button says, carries and sends along."""
    return [tuple(node.get(key) for key in ("title", "data", "url", "associatedInputs", "style")) for node in actions(card)]


def fields(card: Node) -> list[tuple[object, object]]:
    """Return every field with what stands above it."""
    return [(node["id"], node.get("label") or node["title"]) for node in inputs(card)]


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_card_holds_what_its_door_can_draw_and_asks_the_same(name: str, door: Capabilities) -> None:
    whole, fitted = render(EXAMPLES[name]), render(EXAMPLES[name], door)

    assert judge(fitted, door) == []
    assert fields(fitted) == fields(whole)
    assert pressable(fitted) == pressable(whole)
    assert fitted["fallbackText"] == whole["fallbackText"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_microsofts_own_renderer_draws_a_web_chat_card_whole(name: str, renderer: Renderer) -> None:
    card = render(EXAMPLES[name], WEB_CHAT)

    seen = renderer.look(card)

    assert seen.faults == ()
    assert sorted(seen.buttons) == sorted(node["title"] for node in actions(card) if "title" in node)
    assert list(seen.inputs) == [node["id"] for node in inputs(card)]


@pytest.mark.parametrize("door", [TEAMS, PLAYGROUND])
def test_teams_and_the_playground_get_what_the_template_says(door: Capabilities) -> None:
    for card in EXAMPLES.values():
        assert json.dumps(render(card, door)) == json.dumps(json.loads(load_template(type(card)).render(card=card)))


def test_a_chart_becomes_its_table_with_every_bar() -> None:
    charted = [card for card in EXAMPLES.values() if getattr(card, "chart", None)]
    assert charted
    for card in charted:
        shown = render(card, WEB_CHAT)
        assert any(kind(node) == "Table" for _, node in walk(shown))
        assert {text for row in card.chart.rows for text in row} <= set(visible(shown))  # type: ignore[attr-defined]


def test_what_a_turn_shows_and_replaces_is_fitted_to_its_door() -> None:
    card = EXAMPLES["terrain_choice-1"]
    pressed = Pressed(verb="find", data={}, inputs={}, card="a-1")

    arrival = Arrival("t", "c", "a", Sender("t", "o", "29:o", "Fatima"), Scope.PERSONAL, pressed, {}, invoke=False)
    built = TurnResult(uuid4(), {})
    add_replies(built, arrival, [ShowCard(card), ReplaceCard(card)], lambda _: None, WEB_CHAT)

    assert [one.kind for one in built.outgoing] == ["send", "update"]
    for one in built.outgoing:
        assert judge(one.activity["attachments"][0]["content"], WEB_CHAT) == []
