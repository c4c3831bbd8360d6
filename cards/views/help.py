"""What one can do here, asked for at any moment."""

from typing import Self

from cards.verbs import Verb
from cards.views.card import Button, Card, Frozen
from cards.views.plain import read_buttons, read_lines


class HelpLine(Frozen):
    """A command with what it does."""

    command: str
    does: str


class HelpGroup(Frozen):
    """Commands that belong together, by name alone."""

    title: str
    commands: tuple[str, ...]

    @property
    def names(self) -> str:
        return " · ".join(self.commands)


class Help(Card):
    """The commands this person may use, and where they are now: each with what it does, or many in groups."""

    title: str
    lines: tuple[str, ...] = ()
    commands: tuple[HelpLine, ...] = ()
    groups: tuple[HelpGroup, ...] = ()
    closing: tuple[str, ...] = ()

    def plain(self) -> str:
        """Return the help as text, one command or one group on each line."""
        commands = (f"{line.command}: {line.does}" for line in self.commands)
        groups = (f"{group.title}: {group.names}" for group in self.groups)
        return read_lines(self.title, *self.lines, *commands, *groups, *self.closing, read_buttons(self.buttons))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return the help halfway the intake, the shortest one, and that of somebody with many commands."""
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
        grouped = cls(
            title="Wat u hier kunt doen",
            groups=(
                HelpGroup(title="Terreinen", commands=("status", "terreinen", "stap", "route", "uitkomst")),
                HelpGroup(title="Bedrijven", commands=("uitnodigen", "vragen", "antwoord", "intake namens", "klaar")),
            ),
            closing=("Wilt u meer weten? Typ bijvoorbeeld: help bedrijven.",),
            buttons=(
                Button(title="Terreinen", verb=Verb.SAY, data={"text": "help terreinen"}),
                Button(title="Bedrijven", verb=Verb.SAY, data={"text": "help bedrijven"}),
            ),
        )
        return (asked, cls(title="Wat kunt u doen?", commands=commands[:1]), grouped)
