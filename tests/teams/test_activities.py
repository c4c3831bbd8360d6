"""What goes out fits: long texts become several messages, a card that is too large becomes its own words."""

import json

from hypothesis import given
from hypothesis import strategies as st

from bot.teams.activities import LARGEST, LONGEST_PART, encoded, fitting, message, size, split

PLACE = {"serviceUrl": "https://smba.trafficmanager.net/", "conversation": {"id": "a:1"}}


def test_what_fits_goes_as_it_is() -> None:
    activity = {**message("hallo"), "attachments": [{"content": {"a": 1}}], "summary": "kort"}
    assert fitting(activity) == [activity]
    (raw,) = encoded(activity, PLACE)
    assert json.loads(raw).items() >= activity.items()


@given(st.text(min_size=1, max_size=200), st.integers(1, 40))
def test_a_split_text_loses_only_white_space(text: str, longest: int) -> None:
    parts = split(text, longest)
    assert all(0 < len(part) <= longest for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_text_is_broken_at_a_line_or_a_word() -> None:
    assert split("een twee\ndrie vier", 12) == ["een twee", "drie vier"]
    assert split("een twee drie", 10) == ["een twee", "drie"]
    assert split("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]


def test_a_long_text_goes_in_parts_that_teams_takes() -> None:
    text = "é" * (LONGEST_PART * 6)
    parts = fitting(message(text))
    assert len(parts) == 6
    assert all(size(part) < LARGEST for part in parts)
    assert "".join(str(part["text"]) for part in parts) == text


def test_a_card_that_is_too_large_goes_as_its_words() -> None:
    card = {"type": "AdaptiveCard", "fallbackText": "Uw antwoorden: 12 auto's", "body": ["x" * 100_000]}
    (part,) = fitting({"type": "message", "summary": "Samenvatting", "attachments": [{"content": card}]})
    assert part == {"type": "message", "text": "Samenvatting\n\nUw antwoorden: 12 auto's"}


def test_something_large_without_words_is_not_silence() -> None:
    (part,) = fitting({"type": "message", "channelData": "x" * 100_000})
    assert part == {"type": "message", "text": "Dit bericht is te lang voor Teams."}


def test_half_characters_do_not_stop_a_message() -> None:
    (raw,) = encoded(message("a\ud800b"), PLACE)
    assert json.loads(raw)["text"] == "a?b"
