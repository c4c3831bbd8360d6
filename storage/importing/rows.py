"""Reading one row of a register into a terrain, or into the reasons why it is none."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from domain.municipalities import MUNICIPALITIES, municipality_named, province_spelled
from domain.terrains import Terrain
from storage.importing.areas import NOTHING, Misread, Notation
from storage.importing.layouts import AREAS
from storage.importing.sheets import Row, Sheet

LONGEST_TEXT = 200
# The largest business park of the region is 296 ha gross (IBIS 2024); far above it the figure is square metres.
LARGEST_IN_REGION_HA = Decimal(1000)

_FORMULA = re.compile(r"[=@].*|[+-].*[(!].*", re.DOTALL)
_RIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
_NO_MUNICIPALITY = "GM0000"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row cannot be taken over: the column as the file calls it, and the reason in Dutch."""

    column: str
    reason: str


def read_row(row: Row, sheet: Sheet, notation: Notation, known: Mapping[str, Terrain]) -> tuple[Terrain | None, list[Fault]]:
    """The terrain in a row, or None with at least one fault.

    Facts the file has no column for are kept as they are `known`.
    """
    if row.width != sheet.width:
        reason = f"Deze regel heeft {row.width} kolommen. De kop heeft er {sheet.width}."
        return None, [Fault(next(iter(sheet.layout.columns)), reason)]
    columns = {field: column for column, field in sheet.layout.columns.items() if column in row.cells}
    facts: dict[str, Any] = {}
    faults: list[Fault] = []
    for field, column in columns.items():
        try:
            facts[field] = _read_cell(field, row.cells[column], notation)
        except Misread as misread:
            faults.append(Fault(column, str(misread)))
    faults += [Fault(columns[field], reason) for field, reason in _contradictions(facts) if field in columns]
    if faults:
        return None, faults
    _locate(facts)
    before = known.get(facts["id"])
    return (replace(before, **facts) if before else Terrain(**facts)), []


def _read_cell(field: str, cell: str, notation: Notation) -> object:
    text = " ".join(cell.split())
    if _FORMULA.fullmatch(text):
        raise Misread("Hier staat een formule. Zet er de uitkomst neer.")
    if len(text) > LONGEST_TEXT:
        raise Misread(f"Deze tekst is te lang. Gebruik ten hoogste {LONGEST_TEXT} tekens.")
    if field in AREAS:
        return notation.read(text)
    return _READERS.get(field, _text)(text)


def _id(text: str) -> str:
    if not text:
        raise Misread("Het RIN-nummer ontbreekt.")
    if not _RIN.fullmatch(text):
        raise Misread(f"'{text[:40]}' is geen RIN-nummer. Gebruik alleen cijfers, letters en streepjes.")
    return text


def _name(text: str) -> str:
    if not text:
        raise Misread("De naam ontbreekt.")
    return text


def _text(text: str) -> str | None:
    return None if text.casefold() in NOTHING else text


def _year(text: str) -> int | None:
    if text.casefold() in NOTHING:
        return None
    if not re.fullmatch(r"(19|20)\d\d", text, re.ASCII):
        raise Misread(f"'{text[:40]}' is geen jaar, zoals 2024.")
    return int(text)


def _municipality_code(text: str) -> str | None:
    if text.casefold() in NOTHING:
        return None
    found = re.fullmatch(r"(?:GM)?(\d{1,4})", text, re.IGNORECASE | re.ASCII)
    if found is None:
        raise Misread(f"'{text[:40]}' is geen gemeentecode, zoals GM0193.")
    code = f"GM{int(found[1]):04}"
    return None if code == _NO_MUNICIPALITY else code


_READERS: dict[str, Callable[[str], object]] = {
    "id": _id,
    "name": _name,
    "municipality_code": _municipality_code,
    "year": _year,
}


def _contradictions(facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Facts that cannot both be true, as (field, reason)."""
    gross, net, issuable = (facts.get(field) for field in AREAS)
    found = []
    if net is not None and gross is not None and net > gross:
        found.append(("net_ha", f"Netto ({_ha(net)}) is meer dan bruto ({_ha(gross)})."))
    if issuable is not None and net is not None and issuable > net:
        found.append(("issuable_ha", f"Uitgeefbaar ({_ha(issuable)}) is meer dan netto ({_ha(net)})."))
    here = MUNICIPALITIES.get(facts.get("municipality_code") or "")
    if here is None:
        return found
    named = municipality_named(facts.get("municipality") or "")
    if named not in (None, here):
        reason = f"Code {here.code} hoort bij {here.name}, niet bij {facts['municipality']}."
        found.append(("municipality_code", reason))
    if gross is not None and gross > LARGEST_IN_REGION_HA:
        found.append(("gross_ha", f"{_ha(gross)} is te groot voor {here.province}. Staat dit getal in m2?"))
    return found


def _ha(area: Decimal) -> str:
    return f"{area.normalize():f}".replace(".", ",") + " ha"


def _locate(facts: dict[str, Any]) -> None:
    """Fill in municipality and province by code; by name only where the code says nothing.

    Outside the region the register's own words are all there is. A place (kern) says nothing about the municipality:
    there is a Hengelo in Bronckhorst too.
    """
    here = MUNICIPALITIES.get(facts.get("municipality_code") or "")
    if here is None and not facts.get("municipality_code"):
        here = municipality_named(facts.get("municipality") or "")
    if here is not None:
        facts |= {"municipality_code": here.code, "municipality": here.name, "province": here.province.value}
    elif "province" in facts:
        province = province_spelled(facts["province"] or "")
        facts["province"] = province.value if province else None
