"""Cards and templates belong together, and templates put nothing on a card unfiltered."""

import re
from pathlib import Path
from typing import get_args

import pytest
from jinja2 import nodes

from cards.colours import CHARGING, Colour
from cards.rendering import ENVIRONMENT, render
from cards.views.card import Button, Card
from cards.views.demand.company_outlook import Tone
from tests.cards.examples import CARDS, EXAMPLES
from tests.cards.nodes import kind, walk

TEMPLATES = Path("cards/templates")
NO_BUTTONS = {"consent/consent_overview", "door/way_in", "papers/paper_link"}  # cards that only show something
SAFE = {"tojson", "text", "heading", "fallback"}


def all_templates() -> list[str]:
    """Return the names of the template files, shared parts included."""
    found = Path(ENVIRONMENT_FOLDER).rglob("*.json.j2")
    return sorted(path.relative_to(ENVIRONMENT_FOLDER).as_posix().removesuffix(".json.j2") for path in found)


ENVIRONMENT_FOLDER = Path(__file__).parents[2] / TEMPLATES


def test_every_card_has_a_template_and_every_template_a_card() -> None:
    own = {name for name in all_templates() if not name.startswith("_")}

    assert own == {card.template() for card in CARDS}
    assert len(CARDS) == len(own)


@pytest.mark.parametrize("name", all_templates())
def test_every_value_goes_through_a_filter(name: str) -> None:
    source = (ENVIRONMENT_FOLDER / f"{name}.json.j2").read_text(encoding="utf-8")
    outputs = [part for output in ENVIRONMENT.parse(source).find_all(nodes.Output) for part in output.nodes]

    loose = [part for part in outputs if not is_safe(part)]

    assert loose == []


def is_safe(part: nodes.Expr) -> bool:
    """Say whether it is fixed text, a filtered value, or a call of one of our own shapes."""
    return isinstance(part, nodes.TemplateData | nodes.Call) or (isinstance(part, nodes.Filter) and part.name in SAFE)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.template())
def test_the_examples_fill_every_field(card: type[Card]) -> None:
    examples = [example for example in EXAMPLES.values() if type(example) is card]

    without = card.actions is not Card.actions or card.template() in NO_BUTTONS  # or it makes its buttons itself
    own = card.model_fields.keys() - ({"buttons"} if without else set())
    empty = {name for name in own if not any(getattr(example, name) for example in examples)}

    assert empty == set()


def test_the_examples_use_every_element_of_the_templates() -> None:
    written = {
        line.split('"type": "')[1].split('"')[0]
        for path in ENVIRONMENT_FOLDER.rglob("*.j2")
        for line in path.read_text(encoding="utf-8").splitlines()
        if '"type": "' in line
    }
    shown = {kind(node) for card in EXAMPLES.values() for _, node in walk(render(card))}

    assert written == shown - {"", "Action.ToggleVisibility"}  # cards/folding.py makes that one


def test_the_two_consent_buttons_are_equal() -> None:
    yes, no = EXAMPLES["welcome-1"].actions

    assert [yes.title, no.title] == ["Ja, dat mag", "Nee, liever niet"]
    assert isinstance(yes, Button)
    assert yes.primary == no.primary is False


# What may stand in red: what is late, and what is wrong.
LATE_OR_WRONG = {
    "card.message", "card.alarm", "line", "row.late", "item.text", "field.error",
}  # fmt: skip


def test_red_is_late_or_wrong_and_nothing_else() -> None:
    red = set()
    for path in ENVIRONMENT_FOLDER.rglob("*.j2"):
        source = path.read_text(encoding="utf-8")
        red |= set(re.findall(r"parts\.alarm\((.*?)\)", source))
        assert "ttention" not in source or path.name == "_parts.json.j2"
        for loop in re.findall(r"for line in (\S+) %}\s*,\{\{ parts\.alarm\(line\)", source):
            assert loop in {"card.late", "card.alarms", "entry.alarms"}

    assert red == LATE_OR_WRONG
    assert "attention" not in get_args(Tone)


def test_a_way_to_charge_has_one_colour_of_its_own() -> None:
    assert len({*Colour}) == len(Colour)
    for card in EXAMPLES.values():
        for bar in chart.bars if (chart := getattr(card, "chart", None)) else ():
            ways = {"meteen": Colour.AT_ONCE, "gespreid": Colour.SPREAD, "samen": Colour.TOGETHER}
            assert bar.colour is ways.get(bar.name.split()[-1].casefold(), bar.colour)
            assert bar.colour not in CHARGING or bar.name.split()[-1].casefold() in ways
