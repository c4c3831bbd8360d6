"""From an annotated field to what is filled in: how a question of the intake and a field of any form are declared alike."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from domain.intake.declaration import Ask, Clock, Day, Member, Month, Offered, Rule, TerrainAnswer
from domain.intake.options import Option
from domain.intake.question import AnswerKind, fill

KINDS: dict[object, AnswerKind] = {
    str: AnswerKind.TEXT, int: AnswerKind.NUMBER, float: AnswerKind.NUMBER, bool: AnswerKind.YES_NO,
    Clock: AnswerKind.CLOCK, Month: AnswerKind.MONTH, TerrainAnswer: AnswerKind.TERRAIN, Day: AnswerKind.DAY,
    Member: AnswerKind.MEMBER, Offered: AnswerKind.CHOICE, list[Offered]: AnswerKind.CHOICES,
}  # fmt: skip


def annotated(declared: type) -> Iterator[tuple[str, object]]:
    """Yield the fields that a class declares, with their annotated types, in order."""
    for name, annotation in get_type_hints(declared, include_extras=True).items():
        if get_origin(annotation) is Annotated:
            yield name, annotation


def bound(annotation: object, words: Mapping[str, str]) -> dict[str, Any]:
    """Return all that an annotated field declares but its name, with the words of its section filled in."""
    base, *marks = get_args(annotation)
    ask = next(mark for mark in marks if isinstance(mark, Ask))
    kind, options = kind_of(base)
    return {
        "kind": kind,
        "rule": next((mark for mark in marks if isinstance(mark, Rule)), Rule()),
        "ask": replace(ask, wrong=fill(ask.wrong, words), why=fill(ask.why, words)),
        "text": fill(ask.question, words),
        "label": fill(ask.label or ask.question, words),
        "options": options,
        "whole": base is int,
    }


def kind_of(base: Any) -> tuple[AnswerKind, tuple[Option, ...]]:  # noqa: ANN401 - any type a field can have
    """Return the kind of answer and the options that a type asks for."""
    if base in KINDS:
        return KINDS[base], ()
    several = get_origin(base) is list
    return (AnswerKind.CHOICES, tuple(get_args(base)[0])) if several else (AnswerKind.CHOICE, tuple(base))
