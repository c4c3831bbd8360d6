"""From replies to a letter: the words that somebody would read in the chat, in the order of the chat, without its buttons."""

from collections.abc import Iterable, Sequence
from typing import Any

from bot.mail.links import DOOR
from cards.papers.letter import MailText
from cards.papers.session import Appointment
from cards.views.card import Card
from cards.views.papers.paper import PaperLink
from dialogs.turn.replies import Enclose, ReplaceCard, Say, ShowCard
from domain.intake.acceptance import clean_name

MOST = 20  # paragraphs; a mail is short, and the rest is read in the conversation
SUBJECT = "Bericht van Laadmaat"
NEWS = MailText(
    subject="Er is nieuws voor u bij Laadmaat",
    title="Er is nieuws voor u",
    paragraphs=("U leest het in uw gesprek met Laadmaat.",),
)
LINK = MailText(
    subject="Uw nieuwe link voor Laadmaat",
    title="Uw nieuwe link",
    paragraphs=(
        "U vroeg om een nieuwe link. Daarmee gaat u verder op dit apparaat.",
        "De link werkt één keer, en zeven dagen. Geef hem niet door: wie hem heeft, gaat verder als u.",
        "Vroeg u niets? Dan hoeft u niets te doen.",
    ),
)
WHY = "U krijgt deze mail omdat u ja zei op 'Berichten per mail'."
ASKED = "U krijgt deze mail omdat iemand om een link vroeg met dit adres."


def link_for(company: str) -> MailText:
    """Return the letter with a link to go on elsewhere. It names the company: an address is what somebody says is theirs."""
    whose = (f"De link hoort bij {clean_name(company)}. Is dat niet uw bedrijf? Gebruik hem dan niet.",) if company else ()
    return LINK.model_copy(update={"paragraphs": (*LINK.paragraphs[:1], *whose, *LINK.paragraphs[1:])})


def letter_of(replies: Sequence[object]) -> MailText:
    """Return what is told as a letter; a long one ends where the conversation goes on."""
    titles: list[str] = []
    paragraphs: list[str] = []
    buttons = False
    for reply in replies:
        if isinstance(reply, Say):
            paragraphs += reply.text.split("\n\n")
        elif isinstance(reply, ShowCard | ReplaceCard):
            title, words = words_of(reply.card)
            paragraphs += [title] if titles and title else []
            titles += [title] if title else []
            paragraphs += words
            buttons = buttons or bool(reply.card.actions)
    title = titles[0] if titles else SUBJECT
    more = ("Er is nog meer. Dat leest u in uw gesprek met Laadmaat.",) if len(paragraphs) > MOST else ()
    return MailText(
        subject=title,
        title=title,
        paragraphs=(*paragraphs[:MOST], *more),
        link_title="Antwoord geven" if buttons else DOOR,
        appointments=enclosed(replies),
    )


def words_of(card: Card) -> tuple[str, Sequence[str]]:
    """Return the title and the lines of a card; of one without lines all that it says."""
    if isinstance(card, PaperLink):
        return "", (f"{card.description or card.name} {card.remark}\n{card.url}",)
    shown: Any = card
    lines: Iterable[str] | None = getattr(shown, "lines", None)
    if lines is None:
        first, *rest = card.plain().split("\n")
        return first, rest
    return str(getattr(shown, "title", "")), tuple(lines)


def enclosed(replies: Sequence[object]) -> tuple[Appointment, ...]:
    """Return the appointments that go along."""
    return tuple(reply.appointment for reply in replies if isinstance(reply, Enclose))
