"""The `current` snapshot of an intake: the newest of its two logs as plain JSON, and back.

A snapshot tells its version. One of an older version is read and written anew as this one; one of a newer is refused.
"""

import datetime
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from domain.consent.consents import Decision, Purpose, State
from domain.intake.answers import Answer, Answers
from domain.intake.certainty import Certainty
from domain.intake.questionnaire import QUESTIONS

VERSION = 2
CERTAINTIES = {certainty.value: certainty for certainty in Certainty}
NOTHING: Mapping[Any, Any] = MappingProxyType({})
DECISION = ("state", "text_version", "at", "until", "through", "revision")


class UnknownSnapshot(Exception):  # noqa: N818 - named for the state it tells
    """A snapshot has a version that this program does not know."""

    def __init__(self, version: object) -> None:
        super().__init__(f"a snapshot has version {version}, and this program reads up to {VERSION}: start a newer one")


def stored_name(name: str, person: UUID | None) -> str:
    """Return the name an answer is stored under: personal answers carry whose they are."""
    question = QUESTIONS.get(name)
    return f"{name}@{person.hex}" if person and question is not None and question.ask.personal else name


def asked_as(stored: str) -> str:
    """Return the name of the question that an answer is stored under."""
    return stored.partition("@")[0]


def write_snapshot(
    before: Mapping[str, Any], given: Mapping[str, Answer] = NOTHING, decided: Mapping[Purpose, Decision] = NOTHING
) -> dict[str, Any]:
    """Return a snapshot with new answers (by stored name) and decisions laid over those it had. Raises UnknownSnapshot."""
    held = in_this_version(before)
    return {
        "version": VERSION,
        "answers": held.get("answers", {}) | {name: write_answer(one) for name, one in given.items()},
        "consents": held.get("consents", {}) | {purpose.value: write_decision(one) for purpose, one in decided.items()},
    }


def write_answer(answer: Answer) -> dict[str, Any]:
    """Return an answer by name; most are sure, and those do not say so."""
    doubt = {} if answer.certainty is Certainty.SURE else {"certainty": answer.certainty.value}
    return {"value": answer.value, **doubt, "revision": answer.revision}


def write_decision(decision: Decision) -> dict[str, Any]:
    return {
        "state": decision.state.value,
        "text_version": decision.text_version,
        "at": decision.at.isoformat(),
        "until": decision.until.isoformat(),
        "through": decision.through,
        "revision": decision.revision,
    }


def in_this_version(current: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a snapshot in the form of this version, whichever wrote it. Raises UnknownSnapshot for a newer one."""
    version = current.get("version", 1)
    if version == VERSION:
        return current
    if version == 1:
        return name_everything(current)
    raise UnknownSnapshot(version)


def name_everything(first: Mapping[str, Any]) -> dict[str, Any]:
    """Return a snapshot of version 1, which had lists, with names."""
    answers = {
        name: write_answer(Answer(value, CERTAINTIES[certainty], revision))
        for name, (value, certainty, revision) in first.get("answers", {}).items()
    }
    consents = {purpose: dict(zip(DECISION, one, strict=True)) for purpose, one in first.get("consents", {}).items()}
    return {"version": VERSION, "answers": answers, "consents": consents}


def read_answers(current: Mapping[str, Any], person: UUID | None) -> Answers:
    """Return the answers this person may see: the company's, and among personal ones only their own.

    Without a person (a telephone call) personal answers are those of nobody yet, which the first contact takes over.
    """
    suffix = f"@{person.hex}" if person else "@"
    found: dict[str, Answer] = {}
    for stored, one in in_this_version(current).get("answers", {}).items():
        if "@" not in stored:
            found.setdefault(stored, read_answer(one))
        elif stored.endswith(suffix):
            found[stored.removesuffix(suffix)] = read_answer(one)
    return Answers(found)


def read_answer(one: Mapping[str, Any]) -> Answer:
    return Answer(one["value"], CERTAINTIES[one.get("certainty", Certainty.SURE)], one["revision"])


def read_value(current: Mapping[str, Any], stored: str) -> Any:  # noqa: ANN401 - any JSON
    """Return the value of one answer, by its stored name; None when there is none."""
    return in_this_version(current).get("answers", {}).get(stored, {}).get("value")


def read_consents(current: Mapping[str, Any]) -> dict[Purpose, Decision]:
    """Return the newest decision per purpose; purposes that are no longer declared are left out."""
    consents = in_this_version(current).get("consents", {})
    return {purpose: read_decision(consents[purpose]) for purpose in Purpose if purpose in consents}


def read_decision(one: Mapping[str, Any]) -> Decision:
    moment = datetime.datetime.fromisoformat
    return Decision(
        State(one["state"]), one["text_version"], moment(one["at"]), moment(one["until"]), one["through"], one["revision"]
    )
