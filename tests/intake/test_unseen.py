"""What nobody sees is no letter: a name of only that is empty, and it makes no name another name."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.lookup.spelling import plain
from domain.companies.companies import company_key
from domain.intake.acceptance import NotAccepted, accept, clean_name, clean_text, legible
from domain.intake.questionnaire import QUESTIONS
from domain.papers.papers import file_name
from storage.registers.importing.cells import plain as cell

# Format characters that are drawn: signs before numbers, and what joins hieroglyphs.
DRAWN = {*range(0x0600, 0x0606), 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD, *range(0x13430, 0x13440)}
SPACE = {0x09, 0x0A, 0x85}
FORMAT = {
    code
    for code in range(sys.maxunicode + 1)
    if unicodedata.category(chr(code)) in ("Cf", "Cc", "Cs") and code not in DRAWN | SPACE
}
FILLERS = {0x3164, 0x115F, 0x1160, 0xFFA0, 0x2800, 0x034F, 0x17B4, 0x17B5, 0x00AD, 0x061C, 0xE0001, 0x1D159}
SELECTORS = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), *range(0x180B, 0x1810)}
UNSEEN = sorted(FORMAT | FILLERS | SELECTORS | set(range(0xE0000, 0xE0080)))
HIDDEN = st.text(st.sampled_from([chr(code) for code in UNSEEN if not 0xD800 <= code < 0xE000]), min_size=1, max_size=8)


def test_everything_that_nobody_sees_is_taken_out() -> None:
    assert [hex(code) for code in UNSEEN if legible(f"Ja{chr(code)}n") != "Jan"] == []


def test_what_somebody_sees_stays() -> None:
    letters = [chr(code) for code in range(0x20, 0x3000) if unicodedata.category(chr(code))[0] in "LNPS" and code not in UNSEEN]
    assert [letter for letter in letters if legible(letter) != letter] == []


@given(HIDDEN)
def test_a_name_of_only_that_is_no_name(hidden: str) -> None:
    assert (clean_name(hidden), clean_text(hidden), plain(hidden), company_key(hidden), cell(hidden)) == ("", "", (), "", "")
    with pytest.raises(NotAccepted):
        accept(QUESTIONS["company.name"], hidden)


@given(HIDDEN.filter(lambda hidden: min(hidden) > "\x9f"), st.integers(0, 14))
def test_it_makes_no_other_name(hidden: str, place: int) -> None:
    name = "Jansen Vervoer"
    written = name[:place] + hidden + name[place:]
    assert clean_name(written) == name
    assert plain(written) == plain(name)
    assert company_key(written) == company_key(name)
    assert file_name(f"{written}.pdf").replace(" ", "") == "JansenVervoer.pdf"
