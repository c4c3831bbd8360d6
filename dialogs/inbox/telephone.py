"""To be called: the number is asked once, checked, shown back, and kept with the request only after a yes."""

from dialogs.consent.consents import ask_to_keep
from dialogs.dutch.typed import listed, tidy, words
from dialogs.lookup.telephone_numbers import beside_number, is_broken_off, read_telephone
from dialogs.questions.held_answers import hold
from dialogs.questions.meaning import Meant
from dialogs.turn.events import Said
from dialogs.turn.place import Why
from dialogs.turn.step import Step

WHICH = "Op welk nummer kunnen wij u bellen? Typ het hier. U ziet het eerst terug."
BROKEN = "Dit nummer is niet heel. Een Nederlands nummer heeft 10 cijfers. Wilt u het nog eens typen?"
NOT_YET = "Wij bellen u graag. Op welk nummer? Dat vraag ik na uw ja, want nu mag ik nog niets bewaren."
SHOWN = "{number}. Klopt dit nummer? Het projectteam ziet het en belt u daarop."
# What is said around a number, or in asking to be called, and tells nothing more.
BARE = frozenset(
    listed("""
        mijn, m'n, mn, ons, nummer, nr, telefoonnummer, telefoon, tel, mobiel, mobiele, is, dat, dit, het, bel, bellen, mij, me,
        maar, gewoon, even, op, terug, graag, ja, aub, svp, hoor, liever, dan, u, je, kunt, kan, mag, bereikbaar, te, ben, ik,
        dank, alsjeblieft, alstublieft, eens, zo, via, oke, ok, prima, een, belletje
    """)
)


def says_no_more(text: str) -> bool:
    """Say whether words ask for nothing beyond a call."""
    said = words(tidy(text))
    return bool(said or not text.strip()) and BARE.issuperset(said.split())  # of a long text nothing is left to look at


def typed_number(step: Step, text: str) -> str | None:
    """Return the number in these words, or in the whole sentence that somebody typed."""
    said = step.event.text if isinstance(step.event, Said) else ""
    return read_telephone(text) or read_telephone(said)


def offer_number(step: Step, number: str, wish: str = "") -> None:
    """Show a number back; the request is kept after a yes."""
    kept = wish if read_telephone(wish) else f"{wish} op {number}".strip()
    hold(step, Why.CALL, None, SHOWN.format(number=number), (
        Meant(kept, label="Ja, bel mij daarop"), Meant(None, label="Nee, dit klopt niet"),
    ))  # fmt: skip


def hear_number(step: Step, text: str) -> bool:
    """Take a sentence that is a telephone number; False for anything else."""
    if step.in_office or step.official or not says_no_more(beside_number(text)):
        return False
    number = read_telephone(text)
    if number is None:
        return False
    if step.may_keep():
        offer_number(step, number)
    else:
        ask_for_number_later(step)
    return True


def ask_for_number_later(step: Step) -> None:
    """Ask the first consent: before it no number is kept."""
    step.place.told = True
    ask_to_keep(step, NOT_YET)


def misses_digits(step: Step, text: str) -> bool:
    """Say that a number is not whole; False when there is none that is not."""
    if not is_broken_off(text):
        return False
    step.say(BROKEN)
    return True
