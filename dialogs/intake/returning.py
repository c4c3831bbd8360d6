"""Coming back: greeted with where somebody was, and the open question stands there again."""

from cards.formats import plural
from dialogs.consent.consents import ask_consent, ask_to_keep, asked_purpose, show_consent_form
from dialogs.consent.welcome import show_welcome
from dialogs.intake import flow
from dialogs.intake.depth import ask_depth
from dialogs.questions.held_answers import show_first, waiting
from dialogs.questions.prompts import ask_in_text, ask_with_card, progress_line
from dialogs.turn.place import Phase
from dialogs.turn.step import Step

HELLO = "Welkom terug."
READY = "U bent klaar. U hoeft nu niets te doen."
LOOK = "Typ 'overzicht' om uw antwoorden te zien."


async def come_back(step: Step, _: str) -> None:
    """Say where somebody was, and ask again what was asked; whatever they were in the middle of is kept."""
    purpose = asked_purpose(step)
    if not step.may_keep() and step.place.welcomed:
        ask_to_keep(step, HELLO)
    elif not step.may_keep():
        show_welcome(step)
    elif waiting(step) is not None:
        step.say(HELLO, "U was hier gebleven.")
        show_first(step)
    elif purpose is not None and step.place.typing:
        ask_consent(step, purpose, HELLO)
    elif step.place.phase is Phase.CONSENTS:
        show_consent_form(step, HELLO)
    elif step.place.phase in (Phase.NEW, Phase.DEPTH, Phase.JOIN) and step.depth is None:
        ask_depth(step, HELLO)
    elif step.place.phase is Phase.DONE and step.way.is_complete():
        step.say(HELLO, READY, LOOK, choices=("Overzicht", "Help"))
    else:
        await ask_where_they_were(step)


async def ask_where_they_were(step: Step) -> None:
    """Ask the open question again, the way this person answers, with how far they are."""
    question = step.asked if step.asked in step.way.asked() else step.way.next_open()
    if question is None or step.depth is None:
        await flow.go_on(step, HELLO)
        return
    step.place.phase = Phase.QUESTIONS if step.place.phase is not Phase.DONE else Phase.DONE
    done = len([one for one in step.way.asked() if one.name in step.answers])
    lead = f"{HELLO} U heeft al {plural(done, 'vraag', 'vragen')} beantwoord." if done else HELLO
    if step.place.typing:
        ask_in_text(step, question, f"{lead} {progress_line(step, question.chapter.number)}.")
    else:
        ask_with_card(step, step.way.questions_on(question.page), f"{lead} U was hier gebleven.")
