"""Finding a terrain by what somebody types: people misspell names, shorten them, and add the town."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from dialogs.lookup.indexed_names import IndexedName, numbers_in, weight
from dialogs.lookup.prefixes import Prefixes
from dialogs.lookup.spelling import KINDS, WRAPPING, alike, numbered, plain, telling
from domain.terrains.terrains import TerrainName

# Below these scores (0 to 100) what looks alike is chance. Chosen on the 478 names of Gelderland: every typing error of
# one letter stays above, everyday sentences stay below.
_WHOLE_NAME = 74.0
_AS_WRITTEN = 92.0
_CONTAINED = 75.0
_MATCH = 62.0
# From this score a typing error is the likely reason, when the next one scores so much less.
_LIKELY, _APART = 88.0, 3.0
# From this score the name of a terrain was meant, well typed or not; its town alone scores no more than 77.
_NEAR = 80.0
# What another name fits better, or whose number is another, scores no more than this: it is offered, never guessed.
_DOUBTFUL = 84.0
# How much of what was typed must be recognised, word by word.
_COVERED = 0.6
# People begin with the same few letters: so many beginnings are kept with what was offered.
_MOST_SUGGESTED = 4000


Among = Callable[[TerrainName], bool] | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a text can mean. `exact`: no doubt which one. `matches`: best first, the exact one included, each with its
    score from 0 to 101: above 100 the name itself was typed. `same_numbers`: the best one has just the numbers that were typed.
    """

    exact: TerrainName | None
    matches: tuple[TerrainName, ...]
    scores: tuple[float, ...] = ()
    same_numbers: bool = True

    @property
    def best(self) -> float:
        """The score of the best match; 0 without one."""
        return self.scores[0] if self.scores else 0.0

    def is_name(self, *, misspelled: bool = False) -> bool:
        """Say whether a name was typed, perhaps of several terrains; or one with a typing error."""
        return self.best >= _NEAR if misspelled else self.best > 100.0

    @property
    def likely(self) -> TerrainName | None:
        """The exact one, or one that a typing error away is the only one near."""
        second = self.scores[1] if len(self.scores) > 1 else 0.0
        near = self.matches and self.same_numbers and _LIKELY <= self.best <= 100.0 and self.best - second >= _APART
        return self.exact or (self.matches[0] if near else None)


class TerrainNames:
    """An index over the names of all terrains; built once, asked often: about 2 ms for 3,700 names."""

    def __init__(self, names: Iterable[TerrainName]) -> None:
        self._entries = sorted((IndexedName.of(name) for name in names), key=lambda entry: (entry.order, entry.name.id))
        self._by_id = {entry.name.id: entry.name for entry in self._entries}
        self._full = _index((key, at) for at, entry in enumerate(self._entries) for key in entry.full_keys)
        self._core = _index((key, at) for at, entry in enumerate(self._entries) for key in entry.core_keys)
        self._keys = _index((key, at) for at, entry in enumerate(self._entries) for key in entry.keys)
        self._written = _index(("".join(plain(entry.name.name)), at) for at, entry in enumerate(self._entries))
        self._words = _index((word, at) for at, entry in enumerate(self._entries) for word in entry.words)
        self._word_list = list(self._words)
        self._typeable = Prefixes((word, at) for at, entry in enumerate(self._entries) for word in entry.typeable.split())
        self._suggested: dict[tuple[tuple[str, ...], int], tuple[TerrainName, ...]] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def named(self, terrain_id: str) -> TerrainName | None:
        """The terrain with this id; None when there is none."""
        return self._by_id.get(terrain_id)

    def find(self, text: str, limit: int = 5, among: Among = None) -> Found:
        """The terrains this text can mean, at most `limit`; none when nothing looks like it. `among` leaves others out.

        An exact name (with or without its municipality) wins over longer names; namesakes are never exact, and neither
        is "industrieterrein 2", which can be anywhere.
        """
        typed = alike(plain(text))
        if not typed:
            return Found(None, ())
        by_id = self._by_id.get(text.strip())
        if by_id is not None and (among is None or among(by_id)):
            return Found(by_id, (by_id,), (101.0,))
        same = [at for at in self._same(typed) if among is None or among(self._entries[at].name)]
        scores = self._whole_names(plain(text))
        _raise(scores, self._word_by_word(numbered(typed)).items())
        self._lower(scores, numbered(typed))
        scores.update((at, 101.0) for at in same)
        near = (at for at, score in scores.items() if score >= _MATCH and (among is None or among(self._entries[at].name)))
        ranked = sorted(near, key=lambda at: (-scores[at], at))[:limit]
        doubt = len(same) != 1 or all(word in KINDS or word.isdecimal() for word in numbered(typed))
        exact = None if doubt else self._entries[same[0]].name
        same_numbers = not ranked or self._entries[ranked[0]].numbers == numbers_in(numbered(typed))
        return Found(exact, tuple(self._entries[at].name for at in ranked), tuple(scores[at] for at in ranked), same_numbers)

    def exactly(self, text: str, among: Among = None) -> tuple[TerrainName, ...]:
        """The terrains whose name this is, letter for letter after folding; several when they are namesakes."""
        typed = alike(plain(text))
        if all(word in KINDS or word in WRAPPING or word.isdecimal() for word in typed):
            return ()
        named = (self._entries[at].name for at in self._same(typed))
        return tuple(name for name in named if among is None or among(name))

    def first(self, limit: int, among: Among = None) -> tuple[TerrainName, ...]:
        """The first names of the alphabet, at most `limit`."""
        names = (entry.name for entry in self._entries)
        return tuple(islice((name for name in names if among is None or among(name)), limit))

    def suggest(self, prefix: str, limit: int = 15) -> tuple[TerrainName, ...]:
        """What to offer while somebody types: names that begin so, then names with such words, then likenesses.

        Nothing typed yet gives the first names of the alphabet.
        """
        words = plain(prefix)
        if (words, limit) not in self._suggested:
            if len(self._suggested) >= _MOST_SUGGESTED:
                self._suggested.clear()
            self._suggested[words, limit] = self._beginning(words, limit)
        return self._suggested[words, limit] or self.find(prefix, limit).matches

    def _beginning(self, words: tuple[str, ...], limit: int) -> tuple[TerrainName, ...]:
        """The names with just these words, those that begin so, then those with words that begin so, by the alphabet."""
        start, holding = " " + " ".join(words), (self._entries[at] for at in sorted(self._typeable.with_all(words)))
        in_order = sorted(holding, key=lambda entry: (not entry.has(words), not entry.typeable.startswith(start)))
        return tuple(entry.name for entry in in_order[:limit]) if words else self.first(limit)

    def _same(self, typed: tuple[str, ...]) -> Sequence[int]:
        """Where the name itself was typed, letter for letter after folding; else where its telling words were."""
        words = numbered(typed)
        return self._full.get("".join(words)) or self._core.get("".join(telling(words))) or ()

    def _whole_names(self, written: tuple[str, ...]) -> dict[int, float]:
        """Scores by position, of names that as a whole look like what was typed; spaces do not count."""
        typed = alike(written)
        scores: dict[int, float] = {}
        for key in {"".join(typed), "".join(numbered(typed)), "".join(telling(numbered(typed)))}:
            _raise(scores, _near(key, self._keys, _WHOLE_NAME))
        _raise(scores, _near("".join(written), self._written, _AS_WRITTEN))
        return scores

    def _word_by_word(self, words: tuple[str, ...]) -> dict[int, float]:
        """Scores by position, of names that hold most of the typed words, in whatever order."""
        counting = [word for word in dict.fromkeys(words) if word not in WRAPPING][:8]
        if all(word.isdecimal() for word in counting):
            return {}
        most = sum(map(weight, counting))
        covered: dict[int, float] = defaultdict(float)
        met: dict[int, set[str]] = defaultdict(set)
        for word in counting:
            for at, (strength, meant) in self._holding(word).items():
                covered[at] += weight(word) * strength / most
                met[at].add(meant)
        scores = dict.fromkeys(covered, 0.0)
        for at, covers in covered.items():
            entry = self._entries[at]
            if covers >= _COVERED:
                scores[at] = 98 * covers * (0.78 + 0.22 * entry.share(met[at]))
            if entry.telling and entry.telling <= set(words):
                scores[at] = max(scores[at], _CONTAINED)
        return scores

    def _lower(self, scores: dict[int, float], words: tuple[str, ...]) -> None:
        """Doubt names that have another number, and names that only resemble a word which another name has itself."""
        numbers = numbers_in(words)
        told = frozenset(telling(words)).difference(numbers, KINDS)
        holding = {at for at in scores if told and told <= self._entries[at].words}
        for at, score in scores.items():
            if (holding and at not in holding) or not numbers <= self._entries[at].numbers:
                scores[at] = min(score, _DOUBTFUL)

    def _holding(self, word: str) -> Mapping[int, tuple[float, str]]:
        """Where a word, or one like it, occurs: position to (how sure from 0 to 1, the word that is there)."""
        found: dict[int, tuple[float, str]] = {}
        for there, strength in self._like(word).items():
            for at in self._words[there]:
                if strength > found.get(at, (0.0, ""))[0]:
                    found[at] = (strength, there)
        return found

    def _like(self, word: str) -> dict[str, float]:
        likes: dict[str, float] = {}
        if len(word) >= 4:
            errors = 1 if len(word) < 8 else 2
            near = process.extract(word, self._word_list, scorer=OSA.distance, score_cutoff=errors, limit=None)
            likes = {there: 0.95 - 0.08 * distance for there, distance, _ in near}
            likes |= {there: 0.8 for there in self._word_list if word in there and likes.get(there, 0.0) < 0.8}
        if len(word) >= 3:
            likes |= {there: 0.92 for there in self._word_list if there.startswith(word)}
        if word in self._words:
            likes[word] = 1.0
        return likes


def _near(key: str, index: Mapping[str, list[int]], cutoff: float) -> Iterable[tuple[int, float]]:
    """The positions under keys that look like `key`, with their likeness from `cutoff` to 100."""
    for like, score, _ in process.extract(key, index.keys(), scorer=fuzz.ratio, score_cutoff=cutoff, limit=40):
        for at in index[like]:
            yield at, score


def _raise(scores: dict[int, float], others: Iterable[tuple[int, float]]) -> None:
    """Keep the best score of each position."""
    for at, score in others:
        scores[at] = max(scores.get(at, 0.0), score)


def _index(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for key, at in pairs:
        found[key].append(at)
    return dict(found)
