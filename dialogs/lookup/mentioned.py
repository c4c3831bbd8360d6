"""The terrain that a whole sentence names: "hoe staat het op hessenpoort", "wie is er klaar op de mars in zutphen"."""

from dialogs.lookup.terrain_names import TerrainNames
from dialogs.lookup.words_alike import LIGHT

LONGEST_NAME, LONGEST_SENTENCE = 6, 60  # words
SHORTEST_MISSPELLED = 6  # letters; a shorter word looks like too much
BEFORE_A_NAME = frozenset({"op", "van", "voor", "bij", "in", "terrein", "bedrijventerrein", "naar"})


def terrain_in(names: TerrainNames, sentence: str) -> str:
    """Return the words that name a terrain, as typed: the longest name there is, else one with a typing error; else nothing.

    A word before it that is no part of it is left out: of "op hessenpoort" that is "hessenpoort".
    """
    words = [word.strip(" ,.;:!?()\"'") for word in sentence.split()[:LONGEST_SENTENCE]]
    for length in range(min(LONGEST_NAME, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            part = " ".join(words[start : start + length])
            if part.casefold() not in LIGHT and names.exactly(part):
                return without_lead(names, part)
    return next((part for part in misspelled(words) if names.find(part, 2).likely is not None), "")


def without_lead(names: TerrainNames, name: str) -> str:
    """Return the name of a terrain without such a word before it; "de" in "De Mars" is part of the name."""
    lead, _, rest = name.partition(" ")
    return rest if lead.casefold() in BEFORE_A_NAME and names.exactly(rest) == names.exactly(name) else name


def misspelled(words: list[str]) -> list[str]:
    """Return what stands where a name would, in pairs of words and alone."""
    places = [place + 1 for place, word in enumerate(words[:-1]) if word.casefold() in BEFORE_A_NAME]
    parts = [" ".join(words[start : start + length]) for start in places for length in (2, 1)]
    return [part for part in dict.fromkeys(parts) if len(part) >= SHORTEST_MISSPELLED][:8]
