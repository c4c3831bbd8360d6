"""What people ask about the question before them: why it is asked, what it means, and how much is still to come."""

from cards.formats import plural
from dialogs.consent.consents import ask_consent, ask_to_keep, asked_purpose
from dialogs.intake.depth import ask_depth
from dialogs.intake.typed_answers import reminder
from dialogs.questions.prompts import choices_for
from dialogs.turn.command import Command
from dialogs.turn.step import Step
from domain.intake.path import TAKES, Depth
from domain.intake.question import Question

WELCOME = "Ik wil u helpen met laden op uw terrein. Daarvoor wil ik uw antwoorden bewaren."
CONSENT = "U beslist wie uw antwoorden mag zien. Nee zeggen mag, dat kost u niets."
NOTHING_ASKED = "Ik vraag u nu niets. Typ 'verder' om door te gaan, of 'help' voor uitleg."
WITHOUT = "Weet u het niet? Dan mag u dat gewoon zeggen."
USE = "Met uw antwoord rekenen wij uit wat laden bij u vraagt. U bepaalt zelf wie het ziet."


async def explain_why(step: Step, _: str) -> None:
    """Say why the open question is asked."""
    question = step.asked
    if question is not None:
        step.say(question.ask.why or USE, "" if question.ask.why else WITHOUT, question.text, choices=choices_for(step, question))
    else:
        say_what_is_asked(step)


async def explain(step: Step, _: str) -> None:
    """Put the open question in other words."""
    question = step.asked
    if question is not None:
        step.say(*in_other_words(question), choices=choices_for(step, question))
    else:
        say_what_is_asked(step)


def in_other_words(question: Question) -> tuple[str, ...]:
    """Return the question with what helps to answer it."""
    options = "\n".join(f"{place}. {one.label}" for place, one in enumerate(question.options, 1))
    example = f"Bijvoorbeeld: {question.ask.example}" if question.ask.example else ""
    return (question.text, question.ask.why, question.ask.wrong, example, options, WITHOUT)


def say_what_is_asked(step: Step) -> None:
    """Put the consent that is asked once more, or say that nothing is."""
    purpose = asked_purpose(step)
    if not step.may_keep():
        ask_to_keep(step, WELCOME)
    elif purpose is not None:
        ask_consent(step, purpose, CONSENT)
    else:
        step.say(NOTHING_ASKED, choices=("Verder", "Help"))


async def say_how_long(step: Step, _: str) -> None:
    """Say how many questions are left, and how many minutes they take."""
    if not step.may_keep():
        ask_to_keep(step, f"Kort duurt {TAKES[Depth.SHORT]}. Volledig duurt {TAKES[Depth.FULL]}. U kiest zelf.")
    elif step.depth is None:
        ask_depth(step, "U kiest zelf hoe lang het duurt.")
    elif step.way.is_complete():
        step.say("U heeft alle vragen beantwoord. Typ 'overzicht' om ze te zien.", choices=("Overzicht",))
    else:
        left, minutes = tuple(step.way.open()), step.way.progress(0).minutes
        asked = step.asked
        step.say(
            f"Nog {plural(len(left), 'vraag', 'vragen')}, ongeveer {plural(minutes, 'minuut', 'minuten')}. Stoppen mag altijd.",
            reminder(step),
            choices=choices_for(step, asked) if asked is not None else ("Verder",),
        )


EXPLANATIONS: tuple[Command, ...] = (
    Command(("waarom", "waarom vraagt u dit", "waarom vraag je dit"), "waarom wij iets vragen", explain_why, in_help=False),
    Command(("uitleg", "?", "leg uit", "wat bedoelt u", "wat bedoel je"), "de vraag in andere woorden", explain),
    Command(("hoe lang nog", "hoeveel vragen nog"), "hoeveel vragen er nog komen", say_how_long, in_help=False),
)  # fmt: skip
