"""An index of words by their beginnings, so that offering names while somebody types does not look at every name."""

from bisect import bisect_left
from collections.abc import Iterable

AFTER = "\uffff"  # sorts behind every letter that names are folded to


class Prefixes:
    """Which positions have a word that begins so. Built once, asked often."""

    def __init__(self, words: Iterable[tuple[str, int]]) -> None:
        """Take pairs of a word and where it is."""
        self._pairs = sorted(set(words))

    def positions(self, beginning: str) -> frozenset[int]:
        """Return where a word begins so."""
        first = bisect_left(self._pairs, (beginning, -1))
        last = bisect_left(self._pairs, (beginning + AFTER, -1))
        return frozenset(position for _, position in self._pairs[first:last])

    def with_all(self, beginnings: Iterable[str]) -> frozenset[int]:
        """Return where, for each of these, a word is that begins so; the rarest is looked at first."""
        found = sorted((self.positions(one) for one in dict.fromkeys(beginnings)), key=len)
        return frozenset.intersection(*found) if found else frozenset()
