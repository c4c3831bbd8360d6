"""What a turn may look up and do beyond its own row, in its own transaction: the stores of its person, and whose intake it is."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.consent.consents import ConsentEvent
from domain.consent.own_data import OwnData
from domain.door.keys import KeyHolder
from domain.inbox.requests import CompanyMatch
from domain.intake.answers import GivenAnswer
from domain.intake.intake import Intake
from domain.notices.notice import Wake
from domain.notices.quiet import NEVER, Quiet
from storage.access.role_book import RoleBook
from storage.access.team_links import TeamLinks
from storage.companies.stores import CompanyStores
from storage.consent.own_data import read_own
from storage.disclosure.insight import Insight
from storage.disclosure.portions import Choose, in_a_thread
from storage.door.keys import DoorKeys
from storage.door.sessions import DoorSessions
from storage.forms.responses import Responses
from storage.inbox.invitations import Invitations, digest_of
from storage.inbox.requests import Requests
from storage.inbox.wishes import Wishes
from storage.intake.alike import companies_like
from storage.intake.intakes import lock_intake
from storage.intake.logs import read_consent_events, read_given_answers
from storage.intake.moving import move, take_over
from storage.knowledge.knowledge import Knowledge
from storage.knowledge.misses import Misses
from storage.mail.mailboxes import Mailboxes
from storage.merging import join_doors
from storage.meter.meters import Meters
from storage.notices.channels import Channels
from storage.notices.notices import Notices
from storage.notices.sendings import Sendings
from storage.papers.papers import Papers
from storage.plan.events import Dossiers
from storage.registers.import_files import Imports
from storage.rounds.rounds import Rounds
from storage.sessions.stores import SessionStores
from storage.tables.people import intake, person
from storage.terrains.parks import Parks
from storage.trials import Trials

Terrains = TypeVar("Terrains")


@dataclass(slots=True)
class Stores(CompanyStores, SessionStores, Generic[Terrains]):
    """What one person may look up and do in one turn. `current` is the snapshot of their intake, `choose` where to add up,
    and `mails` says whether there is a server for mail.
    """

    connection: AsyncConnection
    person: UUID
    intake: UUID
    terrains: Terrains
    current: Mapping[str, Any] = field(default_factory=dict)
    acting: bool = False
    tenant: str = ""
    object_id: str = ""
    reference: Mapping[str, Any] = field(default_factory=dict)
    now: datetime.datetime = field(default_factory=partial(datetime.datetime.now, datetime.UTC))
    quiet: Quiet = NEVER
    mails: bool = False
    wakes: list[Wake] = field(default_factory=list)
    choose: Choose = in_a_thread

    @property
    def requests(self) -> Requests:
        return Requests(self.connection, self.person, self.intake if self.acting else None, self.tenant)

    @property
    def invitations(self) -> Invitations:
        """Return the codes that let people in."""
        who = digest_of(self.tenant, self.object_id)
        return Invitations(self.connection, self.person, self.intake, self.tenant, who, self.now)

    @property
    def wishes(self) -> Wishes:
        return Wishes(self.connection, self.person, self.tenant, self.now)

    @property
    def roles(self) -> RoleBook:
        """Return who holds which role in this tenant, as this person may change it."""
        return RoleBook(self.connection, self.tenant, self.object_id)

    @property
    def channels(self) -> Channels:
        return Channels(self.connection, self.tenant)

    @property
    def notices(self) -> Notices:
        """Return what is told by ourselves; `wakes` is for the queue, at the end of this transaction."""
        return Notices(self.connection, self.now, self.quiet, self.tenant, self.person, self.wakes)

    @property
    def rounds(self) -> Rounds:
        return Rounds(self.connection)

    @property
    def sendings(self) -> Sendings:
        return Sendings(self.connection, self.person)

    @property
    def papers(self) -> Papers:
        return Papers(self.connection, self.person, self.now)

    @property
    def teams(self) -> TeamLinks:
        """Return the Teams teams whose members are the project team."""
        return TeamLinks(self.connection, self.tenant, self.object_id, self.reference)

    @property
    def door_sessions(self) -> DoorSessions:
        return DoorSessions(self.connection, self.person, self.now)

    @property
    def door_keys(self) -> DoorKeys:
        return DoorKeys(self.connection, self.person, self.now)

    @property
    def dossiers(self) -> Dossiers:
        """Return the log of terrains, in this transaction."""
        return Dossiers(self.connection, self.person, self.notices)

    @property
    def parks(self) -> Parks:
        """Return the register of terrains with what is counted on them."""
        return Parks(self.connection)

    @property
    def insight(self) -> Insight:
        """Return what several companies add up to."""
        return Insight(self.connection, self.choose)

    @property
    def responses(self) -> Responses:
        return Responses(self.connection, self.dossiers)

    @property
    def knowledge(self) -> Knowledge:
        return Knowledge(self.connection, self.person)

    @property
    def misses(self) -> Misses:
        return Misses(self.connection, self.person, self.now)

    @property
    def mailboxes(self) -> Mailboxes:
        """Return what people and the team may do about addresses."""
        return Mailboxes(self.connection, self.person, self.tenant, self.now, self.mails)

    @property
    def imports(self) -> Imports:
        return Imports(self.connection, self.person)

    @property
    def meters(self) -> Meters:
        return Meters(self.connection, self.person, self.intake, self.now)

    @property
    def trials(self) -> Trials:
        return Trials(self.connection, self.person, self.now)

    async def join(self, intake_id: UUID) -> Intake:
        """Make this person a contact of another intake and return it, locked; their own empty intake goes."""
        own, self.intake = self.intake, intake_id
        await move(self.connection, self.person, own, intake_id)
        joined, current = await self.locked(intake_id)
        self.current = await take_over(self.connection, self.person, intake_id, current)
        return joined

    async def locked(self, intake_id: UUID) -> tuple[Intake, Mapping[str, Any]]:
        """Return an intake that must be there, with its snapshot."""
        locked = await lock_intake(self.connection, intake_id, self.person)
        if locked is None:
            raise LookupError("the intake of an invitation is gone")
        return locked

    async def go_on_as(self, holder: KeyHolder, *, answered: bool, keeps: bool) -> tuple[Intake, Mapping[str, Any]]:
        """Let this person be whoever took part without Teams, with that one's devices; return the intake and that one's place.

        `answered` says that this person gave answers: with `keeps` these stay, and that one's are erased; else these are.
        """
        key = (self.tenant, self.object_id)
        self.intake = await join_doors(self.connection, self.person, self.intake, holder, key, answered=answered, keeps=keeps)
        self.person = holder.person
        joined, self.current = await self.locked(self.intake)
        place = await self.connection.execute(select(person.c.place).where(person.c.id == holder.person))
        return joined, place.scalar_one()

    async def companies_like(self, name: str) -> tuple[CompanyMatch, ...]:
        """Return intakes whose company has this name, each with its first contact."""
        return await companies_like(self.connection, name, self.intake)

    async def call_for(self, company: str) -> Intake:
        """Let this team member work on a new intake of a company, by telephone; returns it, locked.

        It is always new: a name alone never opens what another company of that name, or a colleague, has said.
        """
        fresh = uuid4()
        await self.connection.execute(intake.insert().values(id=fresh, company=company, phoned=True, contacts=0))
        await self.connection.execute(update(person).where(person.c.id == self.person).values(acting_for=fresh))
        self.intake, self.current, self.acting = fresh, {}, True
        return Intake(id=fresh, phoned=True, contacts=0)

    async def try_as(self, intake_id: UUID) -> Intake | None:
        """Let this team member work on a company that was made to try things; None when it is no such company, or gone."""
        tried = await lock_intake(self.connection, intake_id, self.person)
        if tried is None or not tried[0].test:
            return None
        await self.connection.execute(update(person).where(person.c.id == self.person).values(acting_for=intake_id))
        self.intake, self.current, self.acting = intake_id, tried[1], True
        return tried[0]

    async def end_call(self) -> None:
        """Let this team member return to their own place."""
        await self.connection.execute(update(person).where(person.c.id == self.person).values(acting_for=None))

    async def given_answers(self) -> Sequence[GivenAnswer]:
        """Return every answer ever given that this person may see, oldest first."""
        return await read_given_answers(self.connection, self.person, self.intake)

    async def own_data(self) -> OwnData:
        """Return everything that is kept about this person and their company."""
        return await read_own(self.connection, self.person, self.intake)

    async def consent_events(self) -> Sequence[ConsentEvent]:
        """Return every recorded decision of this person and of their intake, oldest first; in a call of that intake alone."""
        return await read_consent_events(self.connection, self.person, self.intake, acting=self.acting)
