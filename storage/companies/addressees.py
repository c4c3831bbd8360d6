"""Whom we may mail who is no person here, and where: asked anew each time before something goes. Nothing of it is kept apart.

A contact of the register is mailed as the ground of its source allows, a visitor of a session when they told the team that
they agree.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.companies.audience import Audience, AudienceMember
from domain.companies.companies import MAILED, digests_of
from domain.mail.addresses import AddressedMailbox, MailState, one_address
from domain.notices.notice import Failing
from domain.sessions.visitors import Coming
from storage.companies.erasure import keep_out
from storage.companies.links import meets
from storage.companies.objections import object_to_contacts
from storage.mail.mailboxes import fingerprint
from storage.tables.companies import addressee
from storage.tables.mail import mail_mark
from storage.tables.notice import notice
from storage.tables.people import intake
from storage.tables.registers import company, company_contact, company_link, import_run, objection
from storage.tables.sending import sending
from storage.tables.session import session, visitor

CONTACTS = company_contact.join(company, company.c.id == company_contact.c.company_id).join(
    import_run, import_run.c.id == company_contact.c.import_id
)
VISITORS = visitor.join(addressee, addressee.c.visitor_id == visitor.c.number).join(session, session.c.id == visitor.c.session_id)


def is_open(address: ColumnElement[str]) -> ColumnElement[bool]:
    """Say in SQL that an address takes mail, and that whoever it is of did not ask us to leave it alone."""
    marked = exists().where(mail_mark.c.digest == fingerprint(address))
    unwanted = exists().where(objection.c.digest == fingerprint(address))
    return and_(address != "", ~marked, ~unwanted)


def contact_mailed() -> ColumnElement[bool]:
    """Say in SQL that a contact may be mailed: its ground allows it, nobody objected, and no intake speaks for the company."""
    stopped = exists().where(addressee.c.contact_id == company_contact.c.id, addressee.c.stopped_at.is_not(None))
    linked = exists().where(company_link.c.company_id == company.c.id)
    claimed = exists().where(intake.c.id.is_not(None), meets())
    return and_(
        company.c.withdrawn_at.is_(None),
        ~company.c.test,
        import_run.c.ground.in_([one.value for one in MAILED]),
        import_run.c.source != "",
        is_open(company_contact.c.email),
        ~stopped,
        ~linked,
        ~claimed,
    )


def visitor_mailed() -> ColumnElement[bool]:
    """Say in SQL that a visitor of a session may be mailed: they agreed, did not stop, and the session still concerns them."""
    by_hand = and_(visitor.c.intake_id.is_(None), visitor.c.company_id.is_(None), visitor.c.person_id.is_(None))
    concerned = visitor.c.coming != Coming.NO
    return and_(by_hand, visitor.c.mail_agreed, addressee.c.stopped_at.is_(None), is_open(visitor.c.email), concerned)


async def mailbox_to(connection: AsyncConnection, one: UUID) -> AddressedMailbox | None:
    """Return where we may mail an addressee now; None when we may not."""
    columns = (
        company_contact.c.email,
        company.c.id,
        company.c.name,
        company.c.terrain_id,
        import_run.c.source,
        import_run.c.ground,
    )
    of_contact = select(*columns)
    rows = await connection.execute(of_contact.select_from(CONTACTS).where(company_contact.c.id == one, contact_mailed()))
    if (row := rows.one_or_none()) is not None:
        address = one_address(row.email)
        return AddressedMailbox(one, address, row.name, row.terrain_id, row.id, row.source, row.ground) if address else None
    of_visitor = select(visitor.c.email, visitor.c.company).select_from(VISITORS).where(addressee.c.id == one, visitor_mailed())
    entered = (await connection.execute(of_visitor)).one_or_none()
    address = one_address(entered.email) if entered is not None else ""
    return AddressedMailbox(one, address, entered.company) if entered is not None and address else None


async def mailable_contacts(connection: AsyncConnection, audience: Audience) -> Sequence[Row[Any]]:
    """Return the contacts that may be mailed on the terrain of an audience, by company."""
    columns = (
        company.c.id,
        company.c.name,
        company.c.terrain_id,
        company_contact.c.id.label("addressee"),
        company_contact.c.email,
    )
    those: Select[Any] = select(*columns).select_from(CONTACTS).where(contact_mailed())
    if audience.terrain is not None:
        those = those.where(company.c.terrain_id == audience.terrain)
    if audience.companies is not None:
        those = those.where(or_(company.c.id.in_(audience.companies), company_contact.c.id.in_(audience.companies)))
    in_order = (company.c.name_key, company.c.id, company_contact.c.name, company_contact.c.key)
    found: Sequence[Row[Any]] = (await connection.execute(those.order_by(*in_order))).all()
    return found


async def mailable_visitors(connection: AsyncConnection, audience: Audience) -> Sequence[Row[Any]]:
    """Return whom the team entered for the sessions of an audience and who may be mailed, in the order in which they came."""
    columns = (*visitor.c, addressee.c.id.label("addressee"), session.c.terrain_id)
    those = select(*columns).select_from(VISITORS).where(visitor.c.session_id.in_(audience.sessions), visitor_mailed())
    found = await connection.execute(those.order_by(visitor.c.session_id != audience.session, visitor.c.number))
    return found.all()


async def note_approached(connection: AsyncConnection, register: UUID, now: datetime.datetime) -> None:
    """Note the first message to a company of the register."""
    first = (company.c.id == register) & company.c.approached_at.is_(None)
    await connection.execute(update(company).where(first).values(approached_at=now))


async def stop_addressee(connection: AsyncConnection, one: UUID, now: datetime.datetime) -> bool:
    """Mail an addressee no more, at once and whatever is imported or entered later; False when they are not here.

    Of a contact the team is asked as well whether all that is kept of them must go.
    """
    stopped = update(addressee).where(addressee.c.id == one).values(stopped_at=func.coalesce(addressee.c.stopped_at, now))
    row = (await connection.execute(stopped.returning(addressee.c.contact_id, addressee.c.visitor_id))).one_or_none()
    if row is None:
        return False
    of_contact = select(company_contact.c.email).where(company_contact.c.id == row.contact_id)
    of_visitor = select(visitor.c.email).where(visitor.c.number == row.visitor_id)
    for email in (await connection.execute(of_contact.union_all(of_visitor))).scalars():
        await keep_out(connection, digests_of(email=email))
    if row.contact_id is not None:
        await object_to_contacts(connection, [row.contact_id])
    return True


def state_of(row: Any) -> MailState | None:  # noqa: ANN401 - a row with these columns
    """Return what became of one mail; None when there was none."""
    if row.stopped_at is not None:
        return MailState.STOPPED
    if row.id is None:
        return MailState.GONE if row.company_id is not None else None
    if row.failing is not None:
        return MailState.WITHHELD if row.failing == Failing.WITHHELD else MailState.REFUSED
    return MailState.RECEIVED if row.arrived else MailState.UNDER_WAY


@dataclass(frozen=True, slots=True)
class Addressees:
    """Whom the team may have us mail who is no person here, in one transaction."""

    connection: AsyncConnection

    async def of_visitor(self, number: int) -> UUID | None:
        """Return the addressee of a visitor whom the team entered; None when they may not be mailed."""
        found = await self.connection.execute(
            select(addressee.c.id).select_from(VISITORS).where(visitor.c.number == number, visitor_mailed())
        )
        return found.scalar_one_or_none()

    async def of_company(self, register: UUID) -> UUID | None:
        """Return the first contact of a company that may be mailed; None when there is none."""
        rows = await mailable_contacts(self.connection, Audience(needs=None, companies=frozenset({register})))
        return next((row.addressee for row in rows), None)

    async def became(self, session_id: UUID) -> Mapping[int, MailState]:
        """Return what became of mail about a session, by the number of the visitor; of whom there was none there is nothing."""
        contact = company_contact.alias()
        theirs = or_(addressee.c.visitor_id == visitor.c.number, contact.c.company_id == visitor.c.company_id)
        sent = select(func.concat("sending:", sending.c.id)).where(sending.c.session_id == session_id)
        about = or_(notice.c.key.in_(sent), notice.c.key.startswith(f"session:{session_id}:"))
        to = addressee.outerjoin(contact, contact.c.id == addressee.c.contact_id)
        joined = visitor.outerjoin(to, theirs).outerjoin(notice, and_(notice.c.addressee_id == addressee.c.id, about))
        no_person = (visitor.c.session_id == session_id, visitor.c.intake_id.is_(None), visitor.c.person_id.is_(None))
        columns = (
            visitor.c.number,
            visitor.c.company_id,
            addressee.c.stopped_at,
            notice.c.id,
            notice.c.arrived,
            notice.c.failing,
        )
        rows = await self.connection.execute(select(*columns).select_from(joined).where(*no_person).order_by(notice.c.id))
        return {row.number: state for row in rows if (state := state_of(row)) is not None}

    async def unheard(self, members: Sequence[AudienceMember], key: str) -> Sequence[UUID]:
        """Return the addressees of members who were not told something with this key, through whichever contact."""
        told = select(notice.c.addressee_id, company_contact.c.company_id).join(
            addressee, addressee.c.id == notice.c.addressee_id
        )
        rows = await self.connection.execute(
            told.outerjoin(company_contact, company_contact.c.id == addressee.c.contact_id).where(notice.c.key == key)
        )
        heard: set[UUID | None] = {one for row in rows for one in row} - {None}
        return tuple(one.addressees[0] for one in members if heard.isdisjoint({one.register, *one.addressees}))
