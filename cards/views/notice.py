"""A short message with buttons: a choice, a question back, a confirmation."""

from typing import Self

from pydantic import model_validator

from cards.verbs import Verb
from cards.views.card import Button, Card
from cards.views.plain import read_buttons, read_lines


class NoticeCard(Card):
    """A title, lines of text, and at most six buttons; not both title and lines are empty. Without buttons it is read-only."""

    title: str = ""
    lines: tuple[str, ...]

    @model_validator(mode="after")
    def say_something(self) -> Self:
        """Refuse silence."""
        if not self.title and not self.lines:
            raise ValueError("a notice needs a title or a line")
        return self

    def plain(self) -> str:
        return read_lines(self.title, *self.lines, read_buttons(self.buttons))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return a choice with a title, a question back, and a read-only answer."""
        return (
            cls(
                title="Fijn dat u meedoet",
                lines=("Hoeveel tijd heeft u?", "Kort kan altijd. U vult het later aan als u wilt."),
                buttons=(
                    Button(title="Kort: 2 minuten", verb=Verb.DEPTH, data={"depth": "short"}),
                    Button(title="Volledig: 5 tot 10 minuten", verb=Verb.DEPTH, data={"depth": "full"}),
                ),
            ),
            cls(
                lines=("U typte 12-03. Wat bedoelt u?",),
                buttons=(
                    Button(title="12 maart 2027", verb=Verb.CHOOSE, data={"token": "a1", "choice": "0"}),
                    Button(title="3 december 2026", verb=Verb.CHOOSE, data={"token": "a1", "choice": "1"}),
                    Button(title="Iets anders", verb=Verb.CHOOSE, data={"token": "a1", "choice": "2"}),
                ),
            ),
            cls(lines=("U koos: 12 maart 2027.",)),
        )
