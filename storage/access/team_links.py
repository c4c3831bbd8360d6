"""Teams teams whose members are the project team: linking one, keeping up with who is in it, and letting go."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.roles import LinkedTeam, Role, TeamMember
from storage.papers.papers import erase_papers_of_team, erase_unheld_papers
from storage.tables.access import linked_team, role_event, team_member
from storage.tables.people import person


@dataclass(slots=True)
class TeamLinks:
    """The linked teams of one `tenant`; `by` is the Entra object id of whoever acts, `reference` reaches their channel."""

    connection: AsyncConnection
    tenant: str
    by: str
    reference: Mapping[str, Any]

    async def link(self, team: str, name: str, members: Sequence[TeamMember], named: Collection[str] = ()) -> LinkedTeam:
        """Link a team, or read a linked one again; guests count when they are `named` (object ids) now or were before."""
        row = {"tenant": self.tenant, "team_id": team, "name": name, "reference": dict(self.reference), "linked_by": self.by}
        statement = insert(linked_team).values(row | {"read_at": func.now()})
        fresh = {"name": statement.excluded.name, "reference": statement.excluded.reference, "read_at": func.now()}
        await self.resume(team)
        linked = await self.connection.execute(
            statement.on_conflict_do_update(index_elements=["tenant", "team_id"], set_=fresh).returning(linked_team.c.at)
        )
        linked.one()  # locked from here on
        if not await self.rows(team):
            await self.note("linked", team)
        return await self.renew(team, name, members, named)

    async def reread(self, team: str, name: str, members: Sequence[TeamMember]) -> LinkedTeam | None:
        """Bring a linked team up to date; None when it is not linked (any more)."""
        fresh = {"read_at": func.now()} | ({"name": name} if name else {})
        await self.resume(team)
        done = await self.connection.execute(update(linked_team).where(*self.this(team)).values(fresh))
        return await self.renew(team, name, members) if done.rowcount else None

    async def suspend(self, team: str, unread: datetime.timedelta = datetime.timedelta(0)) -> bool:
        """Let nobody count through a team until it is read again, when that was so long ago; return whether that is new."""
        last = func.coalesce(linked_team.c.read_at, linked_team.c.at)
        these = (*self.this(team), linked_team.c.suspended_at.is_(None), last <= func.now() - unread)
        done = await self.connection.execute(update(linked_team).where(*these).values(suspended_at=func.now()))
        if done.rowcount:
            await self.note("suspended", team)
            await self.erase_papers(team, [row.object_id for row in await self.rows(team)])
        return bool(done.rowcount)

    async def erase_papers(self, team: str, members: Collection[str]) -> None:
        """Erase what was made in this team, and what its members got by it: nobody counts through it any more."""
        await erase_papers_of_team(self.connection, team)
        await erase_unheld_papers(self.connection, self.tenant, members)

    async def resume(self, team: str) -> None:
        """Let members count again: Teams tells who they are."""
        these = (*self.this(team), linked_team.c.suspended_at.is_not(None))
        done = await self.connection.execute(update(linked_team).where(*these).values(suspended_at=None))
        if done.rowcount:
            await self.note("resumed", team)

    async def renew(self, team: str, name: str, members: Sequence[TeamMember], named: Collection[str] = ()) -> LinkedTeam:
        """Store who is in a team now."""
        before = {row.object_id: row for row in await self.rows(team)}
        rows = [
            {
                "tenant": self.tenant,
                "team_id": team,
                "object_id": one.object_id,
                "teams_id": one.teams_id,
                "name": one.name,
                "guest": one.guest,
                "home": one.tenant,
                "counts": not one.guest or one.object_id in named or chosen(before.get(one.object_id)),
            }
            for one in {member.object_id: member for member in members}.values()
        ]
        now = {str(row["object_id"]): row for row in rows}
        gone = before.keys() - now.keys()
        await self.connection.execute(delete(team_member).where(*self.these(team), team_member.c.object_id.in_(sorted(gone))))
        if rows:
            statement = insert(team_member)
            overwrite = {name: statement.excluded[name] for name in ("teams_id", "name", "guest", "home", "counts")}
            keys = ["tenant", "team_id", "object_id"]
            await self.connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=overwrite), rows)
        joined = [one for one, row in now.items() if row["counts"] and not counted(before.get(one))]
        left = [one for one, row in before.items() if row.counts and not (one in now and now[one]["counts"])]
        await self.note("joined", team, *joined)
        await self.note("left", team, *left)
        await erase_unheld_papers(self.connection, self.tenant, left)
        return await self.seen(team, name, tuple(str(now[one]["name"]) for one in joined), tuple(before[o].name for o in left))

    async def admit(self, team: str, guests: Collection[str]) -> LinkedTeam | None:
        """Let guests of a linked team count (object ids; others are passed over); None when it is not linked."""
        name = (await self.connection.execute(select(linked_team.c.name).where(*self.this(team)))).scalar_one_or_none()
        if name is None:
            return None
        waiting = (*self.these(team), team_member.c.object_id.in_(sorted(guests)), ~team_member.c.counts)
        done = await self.connection.execute(update(team_member).where(*waiting).values(counts=True).returning(team_member))
        rows = done.all()
        await self.note("named", team, *(row.object_id for row in rows))
        return await self.seen(team, name, tuple(row.name for row in rows), ())

    async def leave(self, team: str, ids: Collection[str]) -> None:
        """Take people out of a linked team at once; `ids` are Entra object ids or Teams' own."""
        those = team_member.c.object_id.in_(sorted(ids)) | team_member.c.teams_id.in_(sorted(ids))
        taken = delete(team_member).where(*self.these(team), those).returning(team_member.c.object_id)
        gone = list((await self.connection.execute(taken)).scalars())
        await self.note("left", team, *gone)
        await erase_unheld_papers(self.connection, self.tenant, gone)

    async def unlink(self, team: str) -> LinkedTeam | None:
        """Let go of a team; None when it was not linked."""
        seen, members = await self.seen(team, "", (), ()), [row.object_id for row in await self.rows(team)]
        done = await self.connection.execute(delete(linked_team).where(*self.this(team)).returning(linked_team.c.name))
        name = done.scalar_one_or_none()
        if name is None:
            return None
        await self.note("unlinked", team)
        await self.erase_papers(team, members)
        return LinkedTeam(team, name, seen.counting)

    async def all(self) -> Sequence[LinkedTeam]:
        rows = await self.connection.execute(
            select(linked_team.c.team_id, linked_team.c.name)
            .where(linked_team.c.tenant == self.tenant)
            .order_by(linked_team.c.name, linked_team.c.team_id)
        )
        return [await self.seen(row.team_id, row.name, (), ()) for row in rows.all()]

    async def name(self, team: str) -> str:
        """Return what a linked team is called; empty when that is not known."""
        return (await self.connection.execute(select(linked_team.c.name).where(*self.this(team)))).scalar_one_or_none() or ""

    async def linker(self, team: str) -> Any:  # noqa: ANN401 - a UUID, or None when we never met whoever linked it
        who = select(person.c.id).join(linked_team, linked_team.c.linked_by == person.c.object_id)
        return (await self.connection.execute(who.where(*self.this(team), person.c.tenant == self.tenant))).scalar_one_or_none()

    async def seen(self, team: str, name: str, joined: tuple[str, ...], left: tuple[str, ...]) -> LinkedTeam:
        rows = await self.rows(team)
        guests = tuple(TeamMember(row.object_id, row.teams_id, row.name, row.guest, row.home) for row in rows if not row.counts)
        return LinkedTeam(team, name, sum(row.counts for row in rows), guests, joined, left)

    async def rows(self, team: str) -> Sequence[Row[Any]]:
        """Return the members of a team, by name."""
        mine = select(team_member).where(*self.these(team)).order_by(team_member.c.name, team_member.c.object_id)
        found: Sequence[Row[Any]] = (await self.connection.execute(mine)).all()
        return found

    async def note(self, kind: str, team: str, *object_ids: str) -> None:
        """Keep in the history what happened: to a team as a whole, or to people in it."""
        whole = kind in ("linked", "unlinked", "suspended", "resumed")
        same = {"tenant": self.tenant, "kind": kind, "role": Role.TEAM.value, "team_id": team, "by": self.by}
        rows = [same | {"object_id": one} for one in ([""] if whole else object_ids)]
        if rows:
            await self.connection.execute(role_event.insert(), rows)

    def this(self, team: str) -> tuple[Any, ...]:
        """Return the condition of the row of a team."""
        return (linked_team.c.tenant == self.tenant, linked_team.c.team_id == team)

    def these(self, team: str) -> tuple[Any, ...]:
        """Return the condition of the rows of its members."""
        return (team_member.c.tenant == self.tenant, team_member.c.team_id == team)


def counted(row: Row[Any] | None) -> bool:
    """Say whether somebody counted before."""
    return row is not None and row.counts


def chosen(row: Row[Any] | None) -> bool:
    """Say whether somebody counted as a guest before: as a member they counted without anybody choosing them."""
    return row is not None and row.guest and row.counts


async def every_link(connection: AsyncConnection) -> Sequence[tuple[str, str, Mapping[str, Any]]]:
    """Return every linked team of every tenant: tenant, Teams' id, and how to reach its channel."""
    columns = (linked_team.c.tenant, linked_team.c.team_id, linked_team.c.reference)
    rows = await connection.execute(select(*columns).order_by(linked_team.c.tenant, linked_team.c.at))
    return [(row.tenant, row.team_id, row.reference) for row in rows]
