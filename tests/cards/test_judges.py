"""Judges that never refuse anything are worth nothing: each must see what it is there for."""

import copy
from collections.abc import Callable

import pytest

from cards.rendering import render
from tests.cards.examples import EXAMPLES
from tests.cards.house_rules import check_house
from tests.cards.judges import judge
from tests.cards.nodes import Node, buttons, inputs, kind, walk
from tests.cards.renderer import Renderer
from tests.cards.teams_types import check_types
from tests.cards.version_1_5 import check_version

Damage = Callable[[Node], object]


def damaged(name: str, damage: Damage) -> Node:
    """Return an example card with something wrong in it."""
    card = copy.deepcopy(render(EXAMPLES[name]))
    damage(card)
    return card


def first(card: Node, wanted: str) -> Node:
    """Return the first element of a type."""
    return next(node for _, node in walk(card) if kind(node) == wanted)


def field(card: Node, wanted: str) -> Node:
    """Return an input by its id."""
    return next(node for node in inputs(card) if node["id"] == wanted)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda card: card["body"].append({"type": "TextBlok", "text": "x"}), "TextBlok does not belong here"),
        (lambda card: first(card, "TextBlock").update(colour="Good"), "unknown property colour"),
        (lambda card: first(card, "TextRun").update(is_subtle=True), "unknown property is_subtle"),
        (lambda card: first(card, "TextRun").update(size="Huge"), "Input should be 'Small'"),
        (lambda card: card["body"].append({"type": "Action.Submit", "title": "x"}), "Action.Submit does not belong here"),
        (lambda card: field(card, "grid.fuse")["choices"][0].update(colour="Good"), "unknown property colour"),
        (lambda card: card.update(msteams={"width": "Full"}), "Input should be 'full'"),
    ],
)
def test_microsofts_types_see_it(damage: Damage, said: str) -> None:
    assert said in str(check_types(damaged("page_form-1", damage)))


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda card: first(card, "TextBlock").pop("text"), "text is missing"),
        (lambda card: field(card, "company.name").pop("id"), "id is missing"),
        (lambda card: field(card, "grid.fuse")["choices"][0].pop("title"), "title is missing"),
        (lambda card: card.pop("version"), "version is missing"),
        (lambda card: first(card, "TextRun").update(text=12), "text cannot be 12"),
        (lambda card: field(card, "tractor.km_per_day").update(value="294"), "value cannot be '294'"),
        (lambda card: field(card, "tractor.km_per_day").update(max=True), "max cannot be True"),
        (lambda card: field(card, "grid.fuse").update(useMultipleColumns=True), "useMultipleColumns is not a property"),
        (lambda card: card["body"].append({"type": "Badge", "text": "x"}), "Badge is not declared"),
        (lambda card: card["body"].append({"text": "x"}), "no type"),
    ],
)
def test_the_rules_of_version_1_5_see_it(damage: Damage, said: str) -> None:
    assert said in str(check_version(damaged("page_form-1", damage)))


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda card: card.update(version="1.6"), "version 1.6"),
        (lambda card: card.pop("fallbackText"), "no fallbackText"),
        (lambda card: card["body"].append({"type": "TextBlock", "text": "x" * 30_000, "wrap": True}), "bytes"),
        (lambda card: card["actions"].extend(buttons(card)[:1] * 4), "7 actions"),
        (lambda card: card["body"].append(first(card, "TextBlock")), "more than one heading"),
        (lambda card: first(card, "TextBlock").update(wrap=False), "does not wrap"),
        (lambda card: first(card, "TextRun").update(text=" "), "says nothing"),
        (lambda card: card["body"].append({"type": "Image", "url": "https://x.example/x.png"}), "no alt text"),
        (lambda card: card["body"].append(field(card, "company.name")), "the id company.name occurs twice"),
        (lambda card: field(card, "company.name").update(id="data"), "would overwrite what a button carries"),
        (lambda card: field(card, "company.name").update(label=""), "no label"),
        (lambda card: field(card, "company.kvk").pop("errorMessage"), "refuses without a sentence"),
        (lambda card: field(card, "tractor.km_per_day").pop("errorMessage"), "refuses without a sentence"),
        (lambda card: field(card, "grid.fuse").update(value="9x9A"), "9x9A is chosen but not offered"),
        (lambda card: field(card, "grid.fuse")["choices"][0].update(value="1x25A,3x25A"), "a comma in '1x25A,3x25A'"),
        (lambda card: field(card, "grid.fuse")["choices"][0].update(value="3x25A"), "two choices with one value"),
        (lambda card: buttons(card)[0].pop("fallback"), "the fallback does something else"),
        (lambda card: card["actions"][1]["fallback"].pop("associatedInputs"), "the fallback does something else"),
        (lambda card: buttons(card)[0].update(verb="say"), "carries"),
        (lambda card: card["actions"][1].update(style="positive"), "two buttons are highlighted"),
        (lambda card: card["actions"].append({"type": "Action.Submit", "title": "x"}), "outside a fallback"),
        (lambda card: card["actions"][0].pop("title"), "a button without words"),
    ],
)
def test_our_own_rules_see_it(damage: Damage, said: str) -> None:
    assert said in str(check_house(damaged("page_form-1", damage)))
    assert judge(damaged("page_form-1", damage)) != []


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda bar: bar.pop("altText"), "no alt text"),
        (lambda bar: bar.update(url="https://x.example/x.png"), "has to be fetched"),
        (lambda bar: bar.pop("url"), "url is missing"),
        (lambda bar: bar.update(width=240), "width cannot be 240"),
        (lambda bar: bar.update(colour="good"), "unknown property colour"),
    ],
)
def test_a_bar_is_judged_as_strictly(damage: Damage, said: str) -> None:
    card = damaged("company_outlook-1", lambda card: damage(first(card, "Image")))
    assert said in str([*check_types(card), *check_version(card)] if "url" not in first(card, "Image") else judge(card))


def test_a_first_thing_to_do_below_the_screen_is_seen() -> None:
    tall = [{"type": "TextBlock", "text": "Regel", "wrap": True}] * 40
    assert "pixels down" in str(
        judge(damaged("status-1", lambda card: card["body"].insert(1, {"type": "Container", "items": tall})))
    )
    assert "pixels down" not in str(
        judge(damaged("status-1", lambda card: card["body"].append({"type": "Container", "items": []})))
    )


def test_showing_and_hiding_beside_a_field_is_seen() -> None:
    toggle = {"type": "Action.ToggleVisibility", "title": "Meer", "targetElements": ["more"]}
    assert "Teams empties" in str(judge(damaged("page_form-1", lambda card: card["actions"].append(toggle))))


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda card: field(card, "company.name").pop("id"), "id"),
        (lambda card: first(card, "TextRun").update(size="Huge"), "Huge"),
        (lambda card: card["body"].append({"type": "Graph.Line"}), "Graph.Line"),
        (lambda card: field(card, "grid.fuse").update(choices=[]), "at least one Choice"),
        (lambda card: card.update(version="1.9"), "version"),
    ],
)
def test_microsofts_renderer_sees_it(damage: Damage, said: str, renderer: Renderer) -> None:
    assert said.lower() in str(renderer.look(damaged("page_form-1", damage)).faults).lower()


def test_microsofts_renderer_shows_what_markdown_would_do(renderer: Renderer) -> None:
    card = damaged("notice_card-1", lambda card: first(card, "TextBlock").update(text="[klik](http://evil.example)"))

    assert "evil.example" in str(renderer.look(card).marks)
