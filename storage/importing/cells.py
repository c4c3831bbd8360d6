"""Reading the cells that every register has: texts, RIN numbers, years; each refusal with a reason a person can act on."""

import re
from decimal import Decimal

from domain.acceptance import legible

NOTHING = frozenset({"", "null", "onbekend", "n.v.t.", "nvt"})
LONGEST_TEXT = 200

_FORMULA = re.compile(r"[=@].*|[+-][^(!]*[(!].*", re.DOTALL)
_EXCEL_ERROR = re.compile(
    r"#(REF!|N/A|NAME\?|VALUE!|WAARDE!|DIV/0!|DEEL/0!|NUM!|GETAL!|NULL!|LEEG!|NB|VERW!|NAAM\?|SPILL!|CALC!)"
)
_RIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_DOT = re.compile(r"\d+(\.\d+)?")
_COMMA = re.compile(r"(\d{1,3}(\.\d{3})+|\d+)(,\d+)?")
_SURE_COMMA = re.compile(r"(\d{1,3}(\.\d{3})+|\d+),\d+|\d{1,3}(\.\d{3}){2,}")
_SURE_DOT = re.compile(r"\d+\.(\d{1,2}|\d{4,})")
_NEGATIVE = re.compile(r"[-−–]\s*\d.*")


class Misread(Exception):  # noqa: N818 (named for what happened)
    """A cell that cannot be used; its text is the Dutch reason."""


def plain(cell: str, *, may_start_with_plus: bool = False) -> str:
    """Return the text of a cell on one line. Raises Misread for formulas, Excel's errors, and what is far too long.

    `may_start_with_plus`: telephone numbers look like formulas ("+31 (0)6 ...").
    """
    text = " ".join(legible(_UNPRINTABLE.sub(" ", cell)).split())
    if _FORMULA.fullmatch(text) and not (may_start_with_plus and text.startswith("+")):
        raise Misread("Hier staat een formule. Zet er de uitkomst neer.")
    if _EXCEL_ERROR.fullmatch(text):
        raise Misread(f"Hier staat een fout van Excel: {text}.")
    if len(text) > LONGEST_TEXT:
        raise Misread(f"Deze tekst is te lang. Gebruik ten hoogste {LONGEST_TEXT} tekens.")
    return text


def read_rin(text: str) -> str:
    """Return the key of a terrain."""
    if not text:
        raise Misread("Het RIN-nummer ontbreekt.")
    if not _RIN.fullmatch(text):
        raise Misread(f"{shown(text)} is geen RIN-nummer. Gebruik alleen cijfers, letters en streepjes.")
    return text


def read_name(text: str) -> str:
    """Return a name, which must be there."""
    if not text:
        raise Misread("De naam ontbreekt.")
    return text


def read_text(text: str) -> str | None:
    """Return a text, or None when it says that nothing is known."""
    return None if text.casefold() in NOTHING else text


def read_year(text: str) -> int | None:
    """Return a year, or None when it says that nothing is known."""
    if text.casefold() in NOTHING:
        return None
    if not re.fullmatch(r"(19|20)\d\d", text, re.ASCII):
        raise Misread(f"{shown(text)} is geen jaar, zoals 2024.")
    return int(text)


def read_yes_no(text: str) -> bool | None:
    """Return yes or no, or None when it says that nothing is known."""
    if text.casefold() in NOTHING:
        return None
    if text.casefold() not in ("ja", "nee", "j", "n", "1", "0"):
        raise Misread(f"{shown(text)} is geen ja of nee.")
    return text.casefold() in ("ja", "j", "1")


def read_figure(text: str, *, decimal_comma: bool) -> Decimal:
    """Return a figure of 0 or more as the file writes them."""
    if _NEGATIVE.fullmatch(text):
        raise Misread(f"{shown(text)} is negatief. Gebruik een getal van 0 of meer.")
    if len(text) > 20 or not text.isascii() or not (_COMMA if decimal_comma else _DOT).fullmatch(text):
        raise Misread(f"{shown(text)} is geen getal zoals de andere in dit bestand.")
    return Decimal(text.replace(".", "").replace(",", ".") if decimal_comma else text)


def votes(texts: list[str]) -> tuple[int, int]:
    """Return how many of these figures surely have a decimal comma, and how many surely a point."""
    commas = sum(_SURE_COMMA.fullmatch(text) is not None for text in texts)
    points = sum(_SURE_DOT.fullmatch(text) is not None for text in texts)
    return commas, points


def shown(text: str, limit: int = 40) -> str:
    """Return a cell between quotation marks, cut when it is long."""
    short = text if len(text) <= limit else text[:limit] + "…"
    return f"'{short}'"
