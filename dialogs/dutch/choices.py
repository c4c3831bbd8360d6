"""Choosing by typing: one option or several, by name, by number, by part of the name, with typing errors."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from dialogs.dutch.hedges import without_hedges
from dialogs.dutch.options import FILLER, Choice, Spelling, comparable, fitting, spelling
from dialogs.dutch.reading import Ambiguous, Read, Reading, choose, read_as
from dialogs.dutch.typed import listed, tidy
from dialogs.dutch.yes_no import read_yes_no
from domain.intake.certainty import Certainty

EVERYTHING = frozenset(listed("alle, allemaal, alles, alledrie, allevier, alle 3, alle 4"))
BOTH = frozenset(listed("allebei, beide, beiden, alletwee, alle 2"))
NOTHING = frozenset(listed("geen, niets, niks, geen enkele, geen van deze, geen van die, geen van beide, geen van allen"))
SHORTEST = 5  # letters of a word in which one is wrong
APART = re.compile(r",|;|&|\+|/|\ben\b|\bplus\b|\bof\b|(?<=\d) (?=\d)")


def read_choice(text: str, options: Sequence[Choice]) -> Reading[str]:
    """Read the value of one option out of (value, label, other words); several that fit are asked back."""
    spellings = [spelling(choice) for choice in options]
    typed = comparable(text)
    bare, hedged = without_hedges(tidy(text))
    found = fitting(typed, spellings) or fitting(comparable(bare), spellings) or agreed(text, spellings)
    found = [*found, *misspelled(typed, [one for one in spellings if one not in found])] if found else found
    return choose(((one.label, one.value) for one in found), estimate=hedged and is_guess(typed, found))


def misspelled(typed: str, others: Sequence[Spelling]) -> list[Spelling]:
    """Return the other options that a text names with a typing error: "een kleine of een groote" names two."""
    said = [word for word in typed.split() if len(word) >= SHORTEST and word.isalpha()]  # "1x25a" is no "1x35a"
    return [one for one in others if any(OSA.distance(word, phrase) == 1 for word in said for phrase in long_words(one))]


def long_words(option: Spelling) -> list[str]:
    """Return the phrases of an option in which one wrong letter leaves no doubt."""
    return [phrase for phrase in option.phrases if len(phrase) >= SHORTEST]


def is_guess(typed: str, found: Sequence[Spelling]) -> bool:
    """Say whether there are words of doubt beside the option itself: the "vaak" of "ja, vaak" is none."""
    rest = f" {typed} "
    for phrase in sorted((phrase for one in found for phrase in one.phrases), key=len, reverse=True):
        rest = rest.replace(f" {phrase} ", " ")
    return without_hedges(rest)[1]


def agreed(text: str, options: Sequence[Spelling]) -> list[Spelling]:
    """Return the option that "ja" or "nee" stands for, when that is what the text says in other words."""
    answer = read_yes_no(text)
    if not isinstance(answer, Read):
        return []
    return [option for option in options if ("ja" if answer.value else "nee") in option.phrases]


def read_choices(text: str, options: Sequence[Choice]) -> Reading[tuple[str, ...]]:
    """Read the values of all options that are named, in declared order; "geen" without an option for it is ().

    One part that is not understood makes the whole not understood; "a of b" is asked back.
    """
    spellings = [spelling(choice) for choice in options]
    typed = comparable(text)
    exact = [option for option in spellings if typed in option.phrases]
    if len(exact) == 1:
        return read_as((exact[0].value,))
    real = [option.value for option in spellings if not NOTHING.intersection(option.phrases)]
    if typed in EVERYTHING or (typed in BOTH and len(real) == 2):
        return read_as(tuple(real))
    if typed in NOTHING:
        return read_as(())
    bare, hedged = without_hedges(tidy(text))
    parts = [read_choice(part, options) for part in apart(bare, spellings)]
    return together(parts, options, either=bool(re.search(r"\bof\b", bare)), estimate=hedged)


def apart(text: str, options: Sequence[Spelling]) -> Iterator[str]:
    """Yield the parts of a text that each name an option; an option with "en" in its name stays whole."""
    phrases = [(phrase, option.label) for option in options for phrase in option.phrases]
    phrases.sort(key=lambda pair: len(pair[0]), reverse=True)
    marked = comparable_where_needed(re.sub(r"(?<=[a-z])-(?=[a-z])", " ", text), [phrase for phrase, _ in phrases])
    names: dict[str, str] = {}
    for place, (phrase, label) in enumerate(phrases):
        marked, found = re.subn(rf"(?<!\w){re.escape(phrase)}(?!\w)", f",#{place},", marked)
        if found:
            names[f"#{place}"] = label
    for part in APART.split(marked):
        if any(word not in FILLER for word in re.findall(r"#?\w+", part)):
            yield names.get(part.strip(), part)


def comparable_where_needed(text: str, phrases: Sequence[str]) -> str:
    """Return the text with punctuation that could separate options, unless a phrase of several words lost its own."""
    bare = comparable(text)
    return bare if any(" en " in phrase and f" {phrase} " in f" {bare} " for phrase in phrases) else text


def together(
    parts: Sequence[Reading[str]], options: Sequence[Choice], *, either: bool, estimate: bool
) -> Reading[tuple[str, ...]]:
    """Return what the parts mean as a whole, values in declared order."""
    labels = {value: label for value, label, _ in options}
    denying = {value for value, _, also in options if NOTHING.intersection((*also, value)) or value == "none"}
    sure = [part.value for part in parts if isinstance(part, Read)]
    unclear = [part for part in parts if isinstance(part, Ambiguous)]
    if any(part is None for part in parts) or len(unclear) > 1 or (denying.intersection(sure) and len(set(sure)) > 1):
        return None
    sets = [[*sure, value] for _, value in unclear[0].options] if unclear else [sure]
    if either and not unclear and len(set(sure)) > 1:
        sets = [*([value] for value in sure), sure]
    order = list(labels)
    meanings = [tuple(sorted(set(values), key=order.index)) for values in sets if values]
    unsure = estimate or any(isinstance(part, Read) and part.certainty is Certainty.ESTIMATE for part in parts)
    return choose(((" en ".join(labels[value] for value in one), one) for one in meanings), estimate=unsure)
