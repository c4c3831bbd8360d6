"""EAN codes of connections: eighteen digits of which the last one tells typing errors apart.

Source of the rule: GS1, check digit modulo 10 with weights 3 and 1 from the right; the OpenADR profile of the Dutch grid
operators asks for bare digits. A code is a text: as a number it would lose its last digits in JSON and in spreadsheets.
"""

import re

LENGTH = 18
DUTCH = "87"
PREFIX = re.compile(r"^(?:ean)?(?:[ -]?(?:code|nummer))?[ :]*", re.IGNORECASE)
BETWEEN = re.compile(r"[\s.\-\u00a0]")


class NotAnEan(Exception):  # noqa: N818 - named for the state it tells
    """A text is no EAN code of a Dutch connection; `sentence` says what is wrong with it, without repeating it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def check_digit(digits: str) -> str:
    """Return the digit that belongs behind these digits by the rule of GS1."""
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def read_ean(text: str) -> str:
    """Return the bare eighteen digits of a typed code; blanks, dots, dashes and the word EAN do not count.

    Raises NotAnEan.
    """
    code = BETWEEN.sub("", PREFIX.sub("", text.strip()))
    if not (code.isascii() and code.isdigit()):
        raise NotAnEan("Een EAN-code heeft alleen cijfers.")
    if len(code) != LENGTH:
        raise NotAnEan(f"Een EAN-code heeft {LENGTH} cijfers. Dit zijn er {len(code)}.")
    if not code.startswith(DUTCH):
        raise NotAnEan("Een Nederlandse EAN-code begint met 87.")
    if check_digit(code[:-1]) != code[-1]:
        raise NotAnEan("Deze EAN-code klopt niet. Kijk elk cijfer na.")
    return code


def grouped(code: str) -> str:
    """Return a code as people read it aloud: 8716 8590 0000 0001 27."""
    return " ".join(code[place : place + 4] for place in range(0, len(code), 4))
