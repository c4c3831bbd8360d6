"""What somebody changed that is not theirs, and what they read that they may not."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from bot.turn.results import TurnResult
from dialogs.access.grants import HOW
from dialogs.channels import OTHERS, OWN_CHAT
from dialogs.commands import POINTER
from dialogs.intake.filled_pages import NOT_YOURS
from dialogs.turn.refusals import NO_NAMES_HERE, OLD_BUTTON
from storage.database.transactions import transaction
from storage.tables.base import metadata
from tests.chat import Chat
from tests.person import Person
from tests.replies import Shown

# Tables in which a press of anybody may leave a row, with the reason.
LEFT_ALONE = {
    "turn": "what was answered; looked at by conversation, and its words by themselves",
    "channel": "where somebody spoke: nobody's name or id",
    "seal_key": "the first card that is looked at makes the key of the year",
    "miss": "that a sentence was not understood, with when and what was near: nobody's name, and no words",
}
# Whose a row is: when every one of these columns is the person's own.
OWNED = {
    "person": ("object_id", "intake_id"),
    "intake": ("id",),
    "answer": ("intake_id",),
    "consent_event": ("person_id", "intake_id"),
    "request": ("person_id",),
    "invitation": ("intake_id",),
    "paper": ("person_id",),
    "notice": ("person_id",),
    "missed_words": ("person_id",),
}
REFUSALS = (OLD_BUTTON, NO_NAMES_HERE, NOT_YOURS, POINTER, OWN_CHAT, OTHERS, HOW, "Wij willen u eerst iets vragen.")
BOASTS = ("Gelukt.", "Dat is gedaan.")

Rows = dict[str, list[dict[str, Any]]]


async def everything_stored(chat: Chat) -> Rows:
    """Return every row of every table."""
    async with transaction(chat.database) as connection:
        found = {table.name: await connection.execute(select(table)) for table in metadata.sorted_tables}
        return {name: [dict(row._mapping) for row in rows] for name, rows in found.items()}


@dataclass
class Watch:
    """What was stored before somebody began."""

    someone: Person
    before: Rows

    def changed(self, after: Rows, conversations: set[str]) -> Iterator[str]:
        """Yield every row that came, went or changed and is not theirs, and every message to somebody else."""
        own = self.own(after)
        for name, rows in after.items():
            if name not in LEFT_ALONE:
                mine = OWNED.get(name, ())
                old, new = others_of(self.before[name], mine, own), others_of(rows, mine, own)
                yield from (f"{name}: {line}" for line in sorted(old ^ new))
        told = {row["id"] for row in self.before["turn"]}
        for row in after["turn"]:
            if row["id"] not in told and row["conversation"] not in conversations:
                yield f"message to another: {row['conversation']}"

    def own(self, after: Rows) -> set[Any]:
        """Return the ids that are theirs: also of what they began anew, but never of what was there as somebody else's."""
        there = {row["id"] for row in self.before["intake"]}
        mine = [row for row in [*self.before["person"], *after["person"]] if row["object_id"] == self.someone.sender.object_id]
        had = {row["intake_id"] for row in self.before["person"] if row["object_id"] == self.someone.sender.object_id}
        fresh = {row["intake_id"] for row in mine} - there
        return {self.someone.sender.object_id, *(row["id"] for row in mine), *had, *fresh}


def others_of(rows: list[dict[str, Any]], columns: tuple[str, ...], own: set[Any]) -> set[str]:
    """Return the rows that belong to others, as texts."""
    theirs = (row for row in rows if not columns or not all(row[column] in own for column in columns))
    return {json.dumps(row, default=str, sort_keys=True, ensure_ascii=False)[:600] for row in theirs}


def words_of(turned: TurnResult) -> str:
    """Return all that comes back, what buttons carry included."""
    sent = [outgoing.activity for outgoing in turned.outgoing]
    return json.dumps([*sent, turned.body], ensure_ascii=False, default=str)


def leaks(turned: TurnResult, secrets: tuple[str, ...], sent: Mapping[str, Any]) -> list[str]:
    """Return the secrets in an answer, those aside that whoever asked sent along."""
    words, known = words_of(turned).casefold(), json.dumps(sent, ensure_ascii=False, default=str).casefold()
    return [secret for secret in secrets if secret.casefold() in words and secret.casefold() not in known]


def is_refused(turned: TurnResult) -> bool:
    """Say whether somebody hears that this is not for them."""
    said = "\n".join(Shown("", outgoing.activity).text() for outgoing in turned.outgoing if outgoing.activity)
    return any(refusal in said for refusal in REFUSALS)


def boasts(turned: TurnResult) -> bool:
    """Say whether a button is answered as if it worked."""
    return turned.body is not None and turned.body.get("value") in BOASTS
