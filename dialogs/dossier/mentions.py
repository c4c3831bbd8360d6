"""Which company of a terrain a note is about, when its name stands in the words."""

import re
from collections.abc import Sequence

from domain.companies import company_key
from domain.dossier.companies import NamedCompany

# Words that stand in many names and tell no company from another; short ones ("van der") do not count anyway.
_TRADES = """
transport transporten transportbedrijf logistiek logistics groothandel handel bouw bouwbedrijf aannemersbedrijf techniek
koeriers koerier opslag installatie installaties metaal verhuur catering reiniging bedrijf bedrijven garage auto groep
group holding nederland benelux international internationaal beheer services service winkel
"""
TRADES = frozenset(_TRADES.split())
SHORTEST = 4


def mentioned(text: str, companies: Sequence[NamedCompany]) -> tuple[NamedCompany, ...]:
    """Return the companies that a text can be about: those named in full, or else those whose telling word is in it."""
    words = company_key(text).split()
    whole = f" {' '.join(words)} "
    in_full = [one for one in companies if one.key and f" {one.key} " in whole]
    if in_full:
        longest = max(len(one.key) for one in in_full)
        return tuple(one for one in in_full if len(one.key) == longest)
    said = set(words)
    return tuple(one for one in companies if telling_word(one.key) in said)


def telling_word(key: str) -> str:
    """Return the word of a name by which people call it; "-" when it has none."""
    words = [word for word in key.split() if word not in TRADES and len(word) >= SHORTEST]
    return next((word for word in words if not re.fullmatch(r"\d+", word)), "-")
