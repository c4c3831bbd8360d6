"""Every declared question: clear words, and answerable by card and by typing, surely, roughly, not at all, or skipped."""

import datetime
from collections import Counter
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.lookup.terrain_names import TerrainNames
from dialogs.questions.forms import DOUBTABLE, GUESSABLE, JOINT
from dialogs.questions.meaning import Meant, Reader
from domain.intake.answers import Answer, Answers
from domain.intake.certainty import Certainty
from domain.intake.question import AnswerKind, Question
from domain.intake.questionnaire import PAGES, QUESTIONS
from tests.beginnings import agree
from tests.chat import Chat
from tests.intake.arranging import UNKNOWN, knows, only_open
from tests.language import faults
from tests.person import Person
from tests.tables import answers

READER = Reader(datetime.date(2026, 11, 23), TerrainNames(()))
ALL_UNKNOWN = Answers({name: UNKNOWN for name in QUESTIONS if QUESTIONS[name].ask.asked})
# What is declared once and asked per vehicle class is tried for one class.
DECLARED = {name: question for name, question in QUESTIONS.items() if not name.startswith(("van.", "light_truck.", "rigid."))}
ASKED = {name: question for name, question in DECLARED.items() if not question.ask.later}
every_asked = pytest.mark.parametrize("question", ASKED.values(), ids=ASKED)
every_question = pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)


def test_no_two_questions_read_the_same() -> None:
    texts = Counter(question.text for question in QUESTIONS.values())
    assert [text for text, times in texts.items() if times > 1] == []


def test_no_two_fields_of_a_card_have_the_same_label() -> None:
    for page in PAGES:
        labels = [question.label for question in page.questions]
        assert len(set(labels)) == len(labels), page.key


@every_question
def test_its_words_are_everyday_dutch(question: Question) -> None:
    labels = (f"{option.label}." for option in question.options)
    for words in (question.text, question.label, question.ask.why, question.ask.wrong, *labels):
        assert faults(words) == [], words


@every_question
def test_not_knowing_and_skipping_are_never_taken_for_an_option(question: Question) -> None:
    for words in ("weet ik niet", "geen idee", "ik weet het niet"):
        assert [meant.certainty for meant in READER.read(question, words)] == [Certainty.UNKNOWN], words
    for words in ("overslaan", "sla over", "-", "n.v.t."):
        assert [meant.certainty for meant in READER.read(question, words)] == [Certainty.SKIPPED], words


@every_question
def test_a_cry_for_help_is_no_answer(question: Question) -> None:
    for words in ("?", "??", " ?! ", "...?"):
        assert READER.read(question, words) == (), words


@given(
    st.sampled_from([question for question in QUESTIONS.values() if question.kind is AnswerKind.NUMBER]), st.integers(0, 10**9)
)
def test_a_bare_number_means_what_it_means_with_space_around_it(question: Question, number: int) -> None:
    assert READER.read(question, f"{number}") == READER.read(question, f" {number} ") == (Meant(float(number)),)


@every_question
def test_every_option_is_understood_as_its_label_reads(question: Question) -> None:
    for option in question.options:
        assert [meant.value for meant in READER.read(question, option.label)] in ([option.value], [[option.value]])


@every_question
def test_it_says_what_a_right_answer_looks_like(question: Question) -> None:
    assert question.ask.wrong.endswith(".")
    assert question.text.endswith("?")
    assert question.ask.seconds > 0


TYPED = {
    AnswerKind.NUMBER: ("4", 4), AnswerKind.CLOCK: ("18.30", "18:30"), AnswerKind.MONTH: ("maart 2026", "2026-03"),
    AnswerKind.YES_NO: ("ja hoor", True), AnswerKind.TERRAIN: ("Broeklanden", {"id": "t-3", "name": "Broeklanden"}),
}  # fmt: skip
ON_CARD = TYPED | {AnswerKind.NUMBER: ("4", 4), AnswerKind.CLOCK: ("18:30", "18:30"), AnswerKind.YES_NO: ("yes", True)}
ROUGHLY = {
    AnswerKind.NUMBER: ("ongeveer vier", 4), AnswerKind.CLOCK: ("rond 18.30", "18:30"),
    AnswerKind.MONTH: ("ongeveer maart 2026", "2026-03"), AnswerKind.YES_NO: ("ik denk het wel", True),
}  # fmt: skip
VAGUELY = {AnswerKind.CHOICE: "ik denk: {}", AnswerKind.CHOICES: "waarschijnlijk {}"}
PATTERNED = {"company.kvk": "12345678", "contact.email": "fatima@jansen.example"}
SAVE = "Opslaan en verder"


def example(question: Question, by_kind: Mapping[AnswerKind, tuple[str, object]]) -> tuple[str, object]:
    """Return how an answer is entered, and how it is kept; far below the average would be asked back."""
    if question.default is not None:
        return "40", 40
    if question.kind in by_kind:
        return by_kind[question.kind]
    if question.kind is AnswerKind.TEXT:
        return (PATTERNED.get(question.name, "Een paar woorden"),) * 2
    option = question.options[0]
    entered = option.value if by_kind is ON_CARD else option.label
    return entered, [option.value] if question.kind is AnswerKind.CHOICES else option.value


def roughly(question: Question) -> tuple[str, object]:
    """Return how a guess is typed, and how it is kept."""
    if question.default is not None:
        return "ongeveer 40", 40
    if question.kind in ROUGHLY:
        return ROUGHLY[question.kind]
    entered, value = example(question, TYPED)
    return VAGUELY[question.kind].format(entered), value


async def ask_alone(chat: Chat, fatima: Person, question: Question, *, typing: bool) -> None:
    """Let this be the only question that is open, and ask it."""
    await only_open(chat, fatima, question.name, typing=typing)
    await fatima.says("verder")
    assert any(shown.has_button(SAVE) for shown in fatima.fresh) is not typing
    fatima.sees(question.text if typing or question.page not in JOINT else question.label)


async def begin(chat: Chat) -> Person:
    """Return Fatima, ready for the full version."""
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    return fatima


@every_asked
async def test_it_is_answered_by_typing_in_every_way(chat: Chat, question: Question) -> None:
    if not question.ask.asked:
        return
    fatima = await begin(chat)
    ways = [(*example(question, TYPED), "sure"), ("weet ik niet", None, "unknown")]
    if question.kind in GUESSABLE:
        ways.append((*roughly(question), "estimate"))
    if not question.is_core(ALL_UNKNOWN):
        ways.append(("overslaan", None, "skipped"))
    for entered, value, certainty in ways:
        await ask_alone(chat, fatima, question, typing=True)
        await fatima.says(entered)
        assert await answers(chat, question.name) == [(value, certainty)], fatima.text()
        fatima.sees("Overgeslagen." if certainty == "skipped" else "noteren" if certainty == "unknown" else "Genoteerd")


@every_asked
async def test_it_is_answered_on_its_card_in_every_way(chat: Chat, question: Question) -> None:
    if not question.ask.asked:
        return
    fatima = await begin(chat)
    entered, value = example(question, ON_CARD)
    ways = [({question.name: entered}, value, "sure")]
    if question.kind not in DOUBTABLE:
        ways.append((unknown_on_card(question), None, "unknown"))
    if question.kind in GUESSABLE:
        ways.append(({question.name: entered, "_estimate": "true"}, value, "estimate"))
    if not question.is_core(ALL_UNKNOWN):
        ways.append(({question.name: ""}, None, "skipped"))
    for fields, kept, certainty in ways:
        await ask_alone(chat, fatima, question, typing=False)
        await fatima.fills_in(fields)
        assert await answers(chat, question.name) == [(kept, certainty)], fatima.text()
    if question.kind in DOUBTABLE:
        await ask_alone(chat, fatima, question, typing=False)
        titles = fatima.newest("Opslaan en verder").actions()
        await fatima.fills_in({question.name: ""}, next(title for title in titles if title.lower().endswith("weet ik niet")))
        assert await answers(chat, question.name) == [(None, "unknown")], fatima.text()


def unknown_on_card(question: Question) -> dict[str, str]:
    """Return how one says on a card, in the field itself, that one does not know."""
    return {question.name: "weet ik niet" if question.kind in (AnswerKind.TEXT, AnswerKind.TERRAIN) else "_unknown"}


@every_asked
async def test_a_core_question_is_not_skipped_and_says_why(chat: Chat, question: Question) -> None:
    if not question.is_core(ALL_UNKNOWN):
        return
    fatima = await begin(chat)
    await ask_alone(chat, fatima, question, typing=True)
    await fatima.says("overslaan")
    fatima.sees("Deze vraag hebben wij nodig.", "Weet ik niet", question.text)
    await ask_alone(chat, fatima, question, typing=False)
    await fatima.fills_in({question.name: ""})
    fatima.sees(f"Nog open: {question.label[:1].lower()}{question.label[1:]}.", "Weet u het niet?")
    assert fatima.newest(SAVE) is fatima.fresh[-1]
    assert await answers(chat, question.name) == []


@every_asked
async def test_an_answer_on_a_card_opened_again_and_saved_stays_as_it_was(chat: Chat, question: Question) -> None:
    fatima = await begin(chat)
    _, value = example(question, TYPED)
    for known in (Answer(value, Certainty.ESTIMATE), Answer(value), UNKNOWN, Answer(None, Certainty.SKIPPED)):  # type: ignore[arg-type]
        await knows(chat, fatima, ALL_UNKNOWN.with_({question.name: known}))
        await fatima.presses_raw("change", {}, {"question": question.name})
        await fatima.clicks(SAVE)
        assert await answers(chat, question.name) == [], known
