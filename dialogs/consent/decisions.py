"""Decisions about sharing: the form at the end of the intake, and changing one's mind at any time."""

import datetime
from collections.abc import Mapping

from cards.views.intake.form import Answered
from dialogs.consent.consents import (
    ask_consent,
    asked_purpose,
    consent_overview,
    decisions,
    next_undecided,
    sharing_facts,
    stands,
)
from dialogs.consent.erasure import ask_to_erase
from dialogs.consent.wish_words import read_consent_wish
from dialogs.dutch.doubt import puts_off, read_skip, read_unknown
from dialogs.dutch.yes_no import read_opening_yes_no
from dialogs.turn.place import Phase
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.consent.consents import LATER, SHARING, Decision, Purpose, State, ends_soon, has_ended
from domain.intake.acceptance import whole_number

CHOSEN = {"yes": State.GIVEN, "no": State.REFUSED}
RENEWED = "Dank u. Dit geldt weer twee jaar."
NOT_RENEWED = "Er was niets te verlengen. Dit is uw keuze nu."
TAKEN_BACK = "Ingetrokken. Vanaf nu delen wij dit niet meer."
NOT_GIVEN = "Goed. Dit mag niet. Dat kost u niets."
OLD = "Dit was een oude kaart. Wat u later koos, geldt."


def hear_consent(step: Step, purpose: Purpose, text: str) -> str | None:
    """Take one typed decision about sharing; leaving it open is no for now, and costs nothing.

    Return what to say first when all is decided and the intake goes on; None while something is still asked.
    """
    decision, lead = said_about(purpose, text), "Goed. Voorlopig is het nee."
    if decision is not None:
        state, lead = (State.GIVEN, "Genoteerd: ja.") if decision else (State.REFUSED, "Genoteerd: nee.")
        if differs(step, purpose, state):
            step.decide(purpose, state)
    elif not leaves_open(purpose, text):
        ask_consent(step, purpose, "Typ 'ja' of 'nee'. Of typ 'overslaan'. Dan is het voorlopig nee.")
        return None
    elif stands(step, purpose) and step.consents()[purpose].state in (State.GIVEN, State.GIVEN_BY_PHONE):
        lead = "Goed. Uw antwoord blijft ja."
    if purpose in LATER:
        step.place.asked = None
        return lead
    step.place.typing = True
    following = next_undecided(step, after=purpose)
    if following is not None:
        ask_consent(step, following, lead)
        return None
    step.place.phase = Phase.SUMMARY
    return lead


def leaves_open(purpose: Purpose, text: str) -> bool:
    """Say whether a text leaves a decision for now; what is asked when it first matters can wait ("later") as well."""
    return read_skip(text) is not None or read_unknown(text) is not None or (purpose in LATER and puts_off(text))


def said_about(purpose: Purpose, text: str) -> bool | None:
    """Return a yes or no, or what a sentence says about this very purpose: "de gemeente mag het niet zien"."""
    wish = read_consent_wish(text)
    return wish.give if wish is not None and wish.purposes == (purpose,) else read_opening_yes_no(text)[0]


def decision_before(step: Step) -> bool:
    """Ask the decision before this one again, of whoever decides by typing; False when there is none."""
    asked = asked_purpose(step)
    place = SHARING.index(asked) if asked in SHARING else len(SHARING) if step.place.phase is Phase.SUMMARY else 0
    if place == 0 or not step.place.typing:
        return False
    step.place.phase = Phase.CONSENTS
    ask_consent(step, SHARING[place - 1])
    return True


def save_consents(step: Step, data: Mapping[str, object], inputs: Mapping[str, str]) -> bool:
    """Record the decisions of the form; what was left open stays no for now. Return whether the intake goes on."""
    if str(data.get("intake")) != str(step.known.intake.id):
        step.say("Deze kaart hoort niet bij uw gegevens.")
        return False
    note = ""
    for purpose in SHARING:
        state = CHOSEN.get(inputs.get(purpose.value, ""))
        if state is None:
            continue
        if is_older(step, purpose, data):
            note = OLD if differs(step, purpose, state) else note
        elif differs(step, purpose, state):
            step.decide(purpose, state)
    step.show(ReplaceCard(decided_card(step, note)))
    if step.place.phase is not Phase.CONSENTS or note:
        return False
    step.place.phase = Phase.SUMMARY
    return True


def is_older(step: Step, purpose: Purpose, data: Mapping[str, object]) -> bool:
    """Say whether the form was shown before the newest decision on this purpose."""
    decided = step.known.intake.consents.get(purpose)
    return decided is not None and decided.revision > whole_number(str(data.get("revision", "")))


def differs(step: Step, purpose: Purpose, state: State) -> bool:
    """Say whether a decision changes anything; a no after withdrawing does not, nor a second yes by telephone.

    A yes after one that ended, or will soon, is a new one: for another two years.
    """
    now = step.known.intake.consents.get(purpose)
    if now is None or has_ended(purpose, now, step.known.now):
        return True
    if state is State.GIVEN and ends_soon(purpose, now, step.known.now):
        return True
    refusals, half = (State.REFUSED, State.WITHDRAWN), (State.GIVEN, State.GIVEN_BY_PHONE)
    same_no = now.state in refusals and state in refusals
    return now.state is not state and not same_no and not (step.known.acting and now.state in half and state in half)


def decided_card(step: Step, note: str = "") -> Answered:
    """Return the decisions as read-only facts."""
    return Answered(
        page="consents",
        title="Wat wij mogen delen",
        facts=sharing_facts(step),
        note=note or "Typ 'toestemming' om dit te wijzigen.",
    )


async def change_consent(step: Step, data: Mapping[str, object], state: State) -> None:
    """Give or withdraw one consent with one tap; withdrawing the first one erases, so that is asked once more."""
    name = data.get("purpose")
    if name not in list(Purpose):
        step.say("Deze knop werkt niet meer. Typ 'toestemming'.")
        return
    purpose = Purpose(str(name))
    if purpose is Purpose.KEEP and state is State.WITHDRAWN:
        ask_to_erase(step)
        return
    if purpose is Purpose.KEEP and not step.lapsed:
        step.say("U gaf hier al toestemming voor.")
        return
    before = decisions(step.place.kept, step.consents()).get(purpose)
    if differs(step, purpose, state):
        step.decide(purpose, State.REFUSED if before is None and state is State.WITHDRAWN else state)
    step.place.asked = None if asked_purpose(step) is purpose and purpose in LATER else step.place.asked
    note = "Vanaf nu mag dit." if state is State.GIVEN else TAKEN_BACK if before is not None else NOT_GIVEN
    step.show(ReplaceCard(consent_overview(step, note, later=purpose in LATER)))


async def renew_consents(step: Step, purposes: str) -> None:
    """Give again with one tap what was announced to end: a new decision about the words of now, for each that is still a yes.

    What was taken back since stays so, however old the card is that is pressed.
    """
    before = decisions(step.place.kept, step.consents())
    asked = [purpose for purpose in Purpose if purpose in purposes.split()]
    again = [purpose for purpose in asked if ended_or_ending(purpose, before.get(purpose), step.known.now)]
    for purpose in again:
        step.decide(purpose, State.GIVEN)
    step.show(ReplaceCard(consent_overview(step, RENEWED if again else NOT_RENEWED)))


def ended_or_ending(purpose: Purpose, decision: Decision | None, now: datetime.datetime) -> bool:
    """Say whether a decision is a yes that ended or will soon."""
    given = decision is not None and decision.state is State.GIVEN
    return given and (has_ended(purpose, decision, now) or ends_soon(purpose, decision, now))
