"""Codes with which somebody who came without Teams is known in Teams: by what they type there, never by a name."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.door.keys import KEY_HOURS, KeyHolder, answers_something
from domain.door.sessions import TENANT
from storage.door.sessions import HOLDS_A_ROLE
from storage.inbox.invitations import UNUSED, new_code, shown_code
from storage.tables.inbox import invitation
from storage.tables.people import intake, person


@dataclass(frozen=True, slots=True)
class DoorKeys:
    """The codes of one person, and whose a code is."""

    connection: AsyncConnection
    person: UUID
    now: datetime.datetime

    async def make(self) -> str:
        """Make a code that lets whoever types it in Teams be this person; one that was made before stops working."""
        await self.connection.execute(delete(invitation).where(invitation.c.key_of == self.person, UNUSED))
        code, until = new_code(), self.now + datetime.timedelta(hours=KEY_HOURS)
        values = {"code": code, "key_of": self.person, "made_by": self.person, "at": self.now, "until": until}
        await self.connection.execute(invitation.insert().values(**values))
        return shown_code(code)

    async def holder(self, person_id: UUID) -> KeyHolder | None:
        """Return whoever a code is of, locked with their intake; None when they are known in Teams by now, or hold a role."""
        theirs = (person.c.id == person_id, person.c.tenant == TENANT, person.c.acting_for.is_(None), HOLDS_A_ROLE.is_(None))
        both = select(person, intake.c.company, intake.c.current).join(intake, intake.c.id == person.c.intake_id)
        row = (await self.connection.execute(both.where(*theirs).with_for_update(of=[person, intake]))).one_or_none()
        if row is None:
            return None
        return KeyHolder(row.id, row.intake_id, row.company, answers_something(row.current.get("answers", {})))
