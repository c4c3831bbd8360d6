"""The company that a whole sentence names: "wat zei jansen transport", "heeft de vries al getekend"."""

from collections.abc import Collection, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from dialogs.dossier.everyday import counts, tells
from dialogs.dossier.mentions import TRADES, mentioned, telling_word
from dialogs.lookup.words_alike import LIGHT
from dialogs.stores.companies import find_named
from dialogs.turn.step import Step
from domain.companies.companies import folded, without_form
from domain.companies.company_file import NamedCompany

SHORTEST = 3
LONG, NEARLY = 6, 90.0  # letters of a word that looks like no other, and of 100
BEFORE_A_NAME = frozenset({"heeft", "van", "met", "bij", "zei", "zegt", "vertelde", "over", "gesprek", "naar", "voor"})
LONGEST = 40  # words of a sentence that are looked for
MOST = 200  # companies that have one of these words


async def company_in(step: Step, sentence: str, commands: frozenset[str]) -> str:
    """Return the words that name a company, as they are compared: its whole name, or the word by which people call it.

    Words of everyday and those of our own `commands` name none by themselves. Empty for none, or where none may be named.
    """
    if not step.may_name:
        return ""
    words = without_form(f" {folded(sentence)} ")[:LONGEST]
    sought = [word for word in dict.fromkeys(words) if len(word) >= SHORTEST and word not in LIGHT | TRADES and tells(word)]
    if not sought:
        return ""
    return await spelled_right(step, sentence, words, sought, commands) or await misspelled(step, words, commands)


async def spelled_right(step: Step, sentence: str, words: Sequence[str], sought: Sequence[str], commands: Collection[str]) -> str:
    """Return the name, or the telling word, of a company that has one of the words that are `sought`."""
    found = mentioned(sentence, await step.stores.companies.with_words([list(sought)], None, MOST))
    if found.sure:
        return found.sure[0].key
    said = (telling_word(one.key) for one in found.perhaps)
    return next((word for word in said if word in words and word not in commands), "")


def is_nearly(typed: str, key: str) -> bool:
    """Say whether words are a name with a typing error, or the word by which people call it with one wrong letter."""
    return fuzz.ratio(typed, key) >= NEARLY or OSA.distance(typed, telling_word(key), score_cutoff=1) <= 1


async def company_inside(step: Step, sentence: str) -> NamedCompany | None:
    """Return the only company that a sentence names in full, wherever in it."""
    words = [word for word in without_form(f" {folded(sentence)} ")[:LONGEST] if counts(word) and word not in LIGHT | TRADES]
    named = mentioned(sentence, await step.stores.companies.with_words([words], None, MOST)).sure if words else ()
    return named[0] if len(named) == 1 else None


async def misspelled(step: Step, words: Sequence[str], commands: Collection[str]) -> str:
    """Return the words that stand where a name would and are nearly one: "janssen transport"; whether it is meant, is asked."""
    place = max((place + 1 for place, word in enumerate(words) if word in BEFORE_A_NAME), default=len(words))
    for length in (3, 2, 1):
        part = words[place : place + length]
        odd = [word for word in part if len(word) >= LONG and word not in commands and tells(word)]
        if len(part) < length or not odd:
            continue
        found = await find_named(step.stores.companies, " ".join(part), None)
        near = {one.key for one in found.matches if is_nearly(" ".join(part), one.key)}
        if len(near) == 1:
            return " ".join(part)
    return ""
