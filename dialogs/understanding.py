"""What somebody hopes for with a sentence in their own words: a command, or something the approach knows."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dialogs.commands import usable
from dialogs.knowledge.shelf import look
from dialogs.lookup.mentioned import terrain_in
from dialogs.lookup.wordings import Match, Wordings, likely
from dialogs.turn.command import Called, Command
from dialogs.turn.step import Step
from domain.knowledge.items import Item

COMMAND, ITEM = "command", "item"
CERTAIN, LONGEST_CERTAIN = 0.85, 10  # a score, and words
ASKING = re.compile(
    r"(?:^|[.!,;\n]\s*)(?:(?:en|maar|want|ja|nee|hoi|hallo|hey|oh|ok|oke|oké|eh|nou|even)[ ,]+)*"
    r"(?:wat|wa|waar\w*|hoe\w*|welke?|wanneer|wie|wiens|kan|kun|kunt|kunnen|moet|moeten|mag|mogen|is|zijn|heb|hebben|krijg|krijgen|ga|gaat"
    r"|worden|wordt|zit|zitten|werkt|geldt|komt|what|how|why|who|when|is|are|can|was|wie|warum|czy|jak|ile)\b",
    re.IGNORECASE,
)

OWN_WORDS: Mapping[str, tuple[str, ...]] = {
    name: tuple(table["says"])
    for name, table in tomllib.loads(files(__package__).joinpath("wordings.toml").read_text(encoding="utf-8")).items()
}


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that somebody may have meant: a command with what follows it, or an item."""

    called: Called | None = None
    item: Item | None = None

    @property
    def title(self) -> str:
        """Return it as it is offered."""
        if self.item is not None:
            return self.item.title
        return self.says[:1].upper() + self.says[1:]

    @property
    def says(self) -> str:
        """Return what one types for just this."""
        if self.item is not None:
            return f"kennis {self.item.key}"
        return f"{self.called.command.words[0]} {self.called.argument}".strip() if self.called is not None else ""


@dataclass(frozen=True, slots=True)
class Understood:
    """What a sentence means: `sure` is beyond reasonable doubt, `near` is offered."""

    sure: Heard | None
    near: tuple[Heard, ...] = ()
    certain: bool = False  # so near that it can stand where any text would do


async def understand(step: Step, text: str) -> Understood:
    """Return what a sentence means to this person here. Nothing is stored or said."""
    items = (await look(step)).items
    matches = wordings(usable(step, step.scope), tuple(items.values())).find(text, aside=said_before(step))
    sure = likely(matches)
    return Understood(
        heard(step, sure, items, text) if sure is not None else None,
        tuple(heard(step, match, items, text) for match in matches),
        sure is not None and sure.score >= CERTAIN and len(text.split()) <= LONGEST_CERTAIN,
    )


def asks_something(text: str) -> bool:
    """Say whether a sentence, or a part of it, is a question."""
    return "?" in text or asks_in_words(text)


def asks_in_words(text: str) -> bool:
    """Say whether a sentence, or a part of it, begins as questions do: "12, maar waarom wil je dat weten"."""
    return ASKING.search(text) is not None


def said_before(step: Step) -> str:
    """Return the words that somebody may repeat whatever they want: those of the open question."""
    question = step.asked
    return f"{question.text} {question.label}" if question is not None else ""


def heard(step: Step, match: Match, items: Mapping[str, Item], text: str) -> Heard:
    """Return a match as what it stands for."""
    kind, key = match.key.split(":", 1)
    if kind == ITEM:
        return Heard(item=items[key])
    command = next(one for one in usable(step, step.scope) if one.words[0] == key)
    return Heard(called=Called(command, argument_in(step, command, text)))


def argument_in(step: Step, command: Command, text: str) -> str:
    """Return what a sentence says of what must follow a command."""
    if command.hears is not None:
        return command.hears(step, text)
    return terrain_in(step.stores.terrains, text) if command.takes_terrain else ""


def wordings(commands: tuple[Command, ...], items: tuple[Item, ...]) -> Wordings:
    """Return everything that these commands and items can be meant by."""
    return wordings_of(commands, tuple((item.key, item.version, item.title, item.questions) for item in items))


@lru_cache(maxsize=32)
def wordings_of(commands: tuple[Command, ...], items: tuple[tuple[str, int, str, tuple[str, ...]], ...]) -> Wordings:
    """Return the same, made once for everybody who may use and read the same."""
    said = [(f"{COMMAND}:{one.words[0]}", phrase) for one in commands for phrase in (*one.words, *own_words(one.words[0]))]
    asked = [(f"{ITEM}:{key}", phrase) for key, _, title, questions in items for phrase in (title, *questions)]
    return Wordings([*said, *asked])


def own_words(command: str) -> tuple[str, ...]:
    """Return how people say what a command does, by the first word of the command."""
    return OWN_WORDS.get(command, ())
