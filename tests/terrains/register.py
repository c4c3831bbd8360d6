"""An invented register in the columns of the provinces; every test changes only what it is about."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from domain.terrains.terrains import Terrain
from storage.registers.importing.runs import DryRun
from storage.registers.importing.sheets import read_sheet
from storage.registers.importing.terrains import TerrainsRegister
from storage.uploads.files import read_upload

_COLUMNS = """
rin_nummer naam gemeentecode gemeente provincie peiljaar ha_bruto ha_netto ha_tottuit wloc_type
grootteklasse gemeente_volledig
"""
HEADER = _COLUMNS.split()

ROWS = (
    "9001,Zilverhoek,GM0193,Zwolle,Overijssel,2024,120.5,88.25,4.1179,B1,groot,ja",
    "9002,Zilverhoek III,GM0193,Zwolle,Overijssel,2024,31.4,22.9052,3.0597,B1,middel,ja",
    "9003,'t Vossenveld (fase 1),GM0193,Zwolle,Overijssel,2024,12.1,9.25,0,B2,klein,ja",
    "9004,De Wilgenkamp,GM0200,Apeldoorn,Gelderland,2024,60.25,50,0,B1,middel,ja",
    "9005,De Wilgenkamp,GM0141,Almelo,Overijssel,2022,18.01,10,0,B1,klein,ja",
    "9006,Kanaaloever Noord/Zuid,GM0345,Veenendaal,Utrecht,2024,44.4,40.04,1.5,C1,middel,ja",
    "9007,Café-terrein Élan,GM0228,Ede,Gelderland,2024,2.5,1.5,,ONBEKEND,klein,ja",
    "9008,Plan Morgenrood,GM0150,Deventer,Overijssel,2024,14.2,0,0,B1,klein,nee",
)


def rows() -> list[dict[str, str]]:
    """The register as one mapping per row, to change at will."""
    return [dict(zip(HEADER, line.split(","), strict=True)) for line in ROWS]


def written(records: Iterable[dict[str, str]], separator: str = ",", header: Iterable[str] = HEADER) -> str:
    """Records as the text of a CSV file."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(header), delimiter=separator, lineterminator="\r\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(records)
    return text.getvalue()


def save(folder: Path, content: str | bytes, name: str = "terreinen.csv", encoding: str = "utf-8") -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def with_row(**changes: str) -> str:
    """The register with its first row (line 2 of the file) changed."""
    records = rows()
    records[0] |= changes
    return written(records)


def plan_import(path: Path, known: Mapping[str, Terrain]) -> DryRun[Terrain]:
    """What importing the file at `path` would do to the `known` terrains."""
    return TerrainsRegister().compare(read_sheet(read_upload(path)), known)
