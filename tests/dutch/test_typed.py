"""What phones make of a text, made comparable."""

import pytest

from dialogs.dutch.typed import LONGEST, tidy, words


@pytest.mark.parametrize(
    ("typed", "tidied"),
    [
        ("  Half\u00a0Zeven.  ", "half zeven"),
        ("’s avonds", "'s avonds"),
        ("“klein”", "klein"),
        ("10 – 20", "10 - 20"),
        ("één à twee", "een a twee"),
        ("CAFÉ", "cafe"),
        ("e\u0301e\u0301n", "een"),
        ("１２", "12"),
        ("१२", "12"),
        ("2½", "2,5"),
        ("½", "0,5"),
        ("10²", "10²"),
        ("5️⃣", "5"),
        ("👍🏽", "👍"),
        ("a\u200bb", "a b"),
        ("so\u00adft", "soft"),
        ("3 × 63", "3 x 63"),
        ("12\u0000", "12"),
        ("?", "?"),
        ("-", "-"),
        ("...", ""),
        ("\ud800", ""),
        ("", ""),
    ],
)
def test_tidy(typed: str, tidied: str) -> None:
    assert tidy(typed) == tidied


def test_a_text_too_long_for_an_answer_is_none() -> None:
    assert tidy("x" * LONGEST) == "x" * LONGEST
    assert tidy("x" * (LONGEST + 1)) == ""
    assert tidy("12" + " " * 10_000) == "12"
    assert tidy("\ufdfa" * LONGEST) == "", "one character that stands for eighteen"


def test_words_leave_punctuation_out() -> None:
    assert words("ja, dat mag (graag)! 3x63a 's avonds") == "ja dat mag graag 3x63a s avonds"
