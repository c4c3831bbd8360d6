"""All that one run measured."""

from collections.abc import Mapping
from dataclasses import dataclass

from bench.rounds import Seen, Sitting


@dataclass(frozen=True, slots=True)
class Figures:
    """`written` are the bytes of PostgreSQL's log for a turn, by contestant; `compared` are turns, answers and replies;
    `memory` pairs turns with bytes; `tokens` are sends, lifetimes and requests; `profile` tells how often each stage was seen.
    """

    sitting: Sitting
    rounds: int
    busy: float
    written: Mapping[str, float]
    compared: tuple[int, int, int]
    memory: list[tuple[int, int]]
    tokens: tuple[int, int, int]
    profile: Mapping[str, int]

    def of(self, name: str) -> list[Seen]:
        """Return what was seen of the contestant with this name, its version aside."""
        return next(seen for known, seen in self.sitting.seen.items() if known == name or known.startswith(f"{name} "))


def p50s(seen: list[Seen]) -> list[float]:
    """Return the medians of one at a time, lap by lap, in seconds."""
    return [lap.p50 for one in seen for lap in one.alone]


def per_answers(seen: list[Seen]) -> list[float]:
    """Return the medians of one at a time for one answer, lap by lap, in seconds."""
    return [lap.per_answer for one in seen for lap in one.alone]


def rates(seen: list[Seen]) -> list[float]:
    """Return the turns per second of many at once, round by round."""
    return [one.together.per_second for one in seen]


def costs(seen: list[Seen]) -> list[float]:
    """Return the processor seconds per turn of bots and database, many at once, round by round."""
    return [one.seconds_per_turn for one in seen]
