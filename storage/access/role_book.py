"""Keeping roles: who holds which, who gave it and when, and whom a name means."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Table, delete, func, literal, literal_column, select, union
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.roles import Grant, Somebody
from storage.papers.papers import erase_unheld_papers
from storage.tables.access import linked_team, role_event, role_grant, team_member
from storage.tables.people import person
from storage.turn.roles import read_grants

MOST_FOUND = 20
MOST_NAMES = 5000
MOST_WORDS = 6
ACCENTS = "[\u0300-\u036f]"  # what NFKD splits off


def folded(names: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return names as they are compared: small letters without accents."""
    return func.regexp_replace(func.normalize(func.lower(names), literal_column("NFKD")), ACCENTS, "", "g")


@dataclass(slots=True)
class RoleBook:
    """The roles of one `tenant`; `by` is the Entra object id of whoever changes them."""

    connection: AsyncConnection
    tenant: str
    by: str

    async def give(self, object_id: str, grant: Grant) -> bool:
        """Give a role; False when they hold it already."""
        row = self.row(object_id, grant)
        made = await self.connection.execute(
            insert(role_grant).values(row | {"given_by": self.by}).on_conflict_do_nothing().returning(role_grant.c.id)
        )
        if made.one_or_none() is None:
            return False
        await self.connection.execute(role_event.insert().values(row | {"kind": "given", "by": self.by}))
        return True

    async def take(self, object_id: str, grant: Grant) -> bool:
        """Take a role back; False when they do not hold it."""
        row = self.row(object_id, grant)
        this = [role_grant.c[name] == value for name, value in row.items()]
        gone = await self.connection.execute(delete(role_grant).where(*this))
        if gone.rowcount == 0:
            return False
        await self.connection.execute(role_event.insert().values(row | {"kind": "taken", "by": self.by}))
        await erase_unheld_papers(self.connection, self.tenant, [object_id])
        return True

    def row(self, object_id: str, grant: Grant) -> dict[str, str]:
        """Return the columns that say whose role it is."""
        return {
            "tenant": self.tenant,
            "object_id": object_id,
            "role": grant.role.value,
            "terrain_id": grant.terrain,
            "municipality_code": grant.municipality,
        }

    async def somebody(self, object_id: str) -> Somebody:
        """Return who has this Entra object id, whether we met them or not."""
        (found,) = await self.people([object_id])
        return found

    async def mentioned(self, teams_id: str) -> Somebody | None:
        """Return whom Teams mentions by this id; None when we do not know them, or know two."""
        met = self.of(person, person.c.object_id).where(person.c.reference["user"]["id"].astext == teams_id)
        member = self.of(team_member, team_member.c.object_id).where(team_member.c.teams_id == teams_id)
        ids = list((await self.connection.execute(union(met, member))).scalars())
        return await self.somebody(ids[0]) if len(ids) == 1 else None

    async def named(self, name: str) -> Sequence[Somebody]:
        """Return whose name holds every word of `name`, accents and capitals aside."""
        words = name.split()[:MOST_WORDS]
        if not words:
            return ()
        ids: list[str] = []
        for whose in (team_member, person):
            holding = (func.strpos(folded(whose.c.name), folded(literal(word))) > 0 for word in words)
            found = self.of(whose, whose.c.object_id).where(*holding).order_by(whose.c.name).limit(MOST_FOUND)
            ids += (await self.connection.execute(found)).scalars()
        return await self.people(dict.fromkeys(ids))

    async def names(self) -> Sequence[tuple[str, str]]:
        """Return (object id, name) of everybody we know by name."""
        both = union(
            *(self.of(one, one.c.object_id, one.c.name).where(one.c.name != "") for one in (person, team_member))
        ).subquery()
        rows = await self.connection.execute(select(both.c.object_id, both.c.name).limit(MOST_NAMES))
        return [(row.object_id, row.name) for row in rows]

    async def holders(self) -> Sequence[Somebody]:
        """Return everybody who holds a role in the tables, by name."""
        members = self.of(team_member, team_member.c.object_id).where(team_member.c.counts)
        ids = (await self.connection.execute(union(self.of(role_grant, role_grant.c.object_id), members))).scalars()
        return sorted(await self.people(ids), key=lambda one: (not one.name, one.name.casefold(), one.object_id))

    async def people(self, object_ids: Iterable[str]) -> Sequence[Somebody]:
        """Return these people with their names and roles, in the order asked for."""
        ids = list(object_ids)
        met = {row.object_id: row for row in await self.rows(person, ids, person.c.id, person.c.name)}
        given = await self.rows(role_grant, ids, role_grant.c.role, role_grant.c.terrain_id, role_grant.c.municipality_code)
        here = linked_team.c.team_id == team_member.c.team_id
        title = select(linked_team.c.name).where(here, linked_team.c.tenant == self.tenant).scalar_subquery()
        told = (team_member.c.name, team_member.c.counts, team_member.c.guest, team_member.c.home)
        members = await self.rows(team_member, ids, *told, title.label("team"))
        return tuple(
            Somebody(
                object_id=one,
                name=next((row.name for row in (*members, *met.values()) if row.object_id == one and row.name), ""),
                person=met[one].id if one in met else None,
                grants=tuple(sorted(read_grants([row[1:] for row in given if row.object_id == one]))),
                teams=tuple(row.team for row in members if row.object_id == one and row.counts),
                guest=guest_of([row.guest for row in members if row.object_id == one]),
                tenant=next((row.home for row in members if row.object_id == one and row.home), ""),
            )
            for one in ids
        )

    async def rows(self, table: Table, ids: Sequence[str], *columns: ColumnElement[Any]) -> Sequence[Row[Any]]:
        """Return these columns of the rows about these people, after their object id."""
        those = self.of(table, table.c.object_id, *columns).where(table.c.object_id.in_(ids))
        found: Sequence[Row[Any]] = (await self.connection.execute(those)).all()
        return found

    def of(self, table: Table, *columns: ColumnElement[Any]) -> Select[Any]:
        """Return a question about this tenant."""
        return select(*columns).where(table.c.tenant == self.tenant)


def guest_of(told: Sequence[bool]) -> bool | None:
    """Return whether Teams told of a guest: once is enough; None when no team told anything."""
    return any(told) if told else None
