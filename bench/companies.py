"""Invented companies for measuring the charging model: any number, the same every time."""

import random

from domain.intake.answers import Answer, Answers, Value
from domain.intake.certainty import Certainty
from domain.intake.vehicles import VehicleClass

# Of every class: which share of companies has it, and the largest number of vehicles.
FLEETS = {
    VehicleClass.VAN: (0.7, 30),
    VehicleClass.LIGHT_TRUCK: (0.25, 8),
    VehicleClass.RIGID: (0.4, 15),
    VehicleClass.TRACTOR: (0.35, 30),
}


def invent(count: int, seed: int = 1) -> list[Answers]:
    """Return the answers of so many companies; some know everything, some say little."""
    chance = random.Random(seed)  # noqa: S311 - the same companies every time
    return [answers_of(chance) for _ in range(count)]


def answers_of(chance: random.Random) -> Answers:
    """Return the answers of one company."""
    given: dict[str, Value] = {}
    for vehicle, (share, most) in FLEETS.items():
        total = chance.randint(1, most) if chance.random() < share else 0
        given[f"{vehicle}.total"] = total
        if total:
            given |= about(chance, vehicle, total)
    if chance.random() < 0.5:
        contract = chance.randint(60, 800)
        given |= {"connection.size": "large", "grid.contracted_kw": contract}
        given["grid.peak_kw"] = round(contract * chance.uniform(0.3, 1))
    else:
        given |= {"connection.size": "small", "grid.fuse": "3x63A", "grid.peak_kw": chance.randint(10, 43)}
    guesses = (Certainty.SURE, Certainty.ESTIMATE)
    return Answers({name: Answer(value, chance.choice(guesses)) for name, value in given.items()})


def about(chance: random.Random, vehicle: VehicleClass, total: int) -> dict[str, Value]:
    """Return what a company says of one class; the later numbers are no smaller than the earlier."""
    now, then, later = sorted(chance.randint(0, total) for _ in range(3))
    said: dict[str, Value] = {f"{vehicle}.electric_2030": then}
    if chance.random() < 0.8:
        said |= {f"{vehicle}.electric_now": now, f"{vehicle}.electric_2035": later}
    if chance.random() < 0.7:
        said[f"{vehicle}.km_per_day"] = chance.randint(40, 350)
    if chance.random() < 0.8:
        said |= {f"{vehicle}.back": clock(chance, 14, 20), f"{vehicle}.out": clock(chance, 4, 8)}
    if chance.random() < 0.5:
        said[f"{vehicle}.at_night"] = 10 * chance.randint(5, 10)
    return said


def clock(chance: random.Random, first: int, last: int) -> str:
    """Return a time between two hours, on a quarter."""
    return f"{chance.randint(first, last):02d}:{chance.choice((0, 15, 30, 45)):02d}"
