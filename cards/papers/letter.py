"""A mail: text and HTML with the same words, made of one template, and everything in its head that receivers ask for."""

import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from cards.papers.making import make_calendar
from cards.papers.session import Appointment, CalendarMethod
from cards.views.card import Frozen
from domain.intake.acceptance import clean_name, clean_text

LONGEST_SUBJECT = 150
# A head on one line, as long as SMTP takes one: a link that is broken over lines in the head is no link any more.
UNFOLDED = SMTP.clone(max_line_length=990)


class MailText(Frozen):
    """What a mail says. `link` is the one thing to do, `stop` where mail is stopped, `closing` who writes and why."""

    subject: str
    title: str
    paragraphs: tuple[str, ...]
    link_title: str = ""
    link: str = ""
    closing: tuple[str, ...] = ()
    stop: str = ""
    appointments: tuple[Appointment, ...] = ()


class Postmark(Frozen):
    """From whom a mail is, to whom, when, and under which id. Addresses are exactly one each; on a draft there are none."""

    sender_name: str
    key: str
    at: datetime.datetime
    sender: str = ""
    to: str = ""
    reply_to: str = ""


@cache
def template() -> Template:
    """Return the template, compiled once. Whatever a letter says is text: nothing of it becomes a part of the page."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parents[1] / "templates" / "papers"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    return environment.get_template("letter.j2")


def legible(letter: MailText) -> MailText:
    """Return a letter of which every text can be read and sent; what goes in the head is on one line."""
    subject = clean_name(letter.subject, LONGEST_SUBJECT) or "Bericht van Laadmaat"
    return letter.model_copy(
        update={
            "subject": subject,
            "title": clean_name(letter.title, LONGEST_SUBJECT) or subject,
            "paragraphs": tuple(filter(None, map(clean_text, letter.paragraphs))),
            "closing": tuple(filter(None, map(clean_text, letter.closing))),
        }
    )


def written(letter: MailText, *, html: bool) -> str:
    """Return a letter as HTML or as text."""
    page = template().render(letter=letter, html=html)
    return page if html else f"{plain(page).rstrip()}\n"


def plain(page: str) -> str:
    """Return text as it was before it was made safe for a page."""
    for mark, meant in (("&lt;", "<"), ("&gt;", ">"), ("&#34;", '"'), ("&#39;", "'"), ("&amp;", "&")):
        page = page.replace(mark, meant)
    return page


def make_message(letter: MailText, mark: Postmark) -> EmailMessage:
    """Return a letter as it is sent: both parts, and the appointments it encloses, addressed to whoever gets it."""
    letter = legible(letter)
    message = EmailMessage(policy=SMTP)
    if mark.sender:
        message["From"] = Address(display_name=clean_name(mark.sender_name), addr_spec=mark.sender)
        message["Message-ID"] = f"<{mark.key}@{mark.sender.partition('@')[2]}>"
        message["Date"] = format_datetime(mark.at.astimezone(datetime.UTC))
        message["Auto-Submitted"] = "auto-generated"
    if mark.to:
        message["To"] = Address(addr_spec=mark.to)
    if mark.reply_to:
        message["Reply-To"] = Address(addr_spec=mark.reply_to)
    message["Subject"] = letter.subject
    if letter.stop:
        message["List-Unsubscribe"] = f"<{letter.stop}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(written(letter, html=False), cte="quoted-printable")
    message.add_alternative(written(letter, html=True), subtype="html", cte="quoted-printable")
    for one in letter.appointments:
        enclose(message, one, mark)
    return message


def enclose(message: EmailMessage, one: Appointment, mark: Postmark) -> None:
    """Add an appointment; on a draft it asks nobody in particular."""
    method = CalendarMethod.CANCEL if one.cancelled else CalendarMethod.REQUEST if mark.to else CalendarMethod.PUBLISH
    content = make_calendar(one, mark.at, method, mark.sender, mark.to).decode()
    message.add_attachment(content, subtype="calendar", filename="afspraak.ics", cte="base64", params={"method": method.value})


def as_sent(message: EmailMessage) -> bytes:
    """Return a mail as it goes over the line."""
    return message.as_bytes(policy=UNFOLDED)


def make_draft(letter: MailText, mark: Postmark) -> bytes:
    """Return a letter as a file (.eml) that a program for mail opens to be sent by somebody: without whom it is for."""
    message = make_message(letter, mark)
    message["X-Unsent"] = "1"
    return as_sent(message)
