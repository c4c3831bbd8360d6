"""How much time somebody has: the short questions, all of them, or the place of a colleague who began."""

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.consent.consents import ask_to_keep
from dialogs.consent.welcome import show_welcome
from dialogs.dutch.choices import read_choice
from dialogs.dutch.reading import Read
from dialogs.intake import flow
from dialogs.turn.events import Pressed
from dialogs.turn.place import Phase
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.intake.path import TAKES, Depth

DEPTHS = (
    (
        Depth.SHORT.value,
        "Kort",
        (
            TAKES[Depth.SHORT],
            "de korte",
            "korte vragen",
            "korte versie",
            "snel",
            "snelle",
            "snelste",
            "haast",
            "weinig tijd",
            "niet veel tijd",
            "vlug",
            "niet te lang",
        ),
    ),
    (
        Depth.FULL.value,
        "Volledig",
        (
            TAKES[Depth.FULL],
            "10 minuten",
            "de volledige",
            "alle vragen",
            "alles",
            "lang",
            "de lange",
            "uitgebreid",
            "helemaal",
            "hele lijst",
            "ze allemaal",
        ),
    ),
)


def read_depth(text: str) -> Depth | None:
    """Return the depth that a text names; None when it names none, or both."""
    reading = read_choice(text, DEPTHS)
    return Depth(reading.value) if isinstance(reading, Read) else None


def ask_depth(step: Step, lead: str = "Dank u.") -> None:
    """Ask how much time there is."""
    step.go(Phase.DEPTH)
    buttons = (
        Button(title=f"Kort: {TAKES[Depth.SHORT]}", verb=Verb.DEPTH, data={"depth": Depth.SHORT.value}),
        Button(title=f"Volledig: {TAKES[Depth.FULL]}", verb=Verb.DEPTH, data={"depth": Depth.FULL.value}),
        Button(title="Ik heb een code", verb=Verb.SAY, data={"text": "code"}),
        Button(title="Mijn collega begon al", verb=Verb.SAY, data={"text": "collega begon al"}),
    )
    lines = ("Hoeveel tijd heeft u?", "Kort kan altijd. U vult het later aan als u wilt. U vult niets twee keer in.")
    step.show(ShowCard(NoticeCard(title=lead, lines=lines, buttons=buttons[: 2 if step.known.acting else 4])))


def wish_depth(step: Step, depth: Depth) -> None:
    """Note how much somebody wants before they may be asked anything, and ask the first consent in the same breath."""
    step.place.wants = depth
    if not step.place.welcomed:
        show_welcome(step)
    else:
        ask_to_keep(step, f"Goed: {'kort' if depth is Depth.SHORT else 'alle vragen'}, {TAKES[depth]}. Eerst mag u dit zeggen:")


async def choose_depth(step: Step, depth: Depth, lead: str = "") -> None:
    """Start the questions, or deepen what was short; before the first consent that is asked."""
    if not step.may_keep():
        wish_depth(step, depth)
        return
    if step.depth is not None and depth is Depth.SHORT:
        await flow.go_on(step, "U bent al begonnen.")
        return
    step.depth = depth
    if isinstance(step.event, Pressed) and step.event.verb == Verb.DEPTH:
        label = "Kort" if depth is Depth.SHORT else "Volledig"
        step.show(ReplaceCard(NoticeCard(lines=(f"U koos: {label}.",))))
    step.place.phase, step.place.asked = Phase.QUESTIONS, None
    await flow.go_on(step, lead)
