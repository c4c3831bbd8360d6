"""Numbers and addresses of people in what the team writes down: found, so that they can be left out."""

import re
from collections.abc import Iterator

from dialogs.lookup.telephone_numbers import NUMBER, read_telephone

ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
LEFT_OUT = "…"


def private_details(text: str) -> tuple[str, ...]:
    """Return the telephone numbers and e-mail addresses in a text, as they were typed; each once."""
    return tuple(dict.fromkeys(text[start:end] for start, end in sorted(places(text))))


def without_details(text: str) -> str:
    """Return a text with a mark in the place of each number and address."""
    for start, end in sorted(places(text), reverse=True):
        text = f"{text[:start]}{LEFT_OUT}{text[end:]}"
    return text


def places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where numbers and addresses stand. What is no whole number, such as a day, is none."""
    yield from (found.span() for found in ADDRESS.finditer(text))
    yield from (found.span() for found in NUMBER.finditer(text) if read_telephone(found[0]) is not None)
