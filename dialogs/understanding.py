"""What somebody hopes for with a sentence in their own words: a command, or something the approach knows."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from dialogs.commands import usable
from dialogs.dutch.doubt import hesitates
from dialogs.knowledge.shelf import look
from dialogs.later import LATER, later_for, nearest
from dialogs.lookup.spelling import plain
from dialogs.lookup.wordings import NEAR, Match, Wordings, likely
from dialogs.lookup.words_alike import stems
from dialogs.sentences import TypedSentence, read_sentence
from dialogs.turn.command import Called, Command, audience_of
from dialogs.turn.step import Step
from domain.knowledge.items import Item

COMMAND, ITEM, TOPIC = "command", "item", "topic"
# With these people begin and end whatever they say.
COURTESIES = tuple(f"{COMMAND}:{one}" for one in ("hallo", "dank", "help", "stop"))
LEAVING, BEGINNING = f"{COMMAND}:stop", f"{COMMAND}:start"
CERTAIN, LONGEST_CERTAIN = 0.85, 10  # a score, and words
ABOUT_COMPANY = "gesprek"  # what is meant by the name of a company alone
ASKING = re.compile(
    r"(?:^|[.!,;\n]\s*)(?:(?:en|maar|want|ja|nee|hoi|hallo|hey|oh|ok|oke|oké|eh|nou|even)[ ,]+)*"
    r"(?:wat|wa|zou|zouden|waar(?!schijn|d|lijk)\w*|hoe\w*|welke?|wanneer|wie|wiens|kan|kun|kunt|kunnen|moet|moeten|mag|mogen|is|zijn"
    r"|heb|hebben|krijg|krijgen|ga|gaat|worden|wordt|zit|zitten|werkt|geldt|komt|duurt|duren|valt|levert|telt"
    r"|what|how|why|who|when|are|can|was|warum|czy|jak|ile)\b",
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
    also: tuple[Heard, ...] = ()  # what was asked beside it
    later: bool = False  # there is no command for it yet; `near` comes closest


async def understand(step: Step, text: str) -> Understood:
    """Return what a sentence means to this person here. Nothing is stored or said."""
    if hesitates(text):
        return Understood(None)
    shelf = await look(step)
    items, every = shelf.items, {**shelf.items, **shelf.ended}  # what ended is understood, and never offered
    sentence = await read_sentence(step, text, own_vocabulary())
    if sentence.company and not stems(sentence.bare):
        sentence = replace(sentence, bare=ABOUT_COMPANY)
    said = wordings(step, tuple(every.values()))
    matches, each = said.find(sentence.bare, aside=said_before(step)), said.find_each(sentence.bare, said_before(step))
    halved = half_heard(step, said, sentence.bare) if any(erases(step, one) for one in (*matches, *each)) else frozenset()
    matches = tuple(one for one in matches if one.key not in halved)
    each = tuple(one for one in each if one.key not in (*COURTESIES, *halved))
    sure = each[0] if len(each) > 1 else likely(matches)
    if sure is not None and ((asks_something(text) and moves_on(step, sure)) or (erases(step, sure) and sure.score < CERTAIN)):
        sure = None  # whoever asks something stays where they are, and what erases is offered unless it is certain
    if sure is not None and sure.key.startswith(TOPIC):
        return Understood(None, heard(step, sure, items, sentence), later=True)
    near = once(step, matches, items, sentence)
    if sure is None and sentence.company:  # whatever is asked of a company, its talk is near
        near = once(step, (Match(f"{COMMAND}:{ABOUT_COMPANY}", NEAR), *matches), items, sentence)
    return Understood(
        heard(step, sure, every, sentence)[0] if sure is not None else None,
        near,
        sure is not None and sure.score >= CERTAIN and len(text.split()) <= LONGEST_CERTAIN,
        once(step, each[1:], items, sentence),
    )


def half_heard(step: Step, said: Wordings, text: str) -> frozenset[str]:
    """Return the commands that erase which a text is near to by half a word alone: "vrachtwagenheffing" opens no "opheffen"."""
    return erasing(step) - {one.key for one in said.find(text, aside=said_before(step), halves=False)}


def erasing(step: Step) -> frozenset[str]:
    """Return the commands that erase, as they are matched."""
    return frozenset(f"{COMMAND}:{one.words[0]}" for one in usable(step, step.scope) if one.erases)


def erases(step: Step, match: Match) -> bool:
    """Say whether a match is a command that erases."""
    return match.key in erasing(step)


def nearest_item(understood: Understood) -> str:
    """Return the key of the item that is nearest; empty when none is near."""
    return next((one.item.key for one in understood.near if one.item is not None), "")


def moves_on(step: Step, match: Match) -> bool:
    """Say whether a match leaves what was asked: by stopping, or by beginning what was begun already."""
    return match.key == LEAVING or (match.key == BEGINNING and step.asked is not None)


def once(step: Step, matches: Iterable[Match], items: Mapping[str, Item], sentence: TypedSentence) -> tuple[Heard, ...]:
    """Return matches as what they stand for, nothing twice."""
    return tuple({one.says: one for match in matches for one in heard(step, match, items, sentence)}.values())


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


def heard(step: Step, match: Match, items: Mapping[str, Item], sentence: TypedSentence) -> tuple[Heard, ...]:
    """Return a match as what it stands for; what comes later as all that comes near it."""
    kind, key = match.key.split(":", 1)
    if kind == ITEM:
        return (Heard(item=items[key]),) if key in items else ()
    if kind == TOPIC:
        return tuple(Heard(called=one) for one in nearest(step, LATER[key], sentence))
    command = next(one for one in usable(step, step.scope) if one.words[0] == key)
    return (Heard(called=Called(command, sentence.argument(step, command))),)


def wordings(step: Step, items: tuple[Item, ...]) -> Wordings:
    """Return everything that this person can mean here by a command or one of these items."""
    topics = tuple(later_for(audience_of(step)))
    return wordings_of(
        usable(step, step.scope), topics, tuple((item.key, item.version, item.title, item.questions) for item in items)
    )


@lru_cache(maxsize=32)
def wordings_of(
    commands: tuple[Command, ...], topics: tuple[str, ...], items: tuple[tuple[str, int, str, tuple[str, ...]], ...]
) -> Wordings:
    """Return the same, made once for everybody who may use and read the same."""
    said = [(f"{COMMAND}:{one.words[0]}", phrase) for one in commands for phrase in (*one.words, *own_words(one.words[0]))]
    said += [(f"{TOPIC}:{key}", phrase) for key in topics for phrase in LATER[key].says]
    asked = [(f"{ITEM}:{key}", phrase) for key, _, title, questions in items for phrase in (title, *questions)]
    return Wordings([*said, *asked])


@lru_cache(maxsize=1)
def own_vocabulary() -> frozenset[str]:
    """Return every word by which people say what they want, which is therefore no company."""
    said = [phrase for phrases in OWN_WORDS.values() for phrase in phrases]
    said += [phrase for topic in LATER.values() for phrase in topic.says]
    return frozenset(word for phrase in said for word in plain(phrase))


def own_words(command: str) -> tuple[str, ...]:
    """Return how people say what a command does, by the first word of the command."""
    return OWN_WORDS.get(command, ())
