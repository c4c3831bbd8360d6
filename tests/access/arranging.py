"""Arranging who holds which role, straight in the tables."""

from domain.access.roles import Grant, Role
from storage.database.transactions import transaction
from storage.tables.access import linked_team, role_grant, team_member
from tests.chat import TENANT, Chat
from tests.person import Person

TEAM = "19:team@thread.tacv2"


async def gives(chat: Chat, someone: Person, *grants: Grant, tenant: str = TENANT) -> None:
    """Give somebody these roles."""
    rows = [
        {
            "tenant": tenant,
            "object_id": someone.sender.object_id,
            "role": grant.role,
            "terrain_id": grant.terrain,
            "municipality_code": grant.municipality,
            "given_by": "test",
        }
        for grant in grants
    ]
    async with transaction(chat.database) as connection:
        await connection.execute(role_grant.insert(), rows)


async def links(chat: Chat, *members: Person, guests: tuple[Person, ...] = (), team: str = TEAM) -> None:
    """Link a Teams team with these members, and guests who do not count."""
    link = {"tenant": TENANT, "team_id": team, "name": "Projectteam", "reference": {}, "linked_by": "test"}
    async with transaction(chat.database) as connection:
        await connection.execute(linked_team.insert().values(link))
        for one in (*members, *guests):
            row = {"tenant": TENANT, "team_id": team, "object_id": one.sender.object_id, "teams_id": one.sender.teams_id}
            guest = one in guests
            await connection.execute(
                team_member.insert().values(row | {"name": one.sender.name, "guest": guest, "counts": not guest})
            )


ZWOLLE = Grant(Role.MUNICIPALITY, municipality="GM0193")
