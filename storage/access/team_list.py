"""The project team as people who can be given something to do."""

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.roles import Role
from domain.forms.responses import ActionOwner
from storage.intake.intakes import make_official
from storage.tables.access import role_grant, team_member
from storage.tables.people import person
from storage.turn.roles import IN_FORCE


async def team_of(connection: AsyncConnection, tenant: str, named: Collection[str]) -> Sequence[ActionOwner]:
    """Return the project team by name: these object ids, who was given the role, and who is in a linked team.

    Whoever is in a linked team and never spoke to us becomes a person here, so that something can be theirs.
    """
    holding = select(role_grant.c.object_id).where(role_grant.c.tenant == tenant, role_grant.c.role.in_((Role.TEAM, Role.ADMIN)))
    theirs_now = (team_member.c.tenant == tenant, team_member.c.counts, IN_FORCE)
    counting = select(team_member.c.object_id, team_member.c.name).where(*theirs_now)
    linked = {row.object_id: row.name for row in await connection.execute(counting)}
    given = set((await connection.execute(holding)).scalars())
    theirs = person.c.object_id.in_({*named, *linked, *given})  # a plain list: only that goes by index, however many people
    known = select(person.c.id, person.c.object_id, person.c.name).where(person.c.tenant == tenant, theirs)
    found = {
        row.object_id: ActionOwner(row.id, row.name or linked.get(row.object_id, "")) for row in await connection.execute(known)
    }
    for object_id in sorted(linked.keys() - found.keys()):
        made = await make_official(connection, tenant, object_id, linked[object_id])
        found[object_id] = ActionOwner(made, linked[object_id])
    return tuple(
        sorted((member for member in found.values() if member.name), key=lambda member: (member.name, str(member.person)))
    )
