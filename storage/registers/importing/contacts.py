"""Reading what a register says about a company and whom to speak there."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from domain.companies.companies import Contact, company_key
from storage.registers.importing.cells import Misread, is_sign, plain, read_rin, says_nothing, shown
from storage.registers.importing.runs import Reader

_KVK = re.compile(r"\d{8}")
_KVK_SHORT = re.compile(r"\d{7}")  # Excel drops the zero in front
_EMAIL = re.compile(r"[^\s@<>(),;:\"\\\[\]]{1,64}@[^\s@<>(),;:\"\\\[\]]+\.[A-Za-z]{2,63}")
_PHONE = re.compile(r"\+?[0-9 ()/.\-]{6,30}")
_PHONE_SHORT = re.compile(r"[1-9]\d{8}")  # nine digits: the zero in front was dropped


@dataclass(slots=True)
class Restored:
    """How many numbers got back the zero that a spreadsheet had dropped."""

    kvk: int = 0
    phone: int = 0


def company_readers(restored: Restored) -> Mapping[str, Reader]:
    """How each field is read; `restored` is counted along the way."""

    def optional(read: Callable[[str], str]) -> Reader:
        return lambda cell: "" if says_nothing(text := plain(cell)) else read(text)

    def kvk(text: str) -> str:
        digits = re.sub(r"[ .]", "", text)
        if _KVK_SHORT.fullmatch(digits):
            restored.kvk += 1
            return f"0{digits}"
        if not _KVK.fullmatch(digits) or not digits.isascii():
            raise Misread(f"{shown(text)} is geen KvK-nummer. Dat heeft 8 cijfers.")
        return digits

    def phone(cell: str) -> str:
        text = plain(cell)
        if says_nothing(text):
            return ""
        if _PHONE_SHORT.fullmatch(text):
            restored.phone += 1
            return f"0{text}"
        if not _PHONE.fullmatch(text) or not text.isascii():
            raise Misread(f"{shown(text)} is geen telefoonnummer.")
        return text

    return {
        "terrain_id": lambda cell: read_rin(plain(cell)),
        "name": lambda cell: _name(plain(cell)),
        "kvk": optional(kvk),
        "contact": optional(str),
        "position": optional(str),
        "email": optional(_email),
        "phone": phone,
    }


def contact_of(facts: Mapping[str, str]) -> Contact:
    """Return the contact in the facts of a row."""
    named = {"name": "contact", "position": "position", "email": "email", "phone": "phone"}
    return Contact(**{field: facts.get(column, "") for field, column in named.items()})


def _name(text: str) -> str:
    if is_sign(text):
        raise Misread("De naam van het bedrijf ontbreekt.")
    if not company_key(text):
        raise Misread(f"{shown(text)} is geen naam van een bedrijf.")
    return text


def _email(text: str) -> str:
    if not _EMAIL.fullmatch(text):
        raise Misread(f"{shown(text)} is geen e-mailadres.")
    return text
