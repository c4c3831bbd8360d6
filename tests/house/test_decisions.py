"""Every contradiction in the sources has one decision, and what the page points at is there."""

import re
from pathlib import Path

HOUSE = Path(__file__).parents[2]
PAGE = (HOUSE / "docs/decisions/0003-sources.md").read_text(encoding="utf-8")
ROWS = [line.strip("|").split("|") for line in PAGE.splitlines() if re.match(r"\| C\d+ \|", line)]


def test_each_of_the_24_has_one_line() -> None:
    assert [row[0].strip() for row in ROWS] == [f"C{number}" for number in range(1, 25)]
    assert all(len(row) == 3 and row[1].strip() and row[2].strip() for row in ROWS)


def test_what_follows_a_decision_exists() -> None:
    named = {path for row in ROWS for path in re.findall(r"`([a-z_]+/[a-z_/]+(?:\.py)?)`", row[2])}
    assert len(named) > 10
    assert [path for path in sorted(named) if not (HOUSE / path).exists()] == []
