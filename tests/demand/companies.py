"""Invented companies for the model: by hand, and any at all."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from hypothesis import strategies as st

from domain.demand.measured import MeasuredDays
from domain.demand.parameters import STANDARD
from domain.demand.sites import Site, site_of
from domain.intake.answers import Answer, Answers, Value
from domain.intake.certainty import Certainty
from domain.intake.vehicles import VehicleClass

NONE = {f"{vehicle}.total": 0 for vehicle in VehicleClass}
TEN_TRACTORS: dict[str, Value] = {
    "tractor.total": 10, "tractor.electric_now": 0, "tractor.electric_2030": 10, "tractor.electric_2035": 10,
    "tractor.km_per_day": 160, "tractor.kwh_per_km": 1.3, "tractor.back": "18:00", "tractor.out": "06:00",
    "tractor.at_night": 100, "tractor.long_trips": 0, "tractor.chargers": 0, "tractor.planned_kw": 100, "model.efficiency": 95,
}  # fmt: skip
LARGE: dict[str, Value] = {"connection.size": "large", "grid.contracted_kw": 400, "grid.peak_kw": 150}


def answers_of(*parts: Mapping[str, Value], certainty: Certainty = Certainty.SURE) -> Answers:
    """Return answers, the later parts over the earlier."""
    merged = {name: value for part in ({}, *parts) for name, value in part.items()}
    return Answers({name: Answer(value, certainty) for name, value in merged.items()})


def site(*parts: Mapping[str, Value]) -> Site:
    """Return a company that is sure of everything it says; what it does not name, it does not have."""
    return site_of(answers_of(NONE, *parts), STANDARD)


def with_day(one: Site, day: Sequence[float]) -> Site:
    """Return a company whose meter measured this day, in 96 quarters."""
    return replace(one, measured=MeasuredDays(tuple(day), tuple(day)))


def clocks() -> st.SearchStrategy[str]:
    """Return any time of day."""
    return st.builds(lambda hour, minute: f"{hour:02d}:{minute:02d}", st.integers(0, 23), st.sampled_from((0, 10, 15, 30, 45)))


def maybe(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Answer | None]:
    """Return an answer, sure or not, or none."""
    known = st.builds(Answer, values, st.sampled_from((Certainty.SURE, Certainty.ESTIMATE)))
    return st.one_of(known, known, known, st.just(Answer(None, Certainty.UNKNOWN)), st.none())


@cache  # making these takes longer than drawing from them
def about_power() -> Mapping[str, st.SearchStrategy[Answer | None]]:
    """Return what a company may say of its connection."""
    return {
        "connection.size": maybe(st.sampled_from(("small", "large"))),
        "grid.fuse": maybe(st.sampled_from(("1x25A", "3x25A", "3x80A"))),
        "grid.contracted_kw": maybe(st.floats(1, 2000)),
        "grid.physical_kw": maybe(st.floats(1, 2000)),
        "grid.peak_kw": maybe(st.floats(0, 1000)),
        "model.efficiency": maybe(st.floats(50, 100)),
    }


@cache
def about_vehicles(vehicle: VehicleClass) -> Mapping[str, st.SearchStrategy[Answer | None]]:
    """Return what a company may say of vehicles of one class."""
    return {
        f"{vehicle}.total": maybe(st.integers(0, 40)),
        **{f"{vehicle}.{name}": maybe(st.integers(0, 40)) for name in ("electric_now", "electric_2030", "electric_2035")},
        f"{vehicle}.km_per_day": maybe(st.integers(0, 800)),
        f"{vehicle}.back": maybe(clocks()),
        f"{vehicle}.out": maybe(clocks()),
        f"{vehicle}.at_night": maybe(st.integers(0, 100)),
        f"{vehicle}.long_trips": maybe(st.integers(0, 100)),
        f"{vehicle}.chargers": maybe(st.integers(0, 20)),
        f"{vehicle}.charger_kw": maybe(st.floats(1, 400)),
        f"{vehicle}.kwh_per_km": maybe(st.floats(0.1, 3)),
        f"{vehicle}.planned_kw": maybe(st.floats(1, 400)),
    }


@st.composite
def any_answers(draw: st.DrawFn) -> Answers:
    """Return answers of any company, complete or not, plausible or not."""
    asked = dict(about_power())
    for vehicle in draw(st.lists(st.sampled_from(list(VehicleClass)), unique=True, max_size=3)):
        asked |= about_vehicles(vehicle)
    given = {name: draw(strategy) for name, strategy in asked.items()}
    none = {f"{vehicle}.total": Answer(0) for vehicle in VehicleClass if f"{vehicle}.total" not in given}
    return Answers({**none, **{name: answer for name, answer in given.items() if answer is not None}})


@cache
def measured_days() -> st.SearchStrategy[MeasuredDays | None]:
    """Return the two days that a meter measured, below zero where solar power is fed back, or none."""
    hours = st.lists(st.floats(-500, 500), min_size=24, max_size=24).map(lambda day: tuple(kw for kw in day for _ in range(4)))
    return st.one_of(st.none(), st.none(), st.builds(MeasuredDays, hours, hours))


@st.composite
def any_site(draw: st.DrawFn) -> Site:
    """Return any company as the model sees it."""
    return site_of(draw(any_answers()), STANDARD, draw(measured_days()))
