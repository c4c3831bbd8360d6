"""What one can do here, asked for at any moment."""

from cards.views.card import Button, Card, Frozen


class HelpLine(Frozen):
    """A command with what it does."""

    command: str
    does: str


class Help(Card):
    """The commands this person may use, and where they are now."""

    template = "help"

    title: str
    lines: tuple[str, ...] = ()
    commands: tuple[HelpLine, ...]
    buttons: tuple[Button, ...] = ()
