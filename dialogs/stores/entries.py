"""What a dialog may ask of the entries in dossiers; storage keeps these promises inside the same turn."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol
from uuid import UUID

from domain.companies.company_file import NamedCompany
from domain.dossier.entries import ActionOwner, Entry, EntryKind, EntryVersion, NewEntry


class Entries(Protocol):
    """The entries of all terrains. What changes is recorded in the log of its terrain, by this person."""

    async def add(self, new: NewEntry, at: datetime.datetime) -> Entry:
        """Keep a new entry and return it with its number; the one that is there already when its key was used before."""

    async def change(
        self, number: int, seen: int, data: Mapping[str, str], about: NamedCompany | None, at: datetime.datetime
    ) -> Entry | None:
        """Change an open entry that is still at revision `seen`: what it says, and which company it is about (None: the
        terrain itself). None when somebody else was first.
        """

    async def close(self, number: int, seen: int, at: datetime.datetime) -> Entry | None:
        """Close an open entry that is still at revision `seen`; None when somebody else was first."""

    async def reopen(self, number: int, seen: int, at: datetime.datetime) -> Entry | None:
        """Open a closed entry again; None when somebody else was first."""

    async def entry(self, number: int) -> Entry | None:
        """Return an entry; None when there is none, or not any more."""

    async def of_terrain(self, terrain_id: str, kinds: Collection[EntryKind] = (), *, limit: int = 100) -> Sequence[Entry]:
        """Return the open entries of a terrain, of these kinds or of all, newest first."""

    async def of_company(self, about: NamedCompany) -> Sequence[Entry]:
        """Return everything about a company, closed or not, newest first."""

    async def actions_of(self, person_id: UUID, *, limit: int = 100) -> Sequence[Entry]:
        """Return the open actions of somebody over all terrains: by day, those without one last."""

    async def versions(self, wanted: Collection[tuple[int, int]]) -> Mapping[tuple[int, int], EntryVersion]:
        """Return entries as they were at these (number, revision); what was erased is not in it."""

    async def members(self, tenant: str, named: Collection[str]) -> Sequence[ActionOwner]:
        """Return the project team by name: these object ids, and who belongs to it by a role or a linked team."""
