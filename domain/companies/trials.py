"""A company that is made to try things: invented answers, so that everything can be seen at work. It counts nowhere."""

from collections.abc import Mapping

from domain.intake.answers import Answer, Value
from domain.intake.certainty import Certainty

NAME = "Proefbedrijf {number}"
MARK = "Dit is een proefbedrijf. Het telt nergens mee."

_CLASS = ("total", "electric_now", "electric_2030", "electric_2035", "km_per_day", "back", "out", "days", "at_night", "daytime",
          "long_trips", "chargers", "charger_kw")  # fmt: skip
_FLEET: Mapping[str, tuple[Value | None, ...]] = {
    "van": (10, 2, 6, 10, 80, "17:00", "07:00", 5, 100, "no", 0, 2, 11),
    "rigid": (4, 0, 2, 4, 140, "17:30", "06:00", 5, 100, "sometimes", 0, 0, None),
    "tractor": (6, 0, 2, 5, 280, "18:30", "05:30", 5, 100, "no", 0, 0, None),
}  # fmt: skip
_REST: Mapping[str, Value] = {
    "light_truck.total": 0, "fleet.other_fuels": ["none"], "contact.role": "owner", "contact.may_sign": True,
    "site.bays": 8, "site.long_bays": 4, "site.ownership": "owned", "site.budget": "not_yet", "site.neighbours": "conditions",
    "site.conditions": "Alleen buiten werktijd.", "connection.size": "large", "connection.operator": "enexis",
    "grid.contracted_kw": 250, "grid.physical_kw": 630, "grid.feed_in_kw": 0, "grid.peak_kw": 190, "grid.night_kw": 60,
    "upgrade.asked": True, "upgrade.kw": 300, "upgrade.since": "2026-03", "upgrade.state": "waiting",
    "own.solar_kwp": 150, "own.solar_planned_kwp": 0, "own.surplus": "sometimes", "own.wind_kw": 0, "own.battery_kwh": 0,
    "own.battery_planned_kwh": 0, "own.cars": 3, "together.problem": "grid", "together.explanation": "De aansluiting is vol.",
    "shared.interest": "yes", "neighbour.interest": "maybe", "buying.interest": "yes", "hub.interest": "maybe",
    "alone.interest": "no", "ideas.conditions": "Het moet veilig zijn.", "ideas.own_solution": "Samen een laadplein.",
    "ideas.others": "Geen idee.",
}  # fmt: skip


_LEFT_OUT = ("company.kvk", "contact.email")  # of nobody


def trial_answers(number: int, terrain: Mapping[str, str]) -> dict[str, Answer]:
    """Return the answers of the company of this number on a terrain (its id and name): somewhat more vehicles with each."""
    given: dict[str, Value] = {"company.name": NAME.format(number=number), "company.terrain": dict(terrain)}
    for vehicle, values in _FLEET.items():
        given |= {f"{vehicle}.{part}": value for part, value in zip(_CLASS, values, strict=True) if value is not None}
    given["van.total"] = 10 + number % 10
    told = {name: Answer(value) for name, value in {**given, **_REST}.items()}
    return told | dict.fromkeys(_LEFT_OUT, Answer(None, Certainty.SKIPPED))
