"""What an import is: a register from a file, tried first, told in counts, and refused whole when one row is wrong."""

from dataclasses import dataclass
from enum import StrEnum


class RegisterKind(StrEnum):
    """What a file can hold, told apart by its header."""

    TERRAINS = "terrains"
    PLAN_MAP = "plan_map"
    COMPANIES = "companies"

    @property
    def noun(self) -> str:
        """Return what its rows are, in the plural."""
        return {"terrains": "terreinen", "plan_map": "regels van de plankaart", "companies": "bedrijven"}[self.value]

    def stored(self, rows: int) -> str:
        """Return the sentence that says how many rows were stored."""
        one = {"terrains": "terrein", "plan_map": "regel van de plankaart", "companies": "bedrijf"}[self.value]
        return f"Klaar. Er is 1 {one} opgeslagen." if rows == 1 else f"Klaar. Er zijn {count(rows)} {self.noun} opgeslagen."


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason why a row cannot be taken over: line (1 is the first of the file), column, and why, in Dutch."""

    line: int
    column: str
    reason: str

    @property
    def sentence(self) -> str:
        return f"Regel {self.line}, kolom {self.column}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows a file has of each sort. `refused` rows keep all others out; `passed_over` rows are right but left."""

    new: int
    changed: int
    unchanged: int
    refused: int
    passed_over: int = 0
    contacts: int = 0

    @property
    def to_save(self) -> int:
        """Return how many rows would change something."""
        return self.new + self.changed

    @property
    def sentence(self) -> str:
        known = f"Nieuw: {count(self.new)}. Gewijzigd: {count(self.changed)}. Ongewijzigd: {count(self.unchanged)}."
        left = f" Overgeslagen: {count(self.passed_over)}." if self.passed_over else ""
        return f"{known} Geweigerd: {count(self.refused)}.{left}"


@dataclass(frozen=True, slots=True)
class Tried:
    """What a dry run found, for people: `called` is the layout of the file, `remarks` what was assumed about it.

    `passed_over` are rows that are right and yet left alone.
    """

    kind: RegisterKind
    called: str
    rows: int
    counts: Counts
    remarks: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    passed_over: tuple[Refusal, ...] = ()

    @property
    def acceptable(self) -> bool:
        """Whether the file can be stored: one refused row refuses all of it."""
        return not self.refusals


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that is no register; `why` is the sentence for whoever sent it."""

    why: str


@dataclass(frozen=True, slots=True)
class TriedFile:
    """A file that was tried out: its name, the fingerprint by which it is known again, and what was found."""

    name: str
    digest: str
    found: Tried | Unreadable


@dataclass(frozen=True, slots=True)
class Carried:
    """What carrying out a file came to: `stored` when it was, else what was found now, which is not what was shown."""

    name: str
    digest: str
    tried: Tried
    stored: bool


class ImportStage(StrEnum):
    """What is being done, as it is told while people wait."""

    READING = "Gelezen"
    COMPARING = "Vergeleken"
    STORING = "Opgeslagen"

    @property
    def place(self) -> int:
        """Return its place among the stages, from 0."""
        return list(ImportStage).index(self)


def count(number: int) -> str:
    """Return a whole number with dots between the thousands."""
    return f"{number:,}".replace(",", ".")
