"""Keeping papers while they are of use: for the person they were made for, or behind a link that only its receiver knows."""

import datetime
import hashlib
import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, delete, func, literal_column, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.roles import Grant
from domain.papers.papers import Paper, PaperStanding
from storage.disclosure.ends import first_end
from storage.tables.access import linked_team
from storage.tables.paper import paper as table
from storage.tables.people import person as people
from storage.turn.roles import held_by, read_grants

IN_FORCE = or_(
    table.c.team_id == "",
    select(linked_team.c.team_id).where(linked_team.c.team_id == table.c.team_id, linked_team.c.suspended_at.is_(None)).exists(),
)
HELD_NOW = held_by(literal_column("person.tenant"), literal_column("person.object_id"))


def written(grants: Iterable[Grant]) -> list[list[str]]:
    """Return roles as they are stored with a paper, in the shape in which `held_by` finds them."""
    return [[grant.role.value, grant.terrain, grant.municipality] for grant in sorted(grants)]


def new_token() -> str:
    """Return the secret of a link: 256 random bits in 43 characters."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> bytes:
    """Return what is kept of a secret: enough to recognise it, too little to make the link."""
    return hashlib.sha256(token.encode()).digest()


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """A paper as it is shown, without what is in it."""

    name: str
    description: str
    until: datetime.datetime


async def keep_paper(connection: AsyncConnection, paper: Paper, person: UUID | None, now: datetime.datetime) -> UUID:
    """Keep a paper and return its id; `person` is the only one who may have it.

    It is ready no longer than the companies in it agreed to be seen.
    """
    kept, until = uuid4(), now + paper.kept
    if paper.about:
        until = min(until, await first_end(connection, now, ids=paper.about) or until)
    await connection.execute(
        table.insert().values(
            id=kept,
            person_id=person,
            about=sorted(paper.about),
            name=paper.name,
            media_type=paper.media_type,
            description=paper.description,
            content=paper.content,
            at=now,
            until=until,
            held=written(paper.held),
            team_id=paper.team,
        )
    )
    return kept


async def put_behind_link(
    connection: AsyncConnection, paper_id: UUID, person: UUID | None, token: str, now: datetime.datetime
) -> KeptPaper | None:
    """Let a paper be opened with this secret alone; None when this person has no such paper (any more)."""
    theirs = table.c.person_id.is_not_distinct_from(person) & (table.c.until > now)
    linked = await connection.execute(
        update(table)
        .where(table.c.id == paper_id, theirs)
        .values(token_digest=digest(token))
        .returning(table.c.name, table.c.description, table.c.until)
    )
    row = linked.one_or_none()
    return KeptPaper(row.name, row.description, row.until) if row else None


@dataclass(frozen=True, slots=True)
class Holder:
    """The person a paper is for, with their roles as they are now; nobody in particular (None) in a channel. `in_force`: the
    linked team in which it was made still is one.
    """

    who: tuple[str, str] | None
    grants: tuple[Grant, ...]
    in_force: bool


async def linked_paper(connection: AsyncConnection, token: str, now: datetime.datetime) -> tuple[Paper, Holder] | None:
    """Return the paper behind a link and who it is for; None for an unknown and for an expired one alike."""
    return await with_holder(connection, (table.c.token_digest == digest(token)) & (table.c.until > now))


async def kept_paper(connection: AsyncConnection, paper_id: UUID) -> tuple[Paper, Holder] | None:
    """Return a paper and who it is for; None when it is gone."""
    return await with_holder(connection, table.c.id == paper_id)


async def with_holder(connection: AsyncConnection, this: ColumnElement[bool]) -> tuple[Paper, Holder] | None:
    """Return a paper with who it is for, as they are now."""
    columns = (people.c.tenant, people.c.object_id, HELD_NOW.label("now"), IN_FORCE.label("in_force"))
    found = select(*columns).select_from(table.outerjoin(people, people.c.id == table.c.person_id))
    row, paper = (await connection.execute(found.where(this))).one_or_none(), await find_paper(connection, this)
    if row is None or paper is None:
        return None
    return paper, Holder((row.tenant, row.object_id) if row.tenant else None, read_grants(row.now), row.in_force)


async def find_paper(connection: AsyncConnection, this: ColumnElement[bool]) -> Paper | None:
    """Return a paper whole; None when there is none."""
    row = (await connection.execute(select(table).where(this))).one_or_none()
    if row is None:
        return None
    held = frozenset(read_grants(row.held))
    return Paper(row.name, row.media_type, row.content, row.description, frozenset(row.about), held=held, team=row.team_id)


async def erase_unheld_papers(connection: AsyncConnection, tenant: str, object_ids: Collection[str]) -> None:
    """Erase what these people got by a role that they do not hold any more."""
    if not object_ids:
        return
    now = func.coalesce(HELD_NOW, literal_column("'[]'::jsonb"))
    who = (people.c.tenant == tenant, people.c.object_id.in_(object_ids), people.c.id == table.c.person_id)
    await connection.execute(delete(table).where(*who, ~table.c.held.contained_by(now)))


async def erase_papers_of_team(connection: AsyncConnection, team: str) -> None:
    """Erase what was made in a team that is linked no longer."""
    await connection.execute(delete(table).where(table.c.team_id == team))


async def erase_papers_about(connection: AsyncConnection, intakes: Collection[UUID]) -> None:
    """Erase every paper with facts of these intakes in it; those of an erased person go with the person."""
    if intakes:
        await connection.execute(delete(table).where(table.c.about.overlap(list(intakes))))


async def erase_old_papers(connection: AsyncConnection, now: datetime.datetime) -> int:
    """Erase papers whose time is over; return how many there were."""
    return (await connection.execute(delete(table).where(table.c.until <= now))).rowcount


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers that were offered to one person, in the transaction of their turn."""

    connection: AsyncConnection
    person: UUID
    now: datetime.datetime

    @property
    def theirs(self) -> ColumnElement[bool]:
        return (table.c.person_id == self.person) & (table.c.until > self.now)

    async def answer(self, paper_id: UUID) -> PaperStanding:
        """Note that this person answered; return what its state was before. Another person's paper is GONE."""
        this = (table.c.id == paper_id) & self.theirs
        noted = await self.connection.execute(
            update(table).where(this, table.c.answered_at.is_(None)).values(answered_at=self.now)
        )
        if noted.rowcount:
            return PaperStanding.OPEN
        known = await self.connection.execute(select(table.c.id).where(this))
        return PaperStanding.ANSWERED if known.one_or_none() else PaperStanding.GONE

    async def keep(self, paper: Paper) -> UUID:
        """Keep something for this person, so that work can read it; return its id."""
        return await keep_paper(self.connection, paper, self.person, self.now)

    async def read(self, paper_id: UUID) -> Paper | None:
        """Return something that was kept for this person; None when it is gone."""
        return await find_paper(self.connection, (table.c.id == paper_id) & self.theirs)

    async def newest(self) -> UUID | None:
        """Return the paper that was offered last."""
        newest = select(table.c.id).where(self.theirs).order_by(table.c.at.desc()).limit(1)
        return (await self.connection.execute(newest)).scalar_one_or_none()

    async def drop(self, paper_id: UUID) -> None:
        """Erase a paper of this person: they have it."""
        await self.connection.execute(delete(table).where(table.c.id == paper_id, self.theirs))
