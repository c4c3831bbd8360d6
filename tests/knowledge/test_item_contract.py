"""What every item that comes with the program promises: its facts, its tap, its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.commands import command_for
from dialogs.knowledge.facts import OWN_FACTS
from dialogs.knowledge.taps import TAPS
from dialogs.turn.command import Users
from domain.knowledge.items import Item
from domain.knowledge.standard import STANDARD_ITEMS
from tests.language import faults, hard_to_read

EVERY = pytest.mark.parametrize("one", STANDARD_ITEMS.values(), ids=STANDARD_ITEMS.keys())
EXAMPLES = {name: fact.example for name, fact in OWN_FACTS.items()}


@EVERY
def test_an_item_names_facts_that_exist(one: Item) -> None:
    assert one.own_facts <= OWN_FACTS.keys()


@EVERY
def test_an_item_reads_well_whatever_is_known_of_whoever_asks(one: Item) -> None:
    names = sorted(one.own_facts)
    for unknown in ({*()}, {*names}, *({name} for name in names), *({*names} - {name} for name in names)):
        lines = one.lines_with({name: example for name, example in EXAMPLES.items() if name not in unknown})
        text = "\n".join(lines)
        assert len(lines) >= 1
        assert "{" not in text
        assert faults(text, zones=True) == []
        assert hard_to_read(text) == []


@given(st.sampled_from(list(STANDARD_ITEMS.values())), st.frozensets(st.sampled_from(sorted(OWN_FACTS))))
def test_a_line_of_which_a_fact_is_not_known_is_left_out(one: Item, known: frozenset[str]) -> None:
    lines = one.lines_with({name: EXAMPLES[name] for name in known})
    whole = [line for line in one.text.splitlines() if all(f"{{{name}}}" not in line for name in OWN_FACTS.keys() - known)]
    assert len(lines) == len(whole)


@EVERY
def test_the_tap_of_an_item_is_there(one: Item) -> None:
    assert one.tap == "" or one.tap in TAPS


@pytest.mark.parametrize("tap", TAPS)
def test_a_tap_is_a_command_of_companies_that_needs_no_more_words(tap: str) -> None:
    called = command_for(Users.COMPANY, tap)
    assert called is not None
    assert called.argument == ""
    assert faults(TAPS[tap]) == []
