"""What an import would do, worked out before anything is stored."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from domain.registers.imports import Counts, Refusal, RegisterKind, Tried
from domain.terrains.terrains import Origin
from storage.registers.importing.cells import Misread
from storage.registers.importing.progress import Progress
from storage.registers.importing.sheets import Sheet, SheetRow

TOTALS = frozenset({"totaal", "totalen", "eindtotaal", "subtotaal", "som", "total", "grand total", "totaal generaal"})
TOTAL = "Dit lijkt een regel met totalen. Haal die regel weg."

Item = TypeVar("Item")
Reader = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class DryRun(Generic[Item]):
    """What importing a file would do; nothing has been stored.

    `passed_over` are rows that are right and yet left alone; `contacts` counts contacts that are new or changed.
    """

    sheet: Sheet
    new: tuple[Item, ...]
    changed: tuple[Item, ...]
    unchanged: tuple[Item, ...]
    refused: tuple[Refusal, ...]
    passed_over: tuple[Refusal, ...] = ()
    remarks: tuple[str, ...] = ()
    contacts: int = 0

    @property
    def kind(self) -> RegisterKind:
        """What the file holds."""
        return self.sheet.layout.kind

    @property
    def counts(self) -> Counts:
        """The rows counted; one row can be refused for several reasons."""
        refused, passed = ({one.line for one in those} for those in (self.refused, self.passed_over))
        new, changed, unchanged = len(self.new), len(self.changed), len(self.unchanged)
        return Counts(new, changed, unchanged, len(refused), len(passed), self.contacts)

    @property
    def refused_rows(self) -> int:
        return self.counts.refused

    @property
    def to_save(self) -> tuple[Item, ...]:
        """What has to be stored: the unchanged are left alone, their origin too."""
        return self.new + self.changed

    @property
    def tried(self) -> Tried:
        """What was found, for people."""
        remarks = (*self.sheet.written[1:], *self.remarks)
        rows = len(self.sheet.rows)
        return Tried(self.kind, self.sheet.layout.called, rows, self.counts, remarks, self.refused, self.passed_over)

    @property
    def acceptable(self) -> bool:
        """Whether the file can be stored: one refused row refuses all of it."""
        return not self.refused


@dataclass(frozen=True, slots=True)
class Written:
    """What is written beside the rows of an import: their origin, its number, and to whom to tell how far it is."""

    origin: Origin
    number: int
    progress: Progress


def read_fields(row: SheetRow, sheet: Sheet, readers: Mapping[str, Reader]) -> tuple[dict[str, Any], list[Refusal]]:
    """The facts in a row by field, and why cells could not be read. Fields without a column, or a reader, are not in it."""
    if row.width != sheet.width:
        reason = f"Deze regel heeft {row.width} kolommen. De kop heeft er {sheet.width}."
        return {}, [Refusal(row.line, next(iter(sheet.columns.values())), reason)]
    if is_total(row, sheet):
        return {}, [Refusal(row.line, next(iter(sheet.columns.values())), TOTAL)]
    facts: dict[str, Any] = {}
    faults: list[Refusal] = []
    for field, column in sheet.columns.items():
        try:
            facts[field] = readers[field](row.cells[column])
        except Misread as misread:
            faults.append(Refusal(row.line, column, str(misread)))
    return facts, faults


def is_total(row: SheetRow, sheet: Sheet) -> bool:
    """Say whether a row adds up the ones above: a word for it is instead of the key, or beside an empty one."""
    key, *others = (" ".join(row.cells.get(column, "").split()).casefold().rstrip(":") for column in sheet.columns.values())
    return key in TOTALS or (not key and any(cell in TOTALS for cell in others))
