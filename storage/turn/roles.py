"""Reading who may do what: as parts of the statement that loads a turn, so that roles cost no statement of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, bindparam, func, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.roles import Grant, Role
from storage.tables.access import linked_team, role_grant, team_member
from storage.tables.people import person

# A member counts through a link of which Teams tells who is in the team; what nobody can check any more gives nothing.
IN_FORCE = (
    select(linked_team.c.team_id)
    .where(
        linked_team.c.tenant == team_member.c.tenant,
        linked_team.c.team_id == team_member.c.team_id,
        linked_team.c.suspended_at.is_(None),
    )
    .exists()
)


def held_by(tenant: ColumnElement[str], object_id: ColumnElement[str]) -> ScalarSelect[Any]:
    """Return the expression for what somebody holds, as [[role, terrain, municipality], ...]."""
    theirs = (role_grant.c.tenant == tenant, role_grant.c.object_id == object_id)
    through_teams = (team_member.c.tenant == tenant, team_member.c.object_id == object_id, team_member.c.counts, IN_FORCE)
    given = select(role_grant.c.role, role_grant.c.terrain_id, role_grant.c.municipality_code).where(*theirs)
    by_team = select(literal(Role.TEAM.value), literal(""), literal("")).where(
        select(team_member.c.object_id).where(*through_teams).exists()
    )
    both = union_all(given, by_team).subquery()
    return select(func.jsonb_agg(func.jsonb_build_array(*both.c))).scalar_subquery()


HELD = held_by(bindparam("tenant"), bindparam("object_id"))  # of the parameters `tenant` and `object_id`; null without any
LINKED = (
    select(linked_team.c.team_id)
    .where(
        linked_team.c.tenant == bindparam("tenant"),
        linked_team.c.team_id == bindparam("team"),
        linked_team.c.suspended_at.is_(None),
    )
    .exists()
)
PERSON = (
    select(person.c.id)
    .where(person.c.tenant == bindparam("tenant"), person.c.object_id == bindparam("object_id"))
    .scalar_subquery()
)


def read_grants(held: Sequence[Sequence[str]] | None) -> tuple[Grant, ...]:
    """Return what HELD found; a role that this version does not know gives nothing."""
    known = {role.value for role in Role}
    return tuple(Grant(Role(role), terrain, municipality) for role, terrain, municipality in held or () if role in known)


@dataclass(frozen=True, slots=True)
class Met:
    """Whoever said something in a channel: their roles, their person where we know one, and whether the team is linked.

    `earlier` is the stored turn when this activity was handled before, `channel` the stored channel when we know it.
    """

    grants: tuple[Grant, ...]
    person: UUID | None
    linked: bool
    earlier: Mapping[str, Any] | None
    channel: Mapping[str, Any] | None


async def is_linked(connection: AsyncConnection, tenant: str, team_id: str) -> bool:
    """Say whether a Teams team is linked to the project team: only there companies may be named in a channel."""
    this = (linked_team.c.tenant == tenant) & (linked_team.c.team_id == team_id) & linked_team.c.suspended_at.is_(None)
    return bool((await connection.execute(select(select(linked_team.c.team_id).where(this).exists()))).scalar_one())
