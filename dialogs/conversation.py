"""The conversation in the personal chat: what happened, where the person was, and so what comes next."""

from dataclasses import replace

from dialogs.buttons import press
from dialogs.channels import converse_in_channel
from dialogs.choices import choose_in_text
from dialogs.commands import find_command, folded, help_out, resembles_command
from dialogs.consent.consents import ask_to_keep, asked_purpose
from dialogs.consent.decisions import hear_consent
from dialogs.consent.occasions import ask_again
from dialogs.consent.welcome import show_welcome
from dialogs.files import fetch_file, find_taker, take_failure, take_file
from dialogs.help import next_step, not_understood
from dialogs.inbox.codes import looks_like_code, use_code
from dialogs.inbox.colleagues import ask_to_join, ask_whether_company
from dialogs.inbox.feedback import keep_feedback
from dialogs.inbox.first_decision import decide_keep
from dialogs.intake import flow
from dialogs.intake.depth import ask_depth, choose_depth, read_depth
from dialogs.intake.typed_answers import answer_in_text, reminder, too_long
from dialogs.notices.happenings import tell_followers
from dialogs.own_words import hear_wish
from dialogs.papers.offers import take_answer, take_not_saved, take_saved
from dialogs.questions.held_answers import hold, keep_everything, waiting
from dialogs.questions.meaning import Meant, says_yes
from dialogs.stores.stores import Stores
from dialogs.team_only import instead_of, is_for_team, turn_away
from dialogs.terrains.named import show_named
from dialogs.turn.command import Called, Takes
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
from dialogs.turn.place import Phase, Why
from dialogs.turn.refusals import MAYBE_FOR_TEAM
from dialogs.turn.step import Step, quoted
from domain.intake.acceptance import LONGEST_TYPED, clean_text, legible
from domain.intake.question import AnswerKind


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
        return step
    match event:
        case Arrived():
            await arrive(step)
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
    await tell_followers(step)
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
    if event.files and find_taker(step) is not None:
        fetch_file(step, event)
    elif clean_text(text):
        step.say("Bestanden en plaatjes kan ik niet lezen. Ik kijk alleen naar uw tekst.")
        await hear(step, text)
    elif step.may_keep() or step.official:
        step.say("Bestanden en plaatjes kan ik niet lezen. Typ uw antwoord, of vul de kaart in.", reminder(step))
    else:
        ask_to_keep(step, "Bestanden en plaatjes kan ik niet lezen.")


async def arrive(step: Step) -> None:
    """Welcome somebody, once: Teams tells about an arrival more than once."""
    if step.place.welcomed:
        return
    step.place.welcomed = True
    if step.official:
        await help_out(step, "")
    else:
        show_welcome(step)


async def hear(step: Step, text: str) -> None:
    """Take a typed sentence: a command, a choice that was waiting, or an answer."""
    text = legible(text)
    called = None if names_option(step, text) else find_command(step, text)
    held = waiting(step)
    if called is not None and not could_be_answer(step, called):
        keep_everything(step)
        await called.command.handler(step, called.argument)
    elif called is None and (question := instead_of(step, text)) is not None:
        turn_away(step, question, text)
    elif called is not None or (asks_text(step) and text.rstrip().endswith("?") and held is None):
        ask_command_or_answer(step, text, is_command=called is not None)
    elif not clean_text(text):
        step.say("Ik zie geen tekst.", reminder(step))
    elif not await hear_wish(step, text) and not (held is not None and await choose_in_text(step, held, text)):
        await hear_in_phase(step, text)


def names_option(step: Step, text: str) -> bool:
    """Say whether a text is, word for word, one of the options of the question that was asked ("later")."""
    question = step.asked if step.place.phase is Phase.QUESTIONS else None
    options = question.options if question is not None else ()
    return any(folded(text) in (folded(word) for word in (option.label, *option.also)) for option in options)


def could_be_answer(step: Step, called: Called) -> bool:
    """Say whether a command with words behind it may as well be the answer to an open text question."""
    return asks_text(step) and called.command.takes is not Takes.NOTHING and " " in called.argument


def asks_text(step: Step) -> bool:
    """Say whether an open text question waits, to which anything can be the answer."""
    question = step.asked if step.place.phase is Phase.QUESTIONS else None
    return question is not None and question.kind is AnswerKind.TEXT


def ask_command_or_answer(step: Step, text: str, *, is_command: bool) -> None:
    """Ask which of the two it was."""
    doubt = "of wilt u iets anders doen?" if is_command else "of een vraag aan het team?"
    hold(step, Why.COMMAND, step.asked, f"Is {quoted(text, 40)} uw antwoord, {doubt}", (
        Meant("answer", label="Dit is mijn antwoord"),
        Meant("command", label="Ik wil iets anders doen" if is_command else "Dit is een vraag aan het team"),
    ), said=text)  # fmt: skip


async def hear_in_phase(step: Step, text: str) -> None:
    """Take a sentence that is no command, where the person is."""
    if step.in_office:
        await lost(step, text)
    elif not step.may_keep():
        await hear_first_consent(step, text)
    elif step.place.phase is Phase.JOIN:
        await hear_who(step, text)
    elif (purpose := asked_purpose(step)) is not None:
        lead = hear_consent(step, purpose, text)
        if lead is not None:
            await flow.go_on(step, lead)
    elif step.asked is not None:
        await answer_in_text(step, step.asked, text)
    elif step.place.phase is Phase.SUMMARY and (right := says_yes(text)) is not None:
        if right:
            await flow.confirm_what_was_seen(step, str(step.place.seen))
        else:
            step.say("Wat klopt er niet? Kies het in de lijst. Of typ bijvoorbeeld 'wijzig terrein'.")
    elif step.depth is None:
        await hear_depth(step, text)
    else:
        await lost(step, text)


async def hear_first_consent(step: Step, text: str) -> None:
    """Take yes or no to the first question; anything else shows the welcome, or that question again."""
    decision = says_yes(text) if step.place.welcomed else None
    if decision is not None:
        await decide_keep(step, allow=decision)
    elif looks_like_code(text):
        await use_code(step, text)
    elif (called := resembles_command(step, text)) is not None:
        await called.command.handler(step, called.argument)
    elif step.place.welcomed:
        contact = step.known.house.contact
        ask_to_keep(step, "Dat begrijp ik niet.", f"Heeft u een vraag? Neem contact op met {contact}." if contact else "")
    else:
        show_welcome(step)


async def hear_depth(step: Step, text: str) -> None:
    """Take a choice of depth that is not one of the commands."""
    depth = read_depth(text)
    if depth is not None:
        await choose_depth(step, depth)
    elif looks_like_code(text):
        await use_code(step, text)
    elif (called := resembles_command(step, text)) is not None:
        await called.command.handler(step, called.argument)
    else:
        ask_depth(step, "Dat begrijp ik niet. Typ 'kort' of 'volledig'.")


async def hear_who(step: Step, text: str) -> None:
    """Take the code of a colleague, or the name of the company that began."""
    if looks_like_code(text):
        await use_code(step, text)
    elif is_for_team(step, text, misspelled=True):
        ask_whether_company(step, MAYBE_FOR_TEAM.format(typed=quoted(text, 40)), text)
    else:
        await ask_to_join(step, text)


async def lost(step: Step, text: str) -> None:
    """Take a sentence that fits nowhere: perhaps a misspelled command."""
    called = resembles_command(step, text)
    if called is not None:
        await called.command.handler(step, called.argument)
    elif not step.in_office and says_yes(text) is not None:  # "ok", where nothing was asked
        step.say("Goed.", next_step(step), choices=("Help",))
    elif not (step.in_office and await show_named(step, text)):
        await not_understood(step)
