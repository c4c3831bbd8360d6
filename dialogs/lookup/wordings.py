"""Finding what somebody means: the wording that is nearest to a sentence, by the words that tell one from another.

No model and no service: words without endings, weighed by how rare they are, typing errors forgiven.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dialogs.lookup.words_alike import FILLER_STEMS, LIGHT, LIGHT_STEMS, stem, stems, words_in

# From `SURE` it is answered at once, when the next one is `APART` less; from `NEAR` it is offered. Chosen on the open half of
# the corpus (tests/hearing).
SURE, NEAR, APART = 0.57, 0.32, 0.13
MOST_CLAUSES, LONGEST_CLAUSE = 40, 40
MOST_MET = 5_000  # words
SHORTEST = 5  # letters of a word in which one may be wrong
PHRASE = 0.75  # how much the nearest wording counts; the rest is what of the sentence all wordings of a key tell of
UNKNOWN = 0.5  # of the rarest word, for one that no wording has
WHOLE = 0.7  # how much a clause counts that says next to nothing of the whole sentence
FILLER_WEIGHT = 0.02
LIGHT_WEIGHT = 0.3  # of what a word weighs that says little
YEAR_LENGTH = 4  # figures
MEANT_WEIGHT, HALF_WEIGHT, ASIDE = 0.9, 0.8, 0.25  # of a word with a typing error, of half a word, of what was said before
CLAUSE = re.compile(
    r"[.!?;\n]+(?:\s|$)|\n|,\s+(?:maar|en|want|of)\s+|\s-\s"
    r"|(?:,\s*|,?\s+en\s+)(?=(?:hoe|wat|wie|waar\w*|wanneer|welke?|kan|mag|moet|komt?|krijg)\s)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Match:
    """One thing that may be meant, and how sure that is, from 0 to 1."""

    key: str
    score: float


class Wordings:
    """Everything that can be meant, each under its key with the wordings people use for it."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Take pairs of a key and one of its wordings."""
        pairs = list(phrases)
        said = [(key, frozenset(stems(phrase))) for key, phrase in pairs]
        self._phrases = [(key, words) for key, words in dict.fromkeys(said) if words]
        holding: dict[str, set[str]] = defaultdict(set)
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, (key, words) in enumerate(self._phrases):
            for word in words:
                holding[word].add(key)
                self._places[word].append(place)
        keys = len({key for key, _ in self._phrases}) or 1
        self._weights = {word: self._weigh(word, len(at), keys) for word, at in holding.items()}
        self._rare = math.log(1 + keys)
        self._totals = [sum(self._weights[word] for word in words) for _, words in self._phrases]
        self._vocabulary = sorted(
            {word for _, phrase in pairs for word in words_in(phrase) if len(word) >= 4 and word not in LIGHT}
        )
        self._holding = {word: frozenset(of) for word, of in holding.items()}
        self._met: dict[str, tuple[tuple[str, float], ...]] = {}

    @staticmethod
    def _weigh(word: str, keys_with_it: int, keys: int) -> float:
        rarity = math.log(1 + keys / keys_with_it)
        if word in FILLER_STEMS:
            return rarity * FILLER_WEIGHT
        return rarity * LIGHT_WEIGHT if word in LIGHT_STEMS or is_amount(word) else rarity

    def find(self, text: str, limit: int = 3, aside: str = "", *, halves: bool = True) -> tuple[Match, ...]:
        """Return what a text may mean, the likeliest first; of a long text the clause that says it best.

        The words of `aside`, such as those of an open question, tell less: people repeat them in whatever they say. Without
        `halves` a long word that no wording has is not taken for half of it: "heffing" says nothing of "opheffen".
        """
        best: dict[str, float] = {}
        repeated = frozenset(stems(aside))
        whole, *parts = clauses(text) or ((),)
        weight = self._weight(whole)
        for clause in (whole, *parts):
            share = WHOLE + (1 - WHOLE) * self._weight(clause) / weight if weight and clause is not whole else 1.0
            for key, score in self._score(clause, repeated, halves=halves).items():
                best[key] = max(best.get(key, 0.0), score * share)
        ranked = sorted(best.items(), key=lambda one: (-one[1], one[0]))[:limit]
        return tuple(Match(key, round(score, 4)) for key, score in ranked if score >= NEAR)

    def find_each(self, text: str, aside: str = "") -> tuple[Match, ...]:
        """Return what each clause of a text surely means, in the order in which it is said; nothing twice."""
        parts = [part for part in CLAUSE.split(text) if part.strip()][:MOST_CLAUSES]
        sure = [likely(self.find(part, aside=aside)) for part in parts] if len(parts) > 1 else []
        return tuple({one.key: one for one in reversed(sure) if one is not None}.values())[::-1]

    def _score(self, words: tuple[str, ...], repeated: frozenset[str], *, halves: bool) -> Mapping[str, float]:
        """Return how near each key is to one clause: what of it a wording covers, and what of the wording it covers."""
        met, unknown = self._meet(words, halves=halves)
        weights = {word: self._weights[word] * strength * (ASIDE if word in repeated else 1) for word, strength in met.items()}
        typed = sum(weights.values()) + unknown
        if not typed:
            return {}
        covered: dict[int, float] = defaultdict(float)
        told: dict[str, float] = defaultdict(float)
        for word, weight in weights.items():
            for place in self._places[word]:
                covered[place] += weight
            for key in self._holding[word]:
                told[key] += weight
        best: dict[str, float] = defaultdict(float)
        for place, weight in covered.items():
            key = self._phrases[place][0]
            best[key] = max(best[key], 2 * weight / (typed + self._totals[place]))
        return {key: PHRASE * score + (1 - PHRASE) * told[key] / typed for key, score in best.items()}

    def _weight(self, words: tuple[str, ...]) -> float:
        """Return how much words tell together."""
        return sum(self._weights.get(stem(word), self._rare * UNKNOWN) for word in words)

    def _meet(self, words: tuple[str, ...], *, halves: bool) -> tuple[Mapping[str, float], float]:
        """Return the words of the wordings that these are, each with how surely, and the weight of those that are none."""
        met: dict[str, float] = {}
        unknown = 0.0
        for word in dict.fromkeys(words):
            known = [(one, strength) for one, strength in self._known(word) if halves or strength > HALF_WEIGHT]
            for one, strength in known:
                met[one] = max(met.get(one, 0.0), strength)
            if not known and word not in LIGHT and not word.isdecimal():
                unknown += self._rare * UNKNOWN
        return met, unknown

    def _known(self, word: str) -> tuple[tuple[str, float], ...]:
        """Return the words of the wordings that a word is, looked up once for a word that comes back."""
        if word not in self._met:
            if len(self._met) >= MOST_MET:
                self._met.clear()
            self._met[word] = self._look_up(word)
        return self._met[word]

    def _look_up(self, word: str) -> tuple[tuple[str, float], ...]:
        """Return the words of the wordings that a word is: itself, with a typing error, or both halves of a long one."""
        meant = stem(word)
        if meant in self._weights:
            return ((meant, 1.0),)
        if len(word) < SHORTEST or word in LIGHT or word.isdecimal():
            return ()
        errors = 1 if len(word) < 8 else 2
        near = process.extractOne(word, self._vocabulary, scorer=OSA.distance, score_cutoff=errors)
        if near is not None and near[0][0] == word[0]:
            return ((stem(near[0]), MEANT_WEIGHT),)
        parts = [one for one in self._vocabulary if len(one) >= 4 and (word.startswith(one) or word.endswith(one))]
        return tuple((stem(one), HALF_WEIGHT) for one in sorted(parts, key=len)[-2:])


def is_amount(word: str) -> bool:
    """Say whether a word is a small number, which alone tells of nothing."""
    return word.isdecimal() and len(word) < YEAR_LENGTH


def clauses(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a text as a whole, and clause by clause when it has several."""
    whole = words_in(text)
    parts = [words_in(part) for part in CLAUSE.split(text) if part][:MOST_CLAUSES]
    found = [part for part in parts if part and part != whole] if len(parts) > 1 else []
    return tuple(part[:LONGEST_CLAUSE] for part in (whole, *found) if part)


def likely(matches: tuple[Match, ...]) -> Match | None:
    """Return the one that is meant beyond reasonable doubt; None when it is better offered."""
    if not matches or matches[0].score < SURE:
        return None
    second = matches[1].score if len(matches) > 1 else 0.0
    return matches[0] if matches[0].score - second >= APART or matches[0].score >= 0.999 else None
