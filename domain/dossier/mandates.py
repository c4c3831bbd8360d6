"""A mandate for metering data: who signed, since when, and for which connections. Here only asked and signed; no chain yet.

Source of the fields: the usual written consent per connection (organisation, who may sign, address of the connection, EAN);
one signature can cover several connections of one owner. Gas has an EAN of its own: only electricity counts here.
"""

import datetime
import re
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from domain.dossier.ean import LENGTH, NotAnEan, read_ean
from domain.intake.acceptance import NotAccepted, clean_text

MOST_CONNECTIONS = 20
BREAK = re.compile(r"[\n;]|,(?=\s*(?:(?:ean|:)[ :]*)?(?:\d[ .\-]?){6})", re.IGNORECASE)  # a postcode has four digits
POSTCODE = re.compile(r"\b([1-9]\d{3}) ?(?!SA|SD|SS)([A-Z]{2})\b[ ,]*+(.*)", re.IGNORECASE)
CODE = re.compile(r"(?:ean)?[ :-]*((?:\d[ .\-]?){17}\d)(?!\d)(.*)", re.IGNORECASE)


class MandateState(StrEnum):
    """How far a mandate is."""

    ASKED = "asked"
    SIGNED = "signed"


class MeteredConnection(BaseModel):
    """One connection to the grid; the address is what the owner of the metering data asks for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ean: Annotated[str, Field(min_length=LENGTH, max_length=LENGTH)]
    address: str = ""


def read_connections(text: str) -> tuple[MeteredConnection, ...]:
    """Read connections as people type them: one on a line, or parted by commas; perhaps with a postcode and house number.

    The same code twice counts once. Raises NotAnEan, with the line when there are several.
    """
    lines = [line.strip() for line in BREAK.split(text) if line.strip()]
    found: dict[str, MeteredConnection] = {}
    for number, line in enumerate(lines, start=1):
        try:
            connection = read_connection(line)
        except NotAnEan as wrong:
            lead = f"Regel {number}: " if len(lines) > 1 else ""
            raise NotAnEan(f"{lead}{wrong.sentence}") from wrong
        known = found.get(connection.ean)
        found[connection.ean] = connection if known is None or connection.address else known
    if len(found) > MOST_CONNECTIONS:
        raise NotAnEan(f"Vul ten hoogste {MOST_CONNECTIONS} EAN-codes in.")
    return tuple(found.values())


def read_codes(text: str) -> str:
    """Return connections one on a line, as they are stored; raises NotAccepted with the sentence."""
    try:
        connections = read_connections(clean_text(text))
    except NotAnEan as wrong:
        raise NotAccepted(wrong.sentence) from wrong
    return "\n".join(f"{one.ean} {one.address}".strip() for one in connections)


def read_connection(line: str) -> MeteredConnection:
    """Read one connection; raises NotAnEan."""
    split = CODE.match(line)
    if split is None:
        return MeteredConnection(ean=read_ean(line))
    return MeteredConnection(ean=read_ean(split[1]), address=read_address(split[2]))


def read_address(text: str) -> str:
    """Return what is behind a code as "8028 PM 12"; anything else as it was typed."""
    words = " ".join(text.strip(" ,:-").split())
    found = POSTCODE.fullmatch(words)
    return " ".join(part for part in (found[1], found[2].upper(), found[3].strip()) if part) if found else words[:60]


def state_of(asked_on: datetime.date | None, signed_on: datetime.date | None) -> MandateState | None:
    """Return how far a mandate is; None when it was not even asked."""
    if signed_on is not None:
        return MandateState.SIGNED
    return MandateState.ASKED if asked_on is not None else None
