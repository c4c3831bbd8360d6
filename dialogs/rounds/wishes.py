"""Pausing, and whether somebody wants to be reminded: only those who asked for it are, and one word ends it."""

from cards.views.notice import NoticeCard
from dialogs.turn.place import Hearing, Phase
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.rounds.reminding import FIRST_AFTER

REMIND, NOT_REMIND, SILENT = "herinner mij", "niet herinneren", "geen berichten"
BYE = "Tot later. Uw antwoorden zijn bewaard."
GO_ON = "Typ 'verder' als u weer tijd heeft."
NO_MORE = "Goed. Wij herinneren u niet meer."
QUIET_NOW = (
    "Goed. Wij sturen u uit onszelf geen berichten meer.",
    "Antwoord op uw vragen krijgt u wel. Typ 'berichten aan' om dit te veranderen.",
)


def is_unfinished(step: Step) -> bool:
    """Say whether there is an intake of this person to be reminded of."""
    return step.may_keep() and not step.known.acting and step.place.phase is not Phase.DONE


async def stop(step: Step, _: str) -> None:
    """Pause; everything is kept. Whoever wanted to be reminded ends that with it; whoever did not is asked, once."""
    hearing = step.place.hearing
    if not step.may_keep():
        step.say("Goed. Typ 'start' als u later toch wilt beginnen.")
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
    step.place.hearing, step.place.wished_on = Hearing.DECLINED, None
    step.say(NO_MORE, f"Uw antwoorden zijn bewaard. {GO_ON}", choices=("Verder", "Herinner mij"))


async def remind(step: Step, _: str) -> None:
    if not is_unfinished(step):
        step.say("U heeft nu geen vragen open. Wij hoeven u niet te herinneren.")
        return
    step.place.hearing, step.place.wished_on = Hearing.WANTED, step.today
    step.say(
        f"Goed. Wij herinneren u over {FIRST_AFTER} dagen. Daarna hooguit nog één keer, als er nieuws is.",
        "Typ 'stop' als u dat niet meer wilt.",
        choices=("Verder", "Niet herinneren"),
    )


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
    step.place.hearing, step.place.wished_on = Hearing.SILENT, None
    if step.pressed:
        step.show(ReplaceCard(NoticeCard(lines=("U krijgt dit niet meer.",))))
    step.say(*QUIET_NOW, "Wilt u ook niet meer uitgenodigd worden? Typ dan 'toestemming'.")


async def speak_again(step: Step, _: str) -> None:
    step.place.hearing = Hearing.DECLINED
    step.say("Goed. Wij sturen u weer bericht over bijeenkomsten waarvoor u uitgenodigd bent.")
