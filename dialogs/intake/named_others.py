"""Other companies that somebody names: shown back as they were read, and kept only after a yes that says who may hear it."""

from collections.abc import Sequence

from cards.formats import listing
from dialogs.questions.held_answers import hold, hold_for_later, new_held
from dialogs.questions.meaning import Meant
from dialogs.turn.place import Why
from dialogs.turn.step import Step
from domain.companies.companies import company_key
from domain.companies.nominations import MOST_NAMED, NamedOther, NamesRead, NotAName, read_names
from domain.intake.acceptance import clean_text
from domain.intake.answers import Answer
from domain.intake.question import Question

ASKED = "ideas.others"  # the question of the intake in which they are named
QUIET, TOLD = "quiet", "told"  # what is chosen: the company that was named may not hear who named it, or may
UNDERSTOOD = "Ik begreep: {names}. Klopt dat?"
MANY = "Ik begreep deze {count} namen. Klopt dat?"
IN_A_SENTENCE = 4  # names
MAY_TELL = "Het projectteam kan dit bedrijf dan vragen om mee te doen. Mag het zeggen dat u het noemde?"
MAY_TELL_ALL = "Het projectteam kan deze bedrijven dan vragen om mee te doen. Mag het zeggen dat u hen noemde?"
CHOICES = (
    Meant(QUIET, label="Ja, maar noem mij niet"),
    Meant(TOLD, label="Ja, en noem mij"),
    Meant(None, label="Nee, dit klopt niet"),
)
REFUSED = {
    NotAName.ADDRESS: "Een link of mailadres neem ik niet over. Typ alleen de naam van het bedrijf.",
    NotAName.NUMBER: "Een telefoonnummer of ander nummer neem ik niet over. Typ alleen de naam van het bedrijf.",
    NotAName.LONG: "Dit is te lang voor een naam. Typ alleen de naam van het bedrijf.",
}
FULL = f"U kunt {MOST_NAMED} bedrijven noemen. Meer kan ik er niet bewaren."
LONGEST_SAID = 1000  # characters that wait for a yes


async def new_names(step: Step, text: str) -> tuple[Sequence[NamedOther], Sequence[str]]:
    """Return the companies in a text that this one did not name before, and what is to be said about the rest of it."""
    read, before = read_names(text[:LONGEST_SAID]), await step.stores.nominations.of(step.known.intake.id)
    known = {company_key(one.said) for one in before} | {company_key(str(step.answers.known("company.name") or ""))}
    fresh = [one for one in read.names if one.key not in known]
    room = max(0, MOST_NAMED - len(before))
    return fresh[:room], (*refusals(read), *((FULL,) if len(fresh) > room else ()))


def refusals(read: NamesRead) -> Sequence[str]:
    """Return why parts of a text are no names."""
    return tuple(REFUSED[one] for one in read.refused)


async def offer_names(step: Step, text: str) -> bool:
    """Show the companies back that a text names; False when it names none that is new, and what there is to say was said."""
    names, also = await new_names(step, text)
    if names:
        hold(step, Why.NOMINATE, None, asked_back(names, also), CHOICES, clean_text(text)[:LONGEST_SAID])
    elif also:
        step.say(*also)
    return bool(names)


async def note_named(step: Step, question: Question, answer: Answer) -> None:
    """Show the companies back that an answer of the intake names, before the next question is asked."""
    fresh = question.name == ASKED and question.name in step.given
    if not fresh or not isinstance(answer.value, str) or not own_terrain(step):
        return
    names, also = await new_names(step, answer.value)
    if names:
        said = clean_text(answer.value)[:LONGEST_SAID]
        hold_for_later(step, new_held(Why.NOMINATE, None, asked_back(names, also), CHOICES, said))
    elif also:
        step.say(*also)


def asked_back(names: Sequence[NamedOther], also: Sequence[str] = ()) -> str:
    """Return what was read, and what is asked about it."""
    said, may_tell = [one.name for one in names], MAY_TELL if len(names) == 1 else MAY_TELL_ALL
    if len(said) <= IN_A_SENTENCE:
        return "\n".join((*also, UNDERSTOOD.format(names=listing(said)), may_tell))
    lines = (", ".join(said[first : first + IN_A_SENTENCE]) for first in range(0, len(said), IN_A_SENTENCE))
    return "\n".join((*also, MANY.format(count=len(said)), *lines, may_tell))


def own_terrain(step: Step) -> str:
    """Return the id of the terrain that this company named as its own; empty where it is not known."""
    there = step.answers.known("company.terrain")
    return str(there.get("id", "")) if isinstance(there, dict) else ""
