"""The commands about an intake, which work at every moment of the conversation."""

from dialogs.consent.welcome import show_welcome
from dialogs.intake import flow
from dialogs.intake.corrections import change, go_back, overview
from dialogs.intake.depth import ask_depth, choose_depth
from dialogs.intake.mail_address import OWN_ADDRESS
from dialogs.intake.own_name import OWN_NAME
from dialogs.intake.returning import come_back
from dialogs.intake.summary import show_summary
from dialogs.intake.typed_answers import reminder
from dialogs.questions.prompts import ask_with_card
from dialogs.turn.command import Command, Takes
from dialogs.turn.place import Phase
from dialogs.turn.step import Step
from domain.intake.path import TAKES, Depth

ONE_COMPANY = (
    "In deze chat vult u de vragen voor één bedrijf in.",
    "Heeft u nog een bedrijf? Typ 'bel mij'. Het projectteam vult de vragen daarvan dan met u in.",
)


async def begin(step: Step, _: str) -> None:
    """Start, or go on where one was."""
    if not step.may_keep():
        show_welcome(step)
    elif step.depth is None:
        ask_depth(step, "Welkom terug.")
    else:
        await go_on(step, "")


async def go_on(step: Step, _: str) -> None:
    """Go on with the next open question."""
    if not step.may_keep():
        show_welcome(step)
    elif step.depth is None and not step.answers:
        ask_depth(step, "Welkom terug.")
    elif step.place.phase is Phase.DONE and step.way.is_complete():
        show_summary(step, "U bent klaar. Dit zijn uw antwoorden.")
    else:
        step.depth = step.depth or Depth.SHORT
        step.place.card_page = step.place.asked = None
        await flow.go_on(step)


async def another_company(step: Step, _: str) -> None:
    """Say how a second company of the same person comes in."""
    step.say(*ONE_COMPANY, reminder(step), choices=("Bel mij", "Verder"))


async def short(step: Step, _: str) -> None:
    """Choose the short version."""
    await depth(step, Depth.SHORT)


async def full(step: Step, _: str) -> None:
    """Choose the full version, or deepen the short one."""
    await depth(step, Depth.FULL)


async def depth(step: Step, chosen: Depth) -> None:
    """Choose how much is asked; before the first consent that is asked with it."""
    await choose_depth(step, chosen)


async def card(step: Step, _: str) -> None:
    """Go from typing to cards."""
    step.place.typing = False
    asked = step.asked
    if asked is not None and step.way.questions_on(asked.page):
        ask_with_card(step, step.way.questions_on(asked.page))
    else:
        await go_on(step, "")


PERSONAL: tuple[Command, ...] = (
    Command(("start", "begin", "beginnen", "opnieuw beginnen"), "beginnen, of verder waar u was", begin, menu=True),
    Command(("verder", "ga verder", "doorgaan", "hervatten"), "de volgende vraag", go_on),
    Command(("waar was ik", "waar waren we", "waar waren we gebleven", "waar was ik gebleven", "ik ben er weer", "ben er weer",
             "hallo ben er weer", "hallo, ben er weer", "hoi ben er weer", "daar ben ik weer", "ik ben terug", "ben weer terug",
             "hier ben ik weer"), "waar u was gebleven", come_back),
    Command(("terug", "vorige", "ga terug", "stap terug"), "de vorige vraag", go_back, menu=True),
    Command(("overzicht", "opnieuw bekijken", "samenvatting", "mijn antwoorden", "bekijken"), "al uw antwoorden", overview,
            menu=True),
    Command(("wijzig", "wijzigen", "aanpassen", "verander"), "één antwoord wijzigen", change, takes=Takes.MAYBE,
            argument="<onderwerp>", example="wijzig zonnepanelen"),
    OWN_ADDRESS,
    OWN_NAME,
)  # fmt: skip
DEPTHS: tuple[Command, ...] = (
    Command(("nog een bedrijf", "tweede bedrijf", "ander bedrijf", "ik heb nog een bedrijf", "ik heb twee bedrijven"),
            "hoe een tweede bedrijf meedoet", another_company, in_help=False),
    Command(("kort", "korte versie", "snel"), f"de korte vragen, {TAKES[Depth.SHORT]}", short),
    Command(("volledig", "alle vragen", "uitgebreid"), f"alle vragen, {TAKES[Depth.FULL]}", full),
    Command(("kaart", "kaarten"), "de vragen als kaart", card),
)  # fmt: skip
