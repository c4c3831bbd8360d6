"""Codes that let people in, made and used in the transaction of a turn."""

import secrets
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.requests import Invitation
from storage.tables.desk import invitation
from storage.tables.terrain import terrain

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def new_code() -> str:
    """Return a code of eight characters, without those that look alike: close to 32 to the power 8 possibilities.

    There is a digit in it, so that it is never taken for a name.
    """
    code = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return code if any(character.isdigit() for character in code) else new_code()


def plain_code(text: str) -> str:
    """Return a code as it is stored, however it was typed."""
    return "".join(letter for letter in text.upper() if letter.isalnum())[:20]


def shown_code(code: str) -> str:
    """Return a code as people read it: ABCD-2345."""
    return f"{code[:4]}-{code[4:]}"


@dataclass(frozen=True, slots=True)
class Invitations:
    """The codes one person makes and uses; `intake` is the one they work on now."""

    connection: AsyncConnection
    person: UUID
    intake: UUID

    async def make(self, terrain_id: str | None, company: str, intake_id: UUID | None) -> str:
        """Make and return a new invitation code."""
        code = new_code()
        values = {"code": code, "terrain_id": terrain_id, "company": company, "intake_id": intake_id, "made_by": self.person}
        await self.connection.execute(invitation.insert().values(**values))
        return shown_code(code)

    async def find(self, code: str) -> Invitation | None:
        """Return an unused invitation, however the code was typed."""
        found = await self.connection.execute(
            select(invitation, terrain.c.name.label("terrain_name"))
            .outerjoin(terrain, terrain.c.id == invitation.c.terrain_id)
            .where(invitation.c.code == plain_code(code), invitation.c.used_at.is_(None))
        )
        row = found.one_or_none()
        return Invitation(row.code, row.terrain_id, row.terrain_name or "", row.company, row.intake_id) if row else None

    async def use(self, code: str) -> bool:
        """Mark an invitation as used; False when somebody else was first. From then on it goes where the intake goes."""
        unused = (invitation.c.code == plain_code(code)) & invitation.c.used_at.is_(None)
        of_intake = func.coalesce(invitation.c.intake_id, self.intake)
        done = await self.connection.execute(update(invitation).where(unused).values(used_at=func.now(), intake_id=of_intake))
        return done.rowcount == 1
