"""What if: the outlook with other numbers than were answered. Nothing of it is kept."""

import re
from dataclasses import replace

from cards.formats import small
from cards.values import shown
from cards.views.demand import outlook_words as words
from dialogs.consent.welcome import show_welcome
from dialogs.demand.comparison import compared_card
from dialogs.demand.turning import OutlookTurn, Supposed
from dialogs.dutch.numerals import in_digits
from dialogs.questions.meaning import Meant, Reader
from dialogs.questions.several import read_several
from dialogs.turn.place import Phase
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.intake.acceptance import NotAccepted, accept
from domain.intake.answers import Answer
from domain.intake.certainty import Certainty
from domain.intake.question import Question
from domain.intake.questionnaire import QUESTIONS
from domain.intake.vehicles import VehicleClass

WE = r"(?:ik|we|wij|alle|alles|al|de|die|er|je|u|mijn|onze|ons|het)"
OPENINGS = (
    r"(?:wat|en|maar|nou|hoe) als\b|stel(?: je voor| u voor| nou| nu| eens)?(?: dat)?\b|veronderstel(?: dat)?\b"
    r"|ga er (?:eens )?van uit dat\b|doe (?:eens |maar )?alsof\b"
    r"|(?:wat gebeurt er|wat er gebeurt|wat doet het|wat betekent het|scheelt het(?: iets| veel)?|maakt het (?:iets |nog )?uit"
    r"|helpt het(?: iets)?|past het(?: nog)?|red ik het|redden we het|kan het(?: nog)?|gaat het(?: passen)?)"
    r" (?:als|wanneer|met)\b|hoe (?:ziet|zit|wordt|staat)\b[^,.?!]{0,50}\b(?:als|wanneer|met)\b"
    r"|(?:reken|bereken)(?: (?:dit|dat|het|eens|es|maar|even|me|mij|ons)){0,3} (?:uit|door|na)(?=[,:])"
    r"|(?:reken|bereken)\b[^,.?!]{0,30}\b(?:(?:door|uit|na|voor|eens) (?:met|voor|als|dat|wat|van)|met|wat)\b"
)
# What surely supposes, whatever was asked; and what does when nothing was.
SUPPOSES = re.compile(rf"(?:^|[,.;!?\n] ?|\b(?:en|maar|nou|ok|oke|hoi|hallo),? )(?:{OPENINGS})", re.IGNORECASE)
MAY_SUPPOSE = re.compile(rf"(?:^|[,.;!?\n] ?|\b)(?:als|wanneer) (?:nou |nu )?{WE}\b", re.IGNORECASE)
WONDERS = re.compile(
    r"\?|\b(?:past|passen|lukt|lukken|red|redden|haal|halen|genoeg|scheelt|kan|kunnen|gaat|krijgen|wat|hoeveel)"
    r" (?:het|dat|dit|ik|we|wij|dan)\b"
    r"|\bdan (?:nog )?(?:past|passen|lukt|lukken|genoeg|uit)\b",
    re.IGNORECASE,
)
ELSE = re.compile(r"\b(?:subsidie\w*|kosten|kost|duur|euro|geld|boete\w*|straf\w*|milieuzone|zone|wie|bel|belt)\b", re.IGNORECASE)
ASIDE = re.compile(r"\b(?:in plaats van|i\.?p\.?v\.?|ipv)\b[^,.;?!]*", re.IGNORECASE)
BESIDE = re.compile(  # what is asked about it, behind it
    r"[,;?!]\s*(?:en )?(?:wat|hoe|hoeveel|hoelang|gaat|past|kan|kunnen|lukt|red|redden|haal|halen|heb|hebben|is|zijn|scheelt|moet"
    r"|moeten|komen|kom|krijg)\b",
    re.IGNORECASE,
)
ON_POWER = re.compile(r"\b(?:op|met) (?:een )?(?:stroom|accu|batterij|stekker)\b(?! van)|\baan de stekker\b", re.IGNORECASE)
TO_COME = re.compile(
    r"\b(?:straks|later|gaan|willen|wil|zouden|zou|worden|wordt|kopen|aanschaffen|was|waren|had|hadden)\b", re.IGNORECASE
)
BESIDE_NOW = re.compile(r"\b(?:erbij|bijkomen|bij komen|bijkopen|extra|meer|minder|dubbel|helft)\b", re.IGNORECASE)
FEWER = re.compile(
    r"\bminder (?:elektrische )?(?:voertuigen|trucks|trekkers|bussen|busjes|auto'?s|(?:vracht|bestel|bak)?wagens)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:(?:in|vanaf|tegen|eind|rond|voor) )?(20[2-5]\d)\b(?! ?(?:kw|km|%))", re.IGNORECASE)
LONGEST = 300  # characters
MIDDLE = 2032  # what lies nearer to 2030 than to 2035
ELECTRIC = ("total", "electric_now")
COUNTING = frozenset({*VehicleClass, "connection", "grid", "model"})
COUNTING_TOO = ("own.cars", "own.battery_kwh")
NOTHING_KEPT = "Dit is alleen een berekening. Wij bewaren er niets van."
HOW = "Noem een getal dat anders wordt. Typ bijvoorbeeld: wat als we maar 2 trekkers doen?"
NOT_COUNTED = "Let op: {label} telt in deze berekening niet mee."


def supposes(text: str, *, free: bool = True) -> bool:
    """Say whether a sentence asks what would be if something were different; `free` when nothing else was asked."""
    if surely_supposes(text):
        return True
    supposing = len(text) <= LONGEST and ELSE.search(text) is None and MAY_SUPPOSE.search(text) is not None
    return supposing and (free or WONDERS.search(text) is not None)


def surely_supposes(text: str) -> bool:
    """Say whether a sentence can be nothing else."""
    return len(text) <= LONGEST and SUPPOSES.search(text) is not None and ELSE.search(text) is None


async def what_if(step: Step, text: str) -> None:
    """Show the outlook with the numbers of a sentence, or say how to ask for it."""
    if not step.may_keep():
        show_welcome(step)
    else:
        if not await suppose(step, text):
            step.say(HOW, choices=("Mijn laadvraag",))
        if step.asked is not None and step.place.phase is Phase.QUESTIONS:
            step.say(f"De vraag was: {step.asked.text}")


async def suppose(step: Step, text: str) -> bool:
    """Show the outlook with what a sentence supposes laid over the answers; False when it names nothing that counts in it."""
    if not step.may_keep() or step.in_office:
        return False
    supposed = read_supposed(step, text)
    if not supposed:
        return await suppose_fewer(step, text)
    step.show(ShowCard(await compared_card(step, supposed=supposing(step, text, supposed))))
    return True


async def suppose_fewer(step: Step, text: str) -> bool:
    """Show the outlook with fewer vehicles, for whoever names no number of them; False when a sentence is about anything else."""
    if FEWER.search(text) is None or counts_something(text):
        return False
    step.show(ShowCard(await compared_card(step, frozenset({OutlookTurn.FEWER}))))
    return True


def supposed_in(step: Step, text: str) -> Supposed | None:
    """Return what a button carries of what was supposed; None when it carries nothing that counts."""
    supposed = read_supposed(step, text) if 0 < len(text) <= LONGEST else {}
    return supposing(step, text, supposed) if supposed else None


def supposing(step: Step, text: str, supposed: dict[Question, Answer]) -> Supposed:
    """Return what was supposed as it is reckoned with and said."""
    other = replace(step, given={**step.given, **{question.name: answer for question, answer in supposed.items()}})
    told = "; ".join(
        f"{small(words.question_label(question.name))}: {shown(question, answer)}" for question, answer in supposed.items()
    )
    aside = [one for one in supposed if one.name.split(".")[0] not in COUNTING and one.name not in COUNTING_TOO]
    lines = (NOTHING_KEPT, *(NOT_COUNTED.format(label=small(one.label)) for one in aside))
    return Supposed(text, other, lines, f"Wat als: {told}")


def read_supposed(step: Step, text: str) -> dict[Question, Answer]:
    """Return what a sentence supposes: vehicles are taken for electric ones, in 2030 when no year is said.

    "2 trekkers erbij" says no number of the whole, so nothing is made of it.
    """
    years = {int(year[1]) for year in YEAR.finditer(text)}
    if BESIDE_NOW.search(text) is not None or len(years) > 1:
        return {}
    year = 2035 if years and min(years) > MIDDLE else 2030
    present = [one for one in VehicleClass if step.answers.number(f"{one}.total")]
    asked = tuple(question for question in QUESTIONS.values() if question.ask.asked)
    found: dict[Question, Answer] = {}
    for one in read_several(as_statement(text), asked, None, Reader(step.today, step.stores.terrains), present):
        question = supposed_about(one.question, year)
        answer = answer_of(question, one.meant)
        if answer is not None and bears_on_outlook(question):
            found[question] = answer
    return found


def supposes_nothing(text: str) -> bool:
    """Say whether a text that opens as supposing does is about money or rules, and names no number: it is a question."""
    return SUPPOSES.match(text) is not None and ELSE.search(text) is not None and not counts_something(text)


def counts_something(text: str) -> bool:
    """Say whether a sentence has a number in it that is no year."""
    return any(one.isdecimal() for one in YEAR.sub(" ", in_digits(text.casefold())))


def as_statement(text: str) -> str:
    """Return what is supposed as if it were so: without the asking around it, and without when it would be."""
    opening = SUPPOSES.search(text) or MAY_SUPPOSE.search(text)
    said = text
    if opening is not None:
        before, said = text[: opening.start()], text[opening.end() :]
        said = said if counts_something(said) or not counts_something(before) else before  # "..., reken dat eens door voor ons"
    beside = BESIDE.search(said)
    said = ASIDE.sub(" ", said[: beside.start()] if beside is not None else said).replace("?", " ")
    said = TO_COME.sub(" ", YEAR.sub(" ", ON_POWER.sub("elektrisch", said)))
    return " ".join(said.split())


def supposed_about(question: Question, year: int) -> Question:
    """Return the question that is meant: of a number of vehicles how many will be electric."""
    prefix, _, about = question.name.partition(".")
    return QUESTIONS[f"{prefix}.electric_{year}"] if about in ELECTRIC else question


def answer_of(question: Question, meant: Meant) -> Answer | None:
    """Return what was said as an answer; None when it cannot be one."""
    try:
        return None if meant.value is None else Answer(accept(question, meant.value), Certainty.ESTIMATE)
    except NotAccepted:
        return None


def bears_on_outlook(question: Question) -> bool:
    """Say whether a question counts in the outlook at all."""
    return question.name.split(".")[0] in {*VehicleClass, "connection", "grid", "own", "site"}
