"""Walking through a card: every element, action and choice in it, with where it stands."""

from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]

# What a button carries is ours and holds no elements, and what it shows or hides is named; the data of a chart are its series.
OPAQUE = frozenset({"data", "msteams", "targetElements"})
# Where elements can be; a pair, as every reply of every test is walked, and that is quicker than a union.
HOLDERS = (dict, list)


def is_opaque(node: Node, key: str) -> bool:
    """Say whether there are no elements to look for in a part of a node."""
    return key in OPAQUE and not kind(node).startswith("Chart.")


def walk(node: object, place: str = "card") -> Iterator[tuple[str, Node]]:
    """Yield (place, element) for the element and everything in it, fallbacks included."""
    todo = [(place, node)]
    while todo:
        here, found = todo.pop()
        if isinstance(found, dict):
            yield here, found
            parts = [
                (f"{here}.{key}", part) for key, part in found.items() if isinstance(part, HOLDERS) and not is_opaque(found, key)
            ]
            todo += reversed(parts)
        elif isinstance(found, list):
            todo += reversed([(f"{here}[{number}]", part) for number, part in enumerate(found) if isinstance(part, HOLDERS)])


def kind(node: Node) -> str:
    """Return the type of an element; a choice has none."""
    return str(node.get("type", ""))


def inputs(card: object) -> list[Node]:
    """Return the inputs of a card."""
    return [node for _, node in walk(card) if kind(node).startswith("Input.")]


def buttons(card: object) -> list[Node]:
    """Return what one can press on a card and we hear of, fallbacks aside."""
    return [node for node in actions(card) if kind(node) == "Action.Execute"]


def actions(card: object) -> list[Node]:
    """Return everything one can press, fallbacks aside."""
    unseen = (".fallback", ".refresh.action")
    return [node for place, node in walk(card) if kind(node).startswith("Action.") and not place.endswith(unseen)]


def heard(card: object) -> list[Node]:
    """Return everything one can press that does more than show or hide what is on the card already."""
    return [node for node in actions(card) if kind(node) != "Action.ToggleVisibility"]


def bars(card: object) -> list[tuple[str, str]]:
    """Return what is read aloud of each bar of a chart: its name and its value."""
    told = (str(node["altText"]).rpartition(": ") for _, node in walk(card) if kind(node) == "Image")
    return [(name, value) for name, _, value in told]


def lengths(card: object) -> list[int]:
    """Return how long each bar of a chart is drawn, in pixels."""
    return [int(str(node["width"]).removesuffix("px")) for _, node in walk(card) if kind(node) == "Image"]


def structure(node: object) -> object:
    """Return a card without its words: what is left must not depend on what people type."""
    if isinstance(node, dict):
        return {key: structure(part) for key, part in node.items()}
    if isinstance(node, list):
        return [structure(part) for part in node]
    return "" if isinstance(node, str) else node
