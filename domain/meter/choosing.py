"""Which columns count: what is there twice (a register beside its use, a total beside its tariffs) is taken once."""

import re
from collections.abc import Mapping, Sequence

from domain.meter.headers import Column, MeterTable
from domain.meter.outcomes import MeterAsks, MeterOption, MeterQuestion, NoMeterFile, OpenQuestion
from domain.meter.words import Heading, MeterFlow, heading_of, spelled

SUM = "sum"
MOST_OPTIONS = 6
ONLY_MADE = "In dit bestand staat alleen wat uw zonnepanelen maakten. Ik zoek wat u van het net afneemt."
ONLY_BACK = "In dit bestand staat alleen wat u teruglevert. Ik zoek wat u van het net afneemt."
_SAID_UNIT = re.compile(r"(?:eenheid|unit)\W+(mwh|kwh|wh|mw|kw|w)\b|\[(mwh|kwh|wh|mw|kw|w)\]", re.IGNORECASE)


def chosen_columns(table: MeterTable, answers: Mapping[str, str]) -> tuple[Column, ...]:
    """Return the columns to read. Raises OpenQuestion when several could be the use, NoMeterFile when none is."""
    flows: dict[MeterFlow, list[Column]] = {}
    for column in table.values:
        flows.setdefault(column.says.flow or MeterFlow.USE, []).append(column)
    if MeterFlow.USE in flows:
        flows.pop(MeterFlow.NET, None)
    elif MeterFlow.NET not in flows:
        raise NoMeterFile(ONLY_BACK if MeterFlow.BACK in flows else ONLY_MADE)
    return tuple(column for flow, several in flows.items() for column in one_measure(several, flow, answers))


def one_measure(columns: Sequence[Column], flow: MeterFlow, answers: Mapping[str, str]) -> Sequence[Column]:
    """Return of the columns of one flow those that are added: energy before registers before power, tariffs before totals."""
    energy = [one for one in columns if not one.says.register and not one.says.power]
    registers = [one for one in columns if one.says.register]
    kept = energy or registers or list(columns)
    tariffs = [one for one in kept if one.says.tariff]
    if tariffs:
        return tariffs
    if len(kept) > 1 and flow is not MeterFlow.USE:
        return kept[:1]
    best = [one for one in kept if one.says.best]
    return kept if len(kept) == 1 else best if len(best) == 1 else asked_column(kept, answers)


def asked_column(columns: Sequence[Column], answers: Mapping[str, str]) -> Sequence[Column]:
    """Return the columns that somebody pointed at. Raises OpenQuestion."""
    told = answers.get(MeterAsks.COLUMN)
    if told == SUM:
        return columns
    if told is not None:
        return [one for one in columns if str(one.place) == told] or columns[:1]
    options = tuple(MeterOption(str(one.place), one.name[:40] or f"Kolom {one.place + 1}") for one in columns[:MOST_OPTIONS])
    both = MeterOption(SUM, "Alles bij elkaar opgeteld")
    raise OpenQuestion(
        MeterQuestion(MeterAsks.COLUMN, "In welke kolom staat het gebruik van uw hele aansluiting?", (*options, both))
    )


def kinds_of(table: MeterTable, answers: Mapping[str, str]) -> Mapping[str, Heading] | None:
    """Return what the rows can be of (the words of their register, direction or unit), None when rows do not say.

    Raises OpenQuestion when none of these words is known.
    """
    if not table.kinds:
        return None
    found: dict[str, Heading] = {}
    for _, row in table.rows:
        words = kind_of(row, table)
        if words not in found:
            found[words] = heading_of(words)
            if len(found) > 40:  # no register: a name or a number that differs in every row
                return None
    known = [one for one in found.values() if one.flow or one.skipped]
    if not known and len(found) > 1:
        told = answers.get(MeterAsks.MAKING)
        if told is None:
            raise asked_kind(found)
        names = list(found)
        return {words: heading_of("afname" if told in (SUM, str(names.index(words))) else "gas") for words in found}
    return found if known else None


def asked_kind(found: Mapping[str, Heading]) -> OpenQuestion:
    options = tuple(MeterOption(str(place), words[:40] or "(leeg)") for place, words in enumerate(list(found)[:MOST_OPTIONS]))
    both = MeterOption(SUM, "Alles bij elkaar opgeteld")
    text = "In dit bestand staan verschillende reeksen. Welke is het gebruik van uw hele aansluiting?"
    return OpenQuestion(MeterQuestion(MeterAsks.MAKING, text, (*options, both)))


def kind_of(row: Sequence[str], table: MeterTable) -> str:
    """Return the words by which a row says what it is of; its unit tells gas from electricity."""
    places = (*table.kinds, table.unit) if table.unit is not None else table.kinds
    return " ".join(row[place].strip() for place in places if place < len(row))


def unit_of(column: Column, table: MeterTable) -> str:
    """Return the unit of a column as the file says it, empty when it does not. Tariffs are of energy, and so in kWh."""
    if column.says.unit:
        return column.says.unit
    if found := _SAID_UNIT.search(table.above):
        return (found[1] or found[2]).lower()
    if column.says.power:
        return "kw"
    return "kwh" if column.says.tariff or column.says.is_obis or column.says.register else ""


def edge_above(above: str) -> str:
    """Return which end of the interval the lines above a table say that its times are: "begin", "end" or nothing."""
    found = re.search(
        r"\b(begin|start|eind)\w* (?:van )?(?:het |de |elk )?(?:kwartier|uur|interval|periode)", spelled(above[:2000])
    )
    return "" if found is None else "end" if found[1] == "eind" else "begin"
