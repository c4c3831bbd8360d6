"""Going back to what was answered: one question back, everything at once, or one answer to change."""

from collections.abc import Mapping

from rapidfuzz import fuzz

from dialogs.consent.consents import ask_to_keep, consents_are_done, show_consent_form
from dialogs.consent.decisions import decision_before
from dialogs.consent.welcome import show_welcome
from dialogs.intake import flow
from dialogs.intake.depth import ask_depth
from dialogs.intake.filled_pages import change_one
from dialogs.intake.summary import change_choices, show_summary, summary
from dialogs.questions.held_answers import let_go, waiting
from dialogs.questions.prompts import ask_in_text, ask_with_card
from dialogs.turn.place import Phase
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.intake.question import Question
from domain.intake.questionnaire import QUESTIONS

FIRST = "Verder terug kan niet."
ALIKE, WITHIN = 70.0, 88.0  # how alike, of 100, a subject must be to a title, and to a part of it


async def go_back(step: Step, _: str) -> None:
    """Return to what was asked before this, with what was answered."""
    held = waiting(step)
    if not step.may_keep():
        ask_to_keep(step, FIRST)
    elif held is not None:
        let_go(step, held)
        question = QUESTIONS.get(held.question)
        ask_in_text(step, question) if question else await flow.go_on(step)
    elif step.place.phase in (Phase.NEW, Phase.DEPTH, Phase.JOIN):
        ask_depth(step, "Goed." if step.place.phase is Phase.JOIN else FIRST)
    elif step.place.phase is Phase.DONE:
        await look_back(step, "")
    elif step.place.phase is Phase.SUMMARY and not step.place.typing:
        show_consent_form(step)
    elif not decision_before(step):
        await ask_before(step)


async def ask_before(step: Step) -> None:
    """Ask the question before this one: alone for whoever types, with the others of its page for whoever fills in cards."""
    asked = step.asked if step.place.phase is Phase.QUESTIONS else None
    earlier = question_before(step, asked)
    if asked is not None and asked not in step.way.asked():
        await flow.go_on(step)
    elif earlier is None and asked is not None:
        step.say(f"{FIRST} Dit is de eerste vraag.", asked.text)
    elif earlier is not None:
        step.place.phase = Phase.QUESTIONS
        if step.place.typing:
            ask_in_text(step, earlier)
        else:
            ask_with_card(step, step.way.questions_on(earlier.page))


def question_before(step: Step, asked: Question | None) -> Question | None:
    """Return the question to go back to: the one before for whoever types, the page before for whoever fills in cards."""
    if step.place.typing or asked is None:
        return step.way.before(asked.name if asked else "")
    page = step.way.page_before(asked.page)
    return step.way.questions_on(page.key)[0] if page else None


async def look_back(step: Step, lead: str) -> None:
    """Show everything that was answered."""
    if not step.may_keep():
        show_welcome(step)
        return
    if not step.answers:
        step.say("U heeft nog niets ingevuld.", "Typ 'verder' om te beginnen.", choices=("Verder",))
        return
    if step.way.is_complete() and consents_are_done(step):
        show_summary(step, lead)
    else:
        step.show(ShowCard(summary(step), text=lead))  # a look aside: what was asked still waits


async def overview(step: Step, _: str) -> None:
    """Show everything that was answered."""
    await look_back(step, "")


async def change(step: Step, argument: str) -> None:
    """Change one earlier answer; without a subject, or with one that is not there, show them all."""
    if not step.may_keep():
        show_welcome(step)
        return
    titles = {choice.value: choice.title for choice in change_choices(step)}
    name = find_subject(argument, titles) if argument else None
    if name is None or not change_one(step, name):
        await look_back(step, "Dat antwoord vind ik niet. Kies het in de lijst." if argument else "")


def find_subject(argument: str, titles: Mapping[str, str]) -> str | None:
    """Return the name of the answered question that somebody means, None when nothing is like it."""
    scores = {name: likeness(argument.casefold(), title.casefold(), QUESTIONS[name]) for name, title in titles.items()}
    best = max(scores, key=lambda name: scores[name], default=None)
    return best if best is not None and scores[best][0] > 0 else None


def likeness(meant: str, title: str, question: Question) -> tuple[float, float]:
    """Return how well a title fits, and how close its own words are; 0 when it does not. "kvk" and "email" are parts too."""
    by_words = fuzz.token_set_ratio(meant, f"{title} {question.ask.unit}".replace("-", " "))
    by_part = fuzz.partial_ratio(meant.replace("-", ""), title.replace("-", "")) if len(meant) > 3 else 0.0
    fits = max(by_words if by_words >= ALIKE else 0.0, by_part if by_part >= WITHIN else 0.0)
    return fits, fuzz.ratio(meant, question.label.casefold())
