"""The `current` snapshot of an intake: the newest of its two logs as plain JSON, and back."""

import datetime
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from domain.consent.consents import Decision, Purpose, State
from domain.intake.answers import Answer, Answers
from domain.intake.certainty import Certainty
from domain.intake.questionnaire import QUESTIONS

VERSION = 1
CERTAINTIES = {certainty.value: certainty for certainty in Certainty}


def stored_name(name: str, person: UUID | None) -> str:
    """Return the name an answer is stored under: personal answers carry whose they are."""
    question = QUESTIONS.get(name)
    return f"{name}@{person.hex}" if person and question is not None and question.ask.personal else name


def asked_as(stored: str) -> str:
    """Return the name of the question that an answer is stored under."""
    return stored.partition("@")[0]


def write_answers(before: Mapping[str, Any], given: Mapping[str, Answer]) -> dict[str, Any]:
    """Return the snapshot's answers with new ones laid over them; keys are stored names."""
    fresh = {name: [answer.value, answer.certainty.value, answer.revision] for name, answer in given.items()}
    return {**before.get("answers", {}), **fresh}


def write_consents(before: Mapping[str, Any], decided: Mapping[Purpose, Decision]) -> dict[str, Any]:
    """Return the snapshot's decisions with new ones laid over them."""
    fresh = {
        purpose.value: [d.state.value, d.text_version, d.at.isoformat(), d.until.isoformat(), d.through, d.revision]
        for purpose, d in decided.items()
    }
    return {**before.get("consents", {}), **fresh}


def read_answers(current: Mapping[str, Any], person: UUID | None) -> Answers:
    """Return the answers this person may see: the company's, and among personal ones only their own.

    Without a person (a telephone call) personal answers are those of nobody yet, which the first contact takes over.
    """
    suffix = f"@{person.hex}" if person else "@"
    found: dict[str, Answer] = {}
    for stored, (value, certainty, revision) in current.get("answers", {}).items():
        if "@" not in stored:
            found.setdefault(stored, Answer(value, CERTAINTIES[certainty], revision))
        elif stored.endswith(suffix):
            found[stored.removesuffix(suffix)] = Answer(value, CERTAINTIES[certainty], revision)
    return Answers(found)


def read_consents(current: Mapping[str, Any]) -> dict[Purpose, Decision]:
    """Return the newest decision per purpose; purposes that are no longer declared are left out."""
    moment = datetime.datetime.fromisoformat
    return {
        Purpose(purpose): Decision(State(state), version, moment(at), moment(until), through, revision)
        for purpose, (state, version, at, until, through, revision) in current.get("consents", {}).items()
        if purpose in list(Purpose)
    }
