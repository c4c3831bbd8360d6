"""`niet bezorgd` and `nu versturen`: what did not arrive, to see and send again; and what waits, to send now."""

from collections.abc import Callable
from functools import partial

from cards.formats import capital, moment, plural
from cards.verbs import Verb
from cards.views.card import MOST_BUTTONS, Button
from cards.views.notice import NoticeCard
from dialogs.notices.addresses import HOW, buttons_for, marked_line, show_marked
from dialogs.notices.kind import NoticeKind
from dialogs.notices.subscriptions import GROUP, name_of
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.refusals import NO_NAMES_HERE
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.intake.acceptance import clean_text
from domain.notices.notice import Failing, Undelivered

FindKind = Callable[[str], NoticeKind | None]  # by its name; None when it is not declared (any more)

SHOWN = 15
AGAIN = ("opnieuw", "stuur opnieuw", "alles opnieuw")
SURE = ("alles", "ja")
WHY = {
    Failing.OFF: "Laadmaat is daar weggehaald of geblokkeerd",
    Failing.AWAY: "het team of het kanaal is gearchiveerd of verwijderd",
    Failing.REFUSED: "Teams nam het niet aan",
    Failing.LATE: "Teams was een dag niet te bereiken",
    Failing.MAIL: "de mailserver nam het niet aan",
    Failing.BROKEN: "het bericht kon niet worden gemaakt",
}


async def show_undelivered(find_kind: FindKind, step: Step, text: str) -> None:
    """Show what did not arrive, or send it once more: all of it, or one by its number."""
    if not step.may_name:
        step.say(NO_NAMES_HERE)
        return
    line = clean_text(text).casefold()
    word, _, number = line.rpartition(" ") if line.rpartition(" ")[2].isdecimal() else (line, "", "")
    if line and word in AGAIN:
        await send_again(step, number)
        return
    found, marked = await step.stores.notices.undelivered(SHOWN + 1), await step.stores.mailboxes.marked(SHOWN)
    if not found:
        if marked:
            await show_marked(step)
        else:
            step.say("Alles is bezorgd.")
        return
    step.discreet = True
    lines = tuple(line_of(step, one, find_kind(one.kind)) for one in found[:SHOWN])
    more = ("Er is nog meer. Dat ziet u als dit is verstuurd.",) if len(found) > SHOWN else ()
    all_of_it = Button(title="Stuur alles opnieuw", verb=Verb.SAY, data={"text": "niet bezorgd opnieuw"}, primary=True)
    single = (
        Button(title=f"Alleen {one.id}", verb=Verb.SAY, data={"text": f"niet bezorgd opnieuw {one.id}"})
        for one in found[: MOST_BUTTONS - 1]
    )
    buttons = (all_of_it, *(single if len(found) > 1 else ()))
    no_mail = (*map(marked_line, marked), *(HOW if marked else ()))
    taps = (*buttons, *buttons_for(marked, MOST_BUTTONS - len(buttons)))
    step.show(ShowCard(NoticeCard(title="Niet bezorgd", lines=(*lines, *more, *no_mail), buttons=taps)))


def line_of(step: Step, one: Undelivered, kind: NoticeKind | None) -> str:
    """Return what did not arrive: its number, what, for whom, when and why."""
    what = capital(kind.label if kind is not None else "bericht")
    about = f" over {name_of(step, one.terrain)}" if one.terrain else ""
    to = one.to or "een kanaal of chat zonder naam"
    return f"{one.id}. {what}{about}, voor {to}, {moment(one.at)}. Reden: {WHY[one.why]}."


async def send_again(step: Step, number: str) -> None:
    """Send what did not arrive once more."""
    ids = [int(number)] if number and len(number) < 18 else []
    count = await step.stores.notices.again(ids) if ids or not number else 0
    if not count:
        step.say("Er is niets om opnieuw te versturen.")
        return
    later = step.stores.notices.next_moment(step.known.now)
    when = f"vanaf {moment(later)}" if later > step.known.now else "nu"
    step.say(f"{plural(count, 'bericht gaat', 'berichten gaan')} {when} opnieuw op weg.")


async def send_now(step: Step, text: str) -> None:
    """Send what waits for the morning: of this channel, or everything after a yes."""
    channel, notices = step.known.channel, step.stores.notices
    to_channels, to_people = await notices.waiting(channel)
    if not to_channels and not to_people:
        step.say("Er wacht niets.")
    elif channel is None and clean_text(text).casefold() not in SURE:
        sure = Button(title="Ja, nu versturen", verb=Verb.SAY, data={"text": "nu versturen alles"}, primary=True)
        lines = (waits("kanalen", to_channels), waits("mensen in hun eigen chat", to_people), "Wilt u niet wachten?")
        step.show(ShowCard(NoticeCard(lines=tuple(filter(None, lines)), buttons=(sure,))))
    else:
        count = await notices.send_now(channel)
        step.say(f"{plural(count, 'bericht gaat', 'berichten gaan')} nu op weg.")


def waits(whom: str, count: int) -> str:
    """Return how much waits for whom; empty for nothing."""
    return f"Voor {whom}: {plural(count, 'bericht wacht', 'berichten wachten')}." if count else ""


SEND_NOW = Command(
    ("nu versturen", "verstuur nu"), "niet wachten op de volgende werkdag", send_now, Users.TEAM, Takes.MAYBE,
    scopes=tuple(Scope), group=GROUP,
)  # fmt: skip


def undelivered_command(find_kind: FindKind) -> Command:
    """Return `niet bezorgd`; every wing has kinds of notices, so that whoever knows them all says how to find one."""
    return Command(
        ("niet bezorgd", "onbezorgd"), "zien wat niet aankwam en dat opnieuw versturen", partial(show_undelivered, find_kind),
        Users.TEAM, Takes.MAYBE, argument="[opnieuw [nummer]]", example="niet bezorgd opnieuw", scopes=tuple(Scope), group=GROUP,
    )  # fmt: skip
