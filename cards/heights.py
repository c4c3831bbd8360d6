"""About how tall a card stands on a phone of 390 pixels: what has room on one screen is decided where cards are rendered.

The measures are those of Teams' host configuration; tests/e2e/test_heights.py lays them beside what a browser draws.
"""

import textwrap
from collections.abc import Sequence
from typing import Any

Node = dict[str, Any]

SCREEN = 844  # what a phone of 390 pixels wide shows at once
WIDTH = 330  # what such a phone leaves for what stands on a card
FRAME = 46  # the edges of a card, and the room around it
LETTER = {"small": 6.4, "default": 7.4, "medium": 7.4, "large": 10.0}
LINE = {"small": 16, "default": 20, "medium": 20, "large": 24}
SPACING = {"none": 0, "small": 8, "default": 12, "medium": 16, "large": 20, "extralarge": 24, "padding": 16}
PADDING = 16  # inside a container that has a colour
BUTTON, BESIDE = 34, 8
ENTRY, LONG_ENTRY, CHOICE = 34, 72, 24


def height_of(card: Node) -> float:
    """Return how tall a card is as it is first shown, with all its buttons."""
    actions = card.get("actions") or []
    bottom = 20 + buttons(actions, WIDTH) if actions else 0
    return FRAME + stacked(card["body"], WIDTH) + bottom


def stacked(nodes: Sequence[Node], width: float) -> float:
    """Return how tall elements under each other are."""
    seen = [node for node in nodes if node.get("isVisible", True)]
    gaps = (SPACING[str(node.get("spacing", "default")).lower()] for node in seen[1:])
    return sum(gaps) + sum(one(node, width) for node in seen)


def one(node: Node, width: float) -> float:
    """Return how tall an element is, without the room above it."""
    kind = str(node.get("type", ""))
    if kind in ("TextBlock", "RichTextBlock"):
        runs = node.get("inlines", [node])
        return words("".join(run["text"] for run in runs), runs[0], width)
    if kind == "Container":
        inside = PADDING if node.get("style") else 0
        return 2 * inside + stacked(node["items"], width - 2 * inside)
    if kind == "ColumnSet":
        return beside(node["columns"], width)
    if kind == "ActionSet":
        return buttons(node["actions"], width)
    if kind == "Image":
        return float(node["height"].removesuffix("px"))
    return entry(node, width)


def words(text: str, style: Node, width: float) -> float:
    """Return how tall words are."""
    size = str(style.get("size", "default")).lower()
    letter = LETTER[size] * (1.06 if style.get("weight") == "Bolder" else 1)
    room = max(1, int(width / letter))
    lines = sum(max(1, len(textwrap.wrap(line, room))) for line in text.split("\n"))
    return lines * LINE[size]


def beside(columns: Sequence[Node], width: float) -> float:
    """Return how tall columns beside each other are: the tallest of them."""
    weights = [column["width"] if isinstance(column["width"], int | float) else 1 for column in columns]
    room = width - 12 * (len(columns) - 1)
    shares = (room * weight / sum(weights) for weight in weights)
    return max(stacked(column["items"], share) for column, share in zip(columns, shares, strict=True))


def buttons(actions: Sequence[Node], width: float) -> float:
    """Return how tall buttons beside each other are; they go on below where there is no room."""
    rows, left = 1, width
    for action in actions:
        taken = min(width, len(action.get("title", "")) * 8 + 30)
        if taken > left:
            rows, left = rows + 1, width
        left -= taken + BESIDE
    return rows * BUTTON + (rows - 1) * BESIDE


def entry(node: Node, width: float) -> float:
    """Return how tall a field is with what stands above it."""
    label = words(node.get("label", ""), {}, width) + 8
    if node.get("style") == "expanded" or node.get("isMultiSelect"):
        return label + sum(max(CHOICE, words(choice["title"], {}, width - 30) + 4) for choice in node["choices"])
    return label + (LONG_ENTRY if node.get("isMultiline") else ENTRY)
