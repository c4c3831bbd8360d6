"""Turns a card into the Adaptive Card that Teams shows: every text stays text, and no card is too large to send."""

import json
import re
from functools import cache
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from cards.capabilities import TEAMS, Capabilities
from cards.folding import fold
from cards.views.card import Card

CONTENT_TYPE = "application/vnd.microsoft.card.adaptive"
MOST_BYTES = 28 * 1024
FALLBACK_LENGTH = 1500

# What becomes of long texts when a card is too large, in characters: first a little shorter, then a lot.
SHORTER = (1000, 400, 200, 100)

encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

# What markdown on a phone and on a desktop reads as more than itself. Phones know the backslash before * _ [ ] only.
MARKS = re.compile(r"[\\*_\[\]`~]|<(?=[a-zA-Z/!?])|&(?=#?\w+;)|^(?:[>=]|-(?=-))", re.MULTILINE)
LIST_MARKS = re.compile(r"^([-+#]+|\d+[.)])(?: |$)", re.MULTILINE)


class CardTooLarge(Exception):  # noqa: N818 - named for the state it tells
    """A card holds more than Teams accepts, even with its texts cut short."""


def encode_value(value: object) -> str:
    """Return a value as JSON, exactly as it is."""
    return encode_basestring(value) if isinstance(value, str) else encode(value)


def encode_text(words: str) -> str:
    """Return words to read as JSON. What a client would read as a date function is made inert, invisibly."""
    if "{{" in words:
        words = words.replace("{{DATE(", "{\u2060{DATE(").replace("{{TIME(", "{\u2060{TIME(")
    return encode_basestring(words)


def escape(words: str) -> str:
    """Return words that markdown shows as they are."""
    return LIST_MARKS.sub("\\1\u00a0", MARKS.sub(r"\\\g<0>", words))


def encode_heading(words: str) -> str:
    """Return the words of a TextBlock, on one line, as JSON; these go through markdown."""
    return encode_text(escape(" ".join(words.split())))


def encode_fallback(words: str) -> str:
    """Return what clients without Adaptive Cards show, as JSON; markdown wants an empty line between two lines."""
    return encode_text(escape(cut(words, FALLBACK_LENGTH)).replace("\n", "\n\n"))


def build_environment() -> Environment:
    """Return where the templates live. They make JSON, so every value goes through one of these filters."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - JSON, not HTML
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {"tojson": encode_value, "text": encode_text, "heading": encode_heading, "fallback": encode_fallback}
    return environment


ENVIRONMENT = build_environment()


@cache
def load_template(kind: type[Card]) -> Template:
    """Return the template of a kind of card, compiled once."""
    return ENVIRONMENT.get_template(f"{kind.template()}.json.j2")


def render(card: Card, door: Capabilities = TEAMS, mark: str = "") -> dict[str, Any]:
    """Return the card as Adaptive Card 1.5, at most 28 KB as UTF-8; long texts are cut when it would be more.

    A `mark` stands above everything else.
    """
    text = load_template(type(card)).render(card=card)
    content: dict[str, Any] = marked(json.loads(text), mark)
    content = fold(content if door.draws_all else drawable(content, door), toggles=door.toggles)
    return content if len(text) * 4 <= MOST_BYTES or size_of(content) <= MOST_BYTES else fit(content)


def marked(content: dict[str, Any], mark: str) -> dict[str, Any]:
    """Return the card with a mark above everything else; as it is without one."""
    if not mark:
        return content
    line = {"type": "TextBlock", "text": escape(mark), "wrap": True, "color": "Accent", "weight": "Bolder"}
    return content | {"body": [line, *content["body"]], "fallbackText": f"{escape(mark)}\n\n{content['fallbackText']}"}


def drawable(node: Any, door: Capabilities) -> Any:  # noqa: ANN401 - a part of a card
    """Return a part of a card with, in the place of what a client cannot draw, what the card carries for that; a list to search
    in becomes a field to type in.
    """
    if isinstance(node, list):
        return [drawable(part, door) for part in node]
    if not isinstance(node, dict):
        return node
    kind = node.get("type", "")
    if kind == "Action.Execute" and not door.executes:
        return drawable(node["fallback"], door)
    if "choices.data" in node and not door.typeahead:
        return {"type": "Input.Text", **{name: node[name] for name in ("id", "label", "spacing", "placeholder")}}
    left_out = ("refresh", "msteams") if not door.executes else ()
    return {key: part if key == "data" else drawable(part, door) for key, part in node.items() if key not in left_out}


def attachment(card: Card, door: Capabilities = TEAMS, mark: str = "") -> dict[str, Any]:
    """Return the card as an attachment of a message."""
    return {"contentType": CONTENT_TYPE, "content": render(card, door, mark)}


def size_of(content: object) -> int:
    """Return how many bytes the card takes when it is sent."""
    return len(encode(content).encode("utf-8", "surrogatepass"))


def fit(content: dict[str, Any]) -> dict[str, Any]:
    """Return the card with its texts cut until it fits; CardTooLarge when that does not help."""
    for longest in SHORTER:
        shortened = {key: shorten(key, part, longest) for key, part in content.items()}
        if size_of(shortened) <= MOST_BYTES:
            return shortened
    raise CardTooLarge(f"{size_of(content)} bytes")


def shorten(name: str, node: object, longest: int) -> object:
    """Return a part of a card with its shown texts cut; ids, values and what buttons carry stay whole."""
    if isinstance(node, dict):
        return {key: shorten(key, part, longest) for key, part in node.items()} if name != "data" else node
    if isinstance(node, list):
        return [shorten("", part, longest) for part in node]
    return cut(node, longest) if isinstance(node, str) and name in {"text", "fallbackText"} else node


def cut(words: str, longest: int) -> str:
    """Return the words, with a mark where they were cut."""
    return words if len(words) <= longest else f"{words[:longest]}…"
