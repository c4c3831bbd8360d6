"""Handing out papers: each is kept apart from the turn, and becomes a question in the personal chat or a link elsewhere."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from bot.replying import Shown
from cards.formats import moment
from cards.views.paper import PaperLink
from dialogs.replies import OfferPaper, Reply, Say, ShowCard
from domain.papers import Paper
from storage.papers import KEPT, keep_paper, new_token
from storage.transactions import Transaction

PATH = "/papers/"
NOT_HERE = "Een bestand kan ik hier niet geven. Vraag het in uw eigen chat met Laadmaat."


@dataclass(frozen=True, slots=True)
class Offering:
    """How papers are handed out: `public_url` is the base of links, empty when nobody can reach us from outside."""

    public_url: str = ""

    async def keep(
        self, connection: Transaction, replies: Sequence[Reply], person: UUID | None, intake: UUID | None, now: datetime.datetime
    ) -> list[Shown]:
        """Return the replies with every paper kept, and shown as this place allows.

        `person` is whom it is for, none in a channel; `intake` theirs, with which the paper is erased.
        """
        own = {intake} if intake else set()
        return [
            await self.keep_one(connection, replace(reply.paper, about=reply.paper.about | own), person, now)
            if isinstance(reply, OfferPaper)
            else reply
            for reply in replies
        ]

    async def keep_one(self, connection: Transaction, paper: Paper, person: UUID | None, now: datetime.datetime) -> Shown:
        """Keep one paper and return what shows it."""
        if not self.public_url:
            return Say(NOT_HERE)
        token = new_token()
        await keep_paper(connection, paper, person, now, token=token)
        url = f"{self.public_url.rstrip('/')}{PATH}{token}"
        return ShowCard(PaperLink(name=paper.name, description=paper.description, until=moment(now + KEPT), url=url))
