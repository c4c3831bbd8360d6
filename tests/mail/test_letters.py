"""A mail as programs for mail read it: two parts with the same words, a head that holds, and nothing that came in by a name."""

import datetime
import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as READ
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from cards.papers.letter import MailText, Postmark, as_sent, make_draft, make_message
from cards.papers.session import Appointment
from domain.mail.addresses import digest_of_address, one_address

NOW = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
STOP = "https://laadmaat.provincie.example/afmelden/0123456789abcdef0123456789abcdef0123456789abcdef"
MARK = Postmark(
    sender="laadmaat@provincie.example", sender_name="Laadmaat", to="fatima@jansen.example", key="7f", at=NOW,
    reply_to="team@provincie.example",
)  # fmt: skip
SESSION = Appointment(
    key="1", sequence=2, start=NOW, end=NOW + datetime.timedelta(hours=2), title="Startsessie Hessenpoort", place="Zaal 2",
)  # fmt: skip
LETTER = MailText(
    subject="Startsessie Hessenpoort: komt u ook?",
    title="Startsessie Hessenpoort",
    paragraphs=(
        "Kunt u straks nog laden op Hessenpoort? Het stroomnet raakt vol.",
        "Dit kwam eruit:\n- één laadplein voor vijf bedrijven\n- ’s nachts laden, met een lager tarief",
        "Wanneer: 14 januari 2027, 19:30 - 21:25.",
    ),
    link_title="Antwoord geven",
    link="https://laadmaat.provincie.example/gesprek",
    closing=("Laadmaat is van NAL-regio Oost.", "U krijgt deze mail omdat u ja zei op 'Berichten per mail'."),
    stop=STOP,
    appointments=(SESSION,),
)


class Reading(HTMLParser):
    """What somebody reads of a page, and what it would fetch."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "background", "action")]

    def handle_data(self, data: str) -> None:
        if self.inside not in ("title", "style"):
            self.words.append(data)


def read(raw: bytes) -> EmailMessage:
    """Return a mail as Python's parser reads it."""
    found = message_from_bytes(raw, policy=READ)
    assert isinstance(found, EmailMessage)
    return found


def words_of(text: str) -> list[str]:
    return re.findall(r"[\w’'.,:@/-]*\w[\w’'.,:@/-]*", text)


def parts_of(mail: EmailMessage) -> tuple[str, Reading]:
    """Return both parts of a mail."""
    text, page = mail.get_body(("plain",)), mail.get_body(("html",))
    assert isinstance(text, EmailMessage)
    assert isinstance(page, EmailMessage)
    return text.get_content().replace("\r\n", "\n"), Reading(page.get_content())


def test_both_parts_say_the_same() -> None:
    text, page = parts_of(read(as_sent(make_message(LETTER, MARK))))
    without_links = [word for word in words_of(text) if not word.startswith("https:")]
    assert [word.rstrip(":") for word in without_links] == [word.rstrip(":") for word in words_of(" ".join(page.words))]
    assert "’s nachts laden" in text
    assert all(paragraph in text for paragraph in LETTER.paragraphs)


def test_a_page_fetches_nothing_and_leads_to_us_alone() -> None:
    text, page = parts_of(read(as_sent(make_message(LETTER, MARK))))
    assert page.links == [LETTER.link, STOP]
    assert [link in text for link in page.links] == [True, True]
    assert {"img", "script", "link", "iframe", "form"}.isdisjoint(page.tags)


def test_the_head_says_who_writes_and_how_to_stop() -> None:
    raw = as_sent(make_message(LETTER, MARK))
    mail = read(raw)
    assert (mail["From"], mail["To"], mail["Reply-To"]) == ("Laadmaat <laadmaat@provincie.example>", MARK.to, MARK.reply_to)
    assert mail["Message-ID"] == "<7f@provincie.example>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Date"].datetime == NOW
    assert f"List-Unsubscribe: <{STOP}>\r\n".encode() in raw  # on one line, or nobody finds it
    assert b"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" in raw


def test_the_appointment_goes_along_as_a_question() -> None:
    mail = read(as_sent(make_message(LETTER, MARK)))
    [enclosed] = mail.iter_attachments()
    assert (enclosed.get_content_type(), enclosed.get_param("method"), enclosed.get_filename()) == (
        "text/calendar", "REQUEST", "afspraak.ics",
    )  # fmt: skip
    [event] = Calendar.from_ical(enclosed.get_content()).walk("VEVENT")
    assert event["attendee"] == f"mailto:{MARK.to}"
    assert event["organizer"] == f"mailto:{MARK.sender}"


def test_what_is_off_goes_along_as_off() -> None:
    off = LETTER.model_copy(update={"appointments": (SESSION.model_copy(update={"cancelled": True}),)})
    [enclosed] = read(as_sent(make_message(off, MARK))).iter_attachments()
    assert enclosed.get_param("method") == "CANCEL"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\u2028"])
def test_a_company_name_adds_nothing_to_the_head(end: str) -> None:
    name = f"Jansen{end}Bcc: x@kwaad.example{end}{end}<script>alert(1)</script>"
    letter = LETTER.model_copy(update={"subject": name, "title": name, "paragraphs": (name,)})
    raw = as_sent(make_message(letter, MARK.model_copy(update={"sender_name": name})))
    mail = read(raw)
    assert "Bcc" not in mail
    assert mail["From"].addresses[0].addr_spec == MARK.sender
    assert "script" not in parts_of(mail)[1].tags
    assert len(mail["To"].addresses) == 1


@settings(max_examples=60, deadline=None)
@given(words=st.text(max_size=300))
def test_any_words_make_a_mail_that_can_be_read(words: str) -> None:
    letter = LETTER.model_copy(update={"subject": words, "title": words, "paragraphs": (words, "Zin.")})
    raw = as_sent(make_message(letter, MARK))
    text, page = parts_of(read(raw))
    assert "Zin." in text
    assert page.links == [LETTER.link, STOP]
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert b"\n" not in raw.replace(b"\r\n", b"")


def test_a_draft_is_for_nobody_yet_and_names_no_sender() -> None:
    mail = read(make_draft(LETTER.model_copy(update={"stop": ""}), Postmark(sender_name="", key="", at=NOW)))
    assert mail["X-Unsent"] == "1"
    assert [name in mail for name in ("From", "To", "Bcc", "Message-ID", "List-Unsubscribe")] == [False] * 5
    [enclosed] = mail.iter_attachments()
    assert enclosed.get_param("method") == "PUBLISH"


@pytest.mark.parametrize("text", ["fatima@jansen.example", " f.de-vries+laden@sub.jansen.example ", "o'neill@a1.nl"])
def test_one_address(text: str) -> None:
    assert one_address(text) == text.strip()
    assert digest_of_address(text.upper()) == digest_of_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "fatima", "a@b.example, c@d.example", "a@b.example;c@d.example", "a,b@c.example", "Fatima <a@b.example>",
        "a@b.example\nBcc: x@kwaad.example", "a@b.example\n", "a@b", "a@-b.example", ".a@b.example", "a..b@c.example",
        '"a b"@c.example', "a@b.example@c.example", "é@b.example", f"{'a' * 65}@b.example", f"a@{'b' * 260}.example",
    ],
)  # fmt: skip
def test_what_is_not_one_address(text: str) -> None:
    assert one_address(text) == ""
