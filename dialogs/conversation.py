"""The conversation in the personal chat: what happened, where the person was, and so what comes next."""

from dataclasses import replace

from dialogs.buttons import press
from dialogs.channels import converse_in_channel
from dialogs.commands import help_out
from dialogs.consent.consents import ask_to_keep
from dialogs.consent.occasions import ask_again, ask_what_matters_now, let_go
from dialogs.consent.welcome import show_welcome
from dialogs.files import fetch_file, take_failure, take_file, takers_for
from dialogs.hearing import hear
from dialogs.inbox.codes import use_code
from dialogs.inbox.feedback import keep_feedback
from dialogs.intake.typed_answers import reminder, too_long
from dialogs.meter.words import FOR_COMPANY
from dialogs.notices.happenings import tell_followers
from dialogs.papers.offers import take_answer, take_not_saved, take_saved
from dialogs.stores.stores import Stores
from dialogs.turn.events import (
    Arrived,
    ChannelChanged,
    Event,
    Feedback,
    FileCame,
    FileFailed,
    GuestsRead,
    Ignored,
    Left,
    MembersChanged,
    PaperAnswered,
    PaperNotSaved,
    PaperSaved,
    Pressed,
    Returned,
    Said,
    Scope,
    SentFiles,
    TeamChanged,
    TeamRead,
)
from dialogs.turn.known import Known
from dialogs.turn.step import Step
from dialogs.turn.trials import mark_trial
from domain.intake.acceptance import LONGEST_TYPED, clean_text, legible


async def converse(known: Known, event: Event, stores: Stores, scope: Scope = Scope.PERSONAL) -> Step:
    """Return what comes of one event. Raises nothing that a person could cause."""
    step = Step.start(known, event, stores, scope)
    if isinstance(event, Pressed):
        event = replace(event, inputs={name: legible(value) for name, value in event.inputs.items()})
    if isinstance(event, Said | SentFiles) and len(legible(event.text)) > LONGEST_TYPED:
        step.say(too_long(LONGEST_TYPED), reminder(step) if scope is Scope.PERSONAL else "")
        return step
    if scope is not Scope.PERSONAL:
        await converse_in_channel(step, event, scope)
        mark_trial(step)
        return step
    let_go(step)
    match event:
        case Arrived(code):
            await arrive(step, code)
        case Said(text):
            await hear(step, text)
        case Pressed():
            await press(step, event)
        case SentFiles():
            await receive_files(step, event)
        case Feedback():
            await keep_feedback(step, event)
        case Ignored() | Left() | MembersChanged() | TeamRead() | GuestsRead() | ChannelChanged() | TeamChanged():
            pass
        case _:
            await take_up(step, event)
    ask_again(step)
    await ask_what_matters_now(step)
    await tell_followers(step)
    mark_trial(step)
    return step


async def take_up(step: Step, event: PaperAnswered | Returned) -> None:
    """Take up a file or a paper that something happened to."""
    match event:
        case FileCame():
            await take_file(step, event)
        case FileFailed():
            take_failure(step, event)
        case PaperAnswered():
            await take_answer(step, event)
        case PaperSaved():
            await take_saved(step, event)
        case PaperNotSaved():
            await take_not_saved(step, event)


async def receive_files(step: Step, event: SentFiles) -> None:
    """Have a file fetched for whoever may send it; others hear that files are not read, and their words are heard."""
    text = event.text
    if event.files and takers_for(step):
        fetch_file(step, event)
    elif clean_text(text):
        step.say("Bestanden en plaatjes kan ik niet lezen. Ik kijk alleen naar uw tekst.")
        await hear(step, text)
    elif step.known.is_team and step.in_office:
        step.say("Bestanden en plaatjes kan ik niet lezen.", FOR_COMPANY)
    elif step.may_keep() or step.official:
        step.say("Bestanden en plaatjes kan ik niet lezen. Typ uw antwoord, of vul de kaart in.", reminder(step))
    else:
        ask_to_keep(step, "Bestanden en plaatjes kan ik niet lezen.")


async def arrive(step: Step, code: str) -> None:
    """Welcome somebody, once: Teams tells about an arrival more than once. A code waits for their first consent."""
    if step.place.welcomed:
        if code:
            await use_code(step, code)
        return
    step.place.welcomed, step.place.code = True, clean_text(code)[:20] or step.place.code
    if step.official:
        await help_out(step, "")
    else:
        show_welcome(step)
