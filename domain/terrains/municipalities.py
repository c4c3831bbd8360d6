"""The municipalities of the region, because a register spells provinces in many ways and the CBS code only in one.

Source: CBS, municipal division of the Netherlands (51 municipalities in Gelderland, 25 in Overijssel), and Veenendaal,
which lies in Utrecht but belongs to the region of the approach. 48 codes of Gelderland are in the register of the
provinces (2024). The others were compared with the list that the Ministry of Health keeps by CBS code (repository
minvws/nl-covid19-data-dashboard, packages/common/src/data/gm.ts, commit 1705ac93, division of 2022): all the same.
No municipality of the two provinces was merged or divided between 2022 and 2025, as far as we know.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Province(StrEnum):
    """The twelve provinces, as people write them."""

    DRENTHE = "Drenthe"
    FLEVOLAND = "Flevoland"
    FRYSLAN = "Fryslân"
    GELDERLAND = "Gelderland"
    GRONINGEN = "Groningen"
    LIMBURG = "Limburg"
    NOORD_BRABANT = "Noord-Brabant"
    NOORD_HOLLAND = "Noord-Holland"
    OVERIJSSEL = "Overijssel"
    UTRECHT = "Utrecht"
    ZEELAND = "Zeeland"
    ZUID_HOLLAND = "Zuid-Holland"


@dataclass(frozen=True, slots=True)
class Municipality:
    """One municipality: its CBS code ("GM" and four digits), name and province."""

    code: str
    name: str
    province: Province


_GELDERLAND = """
197 Aalten, 200 Apeldoorn, 202 Arnhem, 203 Barneveld, 1945 Berg en Dal, 1859 Berkelland, 209 Beuningen, 1876
Bronckhorst, 213 Brummen, 214 Buren, 216 Culemborg, 221 Doesburg, 222 Doetinchem, 225 Druten, 226 Duiven, 228 Ede, 230
Elburg, 232 Epe, 233 Ermelo, 243 Harderwijk, 244 Hattem, 246 Heerde, 252 Heumen, 1705 Lingewaard, 262 Lochem, 263
Maasdriel, 1955 Montferland, 1740 Neder-Betuwe, 267 Nijkerk, 268 Nijmegen, 302 Nunspeet, 269 Oldebroek, 1586 Oost
Gelre, 1509 Oude IJsselstreek, 1734 Overbetuwe, 273 Putten, 274 Renkum, 275 Rheden, 277 Rozendaal, 279 Scherpenzeel,
281 Tiel, 285 Voorst, 289 Wageningen, 1960 West Betuwe, 668 West Maas en Waal, 293 Westervoort, 296 Wijchen, 294
Winterswijk, 297 Zaltbommel, 299 Zevenaar, 301 Zutphen
"""
_OVERIJSSEL = """
141 Almelo, 147 Borne, 148 Dalfsen, 150 Deventer, 1774 Dinkelland, 153 Enschede, 158 Haaksbergen, 160 Hardenberg, 163
Hellendoorn, 164 Hengelo, 1735 Hof van Twente, 166 Kampen, 168 Losser, 173 Oldenzaal, 1773 Olst-Wijhe, 175 Ommen, 177
Raalte, 1742 Rijssen-Holten, 180 Staphorst, 1708 Steenwijkerland, 183 Tubbergen, 1700 Twenterand, 189 Wierden, 1896
Zwartewaterland, 193 Zwolle
"""
_UTRECHT = "345 Veenendaal"


def _listed(text: str, province: Province) -> list[Municipality]:
    entries = (entry.split() for entry in text.split(","))
    return [Municipality(f"GM{int(number):04}", " ".join(name), province) for number, *name in entries]


MUNICIPALITIES: dict[str, Municipality] = {
    municipality.code: municipality
    for text, province in (
        (_GELDERLAND, Province.GELDERLAND),
        (_OVERIJSSEL, Province.OVERIJSSEL),
        (_UTRECHT, Province.UTRECHT),
    )
    for municipality in _listed(text, province)
}

_BY_NAME = {municipality.name.casefold(): municipality for municipality in MUNICIPALITIES.values()}
_BY_SPELLING = {re.sub(r"[^a-z]", "", province.value.lower()): province for province in Province}
_BY_SPELLING.update(friesland=Province.FRYSLAN, fryslan=Province.FRYSLAN)


def municipality_named(name: str) -> Municipality | None:
    """The municipality of the region with exactly this name, upper or lower case; None for any other.

    CBS writes its province behind some names: "Hengelo (O.)".
    """
    return _BY_NAME.get(re.sub(r"\s*\([a-z]{1,2}\.?\)$", "", name.strip().casefold()))


def province_spelled(text: str) -> Province | None:
    """The province a register means by e.g. "NOORD BRABANT" or "Friesland"; None when it names none."""
    return _BY_SPELLING.get(re.sub(r"[^a-z]", "", text.lower()))
