"""How entries read in Dutch: their titles, one line of each, and everything that is in them."""

import datetime
from collections.abc import Mapping

from cards.formats import day
from cards.views.card import Fact
from domain.dossier.entries import Entry, EntryField, EntryKind, FieldShape, read_day
from domain.dossier.kinds import KINDS, LEVELS

SHORT = 140


def title_of(entry: Entry) -> str:
    """Return what an entry is called: "Actie 12"."""
    return f"{KINDS[entry.kind].one} {entry.number}"


def gist_of(kind: EntryKind, data: Mapping[str, str]) -> str:
    """Return what an entry says, on one line."""
    match kind:
        case EntryKind.STAKEHOLDER:
            words = "; ".join(filter(None, (data.get("name", ""), data.get("role", ""))))
        case EntryKind.OFFER:
            needs, offers = data.get("needs", ""), data.get("offers", "")
            words = " ".join(filter(None, (f"Nodig: {needs}." if needs else "", f"Te bieden: {offers}." if offers else "")))
        case EntryKind.MANDATE:
            words = mandate_gist(data)
        case _:
            words = data.get("text", "")
    return cut(" ".join(words.split()))


def mandate_gist(data: Mapping[str, str]) -> str:
    codes = len(data.get("connections", "").splitlines())
    many = f", {codes} {'EAN-code' if codes == 1 else 'EAN-codes'}" if codes else ", nog geen EAN-code"
    signed, asked = read_day(data.get("signed", "")), read_day(data.get("asked", ""))
    if signed is not None:
        return f"getekend op {day(signed)} door {data.get('signer', '')}{many}"
    return f"gevraagd op {day(asked)}{many}" if asked is not None else "nog niet gevraagd"


def cut(words: str, longest: int = SHORT) -> str:
    """Return words on one line, with a mark where they were cut."""
    return words if len(words) <= longest else f"{words[:longest].rstrip()}…"


def line_of(entry: Entry) -> str:
    """Return an entry as one line of a list: its title and what it says."""
    return f"{title_of(entry)}: {gist_of(entry.kind, entry.data)}"


def remark_of(entry: Entry, today: datetime.date, where: str = "") -> str:
    """Return what is below an entry in a list: about whom, by when, and where, or in the list of one terrain whose it is."""
    parts = [where or owner_of(entry), entry.company]
    if entry.due is not None:
        parts.append(f"te laat: klaar op {day(entry.due)}" if entry.is_late(today) else f"klaar op {day(entry.due)}")
    if entry.kind is EntryKind.RISK and entry.data.get("level") in LEVELS:
        parts.append(f"kans: {LEVELS[entry.data['level']].lower()}")
    if entry.kind is EntryKind.STAKEHOLDER and entry.data.get("agreed"):
        parts.append(f"afgesproken: {cut(entry.data['agreed'], 80)}")
    return ", ".join(filter(None, parts))


def owner_of(entry: Entry) -> str:
    """Return who does it; empty when it is nobody's."""
    return entry.owner_name or entry.data.get("other", "") or ("iemand die weg is" if entry.owner else "")


def shown(one: EntryField, text: str, names: Mapping[str, str] | None = None) -> str:
    """Return a stored field as people read it; `names` are those of the team by id."""
    match one.shape:
        case FieldShape.CHOICE:
            return one.options.get(text, text)
        case FieldShape.DAY:
            found = read_day(text)
            return day(found) if found else text
        case FieldShape.MEMBER:
            return (names or {}).get(text, "iemand die weg is")
        case _:
            return text


def facts_of(entry: Entry) -> tuple[Fact, ...]:
    names = {str(entry.owner): entry.owner_name} if entry.owner and entry.owner_name else {}
    fields = KINDS[entry.kind].fields
    return tuple(
        Fact(label=one.label, value=shown(one, entry.data[one.name], names)) for one in fields if entry.data.get(one.name)
    )
