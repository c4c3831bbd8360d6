"""What was asked of the figures, and whether it is met."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import quantiles

from bench.contestants import AGENTS, AGENTS_INTAKE, AGENTS_TWICE, CARD, HEARD, TWO, TYPED
from bench.figures import Figures, costs, p50s, per_answers, rates
from bench.rounds import ratio, ratios

MOST_WRITTEN = 2500
MEGABYTE = 1_000_000
FLAT = 1.1  # own assumption: what memory may grow over the second half of the turns, when caches are full, and still be flat


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing that was asked, with what was measured."""

    name: str
    asked: str
    measured: str
    met: bool

    @property
    def verdict(self) -> str:
        """The bar in one word or two."""
        return "met" if self.met else "not met"


def bars(figures: Figures) -> Iterator[Bar]:
    """Yield every bar."""
    typed, card, two, peer = map(figures.of, (TYPED, CARD, TWO, AGENTS_INTAKE))
    yield p50_bar(f"typed answer: p50, one at a time, to the {AGENTS_INTAKE}", 0.65, ratios(p50s(typed), p50s(peer)))
    rate = ratio(rates(typed), rates(peer))
    yield Bar(f"typed answer: turns/s, 16 at once, to the {AGENTS_INTAKE}", "at least 2.5", f"{rate:.2f}", rate >= 2.5)
    answers = ratios(per_answers(card), per_answers(peer))
    yield p50_bar(f"filled-in card: p50 for each answer on it, one at a time, to the {AGENTS_INTAKE}", 0.3, answers)
    heard = ratios(p50s(figures.of(HEARD)), p50s(typed))
    yield p50_bar("sentence that tells and asks: p50, one at a time, to a typed answer", 1.3, heard)
    written = figures.written[TYPED]
    yield Bar(
        "typed answer: bytes in PostgreSQL's log, between checkpoints",
        f"at most {MOST_WRITTEN}",
        f"{written:.0f}",
        written <= MOST_WRITTEN,
    )
    bar = at_most(
        "processor time per turn, 16 people for each of two processes to 16 for one", 1.15, ratio(costs(two), costs(typed))
    )
    echo = ratio(costs(figures.of(AGENTS_TWICE)), costs(figures.of(AGENTS)))
    yield replace(bar, measured=f"{bar.measured} ({echo:.2f} for the Agents SDK's echo, which shares nothing)")
    turns, taken, replies = figures.compared  # a difference would have ended the run
    equal = f"{turns} turns, {taken} answers and {replies} replies are the same in the tables and on the screens"
    yield Bar("two processes, some turns delivered to both at once", "nothing lost or doubled", equal, met=True)
    yield memory_bar(figures.memory)
    sends, lifetimes, requests = figures.tokens
    asked = f"{requests} for {sends} sends in {lifetimes} lifetimes, sixteen senders at once"
    yield Bar("requests for a token", "one per lifetime", asked, requests <= lifetimes)


def at_most(name: str, most: float, found: float) -> Bar:
    """Return the bar of a ratio."""
    return Bar(name, f"at most {most}", f"{found:.2f}", found <= most)


def p50_bar(name: str, most: float, laps: list[float]) -> Bar:
    """Return the bar of a ratio that was measured in laps, with the half of them that lies around the median."""
    low, middle, high = quantiles(laps, n=4)
    return replace(at_most(name, most, middle), measured=f"{middle:.2f} (half of the laps from {low:.2f} to {high:.2f})")


def memory_bar(memory: list[tuple[int, int]]) -> Bar:
    """Return the bar of memory: the second half of the turns against the middle."""
    turns, last = memory[-1]
    _, middle = memory[(len(memory) - 1) // 2]
    sizes = ", ".join(f"{size / MEGABYTE:.1f}" for _, size in memory)
    return Bar(f"resident memory, looked at along {turns} turns", "flat", f"{sizes} MB", last <= FLAT * middle)
