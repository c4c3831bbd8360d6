"""Whether what was filled in may be kept: one judge for a card, a typed sentence, and what the team types for a company."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from domain.forms.declaration import Fields
from domain.intake.acceptance import NotAccepted, accept, clean_text, read_day
from domain.intake.answers import Value
from domain.intake.question import AnswerKind, FormField

YEARS_BACK, YEARS_AHEAD = 10, 10  # own assumption: a day outside of this is a typing error


@dataclass(frozen=True, slots=True)
class Judged:
    """What may be stored, by field name, and what is wrong, by field name; both hold what was filled in only."""

    data: Mapping[str, Value]
    faults: Mapping[str, str]

    def text(self, name: str) -> str:
        """Return what was filled in as a text; empty when it was left empty or is wrong."""
        return str(self.data.get(name, ""))

    def list(self, name: str) -> tuple[str, ...]:
        """Return what was chosen from a list of several."""
        chosen = self.data.get(name)
        return tuple(chosen) if isinstance(chosen, list) else ()

    def number(self, name: str, otherwise: int = 0) -> int:
        """Return a whole number that was filled in."""
        value = self.data.get(name)
        return int(value) if isinstance(value, int | float) else otherwise


def judge(
    fields: type[Fields],
    entered: Mapping[str, str],
    today: datetime.date,
    offered: Mapping[str, Collection[str]] | None = None,
) -> Judged:
    """Return what of the entered texts may be stored. They are as cards send them: days as ISO texts, choices as values.

    `offered` is what one can choose from, for the fields where that is only known when they are asked.
    """
    data: dict[str, Value] = {}
    faults: dict[str, str] = {}
    for one in fields.fields:
        text, choices = entered.get(one.name, "").strip(), (offered or {}).get(one.name, ())
        if not clean_text(text):
            if one.ask.core and (choices or not one.is_offered):
                faults[one.name] = one.ask.wrong or "Vul dit in."
            continue
        try:
            data[one.name] = accept(one, read_input(one, text), choices)
        except NotAccepted as wrong:
            faults[one.name] = wrong.sentence
        else:
            faults |= fault_of_day(one, text, today)
    for name, fault in fields.faults(data).items():
        faults.setdefault(name, fault)
    return Judged({name: value for name, value in data.items() if name not in faults}, faults)


def read_input(one: FormField, text: str) -> object:
    """Return what a card sends as the value it stands for; what cannot be one is refused by the judge."""
    try:
        match one.kind:
            case AnswerKind.NUMBER:
                return float(text.replace(",", "."))
            case AnswerKind.CLOCK:
                return datetime.time.fromisoformat(text)
            case AnswerKind.YES_NO:
                return {"yes": True, "no": False}.get(text)
            case AnswerKind.CHOICES:
                return text.split(",")
            case _:
                return text
    except ValueError:
        return None


def fault_of_day(one: FormField, text: str, today: datetime.date) -> dict[str, str]:
    """Return what is wrong with a day: it is not near enough to be true, or it is still to come where it may not."""
    day = read_day(text) if one.kind is AnswerKind.DAY else None
    if day is None:
        return {}
    if one.rule.past and day > today:
        return {one.name: "Deze dag komt nog."}
    return {} if today.year - YEARS_BACK <= day.year <= today.year + YEARS_AHEAD else {one.name: "Klopt dit jaar wel?"}
