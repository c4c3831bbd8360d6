"""A message as a person sees it, and the check that every reply of every test goes through."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from cards.capabilities import TEAMS, Capabilities
from tests.cards.judges import judge_written
from tests.cards.nodes import HOLDERS
from tests.language import faults

LARGEST = 28 * 1024
CARD = "application/vnd.microsoft.card.adaptive"
FILES = "application/vnd.microsoft.teams.card.file."


@dataclass
class Shown:
    """One message on the screen."""

    id: str
    activity: dict[str, Any]

    @property
    def card(self) -> dict[str, Any] | None:
        """Return the card in it, if any."""
        return next((one["content"] for one in self.attachments if one["contentType"] == CARD), None)

    @property
    def attachments(self) -> list[dict[str, Any]]:
        """Return everything that is attached: cards, and Teams' own forms of files."""
        return self.activity.get("attachments") or []

    @property
    def file(self) -> dict[str, Any] | None:
        """Return the file that is offered or was saved, if any."""
        return next((one for one in self.attachments if one["contentType"].startswith(FILES)), None)

    def replace(self, content: dict[str, Any]) -> None:
        """Put another card in its place."""
        self.activity["attachments"] = [{"contentType": CARD, "content": content}]

    def text(self) -> str:
        """Return all words a person can read in it."""
        words = [unescape(self.activity.get("text", ""))]
        if self.file is not None:
            words += [self.file["name"], self.file["content"].get("description", "")]
        if self.card is not None:
            words += [unescape(word) for word in visible(self.card)]
        return "\n".join(word for word in words if word)

    def actions(self) -> dict[str, dict[str, Any]]:
        """Return the buttons by title."""
        nodes = walk(self.card or {})
        return {node["title"]: node for node in nodes if str(node.get("type", "")).startswith("Action.") and "title" in node}

    def all_buttons(self) -> list[dict[str, Any]]:
        """Return the buttons in order, also those that share a title; what Teams asks for by itself is none."""
        shown = {name: part for name, part in (self.card or {}).items() if name != "refresh"}
        return [node for node in walk(shown) if str(node.get("type", "")).startswith("Action.")]

    def has_button(self, title: str) -> bool:
        """Say whether it has a button with this title."""
        return title in self.actions()

    def button(self, title: str) -> dict[str, Any]:
        """Return a button."""
        return self.actions()[title]

    def inputs(self) -> dict[str, dict[str, Any]]:
        """Return the fields by id."""
        return {node["id"]: node for node in walk(self.card or {}) if str(node.get("type", "")).startswith("Input.")}

    def filled_in(self) -> dict[str, str]:
        """Return what the fields hold as they were shown."""
        return {name: str(node["value"]) if node.get("value") is not None else "" for name, node in self.inputs().items()}

    def named(self, answers: Mapping[str, str]) -> dict[str, str]:
        """Return answers by field id, given by label or by id; an unknown one is a mistake in the test."""
        labels = {unescape(str(node.get("label", ""))): name for name, node in self.inputs().items()}
        known = labels | {name: name for name in self.inputs()}
        assert set(answers) <= set(known), f"{set(answers) - set(known)} not among {sorted(known)}"
        return {known[name]: value for name, value in answers.items()}


def walk(node: object) -> Iterator[dict[str, Any]]:
    """Yield every element of a card; fallbacks and what buttons carry aside."""
    if isinstance(node, dict):
        yield node
        for key, part in node.items():
            if key not in ("fallback", "data") and isinstance(part, HOLDERS):
                yield from walk(part)
    elif isinstance(node, list):
        for part in node:
            yield from walk(part)


def visible(card: dict[str, Any]) -> Iterator[str]:
    """Yield what can be read on a card: texts, labels, titles, what is filled in, and values of facts."""
    for node in walk(card):
        keys = ["text", "label", "title", "placeholder"]
        if node.get("type") in ("Input.Text", "Input.Number", "Input.Time"):
            keys.append("value")
        yield from (str(node[key]) for key in keys if node.get(key) not in (None, ""))


def unescape(text: str) -> str:
    """Return a text without the backslashes that keep markdown from reading it."""
    for mark in "*_[]`~#<>&\\":
        text = text.replace(f"\\{mark}", mark)
    return text.replace("\u00a0", " ")


def check_reply(activity: dict[str, Any], said: Iterable[str] = (), door: Capabilities = TEAMS) -> None:
    """Check one outgoing message: it says something, it fits its `door`, its words are right; what was `said` may be repeated."""
    shown = Shown("", activity)
    text = shown.text()
    assert text.strip(), "silence"
    if shown.card is not None:
        written = json.dumps(shown.card, ensure_ascii=False, separators=(",", ":"))
        size = len(written.encode())
        assert size <= LARGEST, f"card of {size} bytes"
        objections = judge_written(written, door)
        assert not objections, objections
    spoken = own_words(unescape(activity.get("text", "")), said)
    on_card = read_aloud(own_words(unescape(shown.card["fallbackText"]), said)) if shown.card is not None else ""
    zones = any(map(asks_of_zones, said))  # whoever asks of them is answered
    wrong = [*faults(spoken, zones=zones), *faults(on_card, zones=zones)]
    assert not wrong, f"{wrong} in {spoken or on_card!r}"


def read_aloud(plain: str) -> str:
    """Return the sentences of a card's plain form: no lists to choose from, no places to fill in, no words of people."""
    if "Tussen accolades" in plain:  # the form of an item, where the places for somebody's own facts are shown
        plain = re.sub(r"\{[a-z]+\}", "…", plain)
    kept = (line for line in plain.splitlines() if line and not line.startswith(("Kies: ", "Hoe vragen mensen hiernaar?: ")))
    return re.sub(r"<[a-z ]+>|\[[a-z]+\]|“[^”]*”", "…", "\n".join(kept))


def own_words(text: str, said: Iterable[str]) -> str:
    """Return a text without what people said themselves, as far as that could be taken for a fault of ours."""
    for words in filter(looks_faulty, said):
        text = text.replace(words, "…").replace(words.removeprefix("vraag "), "…")
    return text


@lru_cache(maxsize=4096)  # what was said is looked at again with every reply that follows
def looks_faulty(words: str) -> bool:
    """Say whether what somebody said could be taken for a fault of ours."""
    return len(words) > 40 or re.search(r"[{}<>%$]|NaN", words) is not None


@lru_cache(maxsize=4096)
def asks_of_zones(words: str) -> bool:
    """Say whether somebody spoke of zones, in capitals or not."""
    return "zone" in words.casefold()
