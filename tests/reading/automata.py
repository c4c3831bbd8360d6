"""A regular expression as an automaton of its characters, with every way from one to the next: ways that are there twice, too."""

import re
import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MANY = 200  # a repeat that may go on longer than this counts as endless
SAMPLE = string.printable + "éßİ٣½²€\u00a0\u200b\u2028🚚"  # what patterns tell apart; their own letters come with it
CATEGORIES = {
    kinds.CATEGORY_DIGIT: r"\d", kinds.CATEGORY_NOT_DIGIT: r"\D", kinds.CATEGORY_SPACE: r"\s",
    kinds.CATEGORY_NOT_SPACE: r"\S", kinds.CATEGORY_WORD: r"\w", kinds.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


@dataclass(slots=True)
class Part:
    """A part of a pattern: where it can begin (and with what), where it can end, and whether it can be nothing.

    Of what ends in a possessive repeat, the characters that cannot follow are kept with the end; `skip` holds them for a
    part that can be nothing, and is None for one that cannot.
    """

    first: list[tuple[int, int]] = field(default_factory=list)
    last: list[tuple[int, int]] = field(default_factory=list)
    skip: int | None = 0


@dataclass(slots=True)
class Automaton:
    """Places with the characters that stand there (as bits), and the ways between them with what each lets through."""

    pattern: str
    flags: int = 0
    letters: str = ""
    masks: list[int] = field(default_factory=list)
    ways: list[tuple[int, int, int]] = field(default_factory=list)

    @classmethod
    def of(cls, pattern: str | bytes, flags: int = 0) -> "Automaton":
        """Build the automaton of a pattern."""
        text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
        parsed = parser.parse(text, flags & ~re.UNICODE if isinstance(pattern, bytes) else flags)
        one = cls(text, parsed.state.flags, "".join(dict.fromkeys(SAMPLE + text + text.swapcase())))
        one.sequence(parsed)
        return one

    def sequence(self, items: Iterable[tuple[Any, Any]]) -> Part:
        """Add parts that follow each other."""
        whole = Part()
        for kind, value in items:
            whole = self.then(whole, self.item(kind, value))
        return whole

    def then(self, before: Part, after: Part) -> Part:
        """Put one part behind another."""
        self.join(before.last, after.first)
        first, last = list(before.first), list(after.last)
        if before.skip is not None:
            first += [(place, letters & ~before.skip) for place, letters in after.first]
        if after.skip is not None:
            last += [(place, blocked | after.skip) for place, blocked in before.last]
        skip = None if before.skip is None or after.skip is None else before.skip | after.skip
        return Part(first, last, skip)

    def join(self, ends: Sequence[tuple[int, int]], beginnings: Sequence[tuple[int, int]]) -> None:
        """Lead every end to every beginning."""
        self.ways += [(end, place, letters & ~no) for end, no in ends for place, letters in beginnings if letters & ~no]

    def item(self, kind: Any, value: Any) -> Part:  # noqa: ANN401 - the parser's own trees
        """Add one part of the parser's tree."""
        if kind in (kinds.LITERAL, kinds.NOT_LITERAL, kinds.IN, kinds.ANY):
            return self.place(self.mask(kind, value))
        if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT):
            return self.repeat(*value, possessive=kind is kinds.POSSESSIVE_REPEAT)
        if kind is kinds.BRANCH:
            return self.either([self.sequence(one) for one in value[1]])
        if kind in (kinds.SUBPATTERN, kinds.ATOMIC_GROUP):
            return self.sequence(value[-1] if kind is kinds.SUBPATTERN else value)
        if kind in (kinds.ASSERT, kinds.ASSERT_NOT):  # beside the text: a pattern of its own, which leads nowhere
            self.sequence(value[1])
            return Part()
        if kind is kinds.AT:
            return Part()
        raise NotImplementedError(f"{kind} in {self.pattern}")

    def either(self, parts: Sequence[Part]) -> Part:
        """Return parts of which one is taken."""
        skips = [part.skip for part in parts if part.skip is not None]
        first = [one for part in parts for one in part.first]
        last = [one for part in parts for one in part.last]
        return Part(first, last, min(skips) if skips else None)

    def repeat(self, least: int, most: int, body: Any, *, possessive: bool) -> Part:  # noqa: ANN401
        """Add a repeat: as many as there must be, and then as many as there may be."""
        whole = Part()
        for _ in range(least):
            whole = self.then(whole, self.sequence(body))
        if most > MANY:
            more = self.sequence(body)
            self.join(more.last, more.first)
            blocked = 0
            if possessive and {place for place, _ in more.first} == {place for place, _ in more.last}:
                for _, letters in more.first:
                    blocked |= letters
            return self.then(whole, Part(more.first, [(place, no | blocked) for place, no in more.last], blocked))
        rest = Part()
        for _ in range(most - least):
            once = self.then(self.sequence(body), rest)
            rest = Part(once.first, once.last, 0)
        return self.then(whole, rest)

    def place(self, mask: int) -> Part:
        """Add a place where one of these characters stands."""
        self.masks.append(mask)
        return Part([(len(self.masks) - 1, mask)], [(len(self.masks) - 1, 0)], None)

    def mask(self, kind: Any, value: Any) -> int:  # noqa: ANN401
        """Return which characters of the sample stand where this was written, as bits."""
        single = re.compile(written(kind, value), self.flags & (re.IGNORECASE | re.DOTALL | re.ASCII))
        return sum(1 << at for at, letter in enumerate(self.letters) if single.fullmatch(letter))


def written(kind: Any, value: Any) -> str:  # noqa: ANN401
    """Return one place of a pattern as it is written in a pattern."""
    if kind is kinds.ANY:
        return "."
    if kind is kinds.LITERAL:
        return re.escape(chr(value))
    if kind is kinds.NOT_LITERAL:
        return f"[^{re.escape(chr(value))}]"
    inside = ""
    for what, given in value:
        if what is kinds.NEGATE:
            inside += "^"
        elif what is kinds.LITERAL:
            inside += re.escape(chr(given))
        elif what is kinds.RANGE:
            inside += f"{re.escape(chr(given[0]))}-{re.escape(chr(given[1]))}"
        else:
            inside += CATEGORIES[given]
    return f"[{inside}]"
