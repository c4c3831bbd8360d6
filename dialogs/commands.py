"""All commands, and finding the one somebody means."""

from collections.abc import Mapping
from functools import cache

from rapidfuzz import fuzz, process

from dialogs.access.commands import ACCESS
from dialogs.companies.commands import COMPANIES
from dialogs.consent.commands import CONSENTS, ERASE
from dialogs.demand.commands import outlook_commands
from dialogs.disclosure.commands import INSIGHT
from dialogs.door.commands import DOOR
from dialogs.dossier.commands import DOSSIERS
from dialogs.help import show_help, thank
from dialogs.inbox.commands import COLLEAGUES, KEYS, QUESTIONS, TEAM, question
from dialogs.intake.commands import DEPTHS, PERSONAL
from dialogs.intake.explaining import EXPLANATIONS
from dialogs.knowledge.commands import KNOWLEDGE
from dialogs.knowledge.shelf import for_companies, holding_item
from dialogs.meter.commands import METER
from dialogs.notice_kinds import find_kind
from dialogs.notices.commands import notice_commands
from dialogs.own_data.commands import OWN_DATA
from dialogs.papers.commands import PAPERS
from dialogs.papers.packs import pack_commands
from dialogs.plan.commands import PLAN
from dialogs.registers.commands import REGISTERS
from dialogs.rounds.commands import DAYS, DRAFTS, WISHES
from dialogs.rounds.today import begin_day
from dialogs.sessions.commands import SESSIONS
from dialogs.terrains.commands import TERRAIN
from dialogs.turn.command import Called, Command, Takes, Users, audience_of
from dialogs.turn.events import Scope
from dialogs.turn.step import Step

CLOSE_ENOUGH = 84
MARKS = " .!,;:"


async def help_out(step: Step, about: str) -> None:
    """Show what this person can do here, or what a group of commands or one command does."""
    if step.scope is Scope.PERSONAL or step.official:
        show_help(step, usable(step, step.scope), about)
    else:
        step.say(POINTER)


async def greet(step: Step, _: str) -> None:
    if step.scope is not Scope.PERSONAL:
        step.say(*INTRODUCTION)
    else:
        await begin_day(step, "Goedendag.")


POINTER = "Uw antwoorden zijn alleen voor u. Open daarom een eigen chat met Laadmaat en typ daar 'start'."
INTRODUCTION = (
    "Hallo, ik ben Laadmaat. Ik help bedrijven op bedrijventerreinen met het laden van elektrische voertuigen.",
    "Noem mij in een bericht met 'help' om te zien wat ik kan.",
)
GREETINGS = (
    "hallo", "hoi", "hi", "hey", "hello", "goedemorgen", "goedemiddag", "goedenavond", "goedendag",
    "goeiemorgen", "goeiemiddag", "goeienavond", "moi", "mogge",
)  # fmt: skip
THANKS = ("dank", "dank u", "dank je", "dank u wel", "bedankt", "dankjewel", "dankuwel", "thanks", "top bedankt")
GENERAL = (
    Command(("help", "hulp", "wat kan ik", "menu"), "deze uitleg", help_out, Users.ANYONE, Takes.MAYBE, menu=True,
            argument="[onderwerp]", scopes=tuple(Scope), group="Overig"),
    Command(GREETINGS, "", greet, Users.ANYONE, scopes=tuple(Scope)),
    Command(THANKS, "", thank, Users.ANYONE),
)  # fmt: skip
COMMANDS: tuple[Command, ...] = (
    *PERSONAL,
    *DAYS,
    *WISHES,
    CONSENTS,
    *OWN_DATA,
    ERASE,
    *QUESTIONS,
    *DEPTHS,
    *EXPLANATIONS,
    *COLLEAGUES,
    *DOOR,
    *KEYS,
    *outlook_commands(holding_item),
    *METER,
    *PAPERS,
    *TEAM,
    *TERRAIN,
    *PLAN,
    *INSIGHT,
    *pack_commands(for_companies),
    *COMPANIES,
    *SESSIONS,
    *DRAFTS,
    *DOSSIERS,
    *notice_commands(find_kind),
    *REGISTERS,
    *ACCESS,
    KNOWLEDGE,
    *GENERAL,
)


def folded(text: str) -> str:
    """Return a text as commands are compared: small letters, single blanks, no marks around them."""
    return " ".join(text.casefold().split()).strip(MARKS)


def usable(step: Step, scope: Scope = Scope.PERSONAL) -> tuple[Command, ...]:
    """Return the commands that exist for this person here."""
    return commands_for(audience_of(step), scope)


@cache
def commands_for(audience: Users, scope: Scope) -> tuple[Command, ...]:
    """Return the commands that exist here for people who are this."""
    return tuple(command for command in COMMANDS if command.is_for(audience, scope))


@cache
def commands_by_word(audience: Users, scope: Scope) -> Mapping[str, tuple[tuple[str, Command], ...]]:
    """Return what they type for these commands, each with its command, by the first word of it."""
    found: dict[str, tuple[tuple[str, Command], ...]] = {}
    for command in commands_for(audience, scope):
        for word in command.words:
            first = word.split(" ", 1)[0]
            found[first] = (*found.get(first, ()), (word, command))
    return found


def find_command(step: Step, text: str, scope: Scope = Scope.PERSONAL) -> Called | None:
    """Return the command that this text is, word for word, with its argument as typed; None when it is none."""
    return command_for(audience_of(step), text, scope)


def command_for(audience: Users, text: str, scope: Scope = Scope.PERSONAL) -> Called | None:
    """Return the command that this text is for people who are this."""
    line, best = folded(text), None
    first = line.split(" ", 1)[0].rstrip(":")
    for word, command in commands_by_word(audience, scope).get(first, ()):
        if line == word and command.takes is not Takes.TEXT:
            return Called(command, "")
        if line == word or (command.takes is not Takes.NOTHING and line.startswith((f"{word} ", f"{word}: "))):
            rest = " ".join(text.split()).lstrip(MARKS)[len(word) :].lstrip(" :")
            if command.argument == "<nummer>" and " " in rest and not any(map(str.isdecimal, rest)):
                continue  # "open de factsheet" opens no number
            if best is None or len(word) > len(best[0]):
                best = (word, Called(command, rest))
    return best[1] if best else None


def resembles_command(step: Step, text: str, scope: Scope = Scope.PERSONAL) -> Called | None:
    """Return the command that a short text resembles, typing errors aside; for when it made no sense otherwise."""
    line = folded(text)
    if not 3 < len(line) < 40:
        return None
    words = {word: command for command in usable(step, scope) for word in command.words if command.takes is not Takes.TEXT}
    match = process.extractOne(line, list(words), scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH)
    return Called(words[match[0]], "") if match else None


async def run(step: Step, text: str) -> None:
    """Carry out a text that is a command; any other text is a question for the team."""
    called = find_command(step, text)
    if called is not None:
        await called.command.handler(step, called.argument)
    else:
        await question(step, text)
