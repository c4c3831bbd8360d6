"""A server for mail in the process of the test: it takes what it is given, or refuses, drags and drops as it is told."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as READ
from functools import cache
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session

from bot.mail.server import MailServer

TAKEN = "250 OK"


def take_all(_: str) -> str:
    """Refuse nobody."""
    return TAKEN


@cache
def read_mail(raw: bytes) -> EmailMessage:
    """Return a mail as Python's parser reads it: once each, for aiosmtpd looks at all of its handler at every connection."""
    return message_from_bytes(raw, policy=READ)


@dataclass
class MailHost:
    """What came in, for whom, and how it answers: to a recipient, and to a mail. `held` keeps its answer until it is set."""

    to_recipient: Callable[[str], str] = take_all
    to_mail: Callable[[str], str] = take_all
    held: asyncio.Event | None = None
    drops: bool = False
    raw: list[bytes] = field(default_factory=list)
    recipients: list[list[str]] = field(default_factory=list)
    there: int = 0
    most: int = 0

    @property
    def mails(self) -> list[EmailMessage]:
        """Return what came in, as Python's own parser reads it."""
        return [read_mail(one) for one in self.raw]

    async def handle_EHLO(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, _: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        """Count who is there at the same time."""
        session.host_name = hostname
        self.there += 1
        self.most = max(self.most, self.there)
        return responses

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, _: Session, envelope: Envelope, address: str, __: list[str]
    ) -> str:
        """Answer for one address."""
        if self.held is not None:
            await self.held.wait()
        if self.drops and server.transport is not None:
            server.transport.close()
        answer = self.to_recipient(address)
        if answer == TAKEN:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, _: SMTP, __: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Take a mail, or refuse it."""
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        answer = self.to_mail(",".join(envelope.rcpt_tos))
        if answer == TAKEN:
            self.raw.append(content)
            self.recipients.append(list(envelope.rcpt_tos))
        return answer

    async def handle_QUIT(self, _: SMTP, __: Session, ___: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """See somebody off."""
        self.there -= 1
        return "221 Bye"


@asynccontextmanager
async def taking(host: MailHost, **more: Any) -> AsyncIterator[MailServer]:  # noqa: ANN401 - what aiosmtpd takes
    """Let a server listen on this machine until the block ends."""
    loop = asyncio.get_running_loop()
    listening = await loop.create_server(lambda: SMTP(host, loop=loop, **more), "127.0.0.1", 0)
    try:
        yield MailServer("127.0.0.1", listening.sockets[0].getsockname()[1])
    finally:
        if host.held is not None:
            host.held.set()
        listening.close()
