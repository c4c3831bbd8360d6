"""EAN codes: what the check digit catches, and how people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.dossier.ean import NotAnEan, check_digit, grouped, read_ean
from domain.dossier.mandates import MeteredConnection, read_connections

# The example of the specification, and the identification of a grid area; neither is anybody's connection.
VALID = ("871685900000000127", "871685900000056162")
codes = st.text("0123456789", min_size=15, max_size=15).map(lambda tail: f"87{tail}").map(lambda body: body + check_digit(body))


@pytest.mark.parametrize("code", VALID)
def test_a_code_is_read_as_it_is(code: str) -> None:
    assert read_ean(code) == code


@pytest.mark.parametrize(
    "typed",
    [
        "8716 8590 0000 0001 27", "EAN 871685900000000127", "ean: 871685900000000127", "EAN-code 871685900000000127",
        "8716.8590.0000.0001.27", " 871685900000000127 ", "871685-9000000001-27", "EAN:8716 8590 0000 0001 27",
    ],
)  # fmt: skip
def test_how_it_was_typed_does_not_matter(typed: str) -> None:
    assert read_ean(typed) == VALID[0]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("871685900000000128", "klopt niet"),
        ("871685900012345678", "klopt niet"),
        ("87168590000000012", "Dit zijn er 17"),
        ("8716859000000001277", "Dit zijn er 19"),
        ("8716859000000001O7", "alleen cijfers"),
        ("", "alleen cijfers"),
        ("541685900000000124", "begint met 87"),
        ("٨٧١٦٨٥٩٠٠٠٠٠٠٠٠١٢٧", "alleen cijfers"),
        ("8.71686E+17", "alleen cijfers"),
    ],
)
def test_what_is_wrong_is_said(typed: str, says: str) -> None:
    with pytest.raises(NotAnEan) as raised:
        read_ean(typed)
    assert says in raised.value.sentence


@given(codes, st.integers(2, 17), st.integers(1, 9))
def test_one_wrong_digit_is_always_seen(code: str, place: int, shift: int) -> None:
    wrong = code[:place] + str((int(code[place]) + shift) % 10) + code[place + 1 :]
    with pytest.raises(NotAnEan):
        read_ean(wrong)


@given(codes)
def test_what_is_shown_is_read_back(code: str) -> None:
    assert read_ean(grouped(code)) == code
    assert read_ean(code) == code


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_says_why_not(text: str) -> None:
    try:
        code = read_ean(text)
    except NotAnEan as wrong:
        code = wrong.sentence
    assert code.endswith(".") or (code.isdigit() and len(code) == 18)


def test_several_connections_one_on_a_line_with_their_address() -> None:
    typed = "871685900000000127 8028pm 12\nEAN 8716 8590 0000 0561 62, 8028 PN 3-a"
    assert read_connections(typed) == (
        MeteredConnection(ean=VALID[0], address="8028 PM 12"),
        MeteredConnection(ean=VALID[1], address="8028 PN 3-a"),
    )


def test_commas_may_part_codes_and_the_same_code_counts_once() -> None:
    assert read_connections(f"{VALID[0]}, {VALID[1]}; {VALID[0]}") == (
        MeteredConnection(ean=VALID[0]),
        MeteredConnection(ean=VALID[1]),
    )
    assert read_connections("") == ()


def test_the_wrong_line_is_named() -> None:
    with pytest.raises(NotAnEan) as raised:
        read_connections(f"{VALID[0]}\n{VALID[1][:-1]}9")
    assert raised.value.sentence.startswith("Regel 2: Deze EAN-code klopt niet.")


@given(st.lists(codes, min_size=1, max_size=20, unique=True), st.sampled_from(["\n", ", ", ";"]))
def test_any_number_of_codes_comes_back_in_order(several: list[str], between: str) -> None:
    assert [one.ean for one in read_connections(between.join(several))] == several


def test_more_than_twenty_are_refused() -> None:
    several = [body + check_digit(body) for body in (f"87168590000000{number:03}" for number in range(21))]
    with pytest.raises(NotAnEan, match="ten hoogste 20"):
        read_connections("\n".join(several))
