"""Pausing, and whether somebody wants to be reminded, and when: only those who asked for it are, and one word ends it."""

import datetime
import re

from cards.formats import clock, day
from cards.views.notice import NoticeCard
from dialogs.dutch.numerals import in_digits
from dialogs.dutch.typed import tidy, words
from dialogs.lookup.moments import read_moment
from dialogs.turn.place import Hearing, Phase
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.calendar.here import HERE
from domain.intake.question import AnswerKind
from domain.notices.notice import NewNotice
from domain.rounds.reminding import FIRST_AFTER

KIND = "reminder"  # the notice of somebody who named a moment
REMIND, NOT_REMIND, SILENT = "herinner mij", "niet herinneren", "geen berichten"
BYE = "Tot later. Uw antwoorden zijn bewaard."
GO_ON = "Typ 'verder' als u weer tijd heeft."
NO_MORE = "Goed. Wij herinneren u niet meer."
WHEN = "Wanneer zullen wij u herinneren? Typ bijvoorbeeld 'herinner mij morgen om 10 uur'."
TAPS = ("Herinner mij over een uur", "Herinner mij morgen", "Verder")
VAGUE = re.compile(r"\b(?:straks|later|zo|strakjes|eens|ooit|keer)\b")
FARTHEST = datetime.timedelta(days=366)
QUIET_NOW = (
    "Goed. Wij sturen u uit onszelf geen berichten meer.",
    "Antwoord op uw vragen krijgt u wel. Typ 'berichten aan' om dit te veranderen.",
)


LEAVING = re.compile(
    r"\b(?:tot (?:straks|zo|later|morgen|vanmiddag|vanavond|volgende week)|doei|doeg|later verder|straks verder"
    r"|spreek (?:je|u|jullie) later|zo terug|moet nu weg|moet weg|(?:vanavond|vanmiddag|morgen|zo) (?:weer )?verder"
    r"|(?:^|\b(?:moet|ga|ben|eerst) )(?:even|effe|nu|eerst) (?:laden|lossen|tanken|rijden|eten|pauze|bellen|bakken|de weg op))"
    r"(?: hoor)?$"
)
BACK_AT = re.compile(r"\b(?:ben|kan) (?:ik|we|wij) (?:er )?(?:weer|terug)\b")  # "half vier ben ik er weer"
ASKING_AGAIN = re.compile(
    r"\b(?:seintje|herinner|herinnering|herinneren|reminder|porren|aantikken|wekker|por (?:me|mij)|tik (?:me|mij))\b"
    r"|\b(?:stuur|vraag|meld|app|mail|waarschuw)\b(?: \w+){0,2} (?:me|mij|ons)\b"
)
MOST_WORDS = 15


async def hear_leaving(step: Step, text: str) -> bool:
    """Take a goodbye, or a wish to be reminded at a moment; False for anything else, and where any text may be an answer."""
    typed = words(tidy(text))
    open_text = step.asked is not None and step.asked.kind is AnswerKind.TEXT and not (step.asked.core and text.islower())
    if not is_unfinished(step) or step.in_office or open_text or "?" in text or len(typed.split()) > MOST_WORDS:
        return False
    if ASKING_AGAIN.search(typed) and read_moment(text, step.known.now, step.known.house.quiet).options:
        await remind(step, text)
        return True
    if BACK_AT.search(typed) and read_moment(text, step.known.now, step.known.house.quiet).options:
        await remind(step, text)
        return True
    if LEAVING.search(typed) is None or any(letter.isdecimal() for letter in in_digits(typed)):
        return False
    await stop(step, text)
    return True


def hear_moment(step: Step, text: str) -> str:
    """Return the moment that a sentence names, as one would type it; that it is vague, or nothing."""
    moments = read_moment(text, step.known.now, step.known.house.quiet).options
    if len(moments) == 1:
        return said(moments[0])
    vague = VAGUE.search(text.casefold())
    return text if moments else vague[0] if vague is not None else ""


def is_unfinished(step: Step) -> bool:
    """Say whether there is an intake of this person to be reminded of."""
    return step.may_keep() and not step.known.acting and step.place.phase is not Phase.DONE


async def stop(step: Step, text: str) -> None:
    """Pause; everything is kept. Whoever wanted to be reminded ends that with it; whoever did not is asked, once.

    Whoever leaves with the words of a moment ("ik ga morgen verder") is offered a reminder at that moment.
    """
    hearing, moments = step.place.hearing, read_moment(text, step.known.now, step.known.house.quiet).options
    if not step.may_keep():
        step.say("Goed. Typ 'start' als u later toch wilt beginnen.")
    elif is_unfinished(step) and "herinner" in text.casefold():
        await remind(step, text)
    elif is_unfinished(step) and moments and hearing is not Hearing.SILENT:
        choices = tuple(f"Herinner mij {said(one)}" for one in moments[:2])
        step.say(BYE, "Zullen wij u dan herinneren?", choices=("Verder", *choices))
    elif is_unfinished(step) and step.place.remind_at is not None and step.place.remind_at > step.known.now:
        step.say(f"Goed. {BYE}", f"Wij herinneren u {on(step, step.place.remind_at)}.", choices=("Verder", "Niet herinneren"))
    elif hearing is Hearing.WANTED:
        end_reminders(step)
    elif hearing is Hearing.UNASKED and is_unfinished(step):
        choices = ("Verder", "Herinner mij")
        step.say(BYE, GO_ON, "Wilt u dat wij u één keer herinneren? Typ dan 'herinner mij'.", choices=choices)
    elif step.place.phase is Phase.DONE and hearing is not Hearing.SILENT:
        step.say(BYE, "Wilt u ook geen berichten meer van ons? Typ dan 'geen berichten'.", choices=("Geen berichten",))
    else:
        step.say(BYE, GO_ON, choices=("Verder",))


def end_reminders(step: Step) -> None:
    """Remind this person no longer."""
    step.place.hearing, step.place.wished_on, step.place.remind_at = Hearing.DECLINED, None, None
    step.say(NO_MORE, f"Uw antwoorden zijn bewaard. {GO_ON}", choices=("Verder", "Herinner mij"))


async def remind(step: Step, text: str) -> None:
    """Remind somebody at the moment that is in these words; of words without one after some days, or it is asked."""
    if not is_unfinished(step):
        step.say("U heeft nu geen vragen open. Wij hoeven u niet te herinneren.")
        return
    moments = read_moment(text, step.known.now, step.known.house.quiet)
    if len(moments.options) == 1:
        await remind_at(step, moments.options[0])
    elif moments.options:
        step.say("Hoe laat bedoelt u?", choices=tuple(f"Herinner mij {said(one)}" for one in moments.options[:4]))
    elif moments.passed or VAGUE.search(text.casefold()):
        step.say("Dat moment is al geweest." if moments.passed else "", WHEN, choices=TAPS)
    else:
        remind_some_day(step)


def remind_some_day(step: Step) -> None:
    """Remind this person after some days in which nothing came."""
    step.place.hearing, step.place.wished_on = Hearing.WANTED, step.today
    step.say(
        f"Goed. Wij herinneren u over {FIRST_AFTER} dagen. Daarna hooguit nog één keer, als er nieuws is.",
        "Typ 'stop' als u dat niet meer wilt. Wilt u een ander moment? Typ bijvoorbeeld 'herinner mij morgen om 10 uur'.",
        choices=("Verder", "Niet herinneren"),
    )


async def remind_at(step: Step, moment: datetime.datetime) -> None:
    """Plan one reminder, in the place of any other; in quiet hours it waits for their end, and that is said."""
    if moment - step.known.now > FARTHEST:
        step.say("Zo ver vooruit kan ik niet plannen. Kies een moment binnen een jaar.", WHEN, choices=TAPS)
        return
    step.place.remind_at = moment
    notices = step.stores.notices
    about, key = step.known.intake.id, f"{KIND}:{step.known.person}:{moment.isoformat()}:{step.known.turn}"
    data = {"at": moment.isoformat()}
    await notices.plan(NewNotice(KIND, person=step.known.person, about=about, data=data, key=key, after=moment))
    waits = notices.next_moment(moment) != moment
    step.say(
        f"Goed. Wij herinneren u {on(step, moment)}.",
        "Eerder sturen wij geen berichten. Dit is buiten kantooruren." if waits else "",
        f"Uw antwoorden zijn bewaard. {GO_ON}",
        choices=("Verder", "Niet herinneren"),
    )


def on(step: Step, moment: datetime.datetime) -> str:
    """Return when somebody will hear who asked for this moment: "op 24 november 2026 om 10:00"."""
    return f"op {said(step.stores.notices.next_moment(moment))}"


def said(moment: datetime.datetime) -> str:
    here = moment.astimezone(HERE)
    return f"{day(here.date())} om {clock(here.time())}"


async def not_remind(step: Step, _: str) -> None:
    """Remind this person no longer; pressed on a reminder, the card says so."""
    if step.place.hearing is Hearing.SILENT:
        step.say(*QUIET_NOW)
        return
    if step.pressed:
        step.show(ReplaceCard(NoticeCard(lines=(NO_MORE,))))
    end_reminders(step)


async def be_silent(step: Step, _: str) -> None:
    """Say nothing to this person by ourselves any more: no reminders, no news of sessions."""
    step.place.hearing, step.place.wished_on, step.place.remind_at = Hearing.SILENT, None, None
    if step.pressed:
        step.show(ReplaceCard(NoticeCard(lines=("U krijgt dit niet meer.",))))
    step.say(*QUIET_NOW, "Wilt u ook niet meer uitgenodigd worden? Typ dan 'toestemming'.")


async def speak_again(step: Step, _: str) -> None:
    step.place.hearing = Hearing.DECLINED
    step.say("Goed. Wij sturen u weer bericht over bijeenkomsten waarvoor u uitgenodigd bent.")
