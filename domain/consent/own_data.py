"""Everything that is kept about a person and their company, kind by kind: what `mijn gegevens` counts and `download` holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

SCHEMA = "laadmaat.mijn-gegevens"
VERSION = 1  # of the file; a field that is added keeps it, one that goes or changes its meaning raises it


class OwnKind(StrEnum):
    """What is kept, in the order in which it is shown. The values are the names in the file."""

    PERSON = "persoon"
    COMPANY = "bedrijf"
    ANSWERS = "antwoorden"
    METER = "meter"
    CONSENTS = "toestemming"
    REQUESTS = "vragen"
    NOTES = "dossier"
    SESSIONS = "sessies"
    REGISTER = "register"
    CODES = "codes"
    MESSAGES = "berichten"
    PAPERS = "bestanden"
    ROLES = "rollen"


@dataclass(frozen=True, slots=True)
class KindWords:
    """A kind in words: its title, and what it is."""

    title: str
    what: str


KINDS: Mapping[OwnKind, KindWords] = {
    OwnKind.PERSON: KindWords("Over u", "Uw naam, uw nummer en het adres van deze chat."),
    OwnKind.COMPANY: KindWords("Over uw bedrijf", "Hoe ver u bent, en hoeveel mensen erbij kunnen."),
    OwnKind.ANSWERS: KindWords("Uw antwoorden", "Elk antwoord, ook wat u later veranderde."),
    OwnKind.METER: KindWords("Uw meter", "Twee dagen die uw meter mat. Het bestand zelf bewaren wij niet."),
    OwnKind.CONSENTS: KindWords("Toestemming", "Elk besluit, met de tekst en het einde."),
    OwnKind.REQUESTS: KindWords("Uw vragen aan het team", "Met de antwoorden."),
    OwnKind.NOTES: KindWords("Wat het team noteerde", "Notities, acties en machtigingen over uw bedrijf."),
    OwnKind.SESSIONS: KindWords("Bijeenkomsten", "Waar uw bedrijf voor gevraagd of geweest is."),
    OwnKind.REGISTER: KindWords("Bedrijven in onze lijst", "Uw bedrijf, als het team u daarmee verbond. En wie u aandroeg."),
    OwnKind.CODES: KindWords("Codes", "Voor uw collega's. De code zelf staat er niet bij."),
    OwnKind.MESSAGES: KindWords("Berichten", "Wat wij stuurden of nog sturen."),
    OwnKind.PAPERS: KindWords("Bestanden", "Wat voor u klaarstaat, of over uw bedrijf gaat."),
    OwnKind.ROLES: KindWords("Rollen", "Uw rol in de aanpak."),
}

Row = Mapping[str, Any]
OwnData = Mapping[OwnKind, Sequence[Row]]


def as_document(found: OwnData, made_at: str) -> dict[str, Any]:
    """Return everything as plain JSON with its schema and version; every kind is in it, also an empty one."""
    kinds = {kind.value: [dict(row) for row in found.get(kind, ())] for kind in OwnKind}
    return {"schema": SCHEMA, "versie": VERSION, "gemaakt": made_at, **kinds}
