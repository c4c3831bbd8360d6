"""What was counted: units as people type them, so that megawatts are never stored as kilowatts."""

from dataclasses import dataclass

COUNT, SHARE, DAYS = "count", "share", "days"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: what it measures, and how many of the unit we store go into one of it."""

    measures: str
    factor: float = 1


SPELLINGS: dict[Unit, str] = {
    Unit(COUNT): "stuks stuk st x plekken plek plaatsen plaats keer",
    Unit(SHARE): "% procent pct percent",
    Unit(DAYS): "dagen dag dgn dg",
    Unit("power"): "kw kilowatt kilowatts",
    Unit("power", 1000): "mw megawatt",
    Unit("power", 0.001): "w watt",
    Unit("energy"): "kwh kilowattuur",
    Unit("energy", 1000): "mwh megawattuur",
    Unit("energy", 0.001): "wh wattuur",
    Unit("solar"): "kwp kilowattpiek",
    Unit("solar", 1000): "mwp megawattpiek",
    Unit("solar", 0.001): "wp wattpiek",
    Unit("distance"): "km kms kilometer kilometers",
    Unit("distance", 0.001): "m meter meters mtr",
    Unit("something else"): (
        "a amp ampere volt v kva kvar mva panelen paneel zonnepanelen uur u uren min minuut minuten sec seconden week weken"
        " maand maanden jaar jaren kwartaal kg kilo ton liter l euro eur mijl mijlen hectare ha m2 m² m3 m³ jan januari feb"
        " februari mrt maart apr april mei juni juli aug augustus sep september okt oktober nov november dec december"
    ),
}
UNITS = {spelling: unit for unit, spellings in SPELLINGS.items() for spelling in spellings.split()}


def unit_of(word: str) -> Unit | None:
    """Return the unit a tidied word names, or None when it names none (then it is what was counted, like "bussen")."""
    return UNITS.get(word)


def conversion(typed: Unit | None, asked: str | None) -> float | None:
    """Return the factor from the typed unit to the one asked for; None when they measure different things."""
    if typed is None or asked is None:
        return 1
    wanted = UNITS.get(asked.lower(), Unit(COUNT))
    if typed.measures == wanted.measures:
        return typed.factor / wanted.factor
    return 1 if wanted.measures == "solar" and typed == Unit("power") else None
