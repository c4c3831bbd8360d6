"""Typed answers: read them, judge them, keep them, ask back what is not clear, and go on."""

from cards.formats import number
from cards.values import shown
from dialogs.consent.consents import asked_purpose
from dialogs.intake import flow
from dialogs.intake.judgement import judge, possible
from dialogs.intake.named_others import note_named
from dialogs.intake.other_vehicles import about_others
from dialogs.questions.asides import split_question
from dialogs.questions.forms import build_answered
from dialogs.questions.held_answers import hold, hold_readings, let_go_about, show_first, waiting
from dialogs.questions.meaning import Meant, Reader, asks_back
from dialogs.questions.prompts import UNKNOWN, choices_for
from dialogs.turn.place import Why
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.consent.consents import TEXTS
from domain.inbox.requests import RequestKind
from domain.intake.answers import Answer
from domain.intake.certainty import Certainty
from domain.intake.question import AnswerKind, Question
from domain.intake.questionnaire import PAGE_BY_KEY

MISSES_BEFORE_HELP = 3
MISSED = ("Dat begrijp ik niet.", "Ik kan dit nog niet als antwoord lezen.", "Dat lukt zo niet goed.")


async def answer_in_text(step: Step, question: Question, text: str) -> None:
    """Take a typed answer to the question that was asked."""
    if step.place.card is not None:
        step.place.typing = True  # they could have filled in the card, and chose to type
    said = text if question.kind in (AnswerKind.TEXT, AnswerKind.TERRAIN) else split_question(text)[0] or text
    others = about_others(question, said)
    no_answer = others or asks_back(question, said)
    meant = () if no_answer else possible(question, Reader(step.today, step.stores.terrains).read(question, said))
    if not meant:
        misunderstood(step, question, text, others)
        return
    let_go_about(step, question.name)
    if len(meant) > 1:
        hold_readings(step, question, text, meant)
    else:
        await settle(step, question, meant[0])


async def settle(step: Step, question: Question, meant: Meant) -> None:
    """Store what somebody means by a typed answer, or say why not; then go on."""
    judgement = judge(step.answers, {question: meant})
    if question.name in judgement.refused:
        step.place.asked = question.name
        step.say(judgement.refused[question.name], question.text, choices=choices_for(step, question))
        return
    answer = judgement.accepted[question.name]
    if question.name in judgement.doubtful:
        hold_unlikely(step, question, answer, judgement.doubtful[question.name])
        return
    await keep(step, question, answer)


async def keep(step: Step, question: Question, answer: Answer) -> None:
    """Record an answer, close its card when that is full, and go on with what it leads to."""
    step.record(question.name, answer)
    step.place.misses = 0
    await note_unknown_terrain(step, question, answer)
    await note_named(step, question, answer)
    close_full_card(step, question.page)
    await flow.go_on(step, lead=echo(question, answer))


def echo(question: Question, answer: Answer) -> str:
    """Say what was noted, so that a misreading shows at once."""
    if answer.certainty is Certainty.SKIPPED:
        return "Overgeslagen."
    if answer.certainty is Certainty.UNKNOWN:
        return "Geen probleem. Wij noteren 'weet ik niet'."
    if isinstance(answer.value, dict) and "typed" in answer.value:
        return f"Genoteerd: {ended(answer.value['typed'])} Wij kennen dit terrein nog niet. Het projectteam zoekt het uit."
    about = ", als schatting" if answer.certainty is Certainty.ESTIMATE else ""
    value = shown(question, answer)
    if question.kind is AnswerKind.TEXT and len(value) > 60:
        return "Genoteerd."
    return f"Genoteerd{about}: {ended(value)}"


def ended(text: str) -> str:
    """Return a text as the end of a sentence."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def misunderstood(step: Step, question: Question, text: str, lead: str) -> None:
    """Say what would be right, never twice in the same words; the third time in a row, offer to be called back."""
    step.place.asked = question.name
    step.place.misses += 1
    lead = lead or MISSED[(step.place.misses - 1) % len(MISSED)]
    pointer = "Heeft u een vraag? Typ dan 'vraag' met uw vraag erachter." if text.rstrip().endswith("?") else ""
    if waiting(step) is not None:
        step.say(f"{lead} Kies hieronder, of geef een ander antwoord.", pointer)
        show_first(step)
    elif step.place.misses < MISSES_BEFORE_HELP:
        step.say(lead, question.ask.wrong, pointer, choices=choices_for(step, question))
    else:  # and no question with it, for a yes to that would be one more answer that is not understood
        help_out = "Of typ 'weet ik niet'. Liever bellen? Typ dan 'bel mij'."
        step.say(f"{lead} {question.ask.wrong}", help_out, pointer, choices=("Bel mij", UNKNOWN))


def hold_unlikely(step: Step, question: Question, answer: Answer, reason: str) -> None:
    """Ask back an answer that is hard to believe."""
    hold(step, Why.UNLIKELY, question, doubt_sentence(question, answer, reason), doubt_choices(answer))


def doubt_sentence(question: Question, answer: Answer, reason: str) -> str:
    """Say what is hard to believe, and why."""
    return f"{question.label}: {shown(question, answer)}. {reason} Klopt dit?"


def doubt_choices(answer: Answer) -> tuple[Meant, ...]:
    """Return the two ways out of a doubt."""
    return (
        Meant(answer.value, answer.certainty, "Ja, dat klopt"),
        Meant(None, Certainty.SURE, "Nee, ik pas het aan"),
    )


def close_full_card(step: Step, page_key: str) -> None:
    """Make the open card of a page read-only once its last question was answered by typing."""
    if step.place.card is None or step.place.card_page != page_key or step.way.open_on(page_key):
        return
    step.show(ReplaceCard(build_answered(step, PAGE_BY_KEY[page_key]), of=step.place.card))
    step.place.card = None


async def note_unknown_terrain(step: Step, question: Question, answer: Answer) -> None:
    """Tell the team about a terrain that is not in the register."""
    if question.kind is AnswerKind.TERRAIN and isinstance(answer.value, dict) and "typed" in answer.value:
        await step.stores.requests.keep(RequestKind.TERRAIN, answer.value["typed"])


def too_long(longest: int) -> str:
    """Say that a text is longer than what is kept of it; nothing of it is."""
    return f"Dat is te lang. Houd het bij {number(longest)} tekens."


def reminder(step: Step) -> str:
    """Return the question that is still waiting, for replies to something else."""
    purpose = asked_purpose(step)
    asked = step.asked.text if step.asked else TEXTS[purpose].question if purpose else ""
    return f"De vraag was: {asked}" if asked else ""
