"""Every format: its sums, its words, and what must be in it."""

import pytest

from domain.sessions.blocks import BlockKind, Format
from domain.sessions.formats import BRINGS, BY_KEY, FORMATS, split_format
from domain.sessions.preparing import MISSING
from tests.language import faults

every_format = pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.key)


@pytest.mark.parametrize(
    ("key", "minutes"),
    [("start", 115), ("start_short", 60), ("work_1", 60), ("brainstorm", 25), ("work_2", 60), ("work_3", 65), ("talk", 30)],
)
def test_the_blocks_add_up_to_what_the_source_has(key: str, minutes: int) -> None:
    assert BY_KEY[key].minutes == minutes


@every_format
def test_a_format_is_complete(kind: Format) -> None:
    keys = [block.key for block in kind.blocks]
    assert len(set(keys)) == len(keys)
    assert all(
        block.minutes > 0 and block.title and block.goal and block.form and (block.leads or block.kind is BlockKind.BREAK)
        for block in kind.blocks
    )
    assert all(sum(minutes for minutes, _ in block.steps) in (0, block.minutes) for block in kind.blocks)
    assert kind.version
    assert kind.source


@every_format
def test_what_a_format_needs_is_brought_by_another_or_asked_for(kind: Format) -> None:
    brought = {fact for facts in BRINGS.values() for fact in facts} | {"homework"}
    assert set(kind.needs) <= brought
    assert set(kind.needs) <= set(MISSING)


@every_format
def test_every_way_to_fit_makes_it_as_long_as_its_title(kind: Format) -> None:
    for fit in kind.fits:
        saved = sum(block.minutes for block in kind.blocks if block.key in fit.drop) + sum(less for _, less in fit.shorten)
        assert saved == kind.too_long_by, fit.key
    assert bool(kind.fits) is (kind.too_long_by != 0)


@every_format
def test_a_format_speaks_plain_dutch(kind: Format) -> None:
    sentences = [sentence for block in kind.blocks for sentence in (*block.say, block.form)]
    sentences += [line.text + "." for line in kind.prepare] + [step for block in kind.blocks for _, step in block.steps]
    assert faults("\n".join(sentences)) == []


def test_a_break_and_feedback_only_go_with_a_reason() -> None:
    must = {block.kind for kind in FORMATS for block in kind.blocks if block.must}
    assert must == {BlockKind.BREAK, BlockKind.FEEDBACK}


@pytest.mark.parametrize(
    ("text", "terrain", "key"),
    [
        ("hessenpoort startsessie", "hessenpoort", "start"),
        ("De Mars Zutphen werksessie 2", "De Mars Zutphen", "work_2"),
        ("Hessenpoort III korte startsessie", "Hessenpoort III", "start_short"),
        ("werksessie 3", "", "work_3"),
        ("hessenpoort", "hessenpoort", None),
        ("  Hessenpoort   Individueel Gesprek ", "Hessenpoort", "talk"),
        ("", "", None),
    ],
)
def test_the_format_is_read_from_the_end(text: str, terrain: str, key: str | None) -> None:
    found_terrain, kind = split_format(text)
    assert (found_terrain, kind.key if kind else None) == (terrain, key)
