"""A short message with buttons: a choice, a question back, a confirmation."""

from cards.views.card import Button, Card


class Notice(Card):
    """A title (may be empty), lines of text, and at most six buttons. Without buttons it is a read-only answer."""

    template = "notice"

    title: str = ""
    lines: tuple[str, ...]
    buttons: tuple[Button, ...] = ()
