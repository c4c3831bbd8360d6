"""Handing out papers: each is kept apart from the turn, and becomes a question in the personal chat or a link elsewhere."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self
from uuid import UUID

from bot.exchange import is_window
from bot.turn.replies import AskToSave, Shown
from cards.capabilities import PLAYGROUND, WEB_CHAT, Capabilities
from cards.formats import moment
from cards.views.papers.paper import PaperLink
from dialogs.turn.known import Known
from dialogs.turn.replies import Enclose, LinkPaper, OfferPaper, Reply, Say, ShowCard
from domain.access.roles import Grant
from domain.papers.papers import Paper
from storage.database.transactions import Transaction
from storage.papers.papers import keep_paper, new_token, put_behind_link

PATH = "/papers/"
NOT_HERE = "Een bestand kan ik hier niet geven. Vraag het in uw eigen chat met Laadmaat."
NO_LINK = "Een link kan ik nu niet geven. Vraag het bestand aan het projectteam."
GONE = "Dit bestand staat niet meer klaar. Vraag het nog een keer."


@dataclass(frozen=True, slots=True)
class By:
    """By what right papers are made: the roles of whoever gets them, or the linked team in which they are asked for."""

    held: frozenset[Grant] = frozenset()
    team: str = ""

    @classmethod
    def of(cls, known: Known) -> "By":
        """Return by what right somebody is served in a turn."""
        return cls(known.roles.grants, known.team if known.linked else "")


BY_NOBODY = By()


@dataclass(frozen=True, slots=True)
class PaperOffers:
    """How papers are handed out: `public_url` is the base of links, empty when nobody can reach us from outside; `door` says
    what the client draws, and whether it can save files.
    """

    public_url: str = ""
    door: Capabilities = PLAYGROUND

    def at(self, reference: Mapping[str, Any]) -> Self:
        """Return how they are handed out where a reference leads: not everybody has the client of this process."""
        return replace(self, door=WEB_CHAT) if is_window(reference) else self

    async def keep(
        self,
        connection: Transaction,
        replies: Sequence[Reply],
        person: UUID | None,
        intake: UUID | None,
        now: datetime.datetime,
        by: By = BY_NOBODY,
    ) -> list[Shown]:
        """Return the replies with every paper kept, and shown as this place allows.

        `person` is whom it is for, none in a channel; `intake` theirs, with which the paper is erased; `by` what it ends with.
        """
        own = {intake} if intake else set()
        found: list[Shown] = []
        for reply in replies:
            if isinstance(reply, OfferPaper):
                held = by.held if person else frozenset()
                paper = replace(reply.paper, about=reply.paper.about | own, held=held, team="" if person else by.team)
                found.append(await self.offer(connection, paper, person, now))
            elif isinstance(reply, LinkPaper):
                found.append(await self.link(connection, reply.paper, person, now))
            elif not isinstance(reply, Enclose):  # that goes by mail alone
                found.append(reply)
        return found

    async def offer(self, connection: Transaction, paper: Paper, person: UUID | None, now: datetime.datetime) -> Shown:
        if person is not None and self.door.saves:
            kept = await keep_paper(connection, paper, person, now)
            return AskToSave(kept, paper.name, paper.description, len(paper.content))
        if not self.public_url:
            return Say(NO_LINK if person else NOT_HERE)
        return await self.link(connection, await keep_paper(connection, paper, person, now), person, now)

    async def link(self, connection: Transaction, paper: UUID, person: UUID | None, now: datetime.datetime) -> Shown:
        """Put a paper that is kept behind a new link; the old one stops working."""
        if not self.public_url:
            return Say(NO_LINK)
        token = new_token()
        kept = await put_behind_link(connection, paper, person, token, now)
        if kept is None:
            return Say(GONE)
        url = f"{self.public_url.rstrip('/')}{PATH}{token}"
        return ShowCard(PaperLink(name=kept.name, description=kept.description, until=moment(kept.until), url=url))
