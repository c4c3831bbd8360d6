"""The commands about what the bot sends by itself: the wishes of a person, and the drafts of the team."""

from dialogs.rounds.drafts import list_drafts
from dialogs.rounds.reminding import REMIND_ALL
from dialogs.rounds.wishes import NOT_REMIND, REMIND, SILENT, be_silent, not_remind, remind, speak_again, stop
from dialogs.turn.command import Command, Users

WISHES: tuple[Command, ...] = (
    Command(("stop", "stoppen", "pauze", "later", "annuleren", "annuleer", "doei", "doeg", "tot ziens", "tot later", "fijne dag",
             "stop maar", "ik stop", "ik wil stoppen", "ik heb geen tijd", "ik heb nu geen tijd"),
            "stoppen en later verder gaan", stop, menu=True),
    Command((REMIND, "herinner me", "herinneren", "stuur een herinnering"), "u laten herinneren aan uw open vragen", remind),
    Command((NOT_REMIND, "herinner mij niet", "niet meer herinneren", "geen herinnering", "geen herinneringen"),
            "niet meer herinnerd worden", not_remind),
    Command((SILENT, "stop berichten", "geen berichten meer", "stuur geen berichten"), "geen berichten uit onszelf meer",
            be_silent),
    Command(("berichten aan", "weer berichten"), "weer berichten krijgen", speak_again, in_help=False),
)  # fmt: skip
DRAFTS: tuple[Command, ...] = (
    REMIND_ALL,
    Command(("concepten", "berichten"), "berichten aan bedrijven die op uw ja wachten", list_drafts, Users.TEAM, menu=False,
            group="Berichten"),
)  # fmt: skip
