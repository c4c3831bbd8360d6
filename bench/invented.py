"""Invented registers of any size, the same every time: terrains, companies with contacts, and a plan map, as rows of a CSV."""

import csv
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from domain.terrains.municipalities import MUNICIPALITIES

REGION = (877, 45_000)  # terrains and companies in the region of the approach
COUNTRY = (3_700, 185_000)  # the same for the country: about 3,700 parks (NAL), and as many companies per terrain
YEARS = (2025, 2030, 2035)  # the years a plan map looks at

TERRAINS = (
    "rin_nummer",
    "naam",
    "gemeentecode",
    "gemeente",
    "provincie",
    "peiljaar",
    "ha_bruto",
    "ha_netto",
    "ha_tottuit",
    "wloc_type",
)
COMPANIES = ("rin_nummer", "bedrijf", "kvk", "contact", "functie", "email", "telefoon")
PLAN_MAP = ("rin_nummer", "jaar", "laadvermogen_kw", "voertuigen", "netcapaciteit_kw", "congestie")

_FIRST = [
    "Zilver",
    "Kraan",
    "Wilgen",
    "Rietberg",
    "Vossen",
    "Elzen",
    "Linden",
    "Mole",
    "Kanaal",
    "Hoge",
    "Lage",
    "Ooster",
    "Wester",
    "Zuider",
    "Noorder",
    "Heide",
]
_SECOND = [
    "hoek",
    "veld",
    "kamp",
    "oever",
    "poort",
    "brink",
    "dijk",
    "weide",
    "horst",
    "broek",
    "akker",
    "laan",
    "heuvel",
    "werf",
    "rode",
    "esch",
]
_THIRD = ("", "", "", " II", " III", " Noord", " Zuid", " Oost", " (fase 1)", " (fase 2)")
_FAMILIES = ("Jansen", "De Boer", "Visser", "Bakker", "Smit", "Meijer", "Mulder", "Bos", "Peters", "Hendriks", "Dekker", "Kok")
_TRADES = [
    "Transport",
    "Logistiek",
    "Groothandel",
    "Bouw",
    "Techniek",
    "Koeriers",
    "Opslag",
    "Installatie",
    "Metaal",
    "Verhuur",
    "Catering",
    "Reiniging",
]
_FORMS = ("", "", " B.V.", " BV", " V.O.F.")
_GIVEN = [
    "Fatima",
    "Noor",
    "Piet",
    "Anouk",
    "Yusuf",
    "Sanne",
    "Bram",
    "Ilse",
    "Mehmet",
    "Lotte",
    "Daan",
    "Eva",
    "Joost",
    "Mara",
    "Tijn",
    "Roos",
]
_JOBS = ("directeur", "planner", "wagenparkbeheerder", "hoofd logistiek", "facilitair manager", "")
_KINDS = ("A", "B1", "B2", "C1", "X", "ONBEKEND")
_FULL = ("nee", "congestiemanagement", "volledige congestie")


def terrain_id(number: int) -> str:
    """Return the RIN number of the nth terrain; its prefix says that the figures are invented."""
    return f"demo-{number:05}"


def terrains(count: int, seed: int = 1) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a register of terrains."""
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    places = list(MUNICIPALITIES.values())
    for number in range(1, count + 1):
        place = chance.choice(places)
        name = chance.choice(_FIRST) + chance.choice(_SECOND) + chance.choice(_THIRD)
        net = round(min(200.0, chance.lognormvariate(2.2, 1.0)), 4)
        gross, free = round(net * chance.uniform(1.05, 1.4), 4), round(net * chance.choice((0, 0, 0.05, 0.2)), 4)
        areas = (str(gross), str(net), str(free))
        yield (
            terrain_id(number), name, place.code, place.name, place.province.value, "2024", *areas, chance.choice(_KINDS)
        )  # fmt: skip


def companies(count: int, on: int, seed: int = 2) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a register of `count` companies, each with one contact, spread over `on` terrains.

    One in five has no KvK number; e-mail addresses end in .example, where nobody lives.
    """
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    for number in range(1, count + 1):
        family, given = chance.choice(_FAMILIES), chance.choice(_GIVEN)
        name = f"{family} {chance.choice(_TRADES)} {number}{chance.choice(_FORMS)}"
        kvk = "" if chance.random() < 0.2 else f"{10_000_000 + number}"
        where, phone = terrain_id(chance.randint(1, on)), f"06-{chance.randint(10_000_000, 99_999_999)}"
        email = f"{given}.{number}@bedrijf.example".lower()
        yield where, name, kvk, f"{given} {family}", chance.choice(_JOBS), email, phone


def plan_map(on: int, years: Sequence[int] = YEARS, seed: int = 3) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a plan map for every terrain and year."""
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    for number in range(1, on + 1):
        vehicles, full = chance.randint(0, 400), chance.choice(_FULL)
        grid = chance.choice((0, 500, 2_000, 10_000))
        for step, year in enumerate(years):
            there = vehicles * (1 + 2 * step)
            yield terrain_id(number), str(year), f"{there * 12.5:.1f}", str(there), str(grid), full


def write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Path:
    """Write rows as a CSV file with a header; return where it is."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)
    return path


def write_registers(folder: Path, on: int, count: int) -> tuple[Path, Path, Path]:
    """Write terrains, companies and a plan map to a folder; return the three files in the order they are imported in."""
    folder.mkdir(parents=True, exist_ok=True)
    return (
        write(folder / "terreinen.csv", TERRAINS, terrains(on)),
        write(folder / "bedrijven.csv", COMPANIES, companies(count, on)),
        write(folder / "plankaart.csv", PLAN_MAP, plan_map(on)),
    )
