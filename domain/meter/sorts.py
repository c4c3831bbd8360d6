"""What sort of numbers a file holds, where its words do not say: counters or use, kWh or kW, below zero or wrong."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from domain.meter.choosing import unit_of
from domain.meter.outcomes import MeterAsks, MeterOption, MeterQuestion, OpenQuestion
from domain.meter.rows import ChannelKey, MeterChannel, RowReader
from domain.meter.words import UNITS, MeterFlow

POWERS = ("w", "kw", "mw")
LEAST = 12  # values that tell a counter from use
MANY = 100  # a counter shows so many times what it counts in one interval
RISES = 0.05
RUN = 4  # quarters below zero in a row: that is the sun, no mistake
NINES = 9999.0


def is_register(rows: RowReader, moments: Mapping[ChannelKey, Sequence[int]]) -> bool:
    """Say whether values are those of counters. Raises OpenQuestion where they rise as a counter does and nothing says so."""
    if all(unit_of(column, rows.table) in POWERS for column in rows.columns):
        return False
    said = any(column.says.register for column in rows.columns) or any(
        word in rows.table.above.lower() for word in ("meterstanden",)
    )
    used = [(channel, moments[key]) for key, channel in rows.channels.items() if key.flow is not MeterFlow.MADE]
    found = {rising(channel, at) for channel, at in used}
    if "counter" in found and "use" not in found:
        return True
    if not said and ("rises" not in found or "use" in found):
        return False
    if said and "use" not in found:
        return True
    told = rows.answers.get(MeterAsks.SORT)
    if told is None:
        options = (MeterOption("use", "Het gebruik per kwartier of uur"), MeterOption("register", "De meterstand, die oploopt"))
        raise OpenQuestion(MeterQuestion(MeterAsks.SORT, "Wat zijn de getallen in dit bestand?", options))
    return told == "register"


def rising(channel: MeterChannel, at: Sequence[int]) -> str:
    """Return how values go on: "counter" surely, "rises" perhaps one, "use" surely none, and nothing when it cannot be told."""
    pairs = sorted((moment, value) for moment, value in zip(at, channel.values, strict=True) if value is not None)
    values = [value for _, value in pairs]
    steps = [later - earlier for earlier, later in pairwise(values)]
    up, down = [step for step in steps if step > 0], sum(step < 0 for step in steps)
    if down > max(1, 0.002 * len(steps)):
        return "use"
    if len(values) < LEAST or len(up) < max(LEAST // 3, RISES * len(steps)):
        return ""
    return "counter" if sorted(values)[len(values) // 2] > MANY * max(sorted(up)[: max(1, int(0.98 * len(up)))]) else "rises"


def unit_asked(rows: RowReader, step: int, *, register: bool) -> str:
    """Return the unit of values whose unit the file does not say; nothing when it says so. Raises OpenQuestion.

    Of hours it is one: a kWh in an hour is a mean of a kW.
    """
    open_keys = [key for key in rows.channels if not key.unit and key.flow is not MeterFlow.MADE]
    if not open_keys or (step == 60 and not register):
        return "kwh"
    told = rows.answers.get(MeterAsks.UNIT)
    if told in UNITS:
        return str(told)
    highest = max(highest_of(rows.channels[key], register=register) for key in open_keys)
    times = 60 / step
    options = (
        MeterOption("kwh", f"kWh. Uw hoogste gebruik is dan {shown(times * highest)} kW."),
        MeterOption("kw", f"kW. Uw hoogste gebruik is dan {shown(highest)} kW."),
        MeterOption("wh", f"Wh. Uw hoogste gebruik is dan {shown(times * highest / 1000)} kW."),
        MeterOption("w", f"W. Uw hoogste gebruik is dan {shown(highest / 1000)} kW."),
    )
    raise OpenQuestion(MeterQuestion(MeterAsks.UNIT, "In welke eenheid staan de getallen?", options))


def highest_of(channel: MeterChannel, *, register: bool) -> float:
    """Return the highest value, or the largest step of a counter but for the few where it was changed."""
    values = [value for value in channel.values if value is not None]
    if not register:
        return max(values, default=0.0)
    steps = sorted(abs(later - earlier) for earlier, later in pairwise(values))
    return steps[int(0.98 * (len(steps) - 1))] if steps else 0.0


def shown(kw: float) -> str:
    """Return a power as people write it, short."""
    return f"{kw:.0f}" if kw >= 10 else f"{kw:.2g}".replace(".", ",")


def is_net(use: Mapping[int, float], answers: Mapping[str, str]) -> bool:
    """Say whether values below zero are what was fed back; a few by themselves are wrong. Raises OpenQuestion."""
    below = sorted(at for at, kwh in use.items() if kwh < 0)
    if not below:
        return False
    ordered = sorted(use)
    longest = run = 0
    for at in ordered:
        run = run + 1 if use[at] < 0 else 0
        longest = max(longest, run)
    if longest < RUN:
        return False
    told = answers.get(MeterAsks.NEGATIVE)
    if told is None:
        options = (MeterOption("back", "Stroom die wij terugleverden"), MeterOption("wrong", "Fouten in het bestand"))
        raise OpenQuestion(MeterQuestion(MeterAsks.NEGATIVE, "Er staan getallen onder nul in. Wat zijn dat?", options))
    return told == "back"


def is_impossible(kwh: float, usual: float) -> bool:
    """Say whether a value is none that was measured: all nines, or far above what is usual (the value that 95% stay below)."""
    nines = f"{kwh:.2f}".replace(".", "").rstrip("0")
    return (kwh >= NINES and set(nines) == {"9"}) or (usual > 0 and kwh > 50 * usual)
