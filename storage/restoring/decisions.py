"""The decisions that must outlive a database: read from one, or from a file beside it, which only ever grows."""

import datetime
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.consent.consents import Purpose, State
from storage.tables.people import consent_event
from storage.tables.registers import objection

NO_FILE = "Het bestand {name} is niet te lezen."
NO_DECISIONS = "Regel {line} van {name} is geen besluit van Laadmaat."


class Unusable(Exception):  # noqa: N818 - named for the state it tells
    """Nothing can be done with what was given; the text is one Dutch line for whoever is at the terminal."""


class Row(BaseModel):
    """One line of the file, read strictly: it decides what is erased."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Decided(Row):
    """One row of `consent_event`: ids, moments and fingerprints, nothing that somebody wrote."""

    intake_id: UUID
    person_id: UUID
    purpose: str = Field(max_length=40)
    recipient: str = Field(max_length=200)
    state: State
    text_version: str = Field(max_length=40)
    text_digest: str = Field(max_length=64)
    through: str = Field(max_length=20)
    revision: int = Field(ge=0, lt=2**31)
    at: AwareDatetime
    until: AwareDatetime

    @property
    def erases(self) -> bool:
        """Say whether everything went with this decision: no to the first question, at once or later."""
        return self.purpose == Purpose.KEEP and self.state in (State.REFUSED, State.WITHDRAWN)


class Objected(Row):
    """One row of `objection`: the fingerprint of an address or a number that may not be kept."""

    objection: str = Field(pattern=r"^[0-9a-f]{64}$")


@dataclass(frozen=True, slots=True)
class Decisions:
    """Every decision, oldest first, and every objection."""

    decided: tuple[Decided, ...] = ()
    objections: tuple[str, ...] = ()

    def without(self, known: "Decisions") -> "Decisions":
        seen, digests = set(known.decided), set(known.objections)
        fresh = tuple(one for one in self.decided if one not in seen)
        return Decisions(fresh, tuple(one for one in self.objections if one not in digests))

    def since(self, moment: datetime.datetime) -> tuple[Decided, ...]:
        """Return what was decided at or after a moment."""
        return tuple(one for one in self.decided if one.at >= moment)

    def lines(self) -> Iterator[str]:
        yield from (one.model_dump_json() for one in self.decided)
        yield from (Objected(objection=one).model_dump_json() for one in self.objections)


async def read_decisions(connection: AsyncConnection) -> Decisions:
    """Return what a database holds, of this version or of one before."""
    columns = [consent_event.c[name] for name in Decided.model_fields]
    rows = (await connection.execute(select(*columns).order_by(consent_event.c.at, consent_event.c.id))).mappings()
    decided = tuple(Decided.model_construct(**{**row, "state": State(row["state"])}) for row in rows)
    objections = (await connection.execute(select(objection.c.digest).order_by(objection.c.digest))).scalars()
    return Decisions(decided, tuple(objections))


def read_file(path: Path) -> Decisions:
    """Return what is in a file. Raises Unusable with one line."""
    decided: list[Decided] = []
    objections: list[str] = []
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    if line.startswith('{"objection"'):
                        objections.append(Objected.model_validate_json(line).objection)
                    elif line.strip():
                        decided.append(Decided.model_validate_json(line))
                except ValidationError:
                    raise Unusable(NO_DECISIONS.format(line=number, name=path.name)) from None
    except (OSError, UnicodeDecodeError):
        raise Unusable(NO_FILE.format(name=path.name)) from None
    return Decisions(tuple(sorted(decided, key=lambda one: one.at)), tuple(objections))


def add_to_file(path: Path, decisions: Decisions) -> int:
    """Add what is not there yet, and return how many there were; what is there stays, also after a restore.

    The file is replaced whole, so that a stop halfway leaves the one before. Raises Unusable.
    """
    known = read_file(path) if path.exists() else Decisions()
    fresh = [*decisions.without(known).lines()]
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in (*known.lines(), *fresh))
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError:
        raise Unusable(f"In {path.name} is niet te schrijven.") from None
    return len(fresh)
