"""Bringing the mails that wait: one after another, looked at once more before each goes."""

import asyncio
import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import structlog

from bot.mail.addressed import AddressedLetter, address_letter, addressee_of, note_became
from bot.mail.letters import ASKED, WHY, link_for
from bot.mail.links import DOOR, MailLinks
from bot.mail.server import MailLine, NotMailed, NotNow, NotThere
from bot.metrics import Metrics
from cards.papers.letter import MailText, Postmark, make_message
from domain.mail.addresses import AddressedMailbox, Mailbox
from domain.notices.quiet import Quiet
from storage.database.transactions import Database, Transaction, transaction
from storage.door.sessions import make_link
from storage.mail.mailboxes import mailbox_of, mark_address
from storage.mail.turns import LINK as FOR_LINK
from storage.mail.turns import claim_mails, try_later
from storage.notices.delivery import take_back, withhold
from storage.terrains.seal_keys import read_seals
from storage.turn.turns import note_sent

log = structlog.get_logger(__name__)

AT_ONCE = 5  # mails of one round: as many as can go, with a slow server, while they are ours
EVERY = 10.0  # seconds; thirty mails a minute, what the large providers let one address send


@dataclass(frozen=True, slots=True)
class MailSender:
    """From whom our mails are. Addresses are exactly one each; `reply_to` may be empty."""

    address: str
    name: str
    organisation: str
    reply_to: str = ""


@dataclass(frozen=True, slots=True)
class ReadyMail:
    """A mail that may go now; `addressed` when it is to who is no person here."""

    turn: UUID
    to: Mailbox | AddressedMailbox
    letter: MailText
    addressed: AddressedLetter | None = None


class MailPost:
    """Brings mails on one database, over one line."""

    def __init__(
        self,
        database: Database,
        line: MailLine,
        sender: MailSender,
        links: MailLinks,
        quiet: Quiet,
        clock: Callable[[], datetime.datetime],
        metrics: Metrics,
    ) -> None:
        """`clock` tells the time in UTC."""
        self._database, self._line, self._sender, self._links = database, line, sender, links
        self._quiet, self._clock, self._metrics = quiet, clock, metrics

    async def sweep(self) -> None:
        """Bring what waits, again and again; runs until cancelled."""
        while True:
            await asyncio.sleep(EVERY)
            try:
                await self.sweep_once()
            except Exception as error:  # noqa: BLE001 - whatever it was, the next round is another
                log.warning("mail.failed", error=type(error).__name__)

    async def sweep_once(self) -> int:
        """Bring some of what waits; return how many were taken. Raises what the database raises."""
        async with transaction(self._database) as connection:
            ready = await self._ready(connection, self._clock())
        return sum([await self._bring(one) for one in ready])

    async def _ready(self, connection: Transaction, now: datetime.datetime) -> list[ReadyMail]:
        """Claim mails that may go now. Who may not be mailed any more gets nothing; what is told tomorrow waits."""
        rows = await claim_mails(connection, AT_ONCE, now)
        opens = self._quiet.after(now)
        if opens > now:
            gone, _ = await take_back(connection, [row["id"] for row in rows], opens)
            rows = [row for row in rows if row["id"] not in gone]
        found = [(row, await self._ready_one(connection, row, now)) for row in rows]
        unsent = [row for row, mail in found if mail is None]
        await withhold(connection, [row["id"] for row in unsent if addressee_of(row["conversation"]) is not None])
        await note_sent(connection, [(row["id"], [None]) for row in unsent], now)
        return [mail for _, mail in found if mail is not None]

    async def _ready_one(self, connection: Transaction, row: dict[str, Any], now: datetime.datetime) -> ReadyMail | None:
        """Return a mail with the address and the links of this moment; neither is ever kept."""
        if not row["outgoing"]:  # it was emptied: whoever it was for is erased
            return None
        what = row["outgoing"][0]["activity"]
        if (who := addressee_of(row["conversation"])) is not None:
            return await self._to_addressee(connection, row["id"], who, MailText.model_validate(what["letter"]), now)
        asked = what.get("what") == FOR_LINK
        to = await mailbox_of(connection, row["person_id"], now, asked=asked)
        if to is None:
            return None
        letter = link_for(to.company) if asked else MailText.model_validate(what["letter"])
        link = self._links.to_go_on(await make_link(connection, to.person, now)) if asked else self._links.door
        return ReadyMail(
            row["id"],
            to,
            letter.model_copy(
                update={
                    "link": link,
                    "link_title": "Verder met Laadmaat" if asked else letter.link_title or DOOR,
                    "closing": (f"{self._sender.name} is van {self._sender.organisation}.", ASKED if asked else WHY),
                    "stop": "" if asked else self._links.to_stop(to.person, await read_seals(connection, now)),
                }
            ),
        )

    async def _to_addressee(
        self, connection: Transaction, turn: UUID, who: UUID, letter: MailText, now: datetime.datetime
    ) -> ReadyMail | None:
        """Return a mail to who is no person here; None when they may not be mailed any more."""
        found = await address_letter(connection, who, letter, self._links, now)
        if found is None:
            return None
        ours = f"{self._sender.name} is van {self._sender.organisation}."
        closed = found.letter.model_copy(update={"closing": (ours, *found.letter.closing)})
        return ReadyMail(turn, found.to, closed, found)

    async def _bring(self, mail: ReadyMail) -> bool:
        """Hand in one mail and note what became of it; False when it was not taken."""
        now, sender = self._clock(), self._sender
        mark = Postmark(
            sender=sender.address,
            sender_name=sender.name,
            reply_to=sender.reply_to,
            to=mail.to.address,
            key=mail.turn.hex,
            at=now,
        )
        refusal: NotMailed | None = None
        try:
            await self._line.send(make_message(mail.letter, mark), sender.address, mail.to.address)
        except NotMailed as refused:
            refusal = refused
            self._metrics.undelivered.labels(type(refused).__name__).inc()
            log.warning("mail.refused", kind=type(refused).__name__, why=str(refused))
        async with transaction(self._database) as connection:
            if isinstance(refusal, NotThere):
                await mark_address(connection, mail.to, refusal.trouble, now)
            if mail.addressed is not None:
                await note_became(connection, mail.addressed, now, taken=refusal is None)
            if isinstance(refusal, NotNow):
                await try_later(connection, mail.turn, now)
            else:
                await note_sent(connection, [(mail.turn, [mail.turn.hex if refusal is None else None])], now)
        return refusal is None
