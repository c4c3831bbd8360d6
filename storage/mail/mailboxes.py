"""Whom we may mail, and where: asked anew each time before something goes. The address is the one they gave themselves."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, String, and_, cast, delete, func, literal, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.consent.consents import TEXTS, Decision, Purpose, State, valid_until
from domain.door.sessions import TENANT
from domain.mail.addresses import AddressedMailbox, Mailbox, MailTrouble, MarkedAddress, digest_of_address, one_address
from storage.disclosure.gate import holds, keeps
from storage.intake.snapshots import read_consents, write_snapshot
from storage.mail.turns import plan_link
from storage.tables.companies import addressee
from storage.tables.mail import mail_mark
from storage.tables.people import consent_event, intake, person
from storage.tables.registers import company_contact
from storage.tables.session import visitor
from storage.turn.addressees import know_contacts, name_of


def fingerprint(address: ColumnElement[str]) -> ColumnElement[str]:
    """Return in SQL by what an address is recognised: domain.mail.addresses.digest_of_address."""
    return func.encode(func.sha256(func.convert_to(func.lower(func.btrim(address)), "UTF8")), "hex")


OWN = literal("contact.email@") + func.replace(cast(person.c.id, String), "-", "")
ADDRESS = func.jsonb_extract_path_text(intake.c.current, "answers", OWN, "value")
DIGEST = fingerprint(ADDRESS)
MARKED = select(mail_mark.c.digest).where(mail_mark.c.digest == DIGEST).correlate(person, intake).exists()
THROUGH = "mail"  # of a decision that came by the button of a mail


def reached_by_mail(now: datetime.datetime) -> ColumnElement[bool]:
    """Say in SQL that we may mail somebody: they gave an address that takes mail, and agreed to what is asked now."""
    return and_(can_be_mailed(now), holds(Purpose.MAIL, now), ~intake.c.phoned)


def can_be_mailed(now: datetime.datetime) -> ColumnElement[bool]:
    """Say in SQL that somebody gave an address that takes mail, and lets us keep it: enough for what they ask for themselves."""
    return and_(ADDRESS.is_not(None), keeps(now), ~MARKED)


async def mailbox_of(
    connection: AsyncConnection, person_id: UUID, now: datetime.datetime, *, asked: bool = False
) -> Mailbox | None:
    """Return where we may mail somebody now; None when we may not. `asked`: they ask for it themselves, at this moment."""
    may = can_be_mailed(now) if asked else reached_by_mail(now)
    joined = person.join(intake, intake.c.id == person.c.intake_id)
    mine = select(person.c.tenant, intake.c.company, ADDRESS.label("address")).select_from(joined)
    row = (await connection.execute(mine.where(person.c.id == person_id, may))).one_or_none()
    address = one_address(row.address) if row is not None else ""
    return Mailbox(person_id, row.tenant, address, row.company) if row is not None and address else None


async def people_of(connection: AsyncConnection, address: str) -> Sequence[UUID]:
    """Return who gave this address as their own: who came by the door first, and of those whoever came before the others."""
    those = select(person.c.id).join(intake, intake.c.id == person.c.intake_id).where(DIGEST.in_([digest_of_address(address)]))
    found = await connection.execute(those.order_by(person.c.tenant != TENANT, person.c.created_at, person.c.id))
    return found.scalars().all()


async def mark_address(
    connection: AsyncConnection, to: Mailbox | AddressedMailbox, why: MailTrouble, now: datetime.datetime
) -> None:
    """Mail nothing to an address any more; marking it again keeps the newest reason."""
    whose = {"person_id": to.person} if isinstance(to, Mailbox) else {"addressee_id": to.addressee}
    new = insert(mail_mark).values(digest=digest_of_address(to.address), why=why, at=now, **whose)
    await connection.execute(new.on_conflict_do_update(index_elements=["digest"], set_={"why": why, "at": now}))


async def addressees_of(connection: AsyncConnection, address: str) -> Sequence[UUID]:
    """Return who has this address in the register, or was entered with it for a session."""
    typed = address.strip().lower()
    contacts = select(company_contact.c.id).where(func.lower(func.btrim(company_contact.c.email)) == typed)
    rows = (await connection.execute(contacts)).scalars().all()
    await know_contacts(connection, rows)
    entered = select(addressee.c.id).join(visitor, visitor.c.number == addressee.c.visitor_id)
    return (*rows, *(await connection.execute(entered.where(func.lower(visitor.c.email) == typed))).scalars())


async def stop_mail(connection: AsyncConnection, person_id: UUID, now: datetime.datetime) -> bool:
    """Take back the consent to be mailed of somebody's company, as a decision like any other; False when there was none."""
    mine = select(person.c.intake_id).where(person.c.id == person_id).scalar_subquery()
    row = (await connection.execute(select(intake).where(intake.c.id == mine).with_for_update(key_share=True))).one_or_none()
    given = read_consents(row.current).get(Purpose.MAIL) if row is not None else None
    if row is None or given is None or given.state is not State.GIVEN:
        return False
    words, until, revision = TEXTS[Purpose.MAIL], valid_until(now), row.revision + 1
    stopped = Decision(State.WITHDRAWN, words.version, now, until, THROUGH, revision)
    current = write_snapshot(row.current, decided={Purpose.MAIL: stopped})
    changed = {"current": current, "revision": revision, "changed_at": now}
    await connection.execute(update(intake).where(intake.c.id == row.id).values(changed))
    proof = {"text_version": words.version, "text_digest": words.digest, "recipient": words.recipient, "until": until}
    event = {"intake_id": row.id, "person_id": person_id, "purpose": Purpose.MAIL, "state": State.WITHDRAWN, "at": now}
    await connection.execute(consent_event.insert().values(**event, **proof, through=THROUGH, revision=revision))
    return True


async def mail_link(connection: AsyncConnection, address: str, now: datetime.datetime) -> None:
    """Mail a link to whoever gave this address as their own, if there is somebody; whoever asked learns nothing of it.

    There are few a day for each of them.
    """
    typed = one_address(address)
    for one in await people_of(connection, typed) if typed else ():
        if await plan_link_to(connection, one, now):
            return


async def plan_link_to(connection: AsyncConnection, person_id: UUID, now: datetime.datetime) -> bool:
    """Mail somebody one link to go on elsewhere, when we know where; False when we do not, or when they asked too often."""
    mailbox = await mailbox_of(connection, person_id, now, asked=True)
    return mailbox is not None and await plan_link(connection, mailbox, now)


@dataclass(frozen=True, slots=True)
class Mailboxes:
    """What people and the team may do about addresses, in one transaction. `on`: this process has a server for mail."""

    connection: AsyncConnection
    person: UUID
    tenant: str
    now: datetime.datetime
    on: bool = False

    async def link_me(self) -> bool:
        """Mail this person a link to go on elsewhere; False when that is not possible, or was asked too often."""
        return self.on and await plan_link_to(self.connection, self.person, self.now)

    async def marked(self, limit: int) -> Sequence[MarkedAddress]:
        """Return the addresses that get nothing any more, newest first, by whose they are."""
        of_addressee = name_of(mail_mark.c.addressee_id)
        called = func.coalesce(func.nullif(intake.c.company, ""), func.nullif(person.c.name, ""), of_addressee, literal(""))
        rows = await self.connection.execute(
            select(mail_mark, called.label("called"))
            .outerjoin(person, person.c.id == mail_mark.c.person_id)
            .outerjoin(intake, intake.c.id == person.c.intake_id)
            .where(self._ours())
            .order_by(mail_mark.c.at.desc(), mail_mark.c.number.desc())
            .limit(limit)
        )
        return tuple(MarkedAddress(row.number, row.called, MailTrouble(row.why), row.at) for row in rows)

    async def mark(self, address: str) -> bool:
        """Mail nothing to an address any more, because somebody of the team says so; False when nobody gave it."""
        owner = next(iter(await people_of(self.connection, address)), None)
        if owner is not None:
            await mark_address(self.connection, Mailbox(owner, self.tenant, address), MailTrouble.WRONG, self.now)
            return True
        mailed = next(iter(await addressees_of(self.connection, address)), None)
        if mailed is not None:
            await mark_address(self.connection, AddressedMailbox(mailed, address), MailTrouble.WRONG, self.now)
        return mailed is not None

    async def clear(self, number: int) -> bool:
        """Mail to an address again; False when it was not marked."""
        people = select(person.c.id).where(person.c.tenant.in_((self.tenant, TENANT)))
        ours = or_(mail_mark.c.person_id.in_(people), mail_mark.c.addressee_id.is_not(None))
        gone = delete(mail_mark).where(mail_mark.c.number == number, ours)
        return (await self.connection.execute(gone)).rowcount == 1

    def _ours(self) -> ColumnElement[bool]:
        """Say in SQL that somebody belongs to this tenant, came by the door, or is no person here."""
        return or_(person.c.tenant.in_((self.tenant, TENANT)), mail_mark.c.addressee_id.is_not(None))
