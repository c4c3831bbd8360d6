"""Totals by class and by hour as they may be shown now, and what is missing for whatever is not."""

import datetime
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.demand.quantities import Year
from domain.disclosure.breakdowns import ByClass, ByHour, ClassTotal, ClassTotals, HourTotals, Lack, Missing
from domain.disclosure.candidates import BROKEN_DOWN, Figures, Of
from domain.disclosure.rules import ENOUGH, Total
from domain.disclosure.sums import DAY, Kind
from domain.disclosure.totals import YearTotal
from domain.intake.vehicles import VehicleClass
from storage.disclosure.published import figures_to, newest
from storage.tables.insight import terrain_total


async def read_classes(connection: AsyncConnection, terrain_id: str, now: datetime.datetime) -> ByClass:
    """Return per year the totals by class, or what is missing for them."""
    rows, lacks = await read(connection, terrain_id, Kind.CLASSES, now)
    return {year: classes_from(rows[year]) if year in rows else lacks[year] for year in BROKEN_DOWN}


async def read_hours(connection: AsyncConnection, terrain_id: str, now: datetime.datetime) -> ByHour:
    """Return per year the total by the hour, or what is missing for it."""
    rows, lacks = await read(connection, terrain_id, Kind.HOURS, now)
    return {year: hours_from(rows[year]) if year in rows else lacks[year] for year in BROKEN_DOWN}


async def read_missing(connection: AsyncConnection, terrain_id: str, now: datetime.datetime) -> Mapping[Year, Missing]:
    """Return of each year without a total what is missing for it."""
    rows, lacks = await read(connection, terrain_id, Kind.TOTAL, now)
    return {year: lack for year, lack in lacks.items() if year not in rows}


async def read(
    connection: AsyncConnection, terrain_id: str, kind: Kind, now: datetime.datetime
) -> tuple[Mapping[Year, Row[Any]], Mapping[Year, Missing]]:
    """Return what stands of a kind, and what was missing when publishing was last tried."""
    rows = await newest(connection, (terrain_id,), now, (kind,))
    these = select(terrain_total.c.figures).where(terrain_total.c.terrain_id == terrain_id)
    figures = (await connection.execute(these)).scalar_one_or_none()
    lacks = {year: lack_from(figures, kind, year) for year in Year}
    return {year: row for (_, _, year), row in rows.items()}, lacks


def lack_from(figures: Mapping[str, Any] | None, kind: Kind, year: Year) -> Missing:
    """Return what is missing; what nobody counted yet lacks everybody, and what is gone since stood out beside what was shown."""
    if figures is None:
        return Missing(Lack.COMPANIES, ENOUGH)
    missing = figures.get("missing", {})
    found = missing.get(name_of(kind, year)) or missing.get(name_of(Kind.TOTAL, year))
    return missing_from(found) if found else Missing(Lack.BEFORE)


def name_of(kind: Kind, year: Year) -> str:
    return f"{kind.value}:{year.value}"


def stored_missing(missing: Mapping[Of, Missing]) -> dict[str, Any]:
    """Return as it is stored what is missing, by kind and year."""
    return {name_of(*of): missing_to(one) for of, one in missing.items()}


def missing_to(missing: Missing) -> list[Any]:
    return [missing.lack.value, missing.companies]


def missing_from(stored: list[Any]) -> Missing:
    return Missing(Lack(stored[0]), stored[1])


def stored_figures(total: Total, figures: Figures) -> dict[str, Any]:
    """Return the figures of whatever kind as they are stored."""
    match figures:
        case YearTotal():
            return {**figures_to(figures), "busiest": next((min(one) for one in total.sums if one < DAY and len(one) == 1), "")}
        case HourTotals():
            hours = (sorted(one) for one in total.sums if one <= DAY)
            return {"companies": figures.companies, "kw": list(figures.kw), "stretches": sorted(hours)}
        case ClassTotals():
            return {vehicle.value: class_to(one) for vehicle, one in figures.by_class.items()}


def class_to(one: ClassTotal | Missing) -> dict[str, Any]:
    return {"missing": missing_to(one)} if isinstance(one, Missing) else {"kwh": one.kwh, "companies": one.companies}


def classes_from(row: Row[Any]) -> ClassTotals:
    """Return the classes in their own order."""
    of = {
        vehicle: missing_from(one["missing"]) if "missing" in one else ClassTotal(one["kwh"], one["companies"])
        for vehicle in VehicleClass
        if (one := row.figures.get(vehicle.value)) is not None
    }
    return ClassTotals(Year(row.year), row.at, of)


def hours_from(row: Row[Any]) -> HourTotals:
    return HourTotals(Year(row.year), row.at, row.figures["companies"], tuple(row.figures["kw"]))
