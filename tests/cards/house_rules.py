"""What we ask of a card beyond what the formats ask: it fits, it can be read by everybody, and every button works everywhere."""

import json

from cards.capabilities import TEAMS, Capabilities
from tests.cards.first_screen import check_first_screen
from tests.cards.nodes import Node, actions, heard, inputs, kind, walk

MOST_BYTES = 28 * 1024
MOST_ACTIONS = 6
BOUNDS = ("regex", "min", "max", "isRequired")
CARRIED = {"verb", "data"}


def check_house(card: Node, door: Capabilities = TEAMS) -> list[str]:
    """Return which of our own rules the card breaks."""
    pressed = check_buttons(card) if door.executes else check_submits(card)
    screen = check_first_screen(card) if door.toggles else []
    return [*check_whole(card), *check_texts(card), *check_inputs(card), *pressed, *check_door(card, door), *screen]


def check_whole(card: Node) -> list[str]:
    """Return what is wrong with the card as a whole: version, size, number of actions, fallback, headings."""
    size = len(json.dumps(card, ensure_ascii=False, separators=(",", ":")).encode())
    pressed = len(heard(card))
    return [
        *([] if card.get("version") == "1.5" else [f"version {card.get('version')}"]),
        *([] if str(card.get("fallbackText", "")).strip() else ["no fallbackText"]),
        *([] if size <= MOST_BYTES else [f"{size} bytes"]),
        *([] if pressed <= MOST_ACTIONS else [f"{pressed} actions"]),
        *([] if sum(node.get("style") == "heading" for _, node in walk(card)) <= 1 else ["more than one heading"]),
    ]


def check_texts(card: Node) -> list[str]:
    """Return which texts are cut off, empty, or left over from a template; and which pictures cannot be read aloud."""
    faults = []
    for place, node in walk(card):
        if kind(node) == "TextBlock" and node.get("wrap") is not True:
            faults.append(f"{place}: does not wrap")
        if kind(node) in {"TextBlock", "TextRun"} and not str(node.get("text", "")).strip():
            faults.append(f"{place}: says nothing")
        if kind(node) == "Image" and not node.get("altText"):
            faults.append(f"{place}: no alt text")
        if kind(node) == "Image" and not str(node["url"]).startswith("data:image/png;base64,"):
            faults.append(f"{place}: has to be fetched")
    return faults


def check_inputs(card: Node) -> list[str]:
    """Return what is wrong with the fields: label, id, the sentence when an entry is refused, choices."""
    found = inputs(card)
    ids = [str(node.get("id")) for node in found]
    faults = [f"the id {one} occurs twice" for one in sorted({one for one in ids if ids.count(one) > 1})]
    faults += [f"the id {one} would overwrite what a button carries" for one in sorted(CARRIED & set(ids))]
    for node in found:
        bounded = any(node.get(bound) is not None for bound in BOUNDS)
        values = [choice["value"] for choice in node.get("choices", [])]
        chosen = [one for one in str(node.get("value", "")).split(",") if one] if values else []
        faults += [
            *([] if str(node.get("label") or node.get("title") or "").strip() else [f"{node.get('id')}: no label"]),
            *([] if not bounded or node.get("errorMessage") else [f"{node.get('id')}: refuses without a sentence"]),
            *([] if len(set(values)) == len(values) else [f"{node.get('id')}: two choices with one value"]),
            *(f"{node.get('id')}: {one} is chosen but not offered" for one in chosen if one not in values),
            *(f"{node.get('id')}: a comma in {one!r}" for one in values if "," in one),
        ]
    return faults


def check_door(card: Node, door: Capabilities) -> list[str]:
    """Return what clients behind a door cannot draw, or would draw and do nothing with."""
    cannot = {
        "Action.Execute": not door.executes,
        "Action.ToggleVisibility": not door.toggles,
        "Data.Query": not door.typeahead,
    }
    drawn = [f"{place}: this door cannot draw {kind(node)}" for place, node in walk(card) if cannot.get(kind(node))]
    of_teams = () if door.executes else ("refresh", "msteams", "fallback")
    return [*drawn, *(f"{place}: {key} is for Teams" for place, node in walk(card) for key in of_teams if key in node)]


def check_submits(card: Node) -> list[str]:
    """Return which buttons say or carry too little, where a press arrives as a message."""
    found = [node for node in actions(card) if kind(node) == "Action.Submit"]
    faults = [f"{node.get('title')}: carries {sorted(node['data'])}" for node in found if node["data"].keys() != CARRIED]
    return faults + ["a button without words" for node in found if not node.get("title")]


def check_buttons(card: Node) -> list[str]:
    """Return which buttons would do something else on a client that does not know Action.Execute."""
    pressed = actions(card)
    executed = [node for node in pressed if kind(node) == "Action.Execute"]
    faults = [f"{kind(node)} outside a fallback" for node in pressed if kind(node) == "Action.Submit"]
    for node in executed:
        other, name = node.get("fallback") or {}, node.get("title")
        same = all(node.get(key) == other.get(key) for key in ("title", "data", "associatedInputs", "style"))
        data = node.get("data") or {}
        faults += [
            *([] if name else ["a button without words"]),
            *([] if kind(other) == "Action.Submit" and same else [f"{name}: the fallback does something else"]),
            *([] if data.keys() == CARRIED and data["verb"] == node.get("verb") else [f"{name}: carries {sorted(data)}"]),
        ]
    primary = [node for node in executed if node.get("style") == "positive"]
    return faults if len(primary) <= 1 else [*faults, "two buttons are highlighted"]
