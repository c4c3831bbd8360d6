"""Mail to who is no person here: looked at once more as it goes, with where the address comes from and how to be left alone."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from bot.mail.links import DOOR, SEALED_TO, MailLinks
from cards.formats import day
from cards.papers.letter import MailText
from dialogs.registers.contacts import where_from
from domain.calendar.here import date_here
from domain.companies.companies import Ground, Provenance
from domain.mail.addresses import AddressedMailbox
from storage.companies.addressees import mailbox_to, note_approached
from storage.database.transactions import Transaction
from storage.inbox.invitations import make_code, revoke_code
from storage.terrains.seal_keys import read_seals
from storage.turn.addressees import PLACE

AGREED = "U krijgt deze mail omdat u tegen het projectteam zei dat wij mogen mailen."
ANSWER = "U kunt antwoorden op deze mail. Het projectteam leest uw antwoord."
OBJECT = "Wilt u dit niet? Kies dan 'Geen mail meer'. Wij mailen u dan nooit meer. Wij wissen uw gegevens als u daarom vraagt."


@dataclass(frozen=True, slots=True)
class AddressedLetter:
    """A letter for somebody, with the address of this moment; `code` is the one that was made for it, empty for none."""

    to: AddressedMailbox
    letter: MailText
    code: str = ""


def addressee_of(conversation: str) -> UUID | None:
    """Return to whom of no person a conversation by mail is; None for one with a person."""
    return UUID(conversation.removeprefix(PLACE)) if conversation.startswith(PLACE) else None


async def address_letter(
    connection: Transaction, who: UUID, letter: MailText, links: MailLinks, now: datetime.datetime
) -> AddressedLetter | None:
    """Return a letter as it goes to an addressee now; None when they may not be mailed any more.

    A company of the register gets a code with which it comes in, as the team hands one out; it is made as the mail goes.
    """
    to = await mailbox_to(connection, who)
    if to is None:
        return None
    stop = links.to_stop(who, await read_seals(connection, now), SEALED_TO)
    if to.register is None:
        return AddressedLetter(to, finished(letter, (ANSWER,), (AGREED,), stop))
    told = where_from(Provenance(to.source, Ground(to.ground), "", now))
    if not links.is_open:
        return AddressedLetter(to, finished(letter, (ANSWER,), (*told, OBJECT), stop))
    until = now + datetime.timedelta(days=links.code_days)
    code = await make_code(connection, to.terrain, to.company, now, until)
    once = f"De link is voor {to.company}. Hij werkt één keer, tot {day(date_here(until))}. {ANSWER}"
    link = {"link": links.to_begin(code), "link_title": letter.link_title or DOOR}
    return AddressedLetter(to, finished(letter.model_copy(update=link), (once,), (*told, OBJECT), stop), code)


def finished(letter: MailText, more: tuple[str, ...], closing: tuple[str, ...], stop: str) -> MailText:
    """Return a letter with what every mail to an addressee ends with."""
    return letter.model_copy(update={"paragraphs": (*letter.paragraphs, *more), "closing": closing, "stop": stop})


async def note_became(connection: Transaction, sent: AddressedLetter, now: datetime.datetime, *, taken: bool) -> None:
    """Note that a company was approached; of a mail that was not taken its code goes."""
    if taken and sent.to.register is not None:
        await note_approached(connection, sent.to.register, now)
    elif sent.code and not taken:
        await revoke_code(connection, sent.code)
