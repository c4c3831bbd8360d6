"""A sentence of the team without what it is about: "hoe staat het op hessenpoort" is "hoe staat het op", about Hessenpoort.

Names and days tell nothing of what somebody wants, and would only blur it.
"""

import re
from dataclasses import dataclass

from dialogs.dossier.leads import lead_of
from dialogs.dossier.naming import company_in
from dialogs.lookup.due import read_due
from dialogs.lookup.mentioned import BEFORE_A_NAME, terrain_in
from dialogs.lookup.spelling import folded_letters, plain
from dialogs.terrains.portfolio_query import spelled
from dialogs.terrains.spoken_of import HERE, THERE, says_there, spoken
from dialogs.turn.command import Command
from dialogs.turn.step import Step
from domain.intake.acceptance import clean_text
from domain.terrains.municipalities import MUNICIPALITIES, Province

A_STEP = re.compile(r"\bstap (?:[0-8]|nul|een|één|twee|drie|vier|vijf|zes|zeven|acht)\b", re.IGNORECASE)
PLACES = frozenset(plain(name) for name in (*(one.name for one in MUNICIPALITIES.values()), *Province))
# With this people begin before they say what they want; the rest says it.
PREFACE = re.compile(
    r"^(?:(?:goede|goeie)\w+|hoi|hallo|dag|hey)?[ ,!.]*"
    r"(?:(?:mag ik|ik wil|ik zou|(?:wil|kun|kan|zou) (?:je|jij|u)|(?:wilt|kunt) u)"
    r"(?: (?:graag|even|eens|me|mij|ook|misschien|willen))*"
    r" (?:weten|vertellen|zeggen|laten weten|kijken|nagaan|checken|zo (?:vriendelijk|goed) zijn)(?: (?:of|om))?)[ ,]+(?=\S+ \S)",
    re.IGNORECASE,
)
LONGEST = 300  # characters; a longer text is no question about one terrain


@dataclass(frozen=True, slots=True)
class TypedSentence:
    """A sentence as it was typed, what is left of it, and what it names: a terrain, a company, a step."""

    typed: str
    bare: str
    terrain: str = ""
    company: str = ""
    step: str = ""

    def argument(self, step: Step, command: Command) -> str:
        """Return what it says of what must follow a command, as the declaration of the command asks for it."""
        heard = command.hears(step, self.typed) if command.hears is not None else ""
        if command.argument.startswith("<terrein of bedrijf>"):
            return heard or self.company or self.terrain
        if command.hears is not None:
            return heard
        if command.argument.startswith("<bedrijf>"):
            return f"{self.company} {self.terrain}".strip() if self.company else ""
        return self.terrain if command.takes_terrain or command.argument.startswith("[terrein]") else ""


async def read_sentence(step: Step, text: str, commands: frozenset[str]) -> TypedSentence:
    """Return a sentence apart from what it names; `commands` are the words of our own, which are no company."""
    if not step.in_office or len(text) > LONGEST:
        return TypedSentence(text, text, terrain_in(step.stores.terrains, text, BEFORE_A_NAME))
    due = read_due(clean_text(text).strip(" ?!."), step.today)
    rest = due.text.removesuffix(due.clock).rstrip() if due.words else text  # first: "hessenpoort 3e" is the third of that name
    terrain, rest = terrain_in(step.stores.terrains, rest), PREFACE.sub("", rest)
    if not terrain and says_there(rest) and spoken(step) is not None:
        terrain, rest = HERE, THERE.sub(" ", rest)
    company = await company_in(step, without(without(rest, terrain), place_in(rest)), commands)
    rest = without(without(lead_of(rest), terrain), place_in(rest))
    found = A_STEP.search(text)
    return TypedSentence(text, A_STEP.sub("stap", without(rest, company)), terrain, company, found[0] if found else "")


def place_in(text: str) -> str:
    """Return the words by which a text names a municipality or province, as typed; empty for none."""
    typed = plain(text)
    words = spelled(typed)
    spans = [(start, end) for start in range(len(words)) for end in range(start + 1, min(len(words), start + 4) + 1)]
    return max((" ".join(typed[start:end]) for start, end in spans if words[start:end] in PLACES), key=len, default="")


def without(text: str, name: str) -> str:
    """Return a text without the words of a name, which stand beside each other in it."""
    sought, words = plain(name), text.split()
    folded = [plain(folded_letters(word)) for word in words]
    for start in range(len(words)):
        joined: tuple[str, ...] = ()
        for end in range(start, len(words)):
            joined += folded[end]
            if sought and joined == sought:
                return " ".join((*words[:start], *words[end + 1 :]))
            if len(joined) > len(sought):
                break
    return text
