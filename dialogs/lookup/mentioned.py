"""The terrain that a whole sentence names: "hoe staat het op hessenpoort", "wie is er klaar op de mars in zutphen"."""

from collections.abc import Collection

from dialogs.lookup.spelling import WRAPPING
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.lookup.words_alike import LIGHT

LONGEST_NAME, LONGEST_SENTENCE = 6, 60  # words
SHORTEST_MISSPELLED = 6  # letters; a shorter word looks like too much
SHORTEST_IN_FRONT = 8  # of the first word of a sentence, which no word announces
BEFORE_A_NAME = frozenset({"op", "van", "voor", "bij", "in", "terrein", "bedrijventerrein", "naar", "over"})
ANNOUNCING = BEFORE_A_NAME | {"heeft", "hebben", "is", "gaat", "staat", "loopt", "en", "factsheet", "status"}
AROUND = LIGHT | WRAPPING | BEFORE_A_NAME
ARTICLES = frozenset({"de", "het", "den", "t"})  # "de" in "De Mars" is part of the name


def terrain_in(names: TerrainNames, sentence: str, before: Collection[str] = ANNOUNCING) -> str:
    """Return the words that name a terrain, as typed: the longest name there is, else one with a typing error; else nothing.

    One with a typing error is looked for behind the words of `before`. Words around it that are no part of it are left
    out: of "is er op hessenpoort dat" that is "hessenpoort".
    """
    words = [word.strip(" ,.;:!?()\"'") for word in sentence.split()[:LONGEST_SENTENCE]]
    for length in range(min(LONGEST_NAME, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            part = " ".join(words[start : start + length])
            if part.casefold() not in LIGHT and names.exactly(part):
                return bare_name(names, part)
    return next((part for part in misspelled(words, before) if names.find(part, 2).likely is not None), "")


def bare_name(names: TerrainNames, name: str) -> str:
    """Return the name of a terrain without the everyday words around it."""
    words, named = name.split(), names.exactly(name)
    while len(words) > 1 and words[0].casefold() in AROUND - ARTICLES and names.exactly(" ".join(words[1:])) == named:
        words = words[1:]
    while len(words) > 1 and words[-1].casefold() in AROUND and names.exactly(" ".join(words[:-1])) == named:
        words = words[:-1]
    return " ".join(words)


def misspelled(words: list[str], before: Collection[str]) -> list[str]:
    """Return what stands where a name would, in pairs of words and alone."""
    places = [place + 1 for place, word in enumerate(words[:-1]) if word.casefold() in before]
    parts = [" ".join(words[start : start + length]) for start in places for length in (2, 1)]
    front = [word for word in words[:1] if len(word) >= SHORTEST_IN_FRONT and before is ANNOUNCING]
    return [part for part in dict.fromkeys((*parts, *front)) if len(part) >= SHORTEST_MISSPELLED][:8]
