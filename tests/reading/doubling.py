"""Whether reading a pattern can go back and forth: one text, read in ways whose number grows with its length."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from tests.reading.automata import Automaton

Ways = dict[int, list[tuple[int, int, int]]]  # place to (next place, characters, number of the way)


def doubles(pattern: str | bytes, flags: int = 0) -> str:
    """Return why a pattern can go back and forth; empty when it cannot."""
    automaton = Automaton.of(pattern, flags)
    ways: Ways = defaultdict(list)
    for number, (here, there, letters) in enumerate(automaton.ways):
        ways[here].append((there, letters, number))
    rounds = list(circles(ways))
    for circle in rounds:
        if two_ways_round(ways, circle):
            return "a repeat within a repeat reads one text in two ways"
    for first in rounds:
        for second in rounds:
            if first is not second and two_repeats(ways, first, second):
                return "two endless repeats read the same text"
    return ""


def circles(ways: Ways) -> Iterator[frozenset[int]]:
    """Yield the places of every endless repeat: those that can all be reached from each other."""
    reached = {here: frozenset(beyond(ways, here)) for here in ways}
    told: set[int] = set()
    for here, places in reached.items():
        if here in places and here not in told:
            circle = frozenset(one for one in places if here in reached.get(one, ()))
            told |= circle
            yield circle


def beyond(ways: Ways, here: int) -> Collection[int]:
    """Return every place that can be reached from here."""
    seen: set[int] = set()
    todo = [here]
    while todo:
        for there, _, _ in ways.get(todo.pop(), ()):
            if there not in seen:
                seen.add(there)
                todo.append(there)
    return seen


def two_ways_round(ways: Ways, circle: frozenset[int]) -> bool:
    """Say whether one text leads from a place in a repeat back to itself in two ways."""
    for start in circle:
        seen = {(start, start, False)}
        todo = list(seen)
        while todo:
            one, other, apart = todo.pop()
            for (a, x, way), (b, y, other_way) in pairs(ways, circle, one, other):
                now = (a, b, apart or way != other_way)
                if x & y and now not in seen:
                    if now == (start, start, True):
                        return True
                    seen.add(now)
                    todo.append(now)
    return False


def pairs(
    ways: Ways, circle: frozenset[int], one: int, other: int
) -> Iterable[tuple[tuple[int, int, int], tuple[int, int, int]]]:
    """Return every pair of steps within a repeat."""
    mine = [way for way in ways[one] if way[0] in circle]
    return ((a, b) for a in mine for b in ways[other] if b[0] in circle)


def two_repeats(ways: Ways, first: frozenset[int], second: frozenset[int]) -> bool:
    """Say whether one text goes round in the first repeat, round in the second, and from the first to the second."""
    if not second & set(beyond(ways, next(iter(first)))):
        return False
    return any(meet(ways, first, second, start, end) for start in first for end in second)


def meet(ways: Ways, first: frozenset[int], second: frozenset[int], start: int, end: int) -> bool:
    """Say the same of a place in the first and a place in the second."""
    begin, goal = (start, start, end), (start, end, end)
    seen, todo = {begin}, [begin]
    while todo:
        one, between, other = todo.pop()
        for a, x, _ in ways[one]:
            if a not in first:
                continue
            for c, z, _ in ways[other]:
                if c not in second or not x & z:
                    continue
                for b, y, _ in ways[between]:
                    now = (a, b, c)
                    if x & y & z and now not in seen:
                        if now == goal:
                            return True
                        seen.add(now)
                        todo.append(now)
    return False
