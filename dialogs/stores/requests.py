"""What dialogs may keep of what people ask, and of the codes that let people in."""

import datetime
from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from domain.inbox.requests import Closed, Colleague, Invitation, Request, RequestKind, Wish, WrongCodes


class Requests(Protocol):
    """What people ask of the team or of a colleague."""

    async def keep(self, kind: RequestKind, text: str, *, to: UUID | None = None) -> int:
        """Keep a request and return its number; `to` is the intake it concerns when that is not one's own."""

    async def waiting(self, limit: int) -> Sequence[Request]:
        """Return what waits for the team of at most so many people: whoever asked first comes first, with all of theirs."""

    async def people_waiting(self) -> int:
        """Return of how many people something waits."""

    async def beside(self, number: int) -> Sequence[Request]:
        """Return everything open of whoever asked an open request, wishes to join aside; nothing when that is not open."""

    async def of_company(self, intake_id: UUID) -> Sequence[Request]:
        """Return what waits for the team of everybody who answers for a company, the oldest first."""

    async def mine(self) -> Sequence[Request]:
        """Return what this person asked, with the answers."""

    async def answered(self, number: int) -> Request | None:
        """Return a question to the team with its answer; None when there is none that was answered."""

    async def answer(self, number: int, answer: str) -> Closed | None:
        """Close an open request with an answer and return who asked; None when there is none that can be answered so."""


class Wishes(Protocol):
    """Wishes to join an intake: granted by a colleague or the team, and then accepted by whoever wished it."""

    async def grant(self, number: int, answer: str, *, within: UUID | None = None, allow: bool = False) -> Closed | None:
        """Close an open wish; None when there is none, or with `within` (of a colleague) when it is about another intake."""

    async def granted(self, number: int | None, since: datetime.datetime) -> Wish | None:
        """Return a wish of this person that was granted since then and waits for their yes; without number the newest."""

    async def settle(self, number: int) -> bool:
        """Note that this person said yes or no to what was granted; False when that happened before."""

    async def withdraw(self) -> int:
        """Close every wish of this person that was not settled; return how many there were."""

    async def inside(self, intake_id: UUID) -> Sequence[Colleague]:
        """Return who answers in an intake, the first contact first, as this person is to see them."""

    async def is_vouched_for(self, intake_id: UUID) -> bool:
        """Say whether the team knows an intake as that of its company: by an invitation, a call, or an earlier yes."""

    async def may_move(self, person_id: UUID) -> bool:
        """Say whether somebody can go to another intake without losing answers; False when they are gone."""


class Invitations(Protocol):
    """Codes that let people in."""

    async def make(
        self, terrain_id: str | None, company: str, intake_id: UUID | None, until: datetime.datetime, *, by_team: bool
    ) -> str:
        """Make and return a new invitation code that works until a moment."""

    async def find(self, code: str) -> Invitation | None:
        """Return an unused invitation, perhaps one that ended, however it was typed (case, dashes, blanks)."""

    async def use(self, code: str) -> bool:
        """Mark an invitation as used by this person; False when somebody else was first, or when it ended."""

    async def must_wait(self) -> bool:
        """Say whether this person tried too many wrong codes to try another one now."""

    async def note_wrong(self) -> None:
        """Count a code that does not exist."""

    async def wrong_codes(self) -> WrongCodes:
        """Return how many wrong codes were tried in this tenant in the last week."""
