"""Help at any moment: what one can do here, and what to do next."""

from collections.abc import Iterable

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.help import Help, HelpLine
from dialogs.answering import reminder
from dialogs.commanding import Command
from dialogs.place import Phase
from dialogs.replies import ShowCard
from dialogs.step import Step

OFFER_AFTER = 3


def show_help(step: Step, usable: Iterable[Command]) -> None:
    """Show the commands of this person."""
    commands = tuple(HelpLine(command=command.name, does=command.does) for command in usable if command.does and command.in_help)
    title = "Wat u hier kunt doen" if step.official else "Zo werkt Laadmaat"
    lines = () if step.official else ("Vul de kaarten in, of typ uw antwoord. Stoppen mag altijd.", reminder(step))
    step.show(ShowCard(Help(title=title, lines=tuple(filter(None, lines)), commands=commands, buttons=help_buttons(step))))


def help_buttons(step: Step) -> tuple[Button, ...]:
    """Return the next step as a button."""
    if step.in_office:
        return (Button(title="Open vragen", verb=Verb.SAY, data={"text": "vragen"}),)
    return (
        Button(title="Verder", verb=Verb.SAY, data={"text": "verder"}, primary=True),
        Button(title="Bel mij", verb=Verb.SAY, data={"text": "bel mij"}),
    )


async def thank(step: Step, _: str) -> None:
    """Return thanks with the next step."""
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


async def not_understood(step: Step) -> None:
    """Answer a sentence that means nothing to us: help, the next step, and the third time an offer to be called."""
    step.place.misses += 1
    if step.place.misses >= OFFER_AFTER and not step.official:
        step.say("Ik begrijp u niet goed. Zullen wij u bellen? Typ dan 'bel mij'.", choices=("Bel mij", "Help"))
        return
    step.say("Dat begrijp ik niet.", next_step(step), choices=("Help",))
