"""Telephone numbers as people type them: "06-12345678", "+31 6 1234 5678", "038 123 45 67"."""

import re

NUMBER = re.compile(r"(?<![\w.,])(?:\+|00|\(?0)[\d\s().-]{4,22}\d(?!\w)")
INLAND, WHOLE = "0", 10  # what a Dutch number begins with, and how many digits it has
SHORT_CODES = re.compile(r"06|0(?:1[035]|2[0346]|3[03568]|4[03568]|5[03458]|7\d|88|85)")
ABROAD = range(9, 16)


def read_telephone(text: str) -> str | None:
    """Return the one telephone number in a text as it is read back, "06 12345678"; None when there is none that is whole."""
    found = NUMBER.findall(text)
    digits = digits_of(found[0]) if len(found) == 1 else ""
    if digits.startswith("+"):
        return digits if len(digits) in ABROAD else None
    if len(digits) != WHOLE or digits[1] == INLAND:
        return None
    code = SHORT_CODES.match(digits)
    length = code.end() if code else 4
    return f"{digits[:length]} {digits[length:]}"


def digits_of(typed: str) -> str:
    """Return the digits of a number as one dials it here; of one abroad with its plus."""
    plain = re.sub(r"\(0\)|[^\d+]", "", typed)
    plain = re.sub(r"^00", "+", plain)
    return re.sub(r"^\+310?", INLAND, plain)


def is_broken_off(text: str) -> bool:
    """Say whether a text holds what may be a telephone number that is not whole."""
    return read_telephone(text) is None and NUMBER.search(text) is not None


def beside_number(text: str) -> str:
    """Return what is said beside the number."""
    return " ".join(NUMBER.sub(" ", text).split())
