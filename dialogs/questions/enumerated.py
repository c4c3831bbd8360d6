"""Vehicles told one after another with the number behind the name: "bussen zes, bakwagens twee en trekkers vier"."""

import re
from collections.abc import Sequence

from dialogs.dutch.counted import COMING, FILLER, GONE
from dialogs.dutch.typed import words
from dialogs.dutch.units import COUNT, unit_of
from dialogs.questions.classes import class_at
from domain.intake.vehicles import VehicleClass

BROKEN = re.compile(r"\d[.,:]\d|\d-|20[2-5]\d")
NONE = ("geen", "nul")
FEWEST = 2


def enumerated(piece: str) -> dict[VehicleClass, float]:
    """Return how many there are of each class, when each is named before its number and nothing else is said."""
    if BROKEN.search(piece):
        return {}
    said = words(piece).split()
    counted: dict[VehicleClass, float] = {}
    named: VehicleClass | None = None
    at = 0
    while at < len(said):
        vehicles, length = class_at(said, at)
        number = 0.0 if said[at] in NONE else float(said[at]) if said[at].isdecimal() else None
        if vehicles is not None:
            if (named is not None and named not in counted) or vehicles in counted:
                return {}
            named = vehicles
        elif number is not None:
            if named is None or counted.setdefault(named, number) != number:
                return {}
        elif says_more(said, at):
            return {}
        at += length
    return counted if len(counted) >= FEWEST and named in counted else {}


def says_more(said: Sequence[str], at: int) -> bool:
    """Say whether a word is about anything else than how many."""
    unit = unit_of(said[at])
    return said[at] not in FILLER or said[at] in COMING | GONE or (unit is not None and unit.measures != COUNT)
