"""The beginning: who we are, the first consent, and how much time somebody has."""

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import Notice
from cards.views.welcome import Welcome
from dialogs import flow
from dialogs.events import Pressed
from dialogs.joining import use_code
from dialogs.place import Phase, Place
from dialogs.replies import ReplaceCard, ShowCard
from dialogs.step import Step
from domain.consents import KEEP_YEARS, TEXTS, Purpose, State
from domain.way import Depth

GOODBYE = (
    "Dat is goed. Wij bewaren niets, alleen dat u nee zei.",
    "Verandert u van mening? Typ dan 'start'.",
)


def welcome(step: Step, decided: str = "") -> Welcome:
    """Return the first card."""
    house = step.known.house
    return Welcome(
        organisation=house.organisation,
        contact=house.contact,
        privacy_url=house.privacy_url,
        keep_years=KEEP_YEARS,
        question=TEXTS[Purpose.KEEP].question,
        decided=decided,
    )


def show_welcome(step: Step) -> None:
    """Greet somebody, once."""
    step.place.welcomed = True
    step.show(ShowCard(welcome(step)))


async def decide_keep(step: Step, *, allow: bool) -> None:
    """Take the first decision: without a yes nothing is kept but the no."""
    if step.may_keep():
        step.say("U gaf al toestemming. Typ 'verder' om door te gaan, of 'toestemming' om te wijzigen.")
        return
    if step.pressed:
        step.show(ReplaceCard(welcome(step, decided="Ja, dat mag" if allow else "Nee, liever niet")))
    step.decide(Purpose.KEEP, State.GIVEN if allow else State.REFUSED)
    if not allow:
        step.erase = True
        step.place = Place(welcomed=True)
        step.say(*GOODBYE)
        return
    step.go(Phase.DEPTH)
    code, step.place.code = step.place.code, None
    if code is not None:
        await use_code(step, code)
    else:
        ask_depth(step)


def ask_depth(step: Step, lead: str = "Dank u.") -> None:
    """Ask how much time there is."""
    step.go(Phase.DEPTH)
    buttons = (
        Button(title="Kort: 2 minuten", verb=Verb.DEPTH, data={"depth": Depth.SHORT.value}),
        Button(title="Volledig: 10 minuten", verb=Verb.DEPTH, data={"depth": Depth.FULL.value}),
        Button(title="Ik heb een code", verb=Verb.SAY, data={"text": "code"}),
        Button(title="Mijn collega begon al", verb=Verb.SAY, data={"text": "collega begon al"}),
    )
    lines = ("Hoeveel tijd heeft u?", "Kort kan altijd. U vult het later aan als u wilt. U vult niets twee keer in.")
    step.show(ShowCard(Notice(title=lead, lines=lines, buttons=buttons[: 2 if step.known.acting else 4])))


async def choose_depth(step: Step, depth: Depth) -> None:
    """Start the questions, or deepen what was short."""
    if step.depth is not None and depth is Depth.SHORT:
        await flow.go_on(step, "U bent al begonnen.")
        return
    step.depth = depth
    if isinstance(step.event, Pressed) and step.event.verb == Verb.DEPTH:
        label = "Kort" if depth is Depth.SHORT else "Volledig"
        step.show(ReplaceCard(Notice(lines=(f"U koos: {label}.",))))
    step.place.phase = Phase.QUESTIONS
    await flow.go_on(step)
