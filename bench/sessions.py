"""How long groups and papers of a session take: `python -m bench.sessions` writes docs/benchmark-sessions.md."""

import datetime
import os
import platform
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from statistics import median

from bench.marks import DOCS, put_between
from cards.papers.run_sheet import make_run_sheet
from cards.papers.session import GroupLine, MemberLine, SessionPaper
from cards.papers.slides import make_slides
from domain.intake.sections.company import CompanyPart
from domain.sessions.grouping.making import make_groups
from domain.sessions.grouping.people import Grouping, Guest, SeatingWishes
from domain.sessions.visitors import Issue

PAGE = DOCS / "benchmark-sessions.md"
BEGIN, END = "<!-- measured: begin (written by python -m bench.sessions) -->", "<!-- measured: end -->"
SIZES = (24, 60, 100, 200)
GROUP = 6
TIMES = 5
PAIRS = 10
clock = time.process_time  # other things may run on this machine


def main() -> int:
    """Measure and write the page."""
    lines = [machine(os.getloadavg()[0]), "", *group_rows(), "", *paper_rows()]
    put_between(PAGE, BEGIN, END, lines)
    print(f"Geschreven: {PAGE}")
    return 0


def machine(busy: float) -> str:
    """Say where and how it was measured."""
    return (
        f"Measured on {datetime.datetime.now(datetime.UTC):%Y-%m-%d %H:%M} UTC with `python -m bench.sessions`: "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, load average "
        f"{busy:.2f} at the start. Seconds of one processor: the median of {TIMES} rooms, and the slowest."
    )


def room(people: int, each: int, seed: int) -> list[Guest]:
    """Return invented people; of each company at most `each` come. Issues and parts are drawn."""
    chance = random.Random(seed)  # noqa: S311 - invented people
    issues, parts = [*(one.value for one in Issue), ""], list(CompanyPart)
    found: list[Guest] = []
    while len(found) < people:
        issue, part, company = chance.choice(issues), chance.choice(parts), f"c{len(found)}"
        some = min(chance.randint(1, each), people - len(found))
        found += [Guest(f"p{len(found) + at:03}", company, issue, part) for at in range(some)]
    return found


def again(people: Sequence[Guest], made: Grouping, seed: int) -> list[Guest]:
    """Return the same people at the next session: nine of ten come back, the others are new."""
    chance = random.Random(seed)  # noqa: S311 - invented people
    labels = {member: group.label for group in made.groups for member in group.members}
    return [
        Guest(guest.id, guest.company, guest.issue, guest.part, labels[guest.id] if chance.random() < 0.9 else "")
        for guest in people
    ]


def wishes_among(people: Sequence[Guest], seed: int) -> SeatingWishes:
    """Return wishes that can be kept: pairs of which half belong together, and half apart."""
    chosen = random.Random(seed).sample([guest.id for guest in people], 2 * PAIRS)  # noqa: S311 - invented people
    pairs = [(chosen[at], chosen[at + 1]) for at in range(0, 2 * PAIRS, 2)]
    return SeatingWishes(tuple(pairs[: PAIRS // 2]), tuple(pairs[PAIRS // 2 :]))


def group_rows() -> Iterator[str]:
    """Yield a table with a row per number of people."""
    yield f"| people | groups | one of each company | up to four of a company | with {PAIRS} wishes | with last time's groups |"
    yield "|---|---|---|---|---|---|"
    for size in SIZES:
        alone, crowds = ([room(size, each, seed) for seed in range(TIMES)] for each in (1, 4))
        made = [make_groups(people, GROUP) for people in crowds]
        wished = [(people, wishes_among(people, seed)) for seed, people in enumerate(crowds)]
        back = [(again(people, one, seed), one) for seed, (people, one) in enumerate(zip(crowds, made, strict=True))]
        yield (
            f"| {size} | {len(made[0].groups)} | {took([partial(make_groups, some, GROUP) for some in alone])} | "
            f"{took([partial(make_groups, some, GROUP) for some in crowds])} | "
            f"{took([partial(make_groups, some, GROUP, wish) for some, wish in wished])} | "
            f"{took([partial(make_groups, some, GROUP, earlier=one.groups) for some, one in back])} |"
        )


def paper_rows() -> Iterator[str]:
    """Yield how long the papers of the largest session take."""
    groups = tuple(
        GroupLine(
            label=f"G{number}", issue="Te weinig stroom", members=tuple(MemberLine(name=f"Persoon {at}") for at in range(GROUP))
        )
        for number in range(max(SIZES) // GROUP)
    )
    companies = tuple(f"Bedrijf {number}" for number in range(60))
    paper = SessionPaper.example_paper().model_copy(update={"groups": groups, "companies": companies})
    yield f"| papers of {max(SIZES)} people and {len(companies)} companies | seconds |"
    yield "|---|---|"
    yield f"| run sheet | {took([partial(make_run_sheet, paper)] * TIMES)} |"
    yield f"| slides | {took([partial(make_slides, paper)] * TIMES)} |"


def took(ways: Sequence[Callable[[], object]]) -> str:
    """Return the median and the most seconds."""
    seconds = []
    for way in ways:
        start = clock()
        way()
        seconds.append(clock() - start)
    return f"{median(seconds):.2f} ({max(seconds):.2f})"


if __name__ == "__main__":
    sys.exit(main())
