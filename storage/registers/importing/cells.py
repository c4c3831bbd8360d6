"""Reading the cells that every register has: texts, RIN numbers, years; each refusal with a reason a person can act on."""

import re

from domain.intake.acceptance import legible

# How people say in a cell that they do not know, or that there is nothing to know; spaces and case are no matter.
_SIGNS = frozenset({"", "-", "--", "---", "–", "—", "?", "??", "???", ".", "..", "...", "…", "/", "n.b.", "n.n.b."})
_WORDS = frozenset({
    "null", "onbekend", "onb.", "nietbekend", "nognietbekend", "nb", "n.b", "nnb", "n.n.b", "n/b", "n.v.t.", "n.v.t", "nvt",
    "nietvantoepassing", "n/a", "n.a.", "leeg",
})  # fmt: skip
LONGEST_TEXT = 200

# What a spreadsheet would calculate: "=...", a call of a function, or a cell on another sheet. "@Work Park" is a name.
_FORMULA = re.compile(r"[=\uff1d].*|[@+-]\s*[A-Z][A-Z0-9.]*\(.*|[@+-]\s*('[^']+'|\w+)!\$?[A-Z]{1,3}\$?\d.*", re.DOTALL)
_EXCEL_ERROR = re.compile(
    r"#(REF!|N/A|NAME\?|VALUE!|WAARDE!|DIV/0!|DEEL/0!|NUM!|GETAL!|NULL!|LEEG!|NB|VERW!|NAAM\?|SPILL!|CALC!)"
)
_RIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


class Misread(Exception):  # noqa: N818 (named for what happened)
    """A cell that cannot be used; its text is the Dutch reason."""


def says_nothing(text: str) -> bool:
    """Say whether a cell is empty, also in other words than none."""
    return (word := "".join(text.split()).casefold()) in _SIGNS or word in _WORDS


def is_sign(text: str) -> bool:
    """Say whether a name is none: a word that elsewhere means nothing may well be a name."""
    return "".join(text.split()).casefold() in _SIGNS


def plain(cell: str) -> str:
    """Return the text of a cell on one line. Raises Misread for formulas, Excel's errors, and what is far too long."""
    text = " ".join(legible(_UNPRINTABLE.sub(" ", cell)).split())
    if _FORMULA.fullmatch(text) or (text[:1] in ("@", "+", "-") and "|" in text and "!" in text):  # the last calls a program
        raise Misread("Hier staat een formule. Zet er de uitkomst neer.")
    if _EXCEL_ERROR.fullmatch(text):
        raise Misread(f"Hier staat een fout van Excel: {text}.")
    if len(text) > LONGEST_TEXT:
        raise Misread(f"Deze tekst is te lang. Gebruik ten hoogste {LONGEST_TEXT} tekens.")
    return text


def read_rin(text: str) -> str:
    if says_nothing(text):
        raise Misread("Het RIN-nummer ontbreekt.")
    if not _RIN.fullmatch(text):
        raise Misread(f"{shown(text)} is geen RIN-nummer. Gebruik alleen cijfers, letters en streepjes.")
    return text


def read_name(text: str) -> str:
    if is_sign(text):
        raise Misread("De naam ontbreekt.")
    return text


def read_text(text: str) -> str | None:
    """Return a text, or None when it says that nothing is known."""
    return None if says_nothing(text) else text


def read_year(text: str) -> int | None:
    """Return a year, or None when it says that nothing is known."""
    if says_nothing(text):
        return None
    if not re.fullmatch(r"(19|20)\d\d", text, re.ASCII):
        raise Misread(f"{shown(text)} is geen jaar, zoals 2024.")
    return int(text)


def read_yes_no(text: str) -> bool | None:
    """Return yes or no, or None when it says that nothing is known."""
    if says_nothing(text):
        return None
    if text.casefold() not in ("ja", "nee", "j", "n", "1", "0"):
        raise Misread(f"{shown(text)} is geen ja of nee.")
    return text.casefold() in ("ja", "j", "1")


def shown(text: str, limit: int = 40) -> str:
    """Return a cell between quotation marks, cut when it is long."""
    short = text if len(text) <= limit else text[:limit] + "…"
    return f"'{short}'"
