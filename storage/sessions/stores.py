"""The stores of sessions, as one turn has them: a part of `Stores` in storage/stores.py."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.sessions.partners import Partners
from storage.sessions.places import Places
from storage.sessions.sessions import Sessions


class SessionStores:
    """What one person may look up and do about sessions in one turn; whoever inherits this brings the fields."""

    __slots__ = ()

    connection: AsyncConnection
    person: UUID

    @property
    def sessions(self) -> Sessions:
        return Sessions(self.connection, self.person)

    @property
    def places(self) -> Places:
        return Places(self.connection)

    @property
    def partners(self) -> Partners:
        return Partners(self.connection)
