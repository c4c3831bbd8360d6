"""What stands on the first screen of a phone: the conclusion, and the first thing to do."""

from collections.abc import Iterator

from cards.heights import SCREEN, height_of
from tests.cards.nodes import Node, inputs, kind, walk

# What people typed themselves may be long; we do not cut it where they look for it.
LONG_TEXT = 600


def check_first_screen(card: Node) -> list[str]:
    """Return what makes people scroll for the first thing to do, and what would empty what they chose."""
    folds = any(kind(node) == "Action.ToggleVisibility" for _, node in walk(card))
    tall = height_of(up_to_first(card))
    return [
        *([] if tall <= SCREEN or is_long(card) else [f"the first thing to do is {tall:.0f} pixels down"]),
        *([] if not (folds and inputs(card)) else ["shows and hides beside fields: Teams empties what was chosen"]),
    ]


def is_long(card: Node) -> bool:
    return any(len(str(node.get("text", ""))) > LONG_TEXT for _, node in walk(card))


def up_to_first(card: Node) -> Node:
    """Return the card up to and with the first thing to press or fill in; whole when there is nothing to do."""
    body = list[Node]()
    for node in card["body"]:
        first = next(cut(node), None)
        if first is not None:
            return {**card, "body": [*body, first], "actions": []}
        body.append(node)
    return {**card, "body": body, "actions": card.get("actions", [])[:1]}


def cut(node: Node) -> Iterator[Node]:
    """Yield an element as far as the first thing to do in it; nothing when it has none that can be seen."""
    if not node.get("isVisible", True):
        return
    if kind(node).startswith("Input."):
        yield node
    elif kind(node) == "ActionSet" and kind(node["actions"][0]) != "Action.ToggleVisibility":
        yield {**node, "actions": node["actions"][:1]}
    elif kind(node) == "Container":
        for place, part in enumerate(node["items"]):
            for first in cut(part):
                yield {**node, "items": [*node["items"][:place], first]}
                return
