"""Reading a plan map: figures per terrain and year, compared with what is known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.companies import folded
from domain.registers.imports import ImportStage, Refusal, RegisterKind
from domain.terrains.plan_map import Congestion, PlanMapYear
from storage.registers.importing.cells import Misread, plain, read_rin, read_year, says_nothing, shown
from storage.registers.importing.numbers import Marks, bare, marks_of, number_in, remark_on_texts
from storage.registers.importing.progress import Progress, silent, told
from storage.registers.importing.runs import DryRun, Reader, Written, read_fields
from storage.registers.importing.sheets import Sheet
from storage.tables.terrain import terrain
from storage.terrains.plan_map import Key, load_plan_map, save_plan_map

# Own assumptions, far above any terrain: all 24,000 electric trucks expected in 2030 at 100 kW would be 2.4 GW.
LARGEST_KW = Decimal(5_000_000)
MOST_VEHICLES = 1_000_000
FIGURES = ("charging_kw", "vehicles", "grid_kw")
_TWO_PLACES = Decimal("0.01")
_CONGESTION = {
    "nee": Congestion.NONE,
    "geen": Congestion.NONE,
    "geen congestie": Congestion.NONE,
    "congestiemanagement": Congestion.MANAGED,
    "congestiemanagementonderzoek": Congestion.MANAGED,
    "ja congestiemanagement": Congestion.MANAGED,
    "ja congestiemanagement onderzoek": Congestion.MANAGED,
    "volledige congestie": Congestion.FULL,
    "ja volledige congestie": Congestion.FULL,
    "vol": Congestion.FULL,
}


@dataclass(frozen=True, slots=True)
class KnownFigures:
    """The figures by terrain and year, and the terrains there are."""

    figures: Mapping[Key, PlanMapYear]
    terrains: frozenset[str]


class PlanMapRegister:
    """The plan map: what is known of it, what a file would change, and storing that."""

    kind = RegisterKind.PLAN_MAP

    async def known(self, connection: AsyncConnection) -> KnownFigures:
        return KnownFigures(await load_plan_map(connection), await terrain_ids(connection))

    def compare(self, sheet: Sheet, known: KnownFigures, progress: Progress = silent) -> DryRun[PlanMapYear]:
        """What the rows of a sheet would do to the figures that are known."""
        cells = [bare(cell) for field in FIGURES for cell in sheet.column(field)]
        # Nobody writes kilowatts in just three decimals: without other signs 1.500 is fifteen hundred.
        marks = marks_of(cells, rarely_three=True, thousands=True)
        readers = _readers(marks)
        groups: dict[str, list[PlanMapYear]] = {"new": [], "changed": [], "unchanged": []}
        refused: list[Refusal] = []
        seen: dict[Key, int] = {}
        for row in told(sheet.rows, len(sheet.rows), ImportStage.COMPARING, progress):
            facts, faults = read_fields(row, sheet, readers)
            key = (facts.get("terrain_id", ""), facts.get("year", 0))
            if key[0] and key[0] not in known.terrains:
                faults.append(Refusal(row.line, sheet.columns["terrain_id"], unknown_terrain(key[0])))
            if not faults and (first := seen.setdefault(key, row.line)) != row.line:
                reason = f"Terrein {key[0]} met jaar {key[1]} staat ook op regel {first}."
                faults.append(Refusal(row.line, sheet.columns["year"], reason))
            if faults:
                refused += faults
                continue
            before = known.figures.get(key)
            after = replace(before, **facts) if before else PlanMapYear(**facts)
            groups["new" if before is None else "unchanged" if before == after else "changed"].append(after)
        new, changed, unchanged = (tuple(group) for group in groups.values())
        return DryRun(sheet, new, changed, unchanged, tuple(refused), remarks=tuple(_remarks(cells, marks)))

    async def save(self, connection: AsyncConnection, run: DryRun[PlanMapYear], written: Written) -> None:
        """Store what is new and changed."""
        await save_plan_map(connection, run.to_save, written.origin)


async def terrain_ids(connection: AsyncConnection) -> frozenset[str]:
    """The RIN numbers of all terrains."""
    return frozenset((await connection.execute(select(terrain.c.id))).scalars())


def unknown_terrain(rin: str) -> str:
    """Why a row about a terrain that is not there is refused."""
    return f"Terrein {rin} staat niet in ons register. Importeer eerst de terreinen."


def _remarks(cells: Sequence[str], marks: Marks) -> Iterator[str]:
    if marks.comma:
        yield "Een komma staat voor de decimalen. Een punt staat tussen duizendtallen: 1.500 is vijftienhonderd."
    yield from remark_on_texts(cells, marks)


def _readers(marks: Marks) -> Mapping[str, Reader]:
    return {
        "terrain_id": lambda cell: read_rin(plain(cell)),
        "year": lambda cell: _year(plain(cell)),
        "charging_kw": lambda cell: _kilowatts(number_in(cell), marks),
        "vehicles": lambda cell: _vehicles(number_in(cell), marks),
        "grid_kw": lambda cell: _kilowatts(number_in(cell), marks),
        "congestion": lambda cell: _congestion(plain(cell)),
    }


def _year(text: str) -> int:
    year = read_year(text)
    if year is None:
        raise Misread("Het jaar ontbreekt.")
    return year


def _kilowatts(text: str, marks: Marks) -> Decimal | None:
    if says_nothing(text):
        return None
    figure = marks.read(text)
    if figure > LARGEST_KW:
        raise Misread(f"{shown(text)} kW is te groot. Staat dit getal in watt?")
    return figure.quantize(_TWO_PLACES)


def _vehicles(text: str, marks: Marks) -> int | None:
    if says_nothing(text):
        return None
    figure = marks.read(text)
    if figure != int(figure) or figure > MOST_VEHICLES:
        raise Misread(f"{shown(text)} is geen aantal voertuigen. Gebruik een heel getal.")
    return int(figure)


def _congestion(text: str) -> Congestion | None:
    if says_nothing(text):
        return None
    found = _CONGESTION.get(folded(text))
    if found is None:
        raise Misread(f"{shown(text)} kennen wij niet. Gebruik: {', '.join(Congestion)}.")
    return found
