"""Taking a typed sentence in somebody's own chat: a command, a choice that was waiting, an answer, a question, or a wish."""

from dialogs.beginnings import hear_depth, hear_first_consent
from dialogs.choices import choose_in_text
from dialogs.commands import find_command, folded, resembles_command
from dialogs.consent.consents import asked_purpose
from dialogs.consent.decisions import hear_consent, leaves_open
from dialogs.dutch.doubt import read_skip, read_unknown
from dialogs.dutch.yes_no import read_opening_yes_no
from dialogs.free_answers import (
    ask_command_or_answer,
    hear_free_answer,
    hear_several,
    only_opens_as_command,
    says_what_they_want,
)
from dialogs.help import next_step
from dialogs.inbox.codes import looks_like_code, use_code
from dialogs.inbox.colleagues import ask_to_join, ask_whether_company
from dialogs.inbox.commands import question as question_for_team
from dialogs.inbox.telephone import says_no_more
from dialogs.intake import flow
from dialogs.intake.dropped import show_dropped
from dialogs.intake.explaining import explain
from dialogs.intake.judgement import fits
from dialogs.intake.other_vehicles import about_others
from dialogs.intake.said_wrong import read_correction
from dialogs.intake.several_answers import offer_reading, offer_several, reading_of, tells_of_others
from dialogs.intake.typed_answers import answer_in_text, reminder
from dialogs.meanings import act_on, act_or_offer, hear_meaning, hear_or_offer, offer_beside, say_not_understood, talk_back
from dialogs.missed import note_miss, state_of
from dialogs.own_words import hear_wish
from dialogs.questions.asides import own_words, split_question
from dialogs.questions.held_answers import keep_everything, waiting
from dialogs.questions.meaning import Reader, asks_back, cries, says_yes
from dialogs.smalltalk import LANGUAGE, Talk, small_talk
from dialogs.team_only import instead_of, is_for_team, turn_away
from dialogs.terrains.named import command_behind, named_elsewhere, show_named
from dialogs.turn.command import Called, Takes
from dialogs.turn.place import Phase
from dialogs.turn.refusals import MAYBE_FOR_TEAM
from dialogs.turn.step import Step, quoted
from dialogs.understanding import Understood, asks_in_words, asks_something, understand
from domain.consent.consents import Purpose
from domain.intake.acceptance import clean_text, legible
from domain.intake.question import AnswerKind, Question


async def hear(step: Step, text: str) -> None:
    """Take a typed sentence, and note it when it was not understood."""
    text, state, misses = legible(text), state_of(step), step.place.misses
    await take(step, text)
    if step.place.misses > misses:
        await note_miss(step, state, text)


async def take(step: Step, text: str) -> None:
    """Take a command, a choice that was waiting, or whatever fits where the person is."""
    called = None if names_option(step, text) or only_opens_as_command(text) else find_command(step, text)
    held = waiting(step)
    if (unanswered := sends_to_team(step, text)) is not None:
        await question_for_team(step, unanswered)
    elif called is not None and not could_be_answer(step, called):
        keep_everything(step)
        await called.command.handler(step, called.argument)
    elif called is None and (question := instead_of(step, text)) is not None:
        turn_away(step, question, text)
    elif called is not None:
        ask_command_or_answer(step, text, is_command=True)
    elif not clean_text(text):
        step.say("Ik zie geen tekst.", reminder(step))
    elif (talk := small_talk(step, own_words(text))) is not None:
        await hear_talk(step, talk, text)
    elif answers_and_asks(step, text) or (
        not await hear_wish(step, text) and not (held is not None and await choose_in_text(step, held, text))
    ):
        await hear_in_phase(step, text)


async def hear_talk(step: Step, talk: Talk, text: str) -> None:
    """Answer small talk, unless it is a question in another language that an item answers."""
    understood = await understand(step, text) if talk.name == LANGUAGE else Understood(None)
    if understood.sure is not None and understood.sure.item is not None:
        await act_on(step, understood.sure)
    else:
        talk_back(step, talk)


def sends_to_team(step: Step, text: str) -> str | None:
    """Return the question that this yes sends to the team; None when it is no yes, or one to something else that was asked."""
    asked = step.asked if step.place.phase is Phase.QUESTIONS else None
    decides = asked_purpose(step) is not None or step.place.phase is Phase.SUMMARY or waiting(step) is not None
    other = decides or (asked is not None and (asked.kind is AnswerKind.YES_NO or asked.takes_anything))
    return step.known.place.for_team if says_yes(text) is True and not other else None


def answers_and_asks(step: Step, text: str) -> bool:
    """Say whether a sentence answers the open question, and asks something behind it: "Liander, hoezo wil je dat weten"."""
    question = step.asked if step.place.phase is Phase.QUESTIONS and step.may_keep() and not step.in_office else None
    answering, asking = split_question(text) if question is not None else ("", "")
    return question is not None and bool(asking) and waiting(step) is None and reads_as_answer(step, question, answering)


def names_option(step: Step, text: str) -> bool:
    """Say whether a text is, word for word, one of the options of the question that was asked ("later")."""
    question = step.asked if step.place.phase is Phase.QUESTIONS else None
    options = question.options if question is not None else ()
    return any(folded(text) in (folded(word) for word in (option.label, *option.also)) for option in options)


def could_be_answer(step: Step, called: Called) -> bool:
    """Say whether a command with words behind it may as well be the answer to an open text question."""
    told = called.command.takes is not Takes.NOTHING and " " in called.argument and not says_no_more(called.argument)
    return asks_text(step) and told


def asks_text(step: Step) -> bool:
    """Say whether an open text question waits, to which anything can be the answer."""
    question = step.asked if step.place.phase is Phase.QUESTIONS else None
    return question is not None and question.kind is AnswerKind.TEXT


async def hear_in_phase(step: Step, text: str) -> None:
    """Take a sentence that is no command, where the person is."""
    if step.in_office:
        await lost(step, text)
    elif not step.may_keep():
        await hear_first_consent(step, text)
    elif step.place.phase is Phase.JOIN:
        await hear_who(step, text)
    elif (purpose := asked_purpose(step)) is not None:
        await hear_decision(step, purpose, text)
    elif step.asked is not None:
        await hear_answer(step, step.asked, text)
    elif step.place.phase is Phase.SUMMARY and (right := verdict(text)) is not None:
        await hear_verdict(step, right=right)
    elif step.depth is None:
        await hear_depth(step, text)
    else:
        await lost(step, text)


async def hear_decision(step: Step, purpose: Purpose, text: str) -> None:
    """Take a decision about sharing, unless the sentence asks or wants something else."""
    said, behind = read_opening_yes_no(text)
    if said is None and not leaves_open(purpose, text):
        if await read_correction(step, text) or await hear_meaning(step, text):
            return
        await say_not_understood(step, text, again=False)
    lead = hear_consent(step, purpose, text)  # asks the decision again when that was none
    if lead is not None:
        await flow.go_on(step, lead)
    await offer_several(step, behind)


def verdict(text: str) -> bool | None:
    """Return a yes or a no to the summary; behind a no stands what is wrong, which is heard as that."""
    right, behind = read_opening_yes_no(text)
    return right if right or not behind else None


async def hear_verdict(step: Step, *, right: bool) -> None:
    """Take a yes or a no to the summary."""
    if right:
        await flow.confirm_what_was_seen(step, str(step.place.seen))
    else:
        step.say("Wat klopt er niet? Kies het in de lijst. Of typ bijvoorbeeld 'wijzig terrein'.")


async def hear_answer(step: Step, question: Question, text: str) -> None:
    """Take an answer to the open question, unless the sentence asks or wants something else."""
    answering, asking = split_question(text)
    if cries(text):
        await explain(step, "")
    elif await read_correction(step, text):
        return
    elif asking and reads_as_answer(step, question, answering):
        await answer_in_text(step, question, answering)
        await hear_meaning(step, asking)
    elif await hear_several(step, question, text, asking):
        return
    elif reads_as_answer(step, question, text) or (not asks_something(text) and about_others(question, text)):
        show_dropped(step, text, reading_of(step, question))
        await answer_in_text(step, question, text)
    elif await offer_reading(step, question, text):
        return
    elif question.takes_anything or question.kind is AnswerKind.TERRAIN:
        await hear_free_answer(step, question, text)
    elif not await says_what_they_want(step, text) or not await hear_meaning(step, text):
        await hear_no_answer(step, question, text)


def reads_as_answer(step: Step, question: Question, text: str) -> bool:
    """Say whether a text is an answer by its own words: not knowing, yes or no, or what the question itself can read."""
    if not text:
        return False
    if read_skip(text) is not None or read_unknown(text) is not None or says_yes(text) is not None:
        return True
    if question.kind is AnswerKind.TERRAIN:
        return step.stores.terrains.find(text).is_name(misspelled=True)
    if question.takes_anything or asks_in_words(text) or asks_back(question, text):
        return False
    meant = Reader(step.today, step.stores.terrains).read(question, text)
    reads = any(question.kind is not AnswerKind.TEXT or fits(question, one) for one in meant)
    return reads and not tells_of_others(step, question, text)


async def hear_no_answer(step: Step, question: Question, text: str) -> None:
    """Say what would be right, with the nearest things there are; a question that nobody answered yet can go to the team."""
    if asks_something(text) and len(text.split()) > 1:
        await say_not_understood(step, text)
    else:
        await answer_in_text(step, question, text)
        await offer_beside(step, text)


async def hear_who(step: Step, text: str) -> None:
    """Take the code of a colleague, or the name of the company that began."""
    if looks_like_code(text):
        await use_code(step, text)
    elif is_for_team(step, text, misspelled=True):
        ask_whether_company(step, MAYBE_FOR_TEAM.format(typed=quoted(text, 40)), text)
    elif not asks_something(text) or not await hear_meaning(step, text):
        await ask_to_join(step, text)


async def lost(step: Step, text: str) -> None:
    """Take a sentence where nothing was asked: what it means, a misspelled command, or the nearest things there are."""
    called = resembles_command(step, text)
    elsewhere = find_command(step, named_elsewhere(step, text) or command_behind(text)) if step.in_office else None
    if called is not None and elsewhere is None and (understood := await understand(step, text)).certain:
        await act_or_offer(step, text, understood)  # "wie ben jij" resembles "wie ben ik", and asks something else
    elif (meant := elsewhere or called) is not None:
        await meant.command.handler(step, meant.argument)
    elif not step.in_office and says_yes(text) is not None:
        step.say("Goed.", next_step(step), choices=("Help",))
    elif (
        (step.in_office and await show_named(step, text))
        or await read_correction(step, text)
        or (not asks_something(text) and await offer_several(step, text))
    ):
        return
    elif says_yes(text) is not None:  # a bare yes asks for nothing
        await say_not_understood(step, text)
    else:
        await hear_or_offer(step, text)
