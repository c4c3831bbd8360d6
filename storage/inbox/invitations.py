"""Codes that let people in, made and used in the transaction of a turn; wrong ones are counted for all processes."""

import datetime
import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, or_, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.companies import company_key
from domain.inbox.requests import Invitation, WrongCodes
from storage.inbox.guesses import count_wrong, must_wait, note_wrong
from storage.tables.inbox import invitation
from storage.tables.people import intake
from storage.tables.registers import company
from storage.tables.terrain import terrain

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"

UNUSED: ColumnElement[bool] = invitation.c.used_at.is_(None)


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


def digest_of(tenant: str, object_id: str) -> str:
    """Return what stands for whoever tries codes: it stays the same when they have themselves erased and come back."""
    return hashlib.sha256(f"{tenant}\n{object_id}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Invitations:
    """The codes one person makes and uses; `intake` is the one they work on now, `who` is a digest of them."""

    connection: AsyncConnection
    person: UUID
    intake: UUID
    tenant: str
    who: str
    now: datetime.datetime

    async def make(
        self, terrain_id: str | None, company: str, intake_id: UUID | None, until: datetime.datetime, *, by_team: bool
    ) -> str:
        """Make and return a new invitation code that works until a moment."""
        code = new_code()
        about = {"terrain_id": terrain_id, "company": company, "intake_id": intake_id}
        values = {"code": code, "made_by": self.person, "at": self.now, "until": until, "by_team": by_team, **about}
        await self.connection.execute(invitation.insert().values(**values))
        return shown_code(code)

    async def find(self, code: str) -> Invitation | None:
        """Return an unused invitation, perhaps one that ended, however the code was typed.

        One by which somebody came in without Teams is used up for everybody else.
        """
        found = await self.connection.execute(
            select(invitation, terrain.c.name.label("terrain_name"), func.coalesce(intake.c.company, "").label("now"))
            .outerjoin(terrain, terrain.c.id == invitation.c.terrain_id)
            .outerjoin(intake, intake.c.id == invitation.c.intake_id)
            .where(invitation.c.code == plain_code(code), UNUSED, self.not_of_others)
        )
        row = found.one_or_none()
        if row is None:
            return None
        called = row.now or row.company  # what the intake is called now, not when its code was made
        return Invitation(row.code, row.terrain_id, row.terrain_name or "", called, row.intake_id, row.until, key_of=row.key_of)

    async def use(self, code: str) -> bool:
        """Mark an invitation as used; False when somebody else was first, or when it ended. From then on it goes where the
        intake goes.
        """
        unused = (invitation.c.code == plain_code(code)) & UNUSED & self.not_of_others & (invitation.c.until > self.now)
        of_intake = func.coalesce(invitation.c.intake_id, self.intake)
        done = await self.connection.execute(update(invitation).where(unused).values(used_at=func.now(), intake_id=of_intake))
        return done.rowcount == 1

    @property
    def not_of_others(self) -> ColumnElement[bool]:
        return or_(invitation.c.redeemed_by.is_(None), invitation.c.redeemed_by == self.person)

    async def must_wait(self) -> bool:
        """Say whether this person tried too many wrong codes to try another one now."""
        return await must_wait(self.connection, self.tenant, self.who, self.now)

    async def note_wrong(self) -> None:
        """Count a code that does not exist."""
        await note_wrong(self.connection, self.tenant, self.who, self.now)

    async def wrong_codes(self) -> WrongCodes:
        """Return how many wrong codes were tried in this tenant in the last week."""
        return await count_wrong(self.connection, self.tenant, self.now)


async def make_code(
    connection: AsyncConnection, terrain_id: str, company: str, now: datetime.datetime, until: datetime.datetime
) -> str:
    """Make and return a code of the team for a company, for the mail by which it is invited."""
    values = {"code": new_code(), "terrain_id": terrain_id, "company": company[:120], "at": now, "until": until, "by_team": True}
    await connection.execute(invitation.insert().values(**values))
    return str(values["code"])


async def revoke_code(connection: AsyncConnection, code: str) -> None:
    """Revoke a code that nobody got."""
    await connection.execute(delete(invitation).where(invitation.c.code == code, UNUSED))


async def revoke_codes_for(connection: AsyncConnection, companies: Collection[UUID], intakes: Collection[UUID]) -> int:
    """Revoke the unused codes for companies that are erased: of the register, and those a code of the team let into these
    intakes. They go with the name in them; what somebody merely calls themselves revokes nothing. Return how many there were.
    """
    listed = select(company.c.terrain_id, company.c.name).where(company.c.id.in_(companies))
    let_in = select(invitation.c.terrain_id, invitation.c.company).where(
        invitation.c.intake_id.in_(intakes), invitation.c.by_team, invitation.c.used_at.is_not(None), invitation.c.company != ""
    )
    keys = {(row.terrain_id, company_key(row.name)) for row in await connection.execute(union_all(listed, let_in))}
    there = invitation.c.terrain_id.in_({terrain_id for terrain_id, _ in keys}) & (invitation.c.company != "")
    rows = await connection.execute(select(invitation.c.code, invitation.c.terrain_id, invitation.c.company).where(there, UNUSED))
    codes = [row.code for row in rows if (row.terrain_id, company_key(row.company)) in keys]
    return (await connection.execute(delete(invitation).where(invitation.c.code.in_(codes), UNUSED))).rowcount


async def revoke_codes_of_terrain(connection: AsyncConnection, terrain_id: str) -> int:
    """Revoke the unused codes for a terrain that goes; return how many there were."""
    return (await connection.execute(delete(invitation).where(invitation.c.terrain_id == terrain_id, UNUSED))).rowcount
