"""What one can do here, asked for at any moment."""

from typing import Self

from cards.verbs import Verb
from cards.views.card import Button, Buttons, Card, Frozen
from cards.views.plain import read_buttons, read_lines


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
    buttons: Buttons = ()

    @property
    def actions(self) -> tuple[Button, ...]:
        """Return the buttons at the bottom of the card."""
        return self.buttons

    def plain(self) -> str:
        """Return the help as text, one command on each line."""
        commands = (f"{line.command}: {line.does}" for line in self.commands)
        return read_lines(self.title, *self.lines, *commands, read_buttons(self.buttons))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return the help halfway the intake, and the shortest one."""
        commands = (
            HelpLine(command="verder", does="Ga door waar u was."),
            HelpLine(command="terug", does="Ga een stap terug."),
            HelpLine(command="overzicht", does="Bekijk en wijzig uw antwoorden."),
            HelpLine(command="toestemming", does="Zie wat u heeft toegestaan."),
            HelpLine(command="vraag Wat kost dit?", does="Stel een vraag aan het projectteam."),
            HelpLine(command="stop", does="Stop nu. U kunt later verdergaan."),
        )
        asked = cls(
            title="Waar kan ik u mee helpen?",
            lines=("U bent bij stap 2 van 7: uw voertuigen.", "Typ een van deze woorden."),
            commands=commands,
            buttons=(
                Button(title="Verder", verb=Verb.SAY, data={"text": "verder"}, primary=True),
                Button(title="Overzicht", verb=Verb.SAY, data={"text": "overzicht"}),
            ),
        )
        return (asked, cls(title="Wat kunt u doen?", commands=commands[:1]))
