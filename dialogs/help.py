"""Help at any moment: what one can do here, and what to do next."""

from collections.abc import Iterable, Sequence

from cards.verbs import Verb
from cards.views.card import MOST_BUTTONS, Button
from cards.views.help import Help, HelpGroup, HelpLine
from dialogs.intake.typed_answers import reminder
from dialogs.turn.command import Command, Users
from dialogs.turn.place import Phase
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step

MOST_FLAT = 18  # more commands than these are shown by group
ORDER = ("Terreinen", "Dossier", "Bedrijven", "Laadvraag", "Sessies", "Berichten", "Kanalen", "Beheer", "Uw bedrijf", "Overig")


def show_help(step: Step, usable: Iterable[Command], about: str = "") -> None:
    """Show the commands of this person, or only those of the group or the command that `about` names."""
    commands = tuple(command for command in usable if command.does and command.in_help and fits_now(step, command))
    asked = commands_about(commands, about) if about else ()
    title = "Wat u hier kunt doen" if step.official else "Zo werkt Laadmaat"
    if asked:
        step.show(ShowCard(Help(title=heading(asked[0]), commands=help_lines(asked), closing=examples(asked))))
    elif step.in_office and len(commands) > MOST_FLAT:
        step.show(ShowCard(grouped_help(step, title, commands)))
    else:
        step.show(ShowCard(flat_help(step, title, commands)))


def fits_now(step: Step, command: Command) -> bool:
    """Say whether a command is for this moment: during a telephone call only what the company itself could do, and its end."""
    if command.without_teams and not step.known.house.web_door:
        return False
    return not step.known.acting or bool(command.audience & Users.COMPANY) or command.during_call


def flat_help(step: Step, title: str, commands: Sequence[Command]) -> Help:
    """Return few commands, each with what it does; of many only the usual ones, and the others by name."""
    usual = [command for command in commands if command.menu] if len(commands) > MOST_FLAT else commands
    others = tuple(command.words[0] for command in commands if command not in usual)
    lines = () if step.official else ("Vul de kaarten in, of typ uw antwoord. Stoppen mag altijd.", reminder(step))
    return Help(
        title=title,
        lines=tuple(filter(None, lines)),
        commands=help_lines(usual),
        groups=(HelpGroup(title="Dit kan ook", commands=others),) if others else (),
        closing=(f"Wilt u meer weten? Typ bijvoorbeeld: help {others[0]}.",) if others else (),
        buttons=help_buttons(step),
    )


def heading(command: Command) -> str:
    return command.group or ("Uw bedrijf" if command.audience & Users.COMPANY else "Bedrijven")


def commands_about(commands: Sequence[Command], about: str) -> tuple[Command, ...]:
    """Return the commands of a group, or the one that has this word."""
    wanted = about.casefold().strip(" .?!")
    group = tuple(command for command in commands if heading(command).casefold() == wanted)
    return group or tuple(command for command in commands if wanted in command.words)[:1]


def help_lines(commands: Iterable[Command]) -> tuple[HelpLine, ...]:
    return tuple(HelpLine(command=command.name, does=command.does) for command in commands)


def examples(commands: Iterable[Command]) -> tuple[str, ...]:
    """Return an example of the first command that has one."""
    example = next((command.example for command in commands if command.example), "")
    return (f"Typ bijvoorbeeld: {example}",) if example else ()


def grouped_help(step: Step, title: str, commands: Sequence[Command]) -> Help:
    """Return many commands by group, each group with a button that tells more."""
    found: dict[str, list[str]] = {}
    for command in commands:
        found.setdefault(heading(command), []).append(command.words[0])
    titles = sorted(found, key=lambda one: (ORDER.index(one) if one in ORDER else len(ORDER), one))
    buttons = tuple(Button(title=one, verb=Verb.SAY, data={"text": f"help {one.casefold()}"}) for one in titles[:MOST_BUTTONS])
    more = f"Wilt u meer weten? Kies een knop, of typ bijvoorbeeld: help {titles[-1].casefold()}."
    return Help(
        title=title,
        lines=tuple(filter(None, (reminder(step),))),
        groups=tuple(HelpGroup(title=one, commands=tuple(found[one])) for one in titles),
        closing=(more,),
        buttons=buttons,
    )


def help_buttons(step: Step) -> tuple[Button, ...]:
    if step.in_office:
        return (Button(title="Open vragen", verb=Verb.SAY, data={"text": "vragen"}),) if step.known.is_team else ()
    return (
        Button(title="Verder", verb=Verb.SAY, data={"text": "verder"}, primary=True),
        Button(title="Bel mij", verb=Verb.SAY, data={"text": "bel mij"}),
    )


async def thank(step: Step, _: str) -> None:
    step.say("Graag gedaan.", next_step(step) if step.may_keep() else "")


def next_step(step: Step) -> str:
    """Say in one sentence what one can do now."""
    waiting = reminder(step)
    if waiting:
        return waiting
    if step.in_office:
        return "Typ 'help' om te zien wat u kunt doen."
    if step.place.phase is Phase.DONE:
        return "U bent klaar. Typ 'overzicht' om uw antwoorden te zien."
    return "Typ 'verder' om door te gaan, of 'help' voor uitleg."
