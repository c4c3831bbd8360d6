"""Yes, no, both and neither."""

import pytest

from dialogs.dutch.yes_no import read_yes_no
from tests.dutch.shown import shown

YES = [
    "ja", "Ja!", "ja hoor", "jaaa", "ja ja", "jazeker", "jawel", "yes", "ok", "oké", "klopt", "dat klopt", "prima", "doe maar",
    "akkoord", "akoord", "zeker weten", "geen probleem", "geen bezwaar", "graag", "ja graag", "Ja, dat mag", "dat mag", "👍",
    "👍🏽", "✅", "is goed", "ja, dat hebben wij gevraagd", "ja, ik mag tekenen", "j",
]  # fmt: skip
NO = [
    "nee", "Nee.", "nee hoor", "neeee", "neen", "nope", "niet", "geen", "liever niet", "Nee, liever niet", "zeker niet", "👎",
    "dat klopt niet", "dat mag niet", "doe maar niet", "hoeft niet", "nee dank u", "graag niet", "nooit",
    "nee, dat hebben we niet", "n",
]  # fmt: skip
BOTH = ["ja en nee", "ja nee", "ja/nee", "nee, toch wel", "ja niet", "nee wel", "👍👎", "ja, dat klopt niet"]
NEITHER = [
    "", "?", "ja?", "misschien", "misschien wel", "soms", "nog niet", "nee, nog niet", "ja, nog niet", "niet zeker",
    "weet ik niet", "geen idee", "overslaan", "1", "12", "ja, maar alleen overdag", "ja tenzij het geld kost",
    "als het gratis is", "<b>ja</b>", "{{ja}}", "jansen", "neerbosch", "goedemorgen", "ja, ik weet het niet",
    "ja " + "woord " * 60,
]  # fmt: skip


@pytest.mark.parametrize("typed", YES)
def test_yes(typed: str) -> None:
    assert shown(read_yes_no(typed)) is True


@pytest.mark.parametrize("typed", NO)
def test_no(typed: str) -> None:
    assert shown(read_yes_no(typed)) is False


@pytest.mark.parametrize("typed", BOTH)
def test_both_is_asked_back(typed: str) -> None:
    assert shown(read_yes_no(typed)) == {"Ja", "Nee"}


@pytest.mark.parametrize("typed", NEITHER)
def test_neither_is_not_understood(typed: str) -> None:
    assert read_yes_no(typed) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ik denk het wel", True), ("waarschijnlijk wel", True), ("ik denk van niet", False), ("volgens mij niet", False)],
)
def test_words_of_doubt_make_it_an_estimate(typed: str, meant: bool) -> None:
    assert shown(read_yes_no(typed)) == ("ongeveer", meant)


@pytest.mark.parametrize("typed", [*YES, *NO, *BOTH])
def test_capitals_spaces_and_a_full_stop_change_nothing(typed: str) -> None:
    assert read_yes_no(f"  {typed.upper()}. ") == read_yes_no(typed)
