"""From text to lines of cells: CSV with any separator, and JSON with lists of measurements somewhere inside."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence

from domain.meter.figures import looks_numeric
from domain.meter.outcomes import NoMeterFile
from domain.registers.figures import Figure

MeterLine = tuple[int, Sequence[str]]  # the number of a line, from 1, and its cells

SEPARATORS = (";", "\t", ",", "|")
LOOKED_AT = 200  # lines that decide on the separator
LONGEST_CELL = 2_000
MOST_LINES = 600_000
WIDEST = 400
DEEPEST = 12
TOO_MUCH = "Dit bestand heeft te veel regels. Stuur ten hoogste drie jaar met kwartieren."
NOT_A_METER = "Dit lijkt geen bestand van een meter. Ik zoek een lijst met tijden en met kWh of kW, per kwartier of per uur."


def lines_of(text: str) -> list[MeterLine]:
    """Return the lines of a text that are not empty. Raises NoMeterFile for what is no table."""
    bare = text.lstrip("\ufeff").lstrip()
    if bare[:1] in ("[", "{"):
        return json_lines(bare)
    if bare[:1] == "<":
        raise NoMeterFile("Dit is een XML-bestand of een webpagina. Vraag om CSV of Excel (.xlsx).")
    return list(_cells(text.lstrip("\ufeff")))


def _cells(text: str) -> Iterator[MeterLine]:
    separator = separator_of(text)
    shift = 1
    if text[:4].lower() == "sep=":
        text, shift = text.partition("\n")[2], 2
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator or "\x1f")
    number = shift
    try:
        for cells in reader:
            if any(cell and not cell.isspace() for cell in cells):
                yield number, checked(cells)
            if number > MOST_LINES:
                raise NoMeterFile(TOO_MUCH)
            number = shift + reader.line_num
    except csv.Error as error:
        raise NoMeterFile(f"Regel {number} is niet te lezen. {NOT_A_METER}") from error


def checked(cells: list[str]) -> list[str]:
    """Return cells that a table can have. Raises NoMeterFile for giants."""
    if len(cells) > WIDEST:
        raise NoMeterFile("Dit bestand heeft te veel kolommen. " + NOT_A_METER)
    if max(map(len, cells)) > LONGEST_CELL:
        raise NoMeterFile("Dit bestand heeft cellen met heel veel tekst. " + NOT_A_METER)
    return [unquoted(cell) if cell[:1] in "=' " else cell.rstrip() for cell in cells]


def unquoted(cell: str) -> str:
    """Return a cell without what Excel puts around a number to keep it a text: ="8716..."."""
    bare = cell.strip()
    if bare.startswith('="') and bare.endswith('"'):
        return bare[2:-1]
    return bare.removeprefix("'")


def separator_of(text: str) -> str:
    """Return what stands between cells; empty when every line is one number, or nothing separates."""
    first = [line for line in text[:40_000].splitlines()[:LOOKED_AT] if line.strip()]
    if first and first[0].lower().startswith("sep="):
        return first[0][4:5] or ";"
    numbers = [line for line in first[1:] if looks_numeric(line.strip().strip('"'))]
    if len(first) > 1 and len(numbers) >= 0.9 * (len(first) - 1) and not any(";" in line or "\t" in line for line in numbers):
        return ""
    found = [(sum(one in line for line in first), -place, one) for place, one in enumerate(SEPARATORS)]
    often = [row for row in found if row[0] >= max(1, 0.5 * len(first))]
    return max(often, key=lambda row: row[1])[2] if often else max(found)[2]


def json_lines(text: str) -> list[MeterLine]:
    """Return the measurements in JSON as a table: a row each, with what is said around them. Raises NoMeterFile."""
    try:
        data = json.loads(text, parse_float=Figure, parse_int=Figure)
    except (ValueError, RecursionError) as error:
        raise NoMeterFile("Dit JSON-bestand is beschadigd. Haal het opnieuw op.") from error
    rows = [row for row in _measurements(data, {}, 0) if row]
    names = list(dict.fromkeys(name for row in rows[:2000] for name in row))
    if not rows or len(names) > WIDEST:
        raise NoMeterFile(NOT_A_METER)
    return [(1, names), *((number, [row.get(name, "") for name in names]) for number, row in enumerate(rows, start=2))]


def _measurements(data: object, around: Mapping[str, str], depth: int) -> Iterator[dict[str, str]]:
    """Yield whatever is deepest, each with the plain values of all that it is in."""
    if depth > DEEPEST:
        raise NoMeterFile(NOT_A_METER)
    if isinstance(data, list):
        for one in data:
            yield from _measurements(one, around, depth + 1)
    elif isinstance(data, dict):
        here = {
            **around,
            **{str(name)[:100]: _plain(value) for name, value in data.items() if not isinstance(value, list | dict)},
        }
        inside = [value for value in data.values() if isinstance(value, list | dict) and value]
        if not inside:
            yield here
        for value in inside:
            yield from _measurements(value, here, depth + 1)


def _plain(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, Figure) else str(value)[:LONGEST_CELL]
