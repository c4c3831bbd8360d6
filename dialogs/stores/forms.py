"""What a dialog may ask of the forms; storage keeps these promises inside the same turn."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol
from uuid import UUID

from domain.companies.company_file import NamedCompany
from domain.forms.declaration import Form
from domain.forms.responses import ActionOwner, NewResponse, Response, ResponseSource, ResponseVersion
from domain.intake.answers import Value


class Responses(Protocol):
    """The responses to all forms, on all terrains. What changes is recorded in the log of its terrain, by this person."""

    async def add(self, new: NewResponse, at: datetime.datetime) -> Response:
        """Keep a new response and return it with its number; the one that is there already when it may be kept only once."""

    async def change(
        self,
        number: int,
        seen: int,
        data: Mapping[str, Value],
        about: NamedCompany | None,
        at: datetime.datetime,
        source: ResponseSource = ResponseSource.CARD,
    ) -> Response | None:
        """Change an open response that is still at revision `seen`: what it says, and which company it is about (None: the
        terrain itself). None when somebody else was first.
        """

    async def close(self, number: int, seen: int, at: datetime.datetime) -> Response | None:
        """Close an open response that is still at revision `seen`; None when somebody else was first."""

    async def reopen(self, number: int, seen: int, at: datetime.datetime) -> Response | None:
        """Open a closed response again; None when somebody else was first."""

    async def entry(self, number: int) -> Response | None:
        """Return a response; None when there is none, or not any more."""

    async def of_terrain(self, terrain_id: str, forms: Collection[type[Form]] = (), *, limit: int = 100) -> Sequence[Response]:
        """Return the open responses of a terrain, to these forms or to all, newest first."""

    async def of_company(self, about: NamedCompany) -> Sequence[Response]:
        """Return everything about a company, closed or not, newest first."""

    async def actions_of(self, person_id: UUID, *, limit: int = 100) -> Sequence[Response]:
        """Return the open actions of somebody over all terrains: by day, those without one last."""

    async def versions(self, wanted: Collection[tuple[int, int]]) -> Mapping[tuple[int, int], ResponseVersion]:
        """Return responses as they stood at these (number, revision); what was erased is not in it."""

    async def given(self, form: type[Form], terrain_id: str, session: UUID | None = None) -> Sequence[ResponseVersion]:
        """Return every version of the responses to a form about a terrain, or about one session on it, to fold."""

    async def members(self, tenant: str, named: Collection[str]) -> Sequence[ActionOwner]:
        """Return the project team by name: these object ids, and who belongs to it by a role or a linked team."""
