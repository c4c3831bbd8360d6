"""Reading a register of terrains, in any of its layouts, and comparing it with the terrains that are known."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.registers.imports import ImportStage, Refusal, RegisterKind, count
from domain.terrains.municipalities import MUNICIPALITIES, municipality_named, province_spelled
from domain.terrains.terrains import Terrain
from storage.registers.importing.areas import Notation, notation_of
from storage.registers.importing.cells import (
    Misread,
    plain,
    read_name,
    read_rin,
    read_text,
    read_year,
    read_yes_no,
    says_nothing,
    shown,
)
from storage.registers.importing.layouts import AREAS
from storage.registers.importing.numbers import bare, number_in, remark_on_texts
from storage.registers.importing.progress import Progress, silent, told
from storage.registers.importing.runs import DryRun, Reader, Written, read_fields
from storage.registers.importing.sheets import Sheet, SheetRow
from storage.terrains.terrains import load_terrains, save_terrains

# The largest business park of the region is 296 ha gross (IBIS 2024); far above it the figure is square metres.
LARGEST_IN_REGION_HA = Decimal(1000)

_NO_MUNICIPALITY = "GM0000"


class TerrainsRegister:
    """The register of terrains: what is known of it, what a file would change, and storing that."""

    kind = RegisterKind.TERRAINS

    async def known(self, connection: AsyncConnection) -> Mapping[str, Terrain]:
        return await load_terrains(connection)

    def compare(self, sheet: Sheet, known: Mapping[str, Terrain], progress: Progress = silent) -> DryRun[Terrain]:
        """What the rows of a sheet would do to the `known` terrains."""
        notation = _notation(sheet)
        groups: dict[str, list[Terrain]] = {"new": [], "changed": [], "unchanged": []}
        refused: list[Refusal] = []
        seen: dict[str, int] = {}
        readers = _readers(notation)
        for row in told(sheet.rows, len(sheet.rows), ImportStage.COMPARING, progress):
            terrain, faults = read_terrain(row, sheet, readers, known)
            refused += faults
            if terrain is None:
                continue
            if first := seen.get(terrain.id):
                reason = f"RIN-nummer {terrain.id} staat ook op regel {first}."
                refused.append(Refusal(row.line, sheet.columns["id"], reason))
                continue
            seen[terrain.id] = row.line
            groups[_group(terrain, known.get(terrain.id))].append(terrain)
        new, changed, unchanged = (tuple(group) for group in groups.values())
        return DryRun(sheet, new, changed, unchanged, tuple(refused), remarks=tuple(_remarks(sheet, notation, new + changed)))

    async def save(self, connection: AsyncConnection, run: DryRun[Terrain], written: Written) -> None:
        """Store what is new and changed."""
        await save_terrains(connection, run.to_save, written.origin)


def read_terrain(
    row: SheetRow, sheet: Sheet, readers: Mapping[str, Reader], known: Mapping[str, Terrain]
) -> tuple[Terrain | None, list[Refusal]]:
    """The terrain in a row, or None with at least one reason. Facts the file has no column for are kept as `known`."""
    facts, faults = read_fields(row, sheet, readers)
    columns = sheet.columns
    faults += [Refusal(row.line, columns[field], reason) for field, reason in _contradictions(facts) if field in columns]
    if faults:
        return None, faults
    _locate(facts)
    before = known.get(facts["id"])
    return (replace(before, **facts) if before else Terrain(**facts)), []


def _notation(sheet: Sheet) -> Notation:
    cells = [bare(cell) for field in AREAS for cell in sheet.column(field)]
    return notation_of(cells, named_in_m2=sheet.layout.in_square_metres)


def _group(terrain: Terrain, before: Terrain | None) -> str:
    if before is None:
        return "new"
    return "unchanged" if terrain == before else "changed"


def _remarks(sheet: Sheet, notation: Notation, saved: tuple[Terrain, ...]) -> Iterator[str]:
    if notation.square_metres:
        yield "De oppervlakten staan in m2. Wij rekenen ze om naar hectare."
    if notation.marks.comma:
        yield "De getallen hebben een komma voor de decimalen."
    yield from remark_on_texts((bare(cell) for field in AREAS for cell in sheet.column(field)), notation.marks)
    if invented := sum(terrain.invented for terrain in saved):
        those = "1 terrein heeft" if invented == 1 else f"{count(invented)} terreinen hebben"
        yield f"Let op: {those} verzonnen cijfers (RIN-nummer met demo-)."


def _readers(notation: Notation) -> Mapping[str, Reader]:
    """How each field is read in this file."""
    readers: dict[str, Reader] = {
        "id": lambda cell: read_rin(plain(cell)),
        "name": lambda cell: read_name(plain(cell)),
        "municipality_code": lambda cell: _municipality_code(plain(cell)),
        "year": lambda cell: read_year(plain(cell)),
        "park_management": lambda cell: read_yes_no(plain(cell)),
        "sold_out": lambda cell: read_yes_no(plain(cell)),
    }
    texts = ("municipality", "province", "place", "location_type", "environment_category")
    readers |= dict.fromkeys((*texts, "road_access", "water_access", "rail_access"), lambda cell: read_text(plain(cell)))
    return readers | dict.fromkeys(AREAS, lambda cell: notation.read(number_in(cell)))


def _municipality_code(text: str) -> str | None:
    if says_nothing(text):
        return None
    found = re.fullmatch(r"(?:GM)?(\d{1,4})", text, re.IGNORECASE | re.ASCII)
    if found is None:
        raise Misread(f"{shown(text)} is geen gemeentecode, zoals GM0193.")
    code = f"GM{int(found[1]):04}"
    return None if code == _NO_MUNICIPALITY else code


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
