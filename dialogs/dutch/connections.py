"""Connections above 3x80A as people name them: in ampere, or in kVA of the transformer or of the contract."""

import re

from dialogs.dutch.typed import tidy

VOLTS, PHASES, LARGEST_SMALL = 230, 3, 80
AMPERES = re.compile(r"\b3 ?(?:x|\*|keer|maal) ?(\d{2,4})(?: ?(?:ampere|ampère|amp|a))?\b")
KVA = re.compile(r"\b(\d{1,5}(?:[.,]\d{1,3})?) ?(kva|mva)\b")


def kilowatts_of(text: str) -> float | None:
    """Return what a connection above 3x80A can carry, in kW; None when a text names none, or several.

    As for fuses, phases times ampere times 230 volt; and a kVA is taken for a kW, which it is at most.
    """
    typed = tidy(text).casefold()
    amperes = [int(one[1]) for one in AMPERES.finditer(typed)]
    powers = [as_number(one[1]) * (1000 if one[2] == "mva" else 1) for one in KVA.finditer(typed)]
    found = {PHASES * VOLTS * one / 1000 for one in amperes if one > LARGEST_SMALL}
    found |= {one for one in powers if one > PHASES * VOLTS * LARGEST_SMALL / 1000}
    return found.pop() if len(found) == 1 and len(amperes) + len(powers) == 1 else None


def as_number(typed: str) -> float:
    """Return a typed number; three digits behind a point are thousands."""
    return float(typed.replace(".", "") if re.fullmatch(r"\d{1,3}\.\d{3}", typed) else typed.replace(",", "."))
