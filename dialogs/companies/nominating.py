"""`aandragen`: another company that should take part too, named by a company itself; and by the team for one."""

import re

from cards.formats import listing
from dialogs.companies.nominated import NAMED_BY, decide_in_words, keep_for, names_of_another, show_waiting
from dialogs.consent.consents import ask_to_keep
from dialogs.intake import flow
from dialogs.intake.named_others import TOLD, new_names, offer_names, own_terrain
from dialogs.intake.typed_answers import reminder
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.place import HeldAnswer, Phase
from dialogs.turn.refusals import NO_NAMES_HERE
from dialogs.turn.step import Step
from domain.companies.nominations import read_names

# The same for every company that is named: nobody learns whether we know it, or what it told us.
KEPT = "Dank u wel. Het projectteam kijkt of het dit vraagt. U ziet het terug bij 'mijn gegevens'."
WHOM = "Welk bedrijf moet volgens u ook meedoen? Typ bijvoorbeeld: aandragen Bakkerij Smit."
NO_NAME = "Ik lees nog geen naam. Welk bedrijf bedoelt u? Typ bijvoorbeeld: aandragen Bakkerij Smit."
NO_TERRAIN = ("Ik weet nog niet op welk terrein uw bedrijf zit. Dat wil ik eerst weten.", "Typ daarna 'aandragen' met de naam.")
# "jullie moeten bakkerij Smit ook vragen", "mijn buurman Jansen moet ook meedoen".
TOLD_US = (
    re.compile(
        r"(?:jullie|u|jij|je) (?:moeten?|kunt|kunnen|kan|zou|zouden) (?P<names>.{2,120}?)(?: (?:ook|eens|nog|even|toch)){1,4}"
        r" (?:moeten )?(?:vragen|uitnodigen|benaderen|bellen|betrekken)", re.IGNORECASE,
    ),
    re.compile(
        r"(?P<names>.{2,120}?) (?:moet|moeten|mag|mogen)(?: (?:volgens mij|ook|eigenlijk|zeker|echt|toch)){1,4} mee ?doen",
        re.IGNORECASE,
    ),
)  # fmt: skip
AGAIN = "Goed. Ik bewaar deze namen niet. Typ bijvoorbeeld: aandragen Bakkerij Smit."


async def nominate(step: Step, text: str) -> None:
    """Take the companies that somebody names."""
    if step.in_office:
        await nominate_for(step, text)
    elif not step.may_keep():
        ask_to_keep(step, "Goed. Wij willen u eerst iets vragen.")
    elif not own_terrain(step):
        await flow.go_on(step, "\n\n".join(NO_TERRAIN))
    elif not text:
        await show_own(step)
    elif not await offer_names(step, text) and not step.replies:
        step.say(NO_NAME if not read_names(text).names else KEPT, reminder(step))


async def nominate_for(step: Step, text: str) -> None:
    """Take what the team heard from a company, or decided; else show what companies named."""
    if not step.may_name:
        step.say(NO_NAMES_HERE)
    elif not (await decide_in_words(step, text) or await keep_for(step, text) or await names_of_another(step, text, NOMINATE)):
        await show_waiting(step, text, NOMINATE)


async def hear_nomination(step: Step, text: str) -> bool:
    """Take a sentence that surely names another company; False for anything else, and where any text is the answer."""
    said = text.strip(" .!")
    if step.in_office:
        return step.may_name and NAMED_BY.fullmatch(said) is not None and await names_of_another(step, said, NOMINATE, sure=True)
    names = next((found["names"] for one in TOLD_US if (found := one.fullmatch(said))), "")
    free = step.may_keep() and (step.asked is None or not step.asked.takes_anything)
    if not free or len(read_names(names).names) == 0:
        return False
    await nominate(step, names)
    return True


async def show_own(step: Step) -> None:
    """Show whom this company named, and ask for more."""
    named = [one.said for one in await step.stores.nominations.of(step.known.intake.id)]
    step.say(f"U noemde al: {listing(named)}." if named else "", WHOM, reminder(step))


async def settle_nomination(step: Step, held: HeldAnswer, choice: object) -> None:
    """Keep the companies that were shown, after a yes; the same is said whatever we know of them."""
    names, _ = await new_names(step, held.said)
    if choice is not None:
        await step.stores.nominations.keep(step.known.intake.id, own_terrain(step), names, may_tell=choice == TOLD)
    lead = AGAIN if choice is None else KEPT
    if step.place.phase is Phase.QUESTIONS:
        await flow.go_on(step, lead)
    else:
        step.say(lead, reminder(step))


def hear_names(step: Step, sentence: str) -> str:
    """Return a sentence that names a company, as it follows the command; nothing of one that names none."""
    return sentence if step.in_office or read_names(sentence).names else ""


NOMINATE = Command(
    ("aandragen", "draag aan"), "een ander bedrijf noemen dat ook moet meedoen", nominate, Users.COMPANY | Users.TEAM,
    Takes.MAYBE, argument="[bedrijf]", example="aandragen Bakkerij Smit", hears=hear_names, group="Bedrijven",
)  # fmt: skip
