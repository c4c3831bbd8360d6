"""Addresses that get no mail any more: why, and how the team says that one is wrong, or right again."""

from collections.abc import Sequence

from cards.formats import moment, plural
from cards.verbs import Verb
from cards.views.card import MOST_BUTTONS, Button
from cards.views.notice import NoticeCard
from dialogs.notices.subscriptions import GROUP
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.refusals import NO_NAMES_HERE
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.intake.acceptance import clean_text, whole_number
from domain.mail.addresses import MailTrouble, MarkedAddress, one_address

SHOWN = 15
WHY = {
    MailTrouble.UNKNOWN: "hun mailserver kent het adres niet",
    MailTrouble.REFUSED: "hun mailserver neemt geen mail aan voor dit adres",
    MailTrouble.WRONG: "het team zei dat het adres niet klopt",
}
HOW = (
    "Kwam er een mail terug? Typ 'mailadres fout' met het adres erachter.",
    "Klopt een adres weer? Typ 'mailadres goed' met het nummer erachter.",
)
NONE = "Alle adressen nemen mail aan, voor zover ik weet."
NOT_ONE = "Typ precies één e-mailadres, zoals: mailadres fout fatima@jansen.example."
UNKNOWN = "Dit adres gaf niemand op. Er gaat dus geen mail heen."
MARKED = "Genoteerd. Naar dit adres gaat geen mail meer. Geeft het bedrijf een ander adres? Dan gaat de mail daarheen."
CLEARED = "Genoteerd. Naar dit adres gaat weer mail."


def marked_line(one: MarkedAddress) -> str:
    """Return whose address gets nothing, since when and why; the address itself stays with the answers of its owner."""
    return f"Mail {one.number}. {one.to or 'Iemand zonder naam'}, {moment(one.at)}. Reden: {WHY[one.why]}."


def buttons_for(marked: Sequence[MarkedAddress], most: int) -> tuple[Button, ...]:
    """Return the taps that say that an address is right again."""
    return tuple(
        Button(title=f"Mail {one.number} klopt weer", verb=Verb.SAY, data={"text": f"mailadres goed {one.number}"})
        for one in marked[:most]
    )


async def show_marked(step: Step) -> None:
    """List the addresses that get nothing."""
    marked = await step.stores.mailboxes.marked(SHOWN + 1)
    if not marked:
        step.say(NONE, HOW[0])
        return
    step.discreet = True
    more = (f"U ziet er {SHOWN}. Er zijn er meer.",) if len(marked) > SHOWN else ()
    title = plural(len(marked[:SHOWN]), "adres krijgt geen mail", "adressen krijgen geen mail")
    lines = (*map(marked_line, marked[:SHOWN]), *more, *HOW)
    step.show(ShowCard(NoticeCard(title=title, lines=lines, buttons=buttons_for(marked, MOST_BUTTONS))))


async def address_of_company(step: Step, text: str) -> None:
    """Show which addresses get no mail, mark one as wrong, or say that one is right again."""
    if not step.may_name:
        step.say(NO_NAMES_HERE)
        return
    word, _, rest = clean_text(text).partition(" ")
    if word.casefold() == "fout":
        address = one_address(rest)
        step.say((MARKED if await step.stores.mailboxes.mark(address) else UNKNOWN) if address else NOT_ONE)
    elif word.casefold() == "goed":
        number = whole_number(rest)
        step.say(CLEARED if number and await step.stores.mailboxes.clear(number) else "Dit nummer staat niet in de lijst.")
    else:
        await show_marked(step)


MAIL_ADDRESS = Command(
    ("mailadres", "mailadressen"), "zien welke adressen geen mail krijgen, en een adres fout of goed noemen",
    address_of_company, Users.TEAM, Takes.MAYBE, argument="[fout adres of goed nummer]",
    example="mailadres fout fatima@jansen.example", group=GROUP,
)  # fmt: skip
