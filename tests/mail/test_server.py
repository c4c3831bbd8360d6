"""One mail is handed in over one line; whatever the server does, it ends in time and is told apart."""

import asyncio
from email.message import EmailMessage
from itertools import cycle

import pytest
from structlog.testing import capture_logs

from bot.mail.server import MailLine, MailServer, NotMailed, NotNow, NotThere, NotThis
from bot.timeouts import Timeouts
from cards.papers.letter import MailText, Postmark, make_message
from domain.mail.addresses import MailTrouble
from tests.mail.taking import TAKEN, MailHost, taking
from tests.papers.test_appointments import NOW

FROM, TO = "laadmaat@voorbeeld.example", "fatima@jansen.example"
SHORT = Timeouts(mail=0.3, mail_answer=0.2)


def mail() -> EmailMessage:
    """Return any mail."""
    letter = MailText(subject="Uitnodiging", title="Uitnodiging", paragraphs=("Komt u ook?",))
    return make_message(letter, Postmark(sender=FROM, sender_name="Laadmaat", to=TO, key="1", at=NOW))


async def refusal(host: MailHost, timeouts: Timeouts | None = None) -> NotMailed | None:
    """Hand in one mail; return how it was refused."""
    async with taking(host) as server:
        try:
            await MailLine(server, timeouts).send(mail(), FROM, TO)
        except NotMailed as refused:
            return refused
    return None


async def test_a_mail_arrives_whole_at_its_one_address() -> None:
    host = MailHost()
    assert await refusal(host) is None
    assert host.recipients == [[TO]]
    [arrived] = host.mails
    assert (arrived["To"], arrived["Subject"]) == (TO, "Uitnodiging")


@pytest.mark.parametrize(
    ("answer", "kind", "trouble"),
    [
        ("550 5.1.1 User unknown", NotThere, MailTrouble.UNKNOWN),
        ("550 No such user here", NotThere, MailTrouble.REFUSED),
        ("550 5.7.1 Relaying denied", NotThis, None),  # it is about us: the address may be fine
        ("552 5.2.2 Mailbox full", NotThis, None),
        ("451 4.7.1 Greylisted, try again", NotNow, None),
        ("530 5.7.0 Authentication required", NotNow, None),
    ],
)
async def test_refusals_of_an_address_are_told_apart(answer: str, kind: type[NotMailed], trouble: MailTrouble | None) -> None:
    with capture_logs() as logs:
        refused = await refusal(MailHost(to_recipient=lambda _: answer))
    assert type(refused) is kind
    assert getattr(refused, "trouble", None) is trouble
    assert str(refused) == answer[:3]  # and nothing of what it said
    assert TO not in str(logs)


@pytest.mark.parametrize(("answer", "kind"), [("554 5.6.0 Spam", NotThis), ("452 4.3.1 No room", NotNow)])
async def test_a_mail_that_is_refused_says_nothing_of_its_address(answer: str, kind: type[NotMailed]) -> None:
    assert type(await refusal(MailHost(to_mail=lambda _: answer))) is kind


async def test_a_server_that_drags_is_let_go_of() -> None:
    assert type(await refusal(MailHost(held=asyncio.Event()), SHORT)) is NotNow


async def test_a_server_that_drops_the_line_is_tried_later() -> None:
    assert type(await refusal(MailHost(drops=True))) is NotNow


async def test_where_nobody_listens_it_is_tried_later() -> None:
    async with taking(MailHost()) as server:
        pass
    with pytest.raises(NotNow):
        await MailLine(server).send(mail(), FROM, TO)


async def test_every_second_mail_is_refused_and_the_others_arrive_on_one_line() -> None:
    answers = cycle([TAKEN, "550 5.1.1 User unknown"])
    host = MailHost(to_recipient=lambda _: next(answers))
    async with taking(host) as server:
        line = MailLine(server)
        done = await asyncio.gather(*(line.send(mail(), FROM, TO) for _ in range(6)), return_exceptions=True)
    assert [type(one) for one in done] == [type(None), NotThere] * 3
    assert (len(host.raw), host.most) == (3, 1)


async def test_elsewhere_nothing_is_said_before_the_line_is_encrypted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that offers no STARTTLS gets no mail and no password, unless it is on this machine."""
    host = MailHost()
    monkeypatch.setattr(MailServer, "is_here", property(lambda _: False))
    assert type(await refusal(host)) is NotNow
    assert host.raw == []


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("smtp://mail.provincie.example", MailServer("mail.provincie.example", 587)),
        ("smtps://bot:p%40ss@mail.provincie.example", MailServer("mail.provincie.example", 465, "bot", "p@ss", encrypted=True)),
        ("smtp://127.0.0.1:1025/", MailServer("127.0.0.1", 1025)),
    ],
)
def test_the_address_of_a_server(url: str, read: MailServer) -> None:
    assert MailServer.of(url) == read
    assert "p@ss" not in repr(read)


@pytest.mark.parametrize("url", ["mail.example", "http://mail.example", "smtp://", "smtp://a@b", "smtp://h/path", "smtp://h:x"])
def test_what_is_no_server(url: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        MailServer.of(url)
