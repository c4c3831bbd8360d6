"""Answering a question with an item: for anybody, anywhere; what was asked before stands there again after it."""

from collections.abc import Mapping

from cards.formats import day
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.consent.consents import ask_to_keep, asked_purpose
from dialogs.consent.welcome import show_welcome
from dialogs.inbox.colleagues import WHO
from dialogs.intake.typed_answers import reminder
from dialogs.knowledge.facts import find_facts
from dialogs.knowledge.shelf import reads_as
from dialogs.knowledge.taps import taps_of
from dialogs.questions.held_answers import show_first, waiting
from dialogs.questions.prompts import choices_for
from dialogs.turn.events import Scope
from dialogs.turn.place import Phase
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.consent.consents import SHARING
from domain.knowledge.items import Item

NOT_HERE = "Dat onderwerp is er niet, of niet meer. Typ 'kennis' om te zien wat er is."
ENDED = "Wat wij hierover wisten, gold tot en met {until}."
NOW_UNKNOWN = "Wat nu geldt, weten wij nog niet."


async def answer_with(step: Step, item: Item) -> None:
    """Say what an item says, with the facts of whoever asks; then ask again what was asked. Nothing is kept."""
    step.show(await answered(step, item))
    ask_once_more(step)


async def answered(step: Step, item: Item) -> ShowCard:
    """Return what an item says to whoever asks; of one that ended only that, and where to ask."""
    if not item.may_be_read(reads_as(step), step.today):
        ask = Button(title="Vraag het team", verb=Verb.SAY, data={"text": f"vraag {item.title}"})
        lines = (ENDED.format(until=day(item.valid_until)), NOW_UNKNOWN)
        return ShowCard(NoticeCard(title=item.title, lines=lines, buttons=(ask,) if step.may_keep() else ()))
    known = await find_facts(step, item.own_facts)
    return ShowCard(answer_card(item, known, taps_of(step, item)))


def answer_card(item: Item, known: Mapping[str, str], buttons: tuple[Button, ...] = ()) -> NoticeCard:
    """Return what an item says with these facts, where that comes from, and until when it holds."""
    link = (f"Lees verder: {item.link}",) if item.link else ()
    source = f"Bron: {item.source}. Geldig tot en met {day(item.valid_until)}."
    return NoticeCard(title=item.title, lines=(*item.lines_with(known), *link, source), buttons=buttons)


def ask_once_more(step: Step) -> None:
    """Put before somebody again what waits for their answer, with the answers one can tap; silent when nothing does."""
    if step.scope is not Scope.PERSONAL or step.in_office:
        return
    if waiting(step) is not None:
        show_first(step)
    elif not step.may_keep():
        if step.place.welcomed:
            ask_to_keep(step)
        else:
            show_welcome(step)
    elif (words := reminder(step)) != "":
        step.say(words, listed_options(step), choices=taps(step))
    elif step.place.phase is Phase.JOIN:
        step.say(WHO)
    elif step.place.phase is Phase.SUMMARY:
        step.say("De vraag was: klopt uw overzicht?", choices=("Ja", "Nee"))
    elif step.depth is None:
        step.say("Hoeveel tijd heeft u? Typ 'kort' of 'volledig'.", choices=("Kort", "Volledig"))


def taps(step: Step) -> tuple[str, ...]:
    """Return the answers that one can tap to the question that was asked."""
    if step.asked is not None:
        return choices_for(step, step.asked)
    return ("Ja", "Nee", "Overslaan") if asked_purpose(step) in SHARING else ("Ja", "Nee")


def listed_options(step: Step) -> str:
    """Return the options of the question that was asked, when they are more than one can tap."""
    options = step.asked.options if step.asked is not None else ()
    tapped = {option.label for option in options} <= set(taps(step))
    return "" if tapped else "\n".join(f"{place}. {option.label}" for place, option in enumerate(options, 1))
