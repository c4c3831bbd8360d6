"""Whoever looks something up outside a conversation, such as while typing: what they may see, in one statement without locks."""

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.roles import Grant
from storage.tables.people import intake, person
from storage.turn.roles import HELD, read_grants

_OWN = (
    select(intake.c.terrain_id)
    .join(person, person.c.intake_id == intake.c.id)
    .where(person.c.tenant == bindparam("tenant"), person.c.object_id == bindparam("object_id"))
    .scalar_subquery()
)
_WHO = select(HELD.label("held"), _OWN.label("terrain"))


async def look_up(connection: AsyncConnection, tenant: str, object_id: str) -> tuple[tuple[Grant, ...], str]:
    """Return the roles that were given to somebody, and the id of the terrain of their company; empty without one."""
    row = (await connection.execute(_WHO, {"tenant": tenant, "object_id": object_id})).one()
    return read_grants(row.held), row.terrain or ""
