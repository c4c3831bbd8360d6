"""The first decision of whoever comes in: with a yes the code they came with is used, or the questions begin."""

from dialogs.consent.welcome import welcome
from dialogs.inbox.calls import fill_in_terrain, offer_list
from dialogs.inbox.codes import use_code
from dialogs.intake.depth import ask_depth, choose_depth
from dialogs.turn.place import Phase, Place
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.consent.consents import Purpose, State

GOODBYE = (
    "Dat is goed. Wij bewaren niets, alleen dat u nee zei.",
    "Verandert u van mening? Typ dan 'start'.",
)
AGAIN = (
    "Dank u. Uw antwoorden blijven bewaard.",
    "Typ 'verder' om door te gaan. Of typ 'toestemming'. Dan ziet u wat wij mogen delen.",
)
TOLD = "U vertelde net al iets. Wilt u dat nog eens sturen? Dat mag in één keer."
NO_BY_PHONE = ("Het bedrijf wil niet meedoen. Er is niets bewaard, alleen dat het nee zei.", "Het gesprek is afgerond.")


async def decide_keep(step: Step, *, allow: bool) -> None:
    """Take the first decision: without a yes nothing is kept but the no."""
    if step.may_keep():
        step.say("U gaf al toestemming. Typ 'verder' om door te gaan, of 'toestemming' om te wijzigen.")
        return
    if step.pressed:
        step.show(ReplaceCard(welcome(step, decided="Ja, dat mag" if allow else "Nee, liever niet")))
    step.decide(Purpose.KEEP, State.GIVEN if allow else State.REFUSED)
    if not allow:
        called, step.erase = step.place.called, True
        step.place = Place(welcomed=True)
        step.say(*(NO_BY_PHONE if step.known.acting else GOODBYE))
        if called is not None:
            await offer_list(step, called)
        return
    if step.place.called is not None:
        await fill_in_terrain(step, step.place.called)
    given_again = bool(step.known.intake.answers) and not step.known.acting  # after the first yes ended
    if not given_again:
        step.go(Phase.DEPTH)
    code, step.place.code = step.place.code, None
    if code is not None:
        await use_code(step, code)
    elif given_again:
        step.say(*AGAIN, choices=("Verder", "Toestemming"))
    else:
        await begin(step)


async def begin(step: Step) -> None:
    """Go on as somebody wished before the first consent, and ask for what they told then: nothing of it was kept."""
    wants, told = step.place.wants, step.place.told
    step.place.wants, step.place.told = None, False
    lead = f"Dank u.\n\n{TOLD}" if told else "Dank u."
    if wants is not None:
        await choose_depth(step, wants, lead)
    else:
        ask_depth(step, lead)
