"""The commands about what the bot sends by itself: the same at once, the wishes of a person, and the drafts of the team."""

from dialogs.rounds.digests import show_week
from dialogs.rounds.drafts import list_drafts
from dialogs.rounds.reminding import REMIND_ALL
from dialogs.rounds.today import show_today
from dialogs.rounds.wishes import NOT_REMIND, REMIND, SILENT, be_silent, hear_moment, not_remind, remind, speak_again, stop
from dialogs.turn.command import Command, Takes, Users

# What begins as `vraag` does, and asks the team nothing.
ASK_AGAIN = ("vraag het me", "vraag het mij", "vraag 't me", "vraag t me", "vraag dat me", "vraag me dat", "vraag het later",
             "vraag me later", "vraag het nog eens", "vraag me nog eens", "vraag het morgen", "vraag me morgen")  # fmt: skip


WISHES: tuple[Command, ...] = (
    Command(("stop", "stoppen", "pauze", "later", "annuleren", "annuleer", "doei", "doeg", "tot ziens", "tot later", "fijne dag",
             "stop maar", "ik stop", "ik wil stoppen", "ik heb geen tijd", "ik heb nu geen tijd", "ik moet weg", "ik moet nu weg",
             "ik ga straks verder", "ik ga later verder", "straks verder", "later verder", "tot straks", "tot morgen",
             "ik moet gaan", "nu even niet"),
            "stoppen en later verder gaan", stop, menu=True),
    Command((REMIND, "herinner me", "herinneren", "stuur een herinnering", "stuur me een herinnering",
             "stuur mij een herinnering", *ASK_AGAIN), "u laten herinneren aan uw open vragen", remind, takes=Takes.MAYBE,
            argument="[moment]", example="herinner mij morgen om 10 uur", hears=hear_moment),
    Command((NOT_REMIND, "herinner mij niet", "niet meer herinneren", "geen herinnering", "geen herinneringen"),
            "niet meer herinnerd worden", not_remind),
    Command((SILENT, "stop berichten", "geen berichten meer", "stuur geen berichten"), "geen berichten uit onszelf meer",
            be_silent),
    Command(("berichten aan", "weer berichten"), "weer berichten krijgen", speak_again, in_help=False),
)  # fmt: skip
DAYS: tuple[Command, ...] = (
    Command(("vandaag", "mijn dag", "mijn week", "wat nu", "wat moet ik doen", "wat moet ik nu doen", "wat moet ik vandaag doen",
             "wat staat er vandaag", "wat staat er open", "wat is er te doen", "wat is er nieuw"),
            "zien wat er op u wacht", show_today, Users.ANYONE, group="Overig"),
    Command(("weekoverzicht", "deze week", "wat is er deze week gebeurd", "wat gebeurde er deze week", "wat is er gebeurd"),
            "wat er deze week gebeurde", show_week, Users.TEAM, group="Terreinen"),
)  # fmt: skip
DRAFTS: tuple[Command, ...] = (
    REMIND_ALL,
    Command(("concepten", "berichten"), "berichten aan bedrijven die op uw ja wachten", list_drafts, Users.TEAM, menu=False,
            group="Berichten"),
)  # fmt: skip
