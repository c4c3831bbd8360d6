"""The server that takes our mail: how it is reached, and what its answers mean. One connection at a time, every wait with an end.

Nothing of a mail is in what is logged: a code, and what kind of refusal it was.
"""

import asyncio
import ipaddress
from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

from aiosmtplib import SMTP, SMTPException, SMTPRecipientsRefused, SMTPResponseException

from bot.timeouts import Timeouts
from cards.papers.letter import as_sent
from domain.mail.addresses import MailTrouble, is_about_the_address, trouble_of

PORTS = {"smtp": 587, "smtps": 465}


class NotMailed(Exception):  # noqa: N818 - named for the state it tells
    """The server did not take a mail; the text is a code or a word, never what the server said of somebody."""


class NotNow(NotMailed):
    """It may be taken later: a 4xx, no answer in time, no connection, a server that does not know us."""


class NotThis(NotMailed):
    """It will not be taken, whenever it is sent: the server finds this mail, or us, wrong."""


class NotThere(NotMailed):
    """This address takes no mail."""

    def __init__(self, code: str, trouble: MailTrouble) -> None:
        super().__init__(code)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed in. Encrypted from the first byte (`smtps`), or from STARTTLS on; plain on this machine alone."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    encrypted: bool = False

    @classmethod
    def of(cls, url: str) -> "MailServer":
        """Read "smtp://user:password@host:port"; raises ValueError for anything else."""
        parts = urlsplit(url)
        bare = not parts.query and not parts.fragment and parts.path in ("", "/")
        if parts.scheme not in PORTS or not parts.hostname or not bare or bool(parts.username) != bool(parts.password):
            raise ValueError("no address of a server for mail")
        port = parts.port or PORTS[parts.scheme]
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        return cls(parts.hostname, port, user, password, parts.scheme == "smtps")

    def __repr__(self) -> str:
        return "MailServer(...)"

    @property
    def is_here(self) -> bool:
        """Say whether it is on this machine, where nobody is on the line."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


class MailLine:
    """The one line to a server from this process."""

    def __init__(self, server: MailServer, timeouts: Timeouts | None = None) -> None:
        """Connect when there is something to send."""
        self._server, self._timeouts, self._lock = server, timeouts or Timeouts(), asyncio.Lock()

    async def send(self, message: EmailMessage, sender: str, to: str) -> None:
        """Hand in one mail for one address. Raises NotMailed."""
        async with self._lock:
            try:
                async with asyncio.timeout(self._timeouts.mail):
                    await self._hand_in(as_sent(message), sender, to)
            except TimeoutError:
                raise NotNow("time") from None
            except SMTPRecipientsRefused as refused:
                first = refused.recipients[0]
                raise judged(first.code, first.message, of_address=True) from None
            except SMTPResponseException as answer:
                raise judged(answer.code, answer.message, of_address=False) from None
            except (SMTPException, OSError) as failure:
                raise NotNow(type(failure).__name__) from None

    async def _hand_in(self, raw: bytes, sender: str, to: str) -> None:
        server = self._server
        line = SMTP(
            hostname=server.host,
            port=server.port,
            username=server.user or None,
            password=server.password or None,
            use_tls=server.encrypted,
            start_tls=None if server.encrypted or server.is_here else True,
            timeout=self._timeouts.mail_answer,
        )
        async with line:
            await line.sendmail(sender, [to], raw)


def judged(code: int, words: str, *, of_address: bool) -> NotMailed:
    """Return what an answer of the server means; what it said stays here, for it may name somebody."""
    if of_address and is_about_the_address(code, words):
        return NotThere(str(code), trouble_of(words))
    knows_us = code not in (530, 534, 535, 538)
    return NotThis(str(code)) if 500 <= code < 600 and knows_us else NotNow(str(code))
