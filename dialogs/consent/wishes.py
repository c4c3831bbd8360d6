"""A consent in words: "ik wil niet meer dat de gemeente het ziet". Whatever it is, it is asked once before it is done."""

from collections.abc import Sequence

from cards.formats import day_of, listing, small
from dialogs.consent.consents import asked_purpose, decisions, show_consents, terms_of
from dialogs.consent.decisions import TAKEN_BACK, differs
from dialogs.consent.erasure import ask_to_erase
from dialogs.consent.wish_words import read_consent_wish
from dialogs.questions.held_answers import hold
from dialogs.questions.meaning import Meant
from dialogs.turn.place import HeldChoice, Why
from dialogs.turn.step import Step
from domain.consent.consents import BESIDE_KEEP, LATER, TEXTS, Purpose, State, is_allowed

NOTHING_TO_STOP = "U deelt nu niets met anderen. Alleen het projectteam ziet uw antwoorden."
TEAM_STILL = "Het projectteam ziet uw antwoorden dan nog wel. Wilt u dat ook niet? Typ 'verwijder mijn gegevens'."
KEPT_AS_IT_WAS = "Goed. Er is niets veranderd."
WITHDRAW, GIVE, LOOK = "withdraw", "give", "look"


async def hear_consent_wish(step: Step, text: str) -> bool:
    """Take a wish about who may see or do what; False when the words are about something else, or answer what was asked."""
    wish = read_consent_wish(text)
    if wish is None or step.in_office or not (step.may_keep() or step.lapsed):
        return False
    if wish.erase:
        ask_to_erase(step)
    elif step.lapsed:
        show_consents(step)
    elif asked_purpose(step) in wish.purposes and len(wish.purposes) == 1:
        return False  # an answer to that very question
    elif Purpose.KEEP in wish.purposes and len(wish.purposes) == 1:
        tell_of_team(step, give=wish.give)
    elif wish.give:
        ask_to_give(step, wish.purposes)
    else:
        ask_to_withdraw(step, wish.purposes)
    return True


def tell_of_team(step: Step, *, give: bool) -> None:
    """Say that whoever keeps the answers sees them; who does not want that any more is asked whether all must go."""
    if give:
        step.say("Dat mag al: het projectteam ziet uw antwoorden.", choices=("Toestemming",))
    else:
        step.say("Het projectteam ziet alles wat wij bewaren. Wilt u dat niet meer? Dan wissen wij alles.")
        ask_to_erase(step)


def ask_to_withdraw(step: Step, purposes: Sequence[Purpose]) -> None:
    """Ask once whether what is given of these may not any more; say so when nothing is."""
    given = tuple(one for one in purposes if step.allows(one))
    titles = listing([small(TEXTS[one].title) for one in given])
    if not given and len(purposes) == 1:
        step.say(f"Dat mag nu al niet: {small(TEXTS[purposes[0]].title)}. U hoeft niets te doen.", choices=("Toestemming",))
    elif not given:
        step.say(NOTHING_TO_STOP, choices=("Toestemming",))
    else:
        team = TEAM_STILL if len(purposes) > 1 else ""
        yes = "Ja, trek alles in" if len(given) > 1 else "Ja, trek in"
        some = (Meant(LOOK, label="Kies per onderdeel"),) if len(given) > 1 else ()
        sentence = f"Dit mag nu: {titles}. Wilt u dat intrekken? {team}".strip()
        hold(step, Why.CONSENT, None, sentence, (
            Meant(f"{WITHDRAW} {' '.join(given)}", label=yes), Meant(None, label="Nee, laat het zo"), *some,
        ))  # fmt: skip


def ask_to_give(step: Step, purposes: Sequence[Purpose]) -> None:
    """Ask the question itself, in the very words that are kept as proof; of several, all are shown to choose from."""
    purpose = purposes[0]
    decided = decisions(step.place.kept, step.consents()).get(purpose)
    if len(purposes) > 1:
        show_consents(step, "Kies hieronder wat mag.")
    elif is_allowed(purpose, decided, step.known.now) and decided is not None:
        step.say(f"Dat mag al: {small(TEXTS[purpose].title)}. Dit geldt tot {day_of(decided.until)}.", choices=("Toestemming",))
    else:
        terms = ". ".join(terms_of(step, purpose))
        hold(step, Why.CONSENT, None, f"{TEXTS[purpose].question} {terms}.", (
            Meant(f"{GIVE} {purpose}", label="Ja, dat mag"), Meant(None, label="Nee, liever niet"),
        ))  # fmt: skip


def settle_consent_wish(step: Step, choice: HeldChoice) -> None:
    """Do what was asked about once, now that the answer is there."""
    do, _, names = str(choice.value or "").partition(" ")
    purposes = tuple(Purpose(one) for one in names.split() if one in BESIDE_KEEP)
    if do == LOOK:
        show_consents(step)
        return
    state = State.GIVEN if do == GIVE else State.WITHDRAWN
    changed = [one for one in purposes if differs(step, one, state)]
    for one in changed:
        step.decide(one, state)
    if asked_purpose(step) in LATER:
        step.place.asked = None
    if not changed:
        step.say(KEPT_AS_IT_WAS, choices=("Toestemming",))
    else:
        titles = listing([small(TEXTS[one].title) for one in changed])
        noted = f"Genoteerd: dit mag, {titles}." if do == GIVE else f"Genoteerd: dit mag niet meer, {titles}. {TAKEN_BACK}"
        step.say(noted, "Typ 'toestemming' om dit te wijzigen.", choices=("Toestemming", "Verder"))
