"""Knowing the channels and group chats where the bot is, and switching off those it was removed from."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.notices.channels import Channel, Off, base_of
from storage.tables.access import linked_team
from storage.tables.channel import channel as table
from storage.tables.notice import subscription


@dataclass(frozen=True, slots=True)
class SeenChannel:
    """A channel as something happened in it; names are empty where Teams tells none."""

    tenant: str
    conversation: str
    team_id: str
    reference: Mapping[str, Any]
    name: str = ""
    team_name: str = ""

    @property
    def row(self) -> dict[str, Any]:
        """Return it as it is stored: the channel itself, without the thread and the person who spoke."""
        base = base_of(self.conversation)
        there = {key: part for key, part in self.reference.items() if key not in ("user", "locale")}
        return {
            "tenant": self.tenant,
            "conversation": base,
            "team_id": self.team_id,
            "name": self.name,
            "team_name": self.team_name,
            "reference": {**there, "conversation": {**self.reference["conversation"], "id": base}},
            "active": True,
        }


async def note_channel(connection: AsyncConnection, seen: SeenChannel, known: Mapping[str, Any] | None) -> UUID:
    """Know a channel from now on, and return our id of it; one that was switched off is active again.

    `known` is what loading the turn found: nearly always nothing is new, and then nothing is asked of the database.
    """
    row = seen.row
    if known is not None and all(known[name] == value for name, value in row.items() if value != ""):
        return UUID(known["id"])
    new = insert(table).values(id=uuid4(), **row)
    said = new.excluded
    upsert = new.on_conflict_do_update(
        index_elements=["tenant", "conversation"],
        set_={
            "reference": said.reference,
            "active": True,
            "off_at": None,
            "off_why": "",
            "name": case((said.name != "", said.name), else_=table.c.name),
            "team_name": case((said.team_name != "", said.team_name), else_=table.c.team_name),
            "team_id": case((said.team_id != "", said.team_id), else_=table.c.team_id),
        },
    )
    return UUID(str((await connection.execute(upsert.returning(table.c.id))).scalar_one()))


def within(tenant: str, conversation: str, team: str) -> ColumnElement[bool]:
    """Return the condition for a channel, or for every channel of a team."""
    return and_(table.c.tenant == tenant, table.c.team_id == team if team else table.c.conversation == base_of(conversation))


async def switch_off(
    connection: AsyncConnection, tenant: str, *, conversation: str = "", team: str = "", now: datetime.datetime, why: Off
) -> int:
    """Switch off a channel, or every channel of a team; return how many were on. A reason that lasts longer takes its place."""
    these = within(tenant, conversation, team)
    off = update(table).where(these, table.c.active).values(active=False, off_at=now, off_why=why)
    count = (await connection.execute(off)).rowcount
    passing = (Off.BLOCKED,) if why is Off.TEAM else () if why is Off.BLOCKED else tuple(Off)
    await connection.execute(update(table).where(these, ~table.c.active, table.c.off_why.in_(passing)).values(off_why=why))
    return count


LINKED = and_(
    linked_team.c.tenant == table.c.tenant, linked_team.c.team_id == table.c.team_id, linked_team.c.suspended_at.is_(None)
)
COLUMNS = (table.c.id, table.c.tenant, table.c.team_id, table.c.name, table.c.team_name, table.c.active, table.c.off_why)
FOUND: Select[Any] = select(*COLUMNS, linked_team.c.team_id.is_not(None).label("linked")).outerjoin(linked_team, LINKED)


def read_channel(row: Row[Any]) -> Channel:
    return Channel(row.id, row.tenant, row.team_id, row.name, row.team_name, row.active, row.linked, Off(row.off_why))


@dataclass(frozen=True, slots=True)
class Channels:
    """The channels of one tenant, in the transaction of a turn."""

    connection: AsyncConnection
    tenant: str

    async def find(self, channel: UUID) -> Channel | None:
        """Return a channel; None when there is none."""
        found = await self._select(table.c.id == channel)
        return found[0] if found else None

    async def anywhere(self, channel: UUID) -> Channel | None:
        """Return a channel of whatever tenant; None when there is none."""
        row = (await self.connection.execute(FOUND.where(table.c.id == channel))).one_or_none()
        return read_channel(row) if row is not None else None

    async def active(self) -> Sequence[Channel]:
        """Return every channel where the bot can post, in a fixed order."""
        return await self._select(table.c.active)

    async def of_team(self, team: str) -> Sequence[Channel]:
        """Return the channels of a team where the bot can post."""
        return await self._select(and_(table.c.active, table.c.team_id == team))

    async def rename(self, conversation: str, name: str) -> None:
        """Know a channel by another name."""
        this = (table.c.tenant == self.tenant) & (table.c.conversation == base_of(conversation))
        await self.connection.execute(update(table).where(this).values(name=name))

    async def followers_off(self) -> Sequence[Channel]:
        """Return every channel that follows something and where the bot cannot post now, in a fixed order."""
        return await self._select(and_(~table.c.active, table.c.id.in_(select(subscription.c.channel_id))))

    async def rename_team(self, team: str, name: str) -> None:
        """Know a team by another name."""
        await self.connection.execute(update(table).where(within(self.tenant, "", team)).values(team_name=name))

    async def switch_off(self, *, conversation: str = "", team: str = "", why: Off) -> int:
        """Switch off a channel, or every channel of a team; return how many were on."""
        now = (await self.connection.execute(select(func.now()))).scalar_one()
        return await switch_off(self.connection, self.tenant, conversation=conversation, team=team, now=now, why=why)

    async def switch_on(self, *, conversation: str = "", team: str = "", over: Collection[Off]) -> Sequence[UUID]:
        """Switch on a channel, or every channel of a team, that is off for a reason that is over; return which those are."""
        these = and_(within(self.tenant, conversation, team), ~table.c.active, table.c.off_why.in_((Off.UNKNOWN, *over)))
        on = update(table).where(these).values(active=True, off_at=None, off_why="").returning(table.c.id)
        return tuple((await self.connection.execute(on)).scalars())

    async def _select(self, which: ColumnElement[bool]) -> Sequence[Channel]:
        mine = FOUND.where(table.c.tenant == self.tenant, which).order_by(table.c.team_name, table.c.name, table.c.id)
        return tuple(read_channel(row) for row in await self.connection.execute(mine))


async def linked_team_at(connection: AsyncConnection, tenant: str, conversation: str) -> str:
    """Return the linked team to which a conversation belongs; empty when it belongs to none."""
    here = FOUND.where(table.c.tenant == tenant, table.c.conversation == base_of(conversation))
    row = (await connection.execute(here)).one_or_none()
    return row.team_id if row is not None and row.linked else ""
