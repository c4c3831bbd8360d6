"""What a dialog may look up or do beyond the row it was given; storage keeps these promises inside the same turn.

A protocol here and the class in storage that keeps it have one name and the same methods (tests/storage/test_stores.py). So a
method more is two files: the protocol in this folder, and its class in storage. A store more is those two files, with a
property in `Stores` here and one in `Stores` of storage/stores.py (of a company: in storage/companies/stores.py).
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from uuid import UUID

from dialogs.lookup.terrain_names import TerrainNames
from dialogs.stores.audiences import Addressees, Audiences
from dialogs.stores.calls import Calls
from dialogs.stores.channels import Channels
from dialogs.stores.claims import Claims, Nominations
from dialogs.stores.companies import Companies, CompanyRows, Trials
from dialogs.stores.contacts import Contacts
from dialogs.stores.door import DoorKeys, DoorSessions
from dialogs.stores.events import Dossiers
from dialogs.stores.forms import Responses
from dialogs.stores.imports import Imports
from dialogs.stores.insight import Insight
from dialogs.stores.knowledge import Knowledge
from dialogs.stores.mailboxes import Mailboxes
from dialogs.stores.meters import Meters
from dialogs.stores.misses import Misses
from dialogs.stores.notices import Notices
from dialogs.stores.papers import Papers
from dialogs.stores.parks import Parks
from dialogs.stores.requests import Invitations, Requests, Wishes
from dialogs.stores.roles import RoleBook
from dialogs.stores.rounds import Rounds
from dialogs.stores.sendings import Sendings
from dialogs.stores.sessions import Partners, Places, Sessions
from dialogs.stores.teams import TeamLinks
from domain.consent.consents import ConsentEvent
from domain.consent.own_data import OwnData
from domain.door.keys import KeyHolder
from domain.inbox.requests import CompanyMatch
from domain.intake.answers import GivenAnswer
from domain.intake.intake import Intake


class Stores(Protocol):
    """Everything beyond the locked row. Methods raise nothing for "not there": they return None or an empty tuple."""

    @property
    def terrains(self) -> TerrainNames:
        """Return the index of terrain names, held in memory."""

    @property
    def requests(self) -> Requests:
        """Return what people asked of the team and of each other."""

    @property
    def wishes(self) -> Wishes:
        """Return the wishes to join a company."""

    @property
    def invitations(self) -> Invitations:
        """Return the codes that let people in."""

    @property
    def roles(self) -> RoleBook:
        """Return who holds which role."""

    @property
    def teams(self) -> TeamLinks:
        """Return the Teams teams whose members are the project team."""

    @property
    def dossiers(self) -> Dossiers:
        """Return what happened to terrains."""

    @property
    def parks(self) -> Parks:
        """Return the register of terrains with what is counted on them."""

    @property
    def insight(self) -> Insight:
        """Return what several companies add up to."""

    @property
    def responses(self) -> Responses:
        """Return what was filled in on forms."""

    @property
    def sessions(self) -> Sessions:
        """Return the sessions with companies."""

    @property
    def places(self) -> Places:
        """Return the places at sessions."""

    @property
    def partners(self) -> Partners:
        """Return the partners at sessions."""

    @property
    def knowledge(self) -> Knowledge:
        """Return what the team wrote of items."""

    @property
    def misses(self) -> Misses:
        """Return what was not understood."""

    @property
    def companies(self) -> Companies:
        """Return the companies that the team may see."""

    @property
    def company_rows(self) -> CompanyRows:
        """Return the companies of a terrain as the team lists them."""

    @property
    def calls(self) -> Calls:
        """Return the calls of this person."""

    @property
    def addressees(self) -> Addressees:
        """Return whom we mail who is no person here."""

    @property
    def audiences(self) -> Audiences:
        """Return whom anything is for."""

    @property
    def mailboxes(self) -> Mailboxes:
        """Return what may be done about addresses for mail."""

    @property
    def contacts(self) -> Contacts:
        """Return the contacts of companies in the register."""

    @property
    def claims(self) -> Claims:
        """Return what people claim about companies of the register."""

    @property
    def trials(self) -> Trials:
        """Return the companies that were made to try things."""

    @property
    def nominations(self) -> Nominations:
        """Return the companies that others named."""

    @property
    def channels(self) -> Channels:
        """Return the channels where the bot can post."""

    @property
    def notices(self) -> Notices:
        """Return what we tell by ourselves, and who follows what."""

    @property
    def rounds(self) -> Rounds:
        """Return what the rounds of the bot look up."""

    @property
    def sendings(self) -> Sendings:
        """Return what the team sends companies."""

    @property
    def papers(self) -> Papers:
        """Return the papers that were offered to this person."""

    @property
    def imports(self) -> Imports:
        """Return the files with registers that this person sent."""

    @property
    def meters(self) -> Meters:
        """Return the meter of this company."""

    @property
    def door_sessions(self) -> DoorSessions:
        """Return the devices on which this person takes part without Teams."""

    @property
    def door_keys(self) -> DoorKeys:
        """Return the codes with which somebody who came without Teams is known in Teams."""

    async def go_on_as(self, holder: KeyHolder, *, answered: bool, keeps: bool) -> tuple[Intake, Mapping[str, Any]]:
        """Let this person be whoever took part without Teams, with that one's devices; return the intake and that one's place.

        `answered` says that this person gave answers: with `keeps` these stay, and that one's are erased; else these are.
        """

    async def join(self, intake_id: UUID) -> Intake:
        """Make this person a contact of another intake and return it, locked; their own empty intake goes."""

    async def companies_like(self, name: str) -> tuple[CompanyMatch, ...]:
        """Return intakes whose company has this name, case and accents aside, each with its first contact."""

    async def call_for(self, company: str) -> Intake:
        """Let this team member work on a new intake of a company, by telephone; returns it, locked."""

    async def try_as(self, intake_id: UUID) -> Intake | None:
        """Let this team member work on a company that was made to try things; None when it is no such company, or gone."""

    async def end_call(self) -> None:
        """Let this team member return to their own place."""

    async def given_answers(self) -> Sequence[GivenAnswer]:
        """Return every answer ever given that this person may see, oldest first: the company's, and their own."""

    async def own_data(self) -> OwnData:
        """Return everything that is kept about this person and their company, and nothing about others."""

    async def consent_events(self) -> Sequence[ConsentEvent]:
        """Return every recorded decision of this intake, oldest first."""
