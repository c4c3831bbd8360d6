"""What a sentence says of a message of one's own: for whom, and what it is to tell."""

import datetime
import re
from dataclasses import dataclass

from cards.formats import capital, moment
from dialogs.companies.asking import CompanyQuestion, read_question
from dialogs.lookup.mentioned import terrain_in
from dialogs.lookup.moments import read_moment
from dialogs.turn.step import Step
from domain.calendar.here import date_here
from domain.companies.message_audience import MessageGroup

# How a group follows the command, as a sentence in own words is made into it.
WORDS = {
    MessageGroup.ALL: "alle deelnemers",
    MessageGroup.SILENT: "niet gereageerd",
    MessageGroup.PROBLEM: "probleemhouders",
    MessageGroup.SOLVER: "oplossers",
    MessageGroup.COMING: "wie komt",
    MessageGroup.UNMANDATED: "geen machtiging",
}
ASKED = {
    CompanyQuestion.SILENT: MessageGroup.SILENT,
    CompanyQuestion.COMING: MessageGroup.COMING,
    CompanyQuestion.UNMANDATED: MessageGroup.UNMANDATED,
}
PARTS = ((MessageGroup.PROBLEM, re.compile(r"probleem")), (MessageGroup.SOLVER, re.compile(r"oplosser|helpers?\b")))
BEHIND = re.compile(r":| dat | met de tekst | met als tekst | over (?=dat )")
FARTHEST = datetime.timedelta(days=366)
AT_ONCE = frozenset({"", "nu", "meteen", "direct", "gelijk"})
UNKNOWN_MOMENT = "Dit moment ken ik niet. Typ bijvoorbeeld: morgen om 10 uur."


@dataclass(frozen=True, slots=True)
class MessageAsked:
    """For whom a message is and what it tells, as far as that was said."""

    group: MessageGroup
    text: str = ""


@dataclass(frozen=True, slots=True)
class MomentAsked:
    """When a message goes: None for at once; and what is wrong with how that was said."""

    at: datetime.datetime | None = None
    fault: str = ""


def read_message(words: str, today: datetime.date) -> MessageAsked:
    """Return what follows the command, or what a sentence says: "probleemhouders: Komt u ook?"."""
    found = BEHIND.search(f" {words} ")
    at = found.start() if found is not None else len(words) + 1
    whom, text = f" {words} "[:at], f" {words} "[found.end() :] if found is not None else ""
    return MessageAsked(read_group(whom, today), capital(text.strip()))


def read_group(whom: str, today: datetime.date) -> MessageGroup:
    """Return the group that words name; without a sign all who take part."""
    part = next((group for group, sign in PARTS if sign.search(whom.casefold())), None)
    return part or ASKED.get(read_question(whom, today).question, MessageGroup.ALL)


def hear_message(step: Step, sentence: str) -> str:
    """Return what a sentence asks, as it follows the command."""
    asked = read_message(sentence, date_here(step.known.now))
    words = WORDS[asked.group] if asked.group is not MessageGroup.ALL or asked.text else ""
    told = f"{words}: {asked.text}" if asked.text else words
    return f"{terrain_in(step.stores.terrains, sentence)} {told}".strip()


def read_when(step: Step, words: str) -> MomentAsked:
    """Return when a message is to go, with a fault where that cannot be read, or is over."""
    if words.strip(" .!").casefold() in AT_ONCE:
        return MomentAsked()
    found = read_moment(words, step.known.now, step.known.house.quiet)
    if found.passed:
        return MomentAsked(fault="Dit moment is al geweest. Kies een later moment, of laat het leeg.")
    if not found.options:
        return MomentAsked(fault=UNKNOWN_MOMENT)
    if len(found.options) > 1:
        return MomentAsked(fault=f"Bedoelt u {moment(found.options[0])} of {moment(found.options[1])}? Typ dat precies.")
    if found.options[0] - step.known.now > FARTHEST:
        return MomentAsked(fault="Dat is te ver weg. Kies een moment binnen een jaar.")
    return MomentAsked(found.options[0])
