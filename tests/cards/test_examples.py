"""Every example of every card, before all judges."""

import pytest

from cards.rendering import render
from tests.cards.examples import EXAMPLES
from tests.cards.judges import judge
from tests.cards.nodes import actions, inputs
from tests.cards.renderer import Renderer
from tests.cards.words import visible
from tests.language import faults, hard_to_read

every_example = pytest.mark.parametrize("name", EXAMPLES)


@every_example
def test_passes_the_judges(name: str) -> None:
    assert judge(render(EXAMPLES[name])) == []


@every_example
def test_is_shown_whole_by_microsofts_renderer(name: str, renderer: Renderer) -> None:
    card = render(EXAMPLES[name])

    seen = renderer.look(card)

    assert seen.faults == ()
    assert titles(card) == list(in_order_of(card, seen.buttons))
    assert list(seen.inputs) == [node["id"] for node in inputs(card)]


def titles(card: dict[str, object]) -> list[str]:
    """Return the titles of all buttons of a card, those that open an address included."""
    return [node["title"] for node in actions(card) if "title" in node]


def in_order_of(card: dict[str, object], shown: tuple[str, ...]) -> list[str]:
    """Return the titles that were shown in the order of the card; the renderer puts the bottom ones last."""
    assert sorted(titles(card)) == sorted(shown)
    return titles(card)


@every_example
def test_reads_the_same_as_plain_text(name: str) -> None:
    plain = EXAMPLES[name].plain()

    missing = [text for text in visible(render(EXAMPLES[name])) if text.strip(" :()") not in plain]

    assert missing == []
    assert plain.strip()


@every_example
def test_speaks_plain_dutch(name: str) -> None:
    plain = EXAMPLES[name].plain()

    assert [*faults(plain), *hard_to_read(plain)] == []


@every_example
def test_keeps_no_template_marks(name: str) -> None:
    card, plain = render(EXAMPLES[name]), EXAMPLES[name].plain()

    assert not [mark for mark in ("{{", "{%", "{#", "None") if mark in str(list(visible(card))) + plain]


def test_only_the_privacy_page_is_a_link(renderer: Renderer) -> None:
    marks = {name: renderer.look(render(card)).marks for name, card in EXAMPLES.items()}

    assert {name for name, made in marks.items() if made} == {"welcome-1", "welcome-2"}
    assert all("https://voorbeeld.example/privacy" in mark for made in marks.values() for mark in made)
