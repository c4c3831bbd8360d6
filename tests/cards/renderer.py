"""The third judge: Microsoft's own renderer (npm adaptivecards), run by node in judge/, one process for many cards."""

import json
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from demo.node import program
from tests.cards.nodes import Node, walk

HOME = Path(__file__).parent / "judge"


@dataclass(frozen=True)
class Seen:
    """What people would see: `words` of texts, labels, choices and buttons; `marks` the HTML that markdown made."""

    faults: tuple[str, ...]
    words: tuple[str, ...]
    marks: tuple[str, ...]
    buttons: tuple[str, ...]
    inputs: tuple[str, ...]

    def shows(self, text: str) -> bool:
        """Say whether this text can be read somewhere, however white space was folded."""
        return any(folded(text) in folded(words) for words in self.words)


def folded(text: str) -> str:
    """Return the text with single spaces."""
    return " ".join(text.split())


class Renderer:
    """A running renderer. Use it in a `with` block, or it outlives the test."""

    def __enter__(self) -> Self:
        """Start node."""
        assert (HOME / "node_modules").is_dir(), "first run: python -m demo.node ci --prefix ../tests/cards/judge"
        self.process = subprocess.Popen(
            [program("node"), "judge.cjs"], cwd=HOME, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End node by closing what it reads from."""
        self.process.communicate(timeout=10)

    def look(self, card: Node) -> Seen:
        """Return what the renderer makes of a card."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{json.dumps(card)}\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        assert answer, "the renderer ended"
        seen = Seen(**{name: tuple(part) for name, part in json.loads(answer).items()})
        return replace(seen, faults=tuple(fault for fault in seen.faults if not is_replaced(card, fault)))


def is_people_picker(node: Node) -> bool:
    """Say whether Teams shows its people picker here."""
    data = node.get("choices.data")
    return isinstance(data, dict) and data.get("dataset") == "graph.microsoft.com/users" and node.get("choices") == []


def is_replaced(card: Node, fault: str) -> bool:
    """Say whether this is only about what Teams adds and this renderer does not know: searching while one types, in place of
    which it searches in the choices that are there. Only the people picker has no choices of its own: Teams knows the people.
    """
    if ("choices.data" in fault or "must have at least one choice" in fault) and any(is_people_picker(n) for _, n in walk(card)):
        return True
    return "choices.data" in fault and any(node.get("choices") for _, node in walk(card) if "choices.data" in node)
