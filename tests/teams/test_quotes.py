"""A reply to a message is what was typed: the marker of the quoted message, or its words, are no part of it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.teams.bodies import read_activity
from bot.teams.inbound import read_arrival
from dialogs.turn.events import Pressed, Said
from tests.teams.activities import BOT, quotes, says

ID = "1764475200999"
MARKER = f'<quoted messageId="{ID}"/>'
OWN = {"type": "mention", "mentioned": BOT, "text": "<at>Laadmaat</at>"}
PIET = {"type": "mention", "mentioned": {"id": "29:piet", "name": "Piet"}, "text": "<at>Piet</at>"}
QUOTED = {"type": "quotedReply", "quotedReply": {"messageId": ID}}
BLOCK = (
    '<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1764475200999">'
    '<strong itemprop="mri">Laadmaat</strong>'
    '<span itemprop="time" itemid="1764475200999"></span><p itemprop="preview">Hoe heet uw bedrijf?</p></blockquote>'
)


def heard(told: dict[str, Any]) -> str:
    """Return the words of a message."""
    event = read_arrival(read_activity(json.dumps(told).encode())).event
    assert isinstance(event, Said)
    return event.text


@pytest.mark.parametrize("scope", ["personal", "groupChat", "channel"])
@pytest.mark.parametrize("words", ["Smit Koeriers", "ja", "help", "stop", "12", "notitie hessenpoort Gebeld", "1.250,5", "a < b"])
def test_a_reply_is_heard_as_what_was_typed(words: str, scope: str) -> None:
    place = {"id": "19:x", "conversationType": scope, "tenantId": None}
    assert heard(quotes(words, ID, conversation=place)) == words
    assert heard(quotes(words, ID, "1764475200124", conversation=place)) == words


@pytest.mark.parametrize(
    ("text", "entities", "words"),
    [
        (f"{MARKER} ja", [], "ja"), (f"{MARKER}ja", [], "ja"), (f"  {MARKER}\n{MARKER} ja", [], "ja"), (MARKER, [], ""),
        (f"<at>Laadmaat</at> {MARKER} ja", [OWN], "ja"), (f"{MARKER} <at>Laadmaat</at>&nbsp;ja", [OWN, QUOTED], "ja"),
        (f"{MARKER}<at>Laadmaat</at>{MARKER} ja", [OWN], "ja"), (f"{MARKER} bel <at>Piet</at>", [PIET], "bel Piet"),
        (f"dit {MARKER} en dat", [QUOTED], "dit en dat"), ("<QUOTED messageid='1'/> ja", [], "ja"),
        ('<quoted messageId="1"></quoted> ja', [], "ja"), ('<quoted messageId="1"> ja', [], "ja"),
    ],
)  # fmt: skip
def test_markers_go_wherever_teams_puts_them(text: str, entities: list[dict[str, Any]], words: str) -> None:
    assert heard(says(text, entities=entities)) == words


@pytest.mark.parametrize(
    "text",
    [
        "wat doet <quoted ...> eigenlijk?",
        "de code <quoted messageId= werkt niet", '<quoted messageId="1" ja',
        f"wij typen {MARKER} in het veld", "<quoted> is een raar woord",
        "<quotedBV/> is onze naam", '<quoted messageId=""/> leeg',
        "<blockquote>een citaat</blockquote> ja", "<blockquote itemtype='http://schema.skype.com/Reply'>nooit gesloten",
    ],
)  # fmt: skip
def test_a_text_that_merely_talks_about_it_is_left_alone(text: str) -> None:
    assert heard(says(text, entities=[])) == text


def test_what_was_typed_as_a_marker_is_no_marker() -> None:
    assert heard(says('&lt;quoted messageId="1"/&gt; ja')) == '<quoted messageId="1"/> ja'


@pytest.mark.parametrize(
    "told",
    [
        [{"type": "quotedReply"}], [{"type": "quotedReply", "quotedReply": "x"}], [{"type": "quotedReply", "quotedReply": [1]}],
        [{"type": "quotedReply", "quotedReply": {"messageId": 12}}], [{"type": "quotedReply", "quotedReply": {}}] * 5000,
    ],
)  # fmt: skip
def test_an_entity_of_any_shape_breaks_nothing(told: list[dict[str, Any]]) -> None:
    assert heard(says(f"{MARKER} ja", entities=told)) == "ja"
    assert heard(says("ja", entities=told)) == "ja"


def test_a_marker_never_joins_what_stands_around_it() -> None:
    joined = heard(says(f"<a{MARKER}t>Laadmaat</at> hoi <quo{MARKER}ted x", entities=[QUOTED, OWN]))
    assert "<at>" not in joined
    assert "<quoted" not in joined


def test_a_marker_makes_no_press_of_a_message_with_words() -> None:
    told = says(f"{MARKER} ja", value={"verb": "erase"})
    assert heard(told) == "ja"
    event = read_arrival(read_activity(json.dumps(says("", value={"verb": "help"})).encode())).event
    assert isinstance(event, Pressed)


@pytest.mark.parametrize("own", [[], [OWN]])
def test_the_older_form_quotes_in_html_and_in_the_text(own: list[dict[str, Any]]) -> None:
    mention = '<span itemtype="http://schema.skype.com/Mention" itemid="0">Laadmaat</span>&nbsp;' if own else ""
    html = f"{BLOCK}<p>{mention}Smit &amp; Zn</p>"
    text = "Laadmaat Hoe heet uw bedrijf? " + ("<at>Laadmaat</at> " if own else "") + "Smit &amp; Zn"
    told = says(text, entities=own, attachments=[{"contentType": "text/html", "content": html}])
    assert heard(told) == "Smit & Zn"
    assert heard(says(f"{BLOCK}\n<at>Laadmaat</at> ja", entities=[OWN])) == "ja"
    nested = BLOCK.replace("<p ", f"{BLOCK}<p ")
    assert heard(says(f"{nested} ja")) == "ja"


@pytest.mark.parametrize(
    "content",
    [BLOCK, f"{BLOCK}<p>verwijder mijn gegevens</p>", "<p>ja</p>", "<blockquote>Reply", None, 12, {"a": BLOCK}, "<" * 50_000],
)  # fmt: skip
def test_html_brings_no_words_in(content: object) -> None:
    assert heard(says("nee", attachments=[{"contentType": "text/html", "content": content}])) == "nee"


PIECES = st.lists(
    st.sampled_from([
        MARKER, "<quoted ", 'messageId="', '"/>', ">", "<", "</quoted>", BLOCK, "<blockquote", "</blockquote>", "ja", " ", "İ",
    ]),
    max_size=12,
)  # fmt: skip


@given(PIECES)
def test_no_marker_however_broken_upsets_the_edge_or_adds_a_word(pieces: list[str]) -> None:
    text = "".join(pieces)
    words = heard(says(text, entities=[QUOTED, OWN]))
    assert len(words) <= len(text)
    assert not words.startswith(MARKER)
    assert words.count("ja") <= text.count("ja")
