"""Every written-out number to a hundred thousand, against a speller that knows nothing of the reader."""

from hypothesis import given
from hypothesis import strategies as st

from dialogs.dutch.numbers import read_number
from dialogs.dutch.numerals import in_digits
from dialogs.dutch.typed import tidy

ONES = [
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
    "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
]  # fmt: skip
TENS = ["", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]


def spell(number: int) -> str:
    """Write a number below a million in Dutch words, as the Taalunie does."""
    if number < 20:
        return ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        glue = "ën" if ones in (2, 3) else "en"
        return TENS[tens] if not ones else f"{ONES[ones]}{glue}{TENS[tens]}"
    scale, word, space = (100, "honderd", "") if number < 1000 else (1000, "duizend", " ")
    many, rest = divmod(number, scale)
    head = word if many == 1 else f"{spell(many)}{word}"
    return head if not rest else f"{head}{space}{spell(rest)}"


def test_every_number_to_a_thousand() -> None:
    wrong = [number for number in range(2, 1000) if in_digits(tidy(spell(number))) != str(number)]
    assert wrong == []


@given(st.integers(2, 99_999))
def test_any_number_in_a_sentence(number: int) -> None:
    assert in_digits(tidy(f"wij hebben {spell(number)} bussen")) == f"wij hebben {number} bussen"


@given(st.integers(2, 9_999))
def test_accents_and_spaces_hardly_matter(number: int) -> None:
    words = spell(number)
    for typed in (words, words.replace("ë", "e"), words.replace(" ", ""), words.upper()):
        reading = read_number(typed)
        assert reading is not None
        assert getattr(reading, "value", None) == number


def test_two_numbers_stay_two() -> None:
    assert in_digits("twaalf en drie") == "12 en 3"
    assert in_digits("dertig twee") == "30 2"
    assert in_digits("zes-zeven") == "6-7"
    assert in_digits("een of twee") == "een of 2"
    assert in_digits("5twaalf") == "5 12"
    assert in_digits("twaalf5") == "12 5"
