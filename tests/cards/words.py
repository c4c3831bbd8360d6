"""What people read on a card, taken from the card itself."""

import re
from collections.abc import Iterator

from tests.cards.nodes import Node, kind, walk

# Where words stand beside the text of an element.
WORDS = ("label", "title", "placeholder")


def unescape(text: str) -> str:
    """Return a text as markdown shows it: without the backslashes, and with ordinary spaces."""
    return re.sub(r"\\([\\*_\[\]`~<&>=-])", r"\1", text).replace("\u00a0", " ")


def visible(card: Node) -> Iterator[str]:
    """Yield every text on a card: texts, labels, placeholders, choices, buttons, and what is filled in; Meer aside."""
    marked: list[Node] = []
    for place, node in walk(card):
        if ".fallback" in place or kind(node) == "Action.ToggleVisibility":
            continue
        if node.get("style") == "expanded" or node.get("isMultiSelect"):
            marked += node["choices"]  # these go through markdown, those of a list to open do not
        if kind(node) == "TextBlock":
            yield unescape(node["text"])
        elif "text" in node:
            yield node["text"]
        if kind(node) in {"Input.Text", "Input.Number", "Input.Time"} and "value" in node:
            yield str(node["value"])
        said = (node[key] for key in WORDS if key in node)
        yield from map(unescape, said) if any(node is one for one in marked) else said
