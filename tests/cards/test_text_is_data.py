"""What people type stays text: it can be read as it was typed, and puts nothing on a card."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from cards.capabilities import TEAMS
from cards.rendering import render
from cards.views.access.person_choice import PersonChoice
from cards.views.access.team_link import TeamLink
from cards.views.card import Card, Choice
from cards.views.chart import Bar
from cards.views.consent.consent import ConsentForm, ConsentQuestion
from cards.views.demand.assumptions import Assumptions
from cards.views.demand.company_outlook import CompanyOutlook
from cards.views.door.way_in import WayIn
from cards.views.dossier.dossier_card import DossierCard
from cards.views.forms.form_card import FormCard
from cards.views.intake.field import Field, InputKind
from cards.views.intake.form import Answered, PageForm
from cards.views.intake.welcome import Welcome
from cards.views.overview import Overview
from cards.views.papers.paper import PaperLink
from cards.views.plan.plan_calendar import PlanCalendar
from cards.views.plan.plan_step import PlanStepCard
from cards.views.terrains.portfolio_filter import FilterList
from cards.views.terrains.terrain_choice import TerrainChoice
from tests.cards.examples import EXAMPLES
from tests.cards.judges import judge
from tests.cards.nodes import inputs, structure
from tests.cards.renderer import Renderer, folded
from tests.cards.words import visible

UNFOLDED = replace(TEAMS, toggles=False)  # what is behind Meer depends on how long a text is
Place = tuple[str | int, ...]

TYPED = {InputKind.TEXT, InputKind.LONG_TEXT}

# These are no text: ids, values that must be one of the options, patterns, addresses.
# What a client says when it refuses ("wrong") is text, but not on the card yet.
NOT_TEXT: dict[type[BaseModel], set[str]] = {
    Answered: {"page"},
    Assumptions: {"intake"},
    Choice: {"value"},
    CompanyOutlook: {"tone"},
    ConsentForm: {"intake"},
    ConsentQuestion: {"purpose", "chosen"},
    DossierCard: {"back", "end"},
    Field: {"name", "kind", "unit", "pattern"},
    PageForm: {"page", "intake", "unknown", "estimated", "then"},
    Bar: {"colour"},
    TeamLink: {"team"},
    PersonChoice: {"words"},
    TerrainChoice: {"command", "rest"},
    PaperLink: {"url"},
    WayIn: {"url", "picture"},
    FilterList: {"id", "chosen"},
    PlanCalendar: {"chosen"},
    PlanStepCard: {"ticked"},
    Welcome: {"privacy_url"},
}

# Choices that stand open go through markdown; these come from our own declarations, or lose its signs (tested below).
OPEN_CHOICES: dict[type[Card], tuple[str, ...]] = {
    PlanStepCard: ("items",),
}

HOSTILE = (
    "[klik](http://evil.example)",
    "**vet** en _schuin_ en `code`",
    "{{7*7}} ${7*7} {% raw %}",
    '"],"x":[{"type":"Image","url":"http://evil.example/x.png"}',
    "<script>alert(1)</script><b>vet</b><img src=x>",
    "<at>Iedereen</at> &lt;b&gt; &amp; &#42;",
    "{{DATE(2026-11-23T09:00:00Z, SHORT)}}",
    "1. een\n2. twee",
    "- streep",
    "# kop",
    "> aanhaling",
    "---",
    "\\*achter\\een\\streep\\",
    "😀👩‍👩‍👧‍👦 Ǝ ﷽ \u202eomgekeerd",
    "http://evil.example en ![x](http://evil.example/x.png)",
    "A & B * C_D_E ~~weg~~",
)


def find_places(part: object, place: Place = ()) -> Iterator[Place]:
    """Yield where text stands in a card, in a fixed order."""
    if isinstance(part, str):
        yield place
    elif isinstance(part, tuple):
        for number, one in enumerate(part):
            yield from find_places(one, (*place, number))
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            if name not in NOT_TEXT.get(type(part), set()) and not is_no_words(part, name):
                yield from find_places(getattr(part, name), (*place, name))


def is_no_words(part: BaseModel, name: str) -> bool:
    """Say whether this is what a number, a time or a choice is set to, what a button stands for, or not on the card."""
    if isinstance(part, Field):
        return (name == "value" and part.kind not in TYPED) or (name == "example" and bool(part.options))
    return name == "verb" or (name == "pick_label" and isinstance(part, Overview) and not part.pick)


def put(part: object, place: Place, text: str) -> object:
    """Return a part of a card with this text in that place."""
    if not place:
        return text
    step, *rest = place
    if isinstance(part, tuple):
        return tuple(put(one, tuple(rest), text) if number == step else one for number, one in enumerate(part))
    assert isinstance(part, BaseModel)
    assert isinstance(step, str)
    return part.model_copy(update={step: put(getattr(part, step), tuple(rest), text)})


def put_in_card(card: Card, place: Place, text: str) -> Card:
    """Return a card with this text in that place."""
    changed = put(card, place, text)
    assert isinstance(changed, Card)
    return changed


PLACES = [(name, place) for name, card in EXAMPLES.items() for place in find_places(card)]
texts = st.text(min_size=1, max_size=200).filter(str.strip) | st.sampled_from(HOSTILE)


def is_read(card: Card, text: str) -> bool:
    """Say whether the text can be read somewhere on the card as it was typed."""
    return any(without_joiners(text) in without_joiners(words) for words in visible(render(card, UNFOLDED)))


def without_joiners(text: str) -> str:
    """Return the text folded, without the invisible sign that stands in a date function."""
    return folded(text.replace("\u2060", ""))


@given(where=st.sampled_from(PLACES), text=texts)
def test_any_text_anywhere_stays_text(where: tuple[str, Place], text: str) -> None:
    name, place = where

    card = put_in_card(EXAMPLES[name], place, text)

    other = put_in_card(EXAMPLES[name], place, "x" * len(text))
    assert structure(render(card, UNFOLDED)) == structure(render(other, UNFOLDED))
    assert place[-1] == "wrong" or is_read(card, text)


@pytest.mark.parametrize("first", range(0, len(HOSTILE), 4))
@pytest.mark.parametrize("name", sorted({name for name, _ in PLACES}))
def test_hostile_text_is_read_as_it_was_typed(name: str, first: int, renderer: Renderer) -> None:
    card = EXAMPLES[name]
    typed = [place for place in find_places(card) if not is_declared(card, place)]
    given_texts = dict(zip(typed, cycle(HOSTILE[first:] + HOSTILE[:first]), strict=False))
    for place, text in given_texts.items():
        card = put_in_card(card, place, text)

    seen = renderer.look(render(card))

    filled_in = [str(node.get(key, "")) for node in inputs(render(card)) for key in ("value", "placeholder")]
    read = "\n".join(without_joiners(words) for words in (*seen.words, *filled_in))
    assert judge(render(card)) == []
    assert seen.faults == ()
    assert [mark for mark in seen.marks if "https://voorbeeld.example/privacy" not in mark] == []
    assert [place for place, text in given_texts.items() if place[-1] != "wrong" and without_joiners(text) not in read] == []


@given(
    name=st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=200) | st.sampled_from(HOSTILE),
    among=st.sampled_from([1, 6]),
)
def test_a_name_in_a_list_of_several_is_nothing_but_a_name(name: str, among: int, renderer: Renderer) -> None:
    listed = tuple(Choice(value=f"a{place}", title=name if place == 1 else f"Bedrijf {place}") for place in range(1, among + 1))
    field = Field(name="companies", label="Welke bedrijven?", kind=InputKind.CHOICES, options=listed)
    card = EXAMPLES["form_card-1"].model_copy(update={"fields": (field,)})

    seen = renderer.look(render(card))

    assert (seen.faults, seen.marks) == ((), ())
    assert judge(render(card)) == []


def is_declared(card: Card, place: Place) -> bool:
    """Say whether these words can only come from our own declarations: the choices that stand open on a form."""
    if isinstance(card, FormCard) and place[0] == "fields":
        return place[-1] == "title" and card.fields[int(place[1])].is_open
    open_choices = OPEN_CHOICES.get(type(card), ())
    return (isinstance(card, PageForm) or place[0] in open_choices) and place[-1] == "title" and place != ("title",)
