"""Whether what was filled in can be in a dossier: the same judge for a card and for a typed sentence."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from domain.dossier.ean import NotAnEan
from domain.dossier.entries import EntryField, EntryKind, FieldShape, read_day, read_person
from domain.dossier.kinds import KINDS
from domain.dossier.mandates import read_connections
from domain.intake.acceptance import clean_text

YEARS_BACK, YEARS_AHEAD = 10, 10  # own assumption: a day outside of this is a typing error
EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>.]{2,}")


@dataclass(frozen=True, slots=True)
class Judged:
    """What may be stored, by field name, and what is wrong, by field name; both hold what was filled in only."""

    data: Mapping[str, str]
    faults: Mapping[str, str]


def judge(kind: EntryKind, entered: Mapping[str, str], *, today: datetime.date, team: frozenset[UUID]) -> Judged:
    """Return what of the entered texts may be stored. Days come as ISO texts, members as ids, choices as stored values."""
    data: dict[str, str] = {}
    faults: dict[str, str] = {}
    for one in KINDS[kind].fields:
        text = clean_text(entered.get(one.name, ""))
        try:
            value = accept(one, text, team) if text else ""
        except ValueError as wrong:
            faults[one.name] = str(wrong)
            continue
        if value:
            data[one.name] = value
        elif one.required:
            faults[one.name] = "Vul dit in."
    for name, fault in RULES.get(kind, nothing_more)(data, today).items():
        faults.setdefault(name, fault)
    return Judged({name: value for name, value in data.items() if name not in faults}, faults)


def accept(one: EntryField, text: str, team: frozenset[UUID]) -> str:
    """Return the text as it is stored; raises ValueError with the sentence for the person."""
    match one.shape:
        case FieldShape.CHOICE:
            return accepted(text in one.options, text, "Kies uit de lijst.")
        case FieldShape.DAY:
            return accepted(read_day(text) is not None, text, "Kies een dag.")
        case FieldShape.MEMBER:
            return accepted(read_person(text) in team, text, "Kies iemand van het team.")
        case FieldShape.CONNECTIONS:
            return read_codes(text)
        case _:
            return accepted(len(text) <= one.longest, text, f"Gebruik ten hoogste {one.longest} tekens.")


def accepted(right: bool, text: str, sentence: str) -> str:
    """Return the text when it is right; else raise ValueError with the sentence."""
    if not right:
        raise ValueError(sentence)
    return text


def read_codes(text: str) -> str:
    """Return connections one on a line, as they are stored; raises ValueError with the sentence."""
    try:
        connections = read_connections(text)
    except NotAnEan as wrong:
        raise ValueError(wrong.sentence) from wrong
    return "\n".join(f"{one.ean} {one.address}".strip() for one in connections)


def judge_contact(data: Mapping[str, str], today: datetime.date) -> dict[str, str]:
    """A contact lies behind us."""
    return too_far(data, "day", today, past=True)


def judge_action(data: Mapping[str, str], today: datetime.date) -> dict[str, str]:
    both = "owner" in data and "other" in data
    return too_far(data, "due", today) | ({"other": "Kies iemand van het team, of vul een naam in."} if both else {})


def judge_offer(data: Mapping[str, str], _: datetime.date) -> dict[str, str]:
    """Something needed or something offered, else there is nothing to keep."""
    return {} if data else {"needs": "Vul in wat het bedrijf nodig heeft, of wat het kan bieden."}


def judge_mandate(data: Mapping[str, str], today: datetime.date) -> dict[str, str]:
    """The signer is known, nobody signs in the future or before it was asked."""
    faults = too_far(data, "asked", today, past=True) | too_far(data, "signed", today, past=True)
    asked, signed = data.get("asked", ""), data.get("signed", "")
    if not asked and not signed:
        faults.setdefault("asked", "Kies de dag waarop u het vroeg.")
    if asked and signed and signed < asked:
        faults.setdefault("signed", "Deze dag ligt voor de dag waarop u het vroeg.")
    if signed and "signer" not in data:
        faults["signer"] = "Vul in wie heeft getekend."
    if "email" in data and not EMAIL.fullmatch(data["email"]):
        faults["email"] = "Dit lijkt geen e-mailadres. Een voorbeeld is naam@bedrijf.nl."
    return faults


def too_far(data: Mapping[str, str], name: str, today: datetime.date, *, past: bool = False) -> dict[str, str]:
    """Return what is wrong with a day: it is not near enough to be true, or it is still to come where it may not."""
    day = read_day(data.get(name, ""))
    if day is None:
        return {}
    if past and day > today:
        return {name: "Deze dag komt nog."}
    return {} if today.year - YEARS_BACK <= day.year <= today.year + YEARS_AHEAD else {name: "Klopt dit jaar wel?"}


def nothing_more(_: Mapping[str, str], __: datetime.date) -> dict[str, str]:
    """Ask no more of a kind than its fields do."""
    return {}


RULES: dict[EntryKind, Callable[[Mapping[str, str], datetime.date], dict[str, str]]] = {
    EntryKind.CONTACT: judge_contact,
    EntryKind.ACTION: judge_action,
    EntryKind.OFFER: judge_offer,
    EntryKind.MANDATE: judge_mandate,
}
