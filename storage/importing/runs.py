"""What an import would do, worked out before anything is stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from domain.terrains import Terrain
from storage.importing.areas import Notation, notation_of
from storage.importing.layouts import AREAS
from storage.importing.rows import read_row
from storage.importing.sheets import Sheet, read_sheet


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason why a row cannot be taken over: line (1 is the first of the file), column, and why, in Dutch."""

    line: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class DryRun:
    """What importing a file would do; nothing has been stored."""

    new: tuple[Terrain, ...]
    changed: tuple[Terrain, ...]
    unchanged: tuple[Terrain, ...]
    refused: tuple[Refusal, ...]
    sheet: Sheet
    notation: Notation

    @property
    def refused_rows(self) -> int:
        """How many rows are refused; one row can be refused for several reasons."""
        return len({refusal.line for refusal in self.refused})

    @property
    def to_save(self) -> tuple[Terrain, ...]:
        """What has to be stored: the unchanged are left alone, their origin too."""
        return self.new + self.changed

    @property
    def acceptable(self) -> bool:
        """Whether the file can be stored: one refused row refuses all of it."""
        return not self.refused


def plan_import(path: Path, known: Mapping[str, Terrain]) -> DryRun:
    """What importing the file at `path` would do to the `known` terrains (by id).

    Raises UnreadableFile, with one Dutch sentence, when nothing can be read from it. Takes about 2 seconds for 100,000
    rows, so call it off the event loop where people wait.
    """
    return compare(read_sheet(path), known)


def compare(sheet: Sheet, known: Mapping[str, Terrain]) -> DryRun:
    """What the rows of a sheet would do to the `known` terrains (by id)."""
    notation = _notation(sheet)
    groups: dict[str, list[Terrain]] = {"new": [], "changed": [], "unchanged": []}
    refused: list[Refusal] = []
    seen: dict[str, int] = {}
    for row in sheet.rows:
        terrain, faults = read_row(row, sheet, notation, known)
        refused += [Refusal(row.line, fault.column, fault.reason) for fault in faults]
        if terrain is None:
            continue
        if first := seen.get(terrain.id):
            column = next(iter(sheet.layout.columns))
            refused.append(Refusal(row.line, column, f"RIN-nummer {terrain.id} staat ook op regel {first}."))
            continue
        seen[terrain.id] = row.line
        groups[_group(terrain, known.get(terrain.id))].append(terrain)
    return DryRun(tuple(groups["new"]), tuple(groups["changed"]), tuple(groups["unchanged"]), tuple(refused), sheet, notation)


def _notation(sheet: Sheet) -> Notation:
    columns = [column for column, field in sheet.layout.columns.items() if field in AREAS]
    cells = [cell for column in columns for cell in sheet.column(column)]
    return notation_of(cells, named_in_m2=sheet.layout.in_square_metres)


def _group(terrain: Terrain, before: Terrain | None) -> str:
    if before is None:
        return "new"
    return "unchanged" if terrain == before else "changed"
