"""Making the export of a terrain of what companies answered: every value with its range, certainty and source."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from domain.consent.consents import Decision, Purpose
from domain.demand.bases import base_of
from domain.demand.consumption import kind_names
from domain.demand.measured import MeasuredDays
from domain.demand.parameters import Efficiency, Parameter, Parameters, PerClass
from domain.demand.quantities import QUARTER_HOURS, QUARTERS, Basis, Case, Quantity
from domain.demand.rooms import NIGHT
from domain.demand.sites import Fleet, Site, site_of
from domain.disclosure.audiences import Disclosed
from domain.disclosure.shares import parameters_mark
from domain.intake.answers import Answers
from domain.intake.certainty import Certainty
from domain.terrains.export import (
    ExportedCompany,
    ExportedConsent,
    ExportedDay,
    ExportedFleet,
    ExportedParameter,
    ExportedValue,
    TerrainExport,
    ValueCertainty,
    ValueSource,
)
from domain.terrains.terrains import TerrainName

# What companies must have allowed: the file is for advisers who work for the provinces.
FOR = Purpose.ADVISERS
ORIGINS = {
    Basis.SURE: (ValueCertainty.SURE, ValueSource.ANSWER),
    Basis.ESTIMATE: (ValueCertainty.ESTIMATE, ValueSource.ANSWER),
    Basis.BETWEEN: (ValueCertainty.BETWEEN, ValueSource.BOUNDS),
    Basis.ASSUMED: (ValueCertainty.ASSUMED, ValueSource.PARAMETER),
}
DAY = 24.0
METER = "meter"  # where a value is no answer and no parameter
Measured = Mapping[UUID, MeasuredDays]


@dataclass(frozen=True, slots=True)
class Exportable:
    """The companies of a terrain that allow an export, and how many others gave answers. Of these `held_back` allow it too, but
    would give another company away beside a published total. `measured` is by intake.
    """

    companies: Sequence[Disclosed]
    others: int
    held_back: int
    measured: Measured


def export_of(terrain: TerrainName, found: Exportable, parameters: Parameters, now: datetime.datetime) -> TerrainExport:
    """Return the export of a terrain. A company without a decision is not in `found`; KeyError for one that is."""
    return TerrainExport(
        terrain=terrain.id,
        name=terrain.label,
        made_at=now,
        purpose=FOR.value,
        companies=tuple(company_of(one, parameters, found.measured.get(one.intake)) for one in found.companies),
        not_allowed=found.others,
        parameters_version=parameters_mark(parameters),
        parameters=tuple(parameters_of(parameters)),
    )


def company_of(one: Disclosed, parameters: Parameters, days: MeasuredDays | None) -> ExportedCompany:
    """Return one company as the model reads it."""
    answers, site = one.answers, site_of(one.answers, parameters, days)
    day = ExportedDay(winter_kw=days.winter, highest_kw=days.highest) if days is not None else None
    return ExportedCompany(
        company=one.company or "Naam nog niet bekend",
        consent=consent_of(one.consents[FOR]),
        fleets=tuple(fleet_of(fleet, site, answers, parameters) for fleet in site.fleets),
        connection_kw=None if site.connection_kw is None else value_of(site.connection_kw, "kW", connection_name(answers)),
        peak_kw=use_of(site, site.peak_kw, "grid.peak_kw"),
        night_kw=use_of(site, site.night_kw, "grid.night_kw", NIGHT),
        cars_kw=None if site.cars_kw is None else value_of(site.cars_kw, "kW", "own.cars", "own.cars"),
        at_once=None if site.at_once is None else value_of(site.at_once, "share", "model.at_once"),
        solar_kwp=told(answers, "own.solar_kwp", "kWp", parameters),
        battery_kwh=told(answers, "own.battery_kwh", "kWh", parameters),
        base_day=day,
        unknown=tuple(dict.fromkeys(site.unknown)),
    )


def consent_of(decision: Decision) -> ExportedConsent:
    return ExportedConsent(
        purpose=FOR.value,
        text_version=decision.text_version,
        given_at=decision.at,
        until=decision.until,
        through=decision.through,
    )


def use_of(site: Site, told_kw: Quantity | None, name: str, quarters: Sequence[int] = range(QUARTERS)) -> ExportedValue | None:
    """Return the highest use in these quarters without charging and cars: measured, else as answered; None where neither is."""
    if site.measured is None:
        return None if told_kw is None else value_of(told_kw, "kW", name)
    without = replace(site, cars_kw=None)
    low, middle, high = (max(float(base_of(without, case)[quarter]) for quarter in quarters) for case in Case)
    return value_of(Quantity(low, middle, high), "kW", name).model_copy(update={"source": ValueSource.MEASURED, "name": METER})


def fleet_of(fleet: Fleet, site: Site, answers: Answers, parameters: Parameters) -> ExportedFleet:
    """Return one class of vehicles."""
    vehicle, total = fleet.vehicle, answers.number(f"{fleet.vehicle}.total")
    counts = [
        None if count is None else value_of(count, "vehicles", f"{vehicle}.{name}")
        for count, name in zip(fleet.electric, ("electric_now", "electric_2030", "electric_2035"), strict=True)
    ]
    used = " / ".join(f"kwh_per_km.{kind}" for kind in kind_names(vehicle, answers))
    charger = f"{vehicle}.planned_kw" if f"{vehicle}.planned_kw" in answers else f"{vehicle}.charger_kw"
    return ExportedFleet(
        vehicle_class=vehicle.value,
        vehicles=None if total is None else value_of(Quantity.sure(total), "vehicles", f"{vehicle}.total"),
        electric_now=counts[0],
        electric_2030=counts[1],
        electric_2035=counts[2],
        km_per_day=value_of(fleet.km, "km", f"{vehicle}.km_per_day", f"km_per_day.{vehicle}"),
        days_per_week=value_of(days_of(fleet, parameters), "days/week", f"{vehicle}.days", "days_per_week"),
        kwh_per_km=value_of(fleet.kwh_per_km, "kWh/km", f"{vehicle}.kwh_per_km", f"{used} x winter_factor.{vehicle}"),
        kwh_per_km_year=value_of(fleet.kwh_per_km_year or fleet.kwh_per_km, "kWh/km", f"{vehicle}.kwh_per_km", used),
        charging_efficiency=value_of(
            fleet.efficiency or site.efficiency, "share", "model.efficiency", efficiency_names(fleet, parameters)
        ),
        share_on_site=value_of(fleet.on_site, "share", f"{vehicle}.at_night", f"share_on_site.{vehicle}"),
        charger_kw=value_of(fleet.charger_kw, "kW", charger, f"charger_kw.{vehicle}"),
        back=clock_of(fleet, f"{vehicle}.back", leaving=False),
        away=clock_of(fleet, f"{vehicle}.out", leaving=True),
    )


def days_of(fleet: Fleet, parameters: Parameters) -> Quantity:
    """Return on how many days a week these vehicles drive."""
    usual = parameters.days_per_week
    return fleet.days_per_week or Quantity(usual.low, usual.default, usual.high, Basis.ASSUMED)


def efficiency_names(fleet: Fleet, parameters: Parameters) -> str:
    """Return by which parameters the efficiency of these charging points is known: slow ones, fast ones, or perhaps both."""
    by_current = {True: "efficiency.dc", False: "efficiency.ac"}
    fast = (kw > parameters.efficiency.dc_above_kw.default for kw in fleet.charger_kw.cases)
    return " / ".join(dict.fromkeys(by_current[one] for one in fast))


def clock_of(fleet: Fleet, name: str, *, leaving: bool) -> ExportedValue:
    """Return when vehicles are back or leave, in hours after midnight; of a range over midnight only the likely hour."""
    quarters = [(one.start + one.length if leaving else one.start) % QUARTERS for one in fleet.windows]
    hours = [quarter * QUARTER_HOURS for quarter in quarters]
    if max(hours) - min(hours) > DAY / 2:
        hours = [hours[1]] * 3
    return value_of(Quantity(min(hours), hours[1], max(hours), fleet.windows_basis), "hour", name, name.partition(".")[2])


def value_of(quantity: Quantity, unit: str, name: str, parameter: str = "") -> ExportedValue:
    """Return an input of the model; its cases may go up or down, its range goes up. `name` is its question, `parameter` what
    was taken where that was not answered.
    """
    certainty, source = ORIGINS[quantity.basis]
    low, high = min(quantity.cases), max(quantity.cases)
    taken = parameter if source is ValueSource.PARAMETER and parameter else name
    return ExportedValue(
        value=quantity.middle, lowest=low, highest=high, unit=unit, certainty=certainty, source=source, name=taken
    )


def told(answers: Answers, name: str, unit: str, parameters: Parameters) -> ExportedValue | None:
    """Return an answer that the model takes as it is; None when there is none. An estimate has the margin of the model."""
    answer, value = answers.get(name), answers.number(name)
    if answer is None or value is None:
        return None
    if answer.certainty is not Certainty.ESTIMATE:
        return value_of(Quantity.sure(value), unit, name)
    margin = parameters.estimate_margin.default
    return value_of(Quantity(value * (1 - margin), value, value * (1 + margin), Basis.ESTIMATE), unit, name)


def connection_name(answers: Answers) -> str:
    """Return by which answer the connection is known."""
    return next((name for name in ("grid.contracted_kw", "grid.fuse") if answers.known(name) is not None), "connection.size")


def parameters_of(parameters: Parameters) -> Sequence[ExportedParameter]:
    """Return every number of the model; the measured simultaneity is a table, which is known by the version."""
    named: list[tuple[str, Parameter]] = []
    for name in type(parameters).model_fields:
        found = getattr(parameters, name)
        if isinstance(found, Parameter):
            named.append((name, found))
        elif isinstance(found, PerClass | Efficiency):
            named += [(f"{name}.{part}", getattr(found, part)) for part in type(found).model_fields]
    return [ExportedParameter(name=name, **one.model_dump()) for name, one in named]
