"""The stores of companies, as one turn has them: a part of `Stores` in storage/stores.py."""

import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.companies.addressees import Addressees
from storage.companies.audiences import Audiences
from storage.companies.calls import Calls
from storage.companies.claims import Claims
from storage.companies.contacts import Contacts
from storage.companies.finding import Companies
from storage.companies.nominations import Nominations
from storage.companies.rows import CompanyRows


class CompanyStores:
    """What one person may look up and do about companies in one turn; whoever inherits this brings the fields."""

    __slots__ = ()

    connection: AsyncConnection
    person: UUID
    now: datetime.datetime
    mails: bool

    @property
    def companies(self) -> Companies:
        return Companies(self.connection, self.now)

    @property
    def company_rows(self) -> CompanyRows:
        return CompanyRows(self.connection, self.mails)

    @property
    def calls(self) -> Calls:
        """Return the calls of this person."""
        return Calls(self.connection, self.person, self.now)

    @property
    def addressees(self) -> Addressees:
        return Addressees(self.connection)

    @property
    def audiences(self) -> Audiences:
        return Audiences(self.connection, self.mails)

    @property
    def contacts(self) -> Contacts:
        return Contacts(self.connection)

    @property
    def claims(self) -> Claims:
        """Return what people claim about companies of the register."""
        return Claims(self.connection, self.person, self.now)

    @property
    def nominations(self) -> Nominations:
        return Nominations(self.connection, self.now)
