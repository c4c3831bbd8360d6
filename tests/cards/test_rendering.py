"""What rendering promises: a card always fits, buttons mean the same everywhere, a field keeps what was filled in."""

import json

import pytest
from pydantic import ValidationError

from cards.rendering import CONTENT_TYPE, MOST_BYTES, CardTooLarge, attachment, fit, render, size_of
from cards.verbs import Verb
from cards.views.card import Button, Choice, Fact, FactGroup
from cards.views.inbox.inbox import Inbox, InboxItem
from cards.views.intake.field import Field, InputKind
from cards.views.intake.form import PageForm
from cards.views.intake.welcome import Welcome
from cards.views.notice import NoticeCard
from cards.views.overview import Overview
from tests.cards.examples import EXAMPLES
from tests.cards.judges import judge
from tests.cards.nodes import Node, buttons, inputs
from tests.cards.words import visible


def form_of(*fields: Field) -> PageForm:
    """Return a form with these fields."""
    return PageForm(page="p|a", intake="6f1c", revision=3, title="Uw stroom", fields=fields)


def the_input(one: Field) -> Node:
    """Return the input that a field becomes."""
    card = render(form_of(one))
    assert judge(card) == []
    return inputs(card)[0]


def test_an_attachment_names_what_it_is() -> None:
    card = EXAMPLES["notice_card-1"]

    assert attachment(card) == {"contentType": CONTENT_TYPE, "content": render(card)}


def test_a_button_carries_the_same_with_and_without_action_execute() -> None:
    button = Button(title="Klopt", verb=Verb.CHOOSE, data={"token": "a1", "choice": "0"})

    (shown,) = buttons(render(NoticeCard(lines=("Klopt dit?",), buttons=(button,))))

    carried = {"verb": "choose", "data": {"token": "a1", "choice": "0"}}
    assert (shown["type"], shown["verb"], shown["data"]) == ("Action.Execute", "choose", carried)
    assert (shown["fallback"]["type"], shown["fallback"]["data"]) == ("Action.Submit", carried)


@pytest.mark.parametrize(
    ("titles", "stacked"),
    [
        (("Opslaan en verder", "Terug"), False),
        (("Ja, dat mag", "Nee, liever niet"), False),
        (("12 maart 2027", "3 december 2026", "Iets anders"), True),
        (("Hessenpoort (gemeente Zwolle)", "Hessenpoort III (gemeente Zwolle)"), True),
    ],
)
def test_buttons_stand_under_each_other_when_a_phone_would_cut_them(titles: tuple[str, ...], stacked: bool) -> None:
    card = render(NoticeCard(lines=("Kies.",), buttons=tuple(Button(title=title, verb=Verb.SAY) for title in titles)))

    assert ("actions" not in card) is stacked
    assert [button["title"] for button in buttons(card)] == list(titles)
    assert judge(card) == []


def test_a_notice_is_never_silent() -> None:
    with pytest.raises(ValidationError, match="a title or a line"):
        NoticeCard(lines=())


def test_going_back_leaves_the_fields_alone() -> None:
    rest, save, back = buttons(render(EXAMPLES["page_form-1"]))

    assert (rest["title"], save["title"], back["title"]) == ("De rest weet ik niet", "Opslaan en verder", "Terug")
    assert "associatedInputs" not in rest
    assert "associatedInputs" not in save
    assert back["associatedInputs"] == back["fallback"]["associatedInputs"] == "none"


def test_no_field_insists() -> None:
    assert not [node for card in EXAMPLES.values() for node in inputs(render(card)) if "isRequired" in node]


@pytest.mark.parametrize(("value", "shown"), [("12", 12), ("12.5", 12.5), ("12,5", 12.5), ("0", 0), ("-3", -3)])
def test_a_number_field_shows_the_number(value: str, shown: float) -> None:
    assert the_input(Field(name="a", label="Hoeveel?", kind=InputKind.NUMBER, value=value))["value"] == shown


@pytest.mark.parametrize("value", ["", "twaalf", "nan", "inf", "1e999"])
def test_a_number_field_stays_empty_without_a_number(value: str) -> None:
    assert "value" not in the_input(Field(name="a", label="Hoeveel?", kind=InputKind.NUMBER, value=value))


@pytest.mark.parametrize(
    ("minimum", "maximum", "said"),
    [
        (0, 5000, "Vul een getal in van 0 tot 5.000."),
        (1, None, "Vul een getal in vanaf 1."),
        (None, 0.5, "Vul een getal in tot en met 0,5."),
    ],
)
def test_bounds_are_said(minimum: float | None, maximum: float | None, said: str) -> None:
    shown = the_input(Field(name="a", label="Hoeveel?", kind=InputKind.NUMBER, minimum=minimum, maximum=maximum))

    assert (shown.get("min"), shown.get("max"), shown["errorMessage"]) == (minimum, maximum, said)


def test_a_whole_bound_stays_whole() -> None:
    shown = the_input(Field(name="a", label="Hoeveel?", kind=InputKind.NUMBER, minimum=0.0, maximum=5000.0))

    assert json.dumps([shown["min"], shown["max"]]) == "[0, 5000]"


def test_the_declared_sentence_is_used_when_there_is_one() -> None:
    one = Field(name="a", label="KvK?", kind=InputKind.TEXT, pattern="[0-9]{8}", wrong="Een KvK-nummer heeft 8 cijfers.")

    assert the_input(one)["errorMessage"] == "Een KvK-nummer heeft 8 cijfers."
    assert the_input(one)["regex"] == r"^\s*(?:[0-9]{8})\s*$"


def test_a_unit_stands_behind_the_question_unless_it_is_in_it() -> None:
    def label(question: str, unit: str) -> object:
        return the_input(Field(name="a", label=question, kind=InputKind.NUMBER, unit=unit))["label"]

    assert label("Wat is uw hoogste gebruik?", "kW") == "Wat is uw hoogste gebruik? (kW)"
    assert label("Wat is uw hoogste gebruik, in kW?", "kW") == "Wat is uw hoogste gebruik, in kW?"
    assert label("Hoeveel bussen heeft u?", "stuks") == "Hoeveel bussen heeft u?"


def test_few_choices_stand_open_and_many_in_a_list() -> None:
    def style(count: int, kind: InputKind) -> object:
        options = tuple(Choice(value=str(number), title=f"Keuze {number}") for number in range(count))
        return the_input(Field(name="a", label="Welke?", kind=kind, options=options))["style"]

    assert [style(count, InputKind.CHOICE) for count in (2, 3, 4)] == ["expanded", "expanded", "compact"]
    assert [style(count, InputKind.CHOICES) for count in (5, 6)] == ["expanded", "compact"]


def test_a_choice_that_is_no_longer_offered_is_not_chosen() -> None:
    options = (Choice(value="hvo", title="HVO"), Choice(value="lng", title="LNG"))
    one = Field(name="a", label="Welke?", kind=InputKind.CHOICES, options=options, value="steenkool,lng")

    assert the_input(one)["value"] == "lng"


def test_two_fields_never_share_an_id() -> None:
    one = Field(name="a", label="Hoeveel?", kind=InputKind.NUMBER)

    with pytest.raises(ValidationError, match="an id of its own"):
        form_of(one, one)
    with pytest.raises(ValidationError, match="an id of its own"):
        form_of(one.model_copy(update={"name": "data"}))


def test_there_is_never_a_seventh_button() -> None:
    button = Button(title="Ja", verb=Verb.SAY)

    with pytest.raises(ValidationError):
        NoticeCard(lines=("Ja?",), buttons=(button,) * 7)
    with pytest.raises(ValidationError, match="room for five"):
        Overview(title="Uw antwoorden", pick=(Choice(value="a", title="A"),), buttons=(button,) * 6)


def full_overview(longest: str) -> Overview:
    """Return more answers than the whole intake has, some of them as long as they can be."""
    facts = tuple(
        Fact(label=f"Hoeveel van de {n} rijden elektrisch in 2030", value="1.250 stuks", remark="schatting") for n in range(18)
    )
    groups = tuple(FactGroup(title=f"Uw voertuigen {n}", facts=facts) for n in range(4))
    stories = FactGroup(title="Uw ideeën", facts=tuple(Fact(label=f"Idee {n}", value=longest) for n in range(4)))
    pick = tuple(Choice(value=f"van.electric_{n}", title=f"Uw bestelwagens: Elektrisch in {n}") for n in range(76))
    return Overview(title="Uw antwoorden", groups=(*groups, stories), pick=pick)


@pytest.mark.parametrize("character", ["a", "é", "😀"])
def test_everything_somebody_can_answer_fits_on_one_card(character: str) -> None:
    card = render(full_overview(character * 1000))

    assert judge(card) == []
    assert "Idee 3: " in list(visible(card))


def test_only_long_texts_are_cut_and_only_where_needed() -> None:
    card = render(NoticeCard(title="Uw vraag", lines=("Wij kregen dit.", "a" * 40_000)))

    assert size_of(card) <= MOST_BYTES
    assert list(visible(card)) == ["Uw vraag", "Wij kregen dit.", "a" * 1000 + "…"]


def test_what_was_filled_in_is_never_cut() -> None:
    stories = [
        Field(name=f"a{n}", label="Vertel?", kind=InputKind.LONG_TEXT, value="é" * 2000, max_length=2000) for n in range(6)
    ]
    card = render(form_of(*stories))

    assert [node["value"] for node in inputs(card)] == ["é" * 2000] * 6


def test_a_card_that_cannot_fit_is_refused() -> None:
    facts = [{"type": "TextBlock", "text": "Een antwoord", "wrap": True}] * 1000

    with pytest.raises(CardTooLarge, match="bytes"):
        fit({"type": "AdaptiveCard", "version": "1.5", "fallbackText": "x", "body": facts})


def test_a_long_request_is_cut_in_the_inbox() -> None:
    item = InboxItem(number="1", kind="Vraag", who="Fatima", when="nu", text="a" * 10_000)

    assert size_of(render(Inbox(items=(item,) * 10))) < MOST_BYTES


@pytest.mark.parametrize("url", ["javascript:alert(1)", "voorbeeld.example/privacy", ""])
def test_only_a_web_address_becomes_a_link(url: str) -> None:
    card = Welcome(organisation="NAL-regio Oost", contact="", privacy_url=url, keep_years=2, question="Mag dat?")

    assert "Action.OpenUrl" not in json.dumps(render(card))
    assert judge(render(card)) == []


def test_the_sender_always_asks_on_behalf_of_the_provinces() -> None:
    said = {name: EXAMPLES[name].plain().count("namens de provincies") for name in ("welcome-1", "welcome-3")}

    assert said == {"welcome-1": 1, "welcome-3": 1}


def test_what_every_field_explains_is_said_once() -> None:
    said = list(visible(render(EXAMPLES["page_form-2"])))

    assert said.count("Tel de voertuigen die vanaf dit terrein rijden.") == 1
