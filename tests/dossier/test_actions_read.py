"""Who does what by when, read from one sentence."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.dossier.actions import read_action
from domain.forms.responses import ActionOwner

TODAY = date(2026, 11, 23)
MARIEKE, NOOR = ActionOwner(UUID(int=1), "Marieke de Wit"), ActionOwner(UUID(int=2), "Noor Bos")
BRAM, OTHER_BRAM = ActionOwner(UUID(int=3), "Bram Smit"), ActionOwner(UUID(int=4), "Bram Kok")
TEAM = (MARIEKE, NOOR, BRAM, OTHER_BRAM)

OWNED = {
    "Marieke: zaal regelen voor 12 januari": (MARIEKE, "zaal regelen"),
    "@marieke zaal regelen": (MARIEKE, "zaal regelen"),
    "Marieke de Wit: zaal regelen": (MARIEKE, "zaal regelen"),
    "zaal regelen door Marieke": (MARIEKE, "zaal regelen"),
    "zaal regelen door marieke de wit voor vrijdag": (MARIEKE, "zaal regelen"),
    "zaal regelen door Marieke.": (MARIEKE, "zaal regelen"),
    "Bram Kok: zaal regelen": (OTHER_BRAM, "zaal regelen"),
    "ik: zaal regelen": (None, "zaal regelen"),
    "Ik: zaal regelen morgen": (None, "zaal regelen"),
    "Bram: zaal regelen": (None, "Bram: zaal regelen"),
    "vraag: hoe laat begint het": (None, "vraag: hoe laat begint het"),
    "bellen over de deur door de gang": (None, "bellen over de deur door de gang"),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), OWNED.items())
def test_who_does_it(typed: str, meant: tuple[ActionOwner | None, str]) -> None:
    action = read_action(typed, TEAM, TODAY)
    assert (action.owner, action.text, action.perhaps) == (*meant, None)


def test_a_name_in_front_can_be_who_does_it_or_who_is_called() -> None:
    action = read_action("Marieke bellen voor 12 januari", TEAM, TODAY)
    assert (action.text, action.owner, action.perhaps, action.due.day) == ("Marieke bellen", None, MARIEKE, date(2027, 1, 12))


@pytest.mark.parametrize("typed", ["Bram bellen", "Marieke", "Mariekes auto wassen", "bel Marieke"])
def test_otherwise_it_is_who_types(typed: str) -> None:
    action = read_action(typed, TEAM, TODAY)
    assert (action.text, action.owner, action.perhaps) == (typed, None, None)


@given(st.text(max_size=200))
def test_any_sentence_is_an_action(sentence: str) -> None:
    action = read_action(sentence, TEAM, TODAY)
    assert len(action.text) <= len(sentence)
