"""What stands beside a text that the team typed: what a company could stumble over, and what could stand there instead."""

from cards.views.card import Button, Frozen
from cards.views.plain import read_buttons, read_lines

TITLE = "Kijk nog even naar deze woorden"
TAKEN = "Dit is het voorstel. Uw eigen tekst is niet weg."


class WordHint(Frozen):
    """One sentence: the words that are meant, why, and a better sentence where there is one."""

    words: tuple[str, ...] = ()
    why: tuple[str, ...]
    proposal: str = ""

    @property
    def said(self) -> tuple[str, ...]:
        """Return what is wrong, a line for each."""
        if not self.words:
            return self.why
        return tuple(f"“{word}”. {why}" for word, why in zip(self.words, self.why, strict=True))

    @property
    def instead(self) -> str:
        """Return the better sentence as it is shown; empty where there is none."""
        return f"Voorstel: {self.proposal}" if self.proposal else ""


class WordGuard(Frozen):
    """The hints, how many more there are, and what one can do about them; without hints the proposal was just taken."""

    hints: tuple[WordHint, ...] = ()
    more: str = ""
    buttons: tuple[Button, ...] = ()

    @property
    def title(self) -> str:
        return TITLE if self.hints else TAKEN

    def plain(self) -> str:
        lines = (line for hint in self.hints for line in (*hint.said, hint.instead))
        return read_lines(f"{self.title}:" if self.hints else self.title, *lines, self.more, read_buttons(self.buttons))
