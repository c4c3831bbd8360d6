"""Numbers as one file writes them: which mark is for decimals is decided for the file, never for one number."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from domain.registers.figures import Figure

_PLAIN = re.compile(r"[-+−]?\s*(?:\d[\d.,' \u00a0\u202f]*|[.,]\d+)", re.ASCII)
_SIMPLE = re.compile(r"-?\d{1,12}(?:[.,]\d{1,12})?", re.ASCII)
_LONGEST = 24
_LONE = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
# Up to so large a whole number nobody needs a mark between thousands.
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class DecimalStyle:
    """`decimal` is the mark of decimals; `grouped` says that the other one surely stands between thousands."""

    decimal: str = ","
    grouped: bool = False

    def read(self, text: str) -> float | None:
        """Return the number in a cell, None when it is none."""
        if isinstance(text, Figure):
            return float(text)
        if _SIMPLE.fullmatch(text) and (self.decimal in text or text.isdigit()):
            return float(text.replace(",", "."))
        if len(text) > _LONGEST or not _PLAIN.fullmatch(text):
            return None
        bare = text.replace("−", "-").replace(" ", "").replace("\u00a0", "").replace("\u202f", "").replace("'", "")
        other = "." if self.decimal == "," else ","
        both, marks = self.decimal in bare and other in bare, bare.count(other)
        if both or marks > 1 or (marks == 1 and self.grouped and _LONE.fullmatch(bare.lstrip("+-"))):
            bare = bare.replace(other, "")
        bare = bare.replace(",", ".")
        try:
            return float(bare)
        except ValueError:  # several marks for decimals
            return None


def looks_numeric(text: str) -> bool:
    """Say whether a cell holds a number, however it is written."""
    return len(text) <= _LONGEST and bool(_PLAIN.fullmatch(text))


def style_of(texts: Iterable[str]) -> DecimalStyle:
    """Return how these cells write numbers."""
    told = [text.strip().lstrip("+-−") for text in texts if not isinstance(text, Figure) and ("," in text or "." in text)]
    told = [text for text in told if _PLAIN.fullmatch(text)]
    last = [max(",.", key=text.rfind) for text in told if "," in text and "." in text]
    if last:  # 1.134,5 says which is which
        return DecimalStyle(max(",.", key=last.count), grouped=True)
    marks = {mark: [text for text in told if mark in text] for mark in ",."}
    for mark, other in ((",", "."), (".", ",")):
        if any(text.count(mark) > 1 for text in marks[mark]):  # 1.234.567
            return DecimalStyle(other, grouped=True)
    surely = {mark: sum(not _LONE.fullmatch(text) for text in found) for mark, found in marks.items()}
    decimal = max(",.", key=lambda mark: (surely[mark], len(marks[mark])))
    return DecimalStyle(decimal)


def is_thousands(texts: Iterable[str]) -> bool:
    """Say whether a lone mark stands between thousands: it is only in numbers of a thousand and more, others have none."""
    cells = [text.strip() for text in texts if not isinstance(text, Figure)]
    whole = [int(text) for text in cells if text.isascii() and text.isdigit()]
    marked = [text for text in cells if "," in text or "." in text]
    lone = bool(marked) and all(_LONE.fullmatch(text) for text in marked)
    return lone and bool(whole) and max(whole) < _THOUSAND and sum(number >= 100 for number in whole) * 2 > len(whole)
