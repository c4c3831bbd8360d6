"""Arranging what a person answered before, straight in the tables, so that one question can be tried alone."""

from collections.abc import Mapping

from sqlalchemy import select, update

from dialogs.turn.place import Phase
from domain.intake.answers import Answer, Value
from domain.intake.certainty import Certainty
from domain.intake.conditions import Is, Largest, Some
from domain.intake.question import AnswerKind, Question
from domain.intake.questionnaire import QUESTIONS
from storage.database.transactions import transaction
from storage.intake.snapshots import stored_name, write_snapshot
from storage.tables.people import answer, intake, person
from tests.beginnings import agree
from tests.chat import Chat
from tests.person import Person

UNKNOWN = Answer(None, Certainty.UNKNOWN)
MANY = 250  # more than any test answers of what is a part of it, and not hard to believe


async def asked(chat: Chat, name: str) -> Person:
    """Return Fatima, who types, with this one question before her."""
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    await only_open(chat, fatima, name, typing=True)
    await fatima.says("verder")
    return fatima


async def only_open(chat: Chat, someone: Person, name: str, *, typing: bool = False) -> None:
    """Leave one question open and everything else unknown, but for what it is asked after: of that there is some."""
    unknown = {other: UNKNOWN for other in QUESTIONS if other != name and QUESTIONS[other].ask.asked}
    await knows(chat, someone, unknown | leaning(name), typing=typing)


def leaning(name: str) -> dict[str, Answer]:
    """Return answers after which a question is asked: those that its conditions lean on, and those that these lean on."""
    found: dict[str, Answer] = {}
    for condition in QUESTIONS[name].conditions:
        match condition:
            case Some(other):
                found |= leaning(other) | {other: some_of(QUESTIONS[other])}
            case Is(name=other, values=values):
                several = QUESTIONS[other].kind is AnswerKind.CHOICES
                found |= leaning(other) | {other: Answer([values[0]] if several else values[0])}
            case Largest(prefix):
                found |= {f"{prefix}.total": Answer(MANY)}
    return found


def some_of(question: Question) -> Answer:
    """Return an answer that says there is some of it."""
    first = question.options[0].value if question.options else ""
    values: dict[AnswerKind, Value] = {
        AnswerKind.NUMBER: MANY, AnswerKind.YES_NO: True, AnswerKind.CHOICE: first, AnswerKind.CHOICES: [first],
        AnswerKind.CLOCK: "18:00", AnswerKind.MONTH: "2026-03",
    }  # fmt: skip
    return Answer(values.get(question.kind, "Iets"))


async def knows(chat: Chat, someone: Person, given: Mapping[str, Answer], *, typing: bool = False) -> None:
    """Let these be all the answers, with an empty log, of somebody who types or fills in cards."""
    async with transaction(chat.database) as connection:
        found = await connection.execute(select(person).where(person.c.object_id == someone.sender.object_id))
        row = found.one()
        found = await connection.execute(select(intake.c.current).where(intake.c.id == row.intake_id))
        stored = {stored_name(name, row.id): one for name, one in given.items()}
        snapshot = write_snapshot({**found.scalar_one(), "answers": {}}, stored)
        await connection.execute(update(intake).where(intake.c.id == row.intake_id).values(current=snapshot))
        place = {**row.place, "phase": Phase.QUESTIONS, "typing": typing, "held": []}
        await connection.execute(update(person).where(person.c.id == row.id).values(place=place))
        await connection.execute(answer.delete().where(answer.c.intake_id == row.intake_id))
