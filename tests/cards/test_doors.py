"""Every card behind every door: it holds nothing that its clients cannot draw, and the same fields, buttons and words."""

import json
from dataclasses import replace
from itertools import pairwise
from uuid import uuid4

import pytest

from bot.exchange import Arrival
from bot.turn.replies import add_replies
from bot.turn.results import TurnResult
from cards.capabilities import PLAYGROUND, TEAMS, WEB_CHAT, Capabilities
from cards.rendering import render
from cards.views.card import Card
from cards.views.chart import BarChart
from dialogs.turn.events import Pressed, Scope, Sender
from dialogs.turn.replies import ReplaceCard, ShowCard
from tests.cards.examples import EXAMPLES
from tests.cards.judges import judge
from tests.cards.nodes import Node, actions, inputs, kind
from tests.cards.renderer import Renderer

UNFOLDED = replace(TEAMS, toggles=False)
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
    assert fields(fitted) == (fields(whole) if door.toggles else fields(render(EXAMPLES[name], UNFOLDED)))
    assert pressable(fitted) == (pressable(whole) if door.toggles else pressable(render(EXAMPLES[name], UNFOLDED)))
    assert fitted["fallbackText"] == whole["fallbackText"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_microsofts_own_renderer_draws_a_web_chat_card_whole(name: str, renderer: Renderer) -> None:
    card = render(EXAMPLES[name], WEB_CHAT)

    seen = renderer.look(card)

    assert seen.faults == ()
    assert sorted(seen.buttons) == sorted(node["title"] for node in actions(card) if "title" in node)
    assert list(seen.inputs) == [node["id"] for node in inputs(card)]


def test_the_playground_shows_what_teams_shows() -> None:
    for card in EXAMPLES.values():
        assert json.dumps(render(card, TEAMS)) == json.dumps(render(card, PLAYGROUND))


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
def test_a_chart_shows_every_bar_with_its_value_once(door: Capabilities) -> None:
    charted = [(card, charts) for card in EXAMPLES.values() if (charts := charts_of(card))]
    assert charted
    assert any(len(charts) > 1 for _, charts in charted)
    for card, charts in charted:
        said = [run["text"] for node in drawn(render(card, door)) for run in node]
        assert said == [text for chart in charts for name, value in chart.rows for text in (f"{name}: ", value)]


def charts_of(card: Card) -> tuple[BarChart, ...]:
    """Return every chart of a card: a factsheet has that of the plan map before that of the answers."""
    found: tuple[BarChart | None, ...] = getattr(card, "charts", (getattr(card, "chart", None),))
    return tuple(chart for chart in found if chart is not None)


def drawn(card: Node) -> list[list[Node]]:
    """Return the words above each bar of a card."""
    body = card["body"]
    return [words["inlines"] for words, bar in pairwise(body) if kind(bar) == "Image"]


def test_what_a_turn_shows_and_replaces_is_fitted_to_its_door() -> None:
    card = EXAMPLES["terrain_choice-1"]
    pressed = Pressed(verb="find", data={}, inputs={}, card="a-1")

    arrival = Arrival("t", "c", "a", Sender("t", "o", "29:o", "Fatima"), Scope.PERSONAL, pressed, {}, invoke=False)
    built = TurnResult(uuid4(), {})
    add_replies(built, arrival, [ShowCard(card), ReplaceCard(card)], lambda _: None, WEB_CHAT)

    assert [one.kind for one in built.outgoing] == ["send", "update"]
    for one in built.outgoing:
        assert judge(one.activity["attachments"][0]["content"], WEB_CHAT) == []
