"""Putting the next question before somebody: as a card to fill in, or as a line of text for whoever types."""

from cards.values import shown
from dialogs.questions.forms import FormLines, build_form
from dialogs.turn.place import Phase
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.intake.certainty import Certainty
from domain.intake.question import AnswerKind, Question
from domain.intake.questionnaire import PAGE_BY_KEY

UNKNOWN = "Weet ik niet"
SKIP = "Overslaan"
MOST_TAPS = 6  # as many as Teams shows
HINT = "Liever typen? Begin dan met:"


def progress_line(step: Step, chapter_number: int) -> str:
    """Say where one is and how long the rest takes."""
    progress = step.way.progress(chapter_number)
    minutes = "1 minuut" if progress.minutes == 1 else f"{progress.minutes} minuten"
    return f"Stap {progress.step} van {progress.steps}, nog ongeveer {minutes}"


def choices_for(step: Step, question: Question) -> tuple[str, ...]:
    """Return the answers one can tap; Teams shows six at most, so of long lists the first ones, and all are in the text."""
    own: tuple[str, ...] = ()
    if question.kind is AnswerKind.YES_NO:
        own = ("Ja", "Nee")
    elif question.options:
        own = tuple(option.label for option in question.options)[: MOST_TAPS - 1]
    elif question.default is not None:
        own = ("Gemiddelde",)
    rest = (UNKNOWN,) if question.is_core(step.answers) else (UNKNOWN, SKIP)
    return (*own, *rest)[:MOST_TAPS]


def wording(step: Step, question: Question) -> str:
    """Return the question as text: what is asked, why, what one can choose, and what was answered before."""
    parts = [question.text, question.ask.why]
    if question.kind in (AnswerKind.CHOICE, AnswerKind.CHOICES):
        parts.append("\n".join(f"{place}. {option.label}" for place, option in enumerate(question.options, 1)))
        several = question.kind is AnswerKind.CHOICES
        parts.append("Kies er één. Of typ de nummers, bijvoorbeeld: 1 en 2." if several else "")
    if question.default is not None:
        unit = f" {question.ask.unit}" if question.ask.unit else ""
        parts.append(f"Het gemiddelde is {question.default.value}{unit} ({question.default.source}).")
    before = step.answers.get(question.name)
    if before is not None and before.certainty is not Certainty.SKIPPED:
        parts.append(f"Uw antwoord is nu: {shown(question, before)}")
    return "\n\n".join(part for part in parts if part)


def ask_in_text(step: Step, question: Question, lead: str = "", *, progress: bool = False) -> None:
    step.place.asked = question.name
    line = f"{progress_line(step, question.chapter.number)}." if progress else ""
    step.say(lead, line, wording(step, question), choices=choices_for(step, question))


def ask_with_card(step: Step, questions: tuple[Question, ...], lead: str = "", message: str = "") -> None:
    """Show the card for these questions of one page; typing answers the first open one."""
    page = PAGE_BY_KEY[questions[0].page]
    first = next((question for question in questions if question.name not in step.answers), questions[0])
    step.place.asked, step.place.card, step.place.card_page = first.name, step.known.turn, page.key
    lines = FormLines(progress_line(step, page.chapter.number), message, f"{HINT} {first.text}")
    card = build_form(step, page, questions, lines)
    step.show(ShowCard(card, text=lead, remember=True))


def ask(step: Step, question: Question, lead: str = "") -> None:
    """Ask a question the way this person answers: typed, or on its card with the others of its page."""
    asked_before = step.asked
    step.place.phase = Phase.QUESTIONS
    same_page = step.place.card_page == question.page
    if step.place.typing:
        new_page = asked_before is None or asked_before.page != question.page
        ask_in_text(step, question, lead, progress=new_page)
        return
    still_open = step.way.open_on(question.page)
    if same_page and len(still_open) == 1:
        ask_in_text(step, question, lead)
    elif same_page and still_open:
        ask_with_card(step, still_open, lead)
    else:
        ask_with_card(step, step.way.questions_on(question.page), lead)
