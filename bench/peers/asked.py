"""The questions that every peer asks, and what counts as an answer: the numbers of our own intake, read from a file."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

DONE = "Dat was de laatste vraag."


@dataclass(frozen=True)
class Question:
    """A whole number that is asked, and its limits."""

    name: str
    text: str
    least: int
    most: int

    @property
    def again(self) -> str:
        """What is said when the answer is no such number."""
        return f"Dat is geen heel getal van {self.least} tot en met {self.most}. {self.text}"

    def accepts(self, value: float) -> bool:
        """Say whether a number is an answer."""
        return value == int(value) and self.least <= value <= self.most

    def read(self, said: str) -> int | None:
        """Return the number that somebody typed; None when it is no answer."""
        said = said.strip()
        return int(said) if said.isdecimal() and self.accepts(int(said)) else None


QUESTIONS = [Question(**one) for one in json.loads(Path(sys.argv[3]).read_text(encoding="utf-8"))]


def next_text(count: int) -> str:
    """Return the question that comes after so many answers, or the end."""
    return QUESTIONS[count].text if count < len(QUESTIONS) else DONE


def noted(value: int, count: int) -> str:
    """Return the reply to the answer with this number, counted from one."""
    return f"Genoteerd: {value}.\n\n{next_text(count)}"
