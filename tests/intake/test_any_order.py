"""Whatever order somebody answers, goes back, changes, presses old cards twice, while we restart and redeploy: every answer
stays, under the question that was on the screen when it was given.
"""

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from dialogs.questions.prompts import HINT
from domain.intake.answers import Answer, Answers
from domain.intake.certainty import Certainty
from domain.intake.question import AnswerKind, Question
from domain.intake.questionnaire import QUESTIONS
from storage.intake.snapshots import read_answers
from storage.tables.people import answer, intake, person
from tests.chat import Chat
from tests.person import Person
from tests.postgres import Emptier
from tests.replies import Shown

SAVE = "Opslaan en verder"
INSERTED = ("van.days", "site.budget", "grid.peak_kw")  # questions that the first deployment does not have yet
NUMBERS = {"electric_now": (0, 1), "electric_2030": (2, 3), "electric_2035": (4, 5), "km_per_day": (50, 300), "days": (1, 7)}
SMALL = {"long_bays": (0, 5), "bays": (10, 20), "peak_kw": (10, 90), "contracted_kw": (100, 200), "physical_kw": (300, 400)}
Expected = tuple[object, Certainty]


@dataclass
class Model:
    """What the person believes they answered, and when each answer last changed."""

    expected: dict[str, Expected] = field(default_factory=dict)
    changed_at: dict[str, int] = field(default_factory=dict)
    now: int = 0

    def note(self, name: str, value: object, certainty: Certainty = Certainty.SURE) -> None:
        """Note an answer."""
        if self.expected.get(name) != (value, certainty):
            self.expected[name], self.changed_at[name] = (value, certainty), self.now


@dataclass
class OldCard:
    """A form as it stood on the screen at some moment."""

    shown: Shown
    at: int


def answer_for(question: Question, number: int) -> tuple[str, object]:
    """Return an answer as it is entered on a card and as it is stored; `number` varies it, always believably."""
    field_name = question.name.split(".")[1]
    if question.kind is AnswerKind.NUMBER:
        low, high = (NUMBERS | SMALL | {"total": (10, 20)}).get(field_name, (1, 11))
        if question.name in ("light_truck.total", "rigid.total"):
            low = high = 0
        value = low + number % (high - low + 1)
        return str(value), value
    if question.kind in (AnswerKind.CHOICE, AnswerKind.CHOICES):
        option = question.options[number % len(question.options)].value
        return option, [option] if question.kind is AnswerKind.CHOICES else option
    return {
        AnswerKind.YES_NO: (("yes", True), ("no", False)),
        AnswerKind.CLOCK: tuple(
            (f"{hour:02}:15", f"{hour:02}:15") for hour in ((16, 17, 18) if field_name == "back" else (5, 6, 7))
        ),
        AnswerKind.MONTH: (("maart 2026", "2026-03"), ("oktober 2025", "2025-10")),
        AnswerKind.TERRAIN: (
            ("Hessenpoort", {"id": "t-1", "name": "Hessenpoort"}),
            ("Broeklanden", {"id": "t-3", "name": "Broeklanden"}),
        ),
        AnswerKind.TEXT: text_answers(question),
    }[question.kind][number % 2]


def text_answers(question: Question) -> tuple[tuple[str, object], ...]:
    """Return two texts that fit the question's pattern."""
    texts = {"company.kvk": ("12345678", "87654321"), "contact.email": ("a@jansen.example", "b@jansen.example")}
    return tuple((text, text) for text in texts.get(question.name, (f"Eerste tekst bij {question.name}", "Tweede tekst")))


def typed(question: Question, entered: str) -> str:
    """Return an answer as one would type it."""
    option = question.option(entered.split(",", maxsplit=1)[0])
    return option.label if option else {"yes": "ja hoor", "no": "nee hoor"}.get(entered, entered)


def question_on_screen(fatima: Person) -> Question | None:
    """Return the question that the last message asks in words; None when it asks none."""
    spoken = [words for shown in fatima.fresh if (words := shown.activity.get("text", "") + hint_on(shown))]
    last = spoken[-1] if spoken else ""
    asked = [(last.rfind(q.text), len(q.text), q) for q in QUESTIONS.values() if q.text in last]
    return max(asked, key=lambda found: found[:2])[2] if asked else None


def hint_on(shown: Shown) -> str:
    """Return the line of a form that says which question typing answers."""
    return next((line for line in shown.text().splitlines() if line.startswith(HINT)), "")


async def save_card(fatima: Person, model: Model, card: OldCard, number: int, *, twice: bool) -> None:
    """Fill in some fields of a card, now or long after it was shown, and save it; perhaps press twice."""
    fields = dict(card.shown.filled_in())
    names = [name for name in fields if name in QUESTIONS]
    for place, name in enumerate(names):
        if (number >> (place % 8)) & 1 or QUESTIONS[name].name.endswith(".total"):
            fields[name] = answer_for(QUESTIONS[name], number + place)[0]
    believe(model, card, {name: fields[name] for name in names}, number)
    action = card.shown.button(SAVE)
    for _ in range(2 if twice else 1):
        model.now += 1
        await fatima.presses(action, fields, copy.deepcopy(card.shown))


def believe(model: Model, card: OldCard, fields: Mapping[str, str], number: int) -> None:
    """Note what saving these fields must do: nothing to answers that are newer than the card."""
    for place, (name, entered) in enumerate(fields.items()):
        question = QUESTIONS[name]
        if model.changed_at.get(name, -1) > card.at or is_left_out(model, question):
            continue
        if entered in ("", "_unknown"):
            if not question.is_core(stored_form(model)):
                model.note(name, None, Certainty.SKIPPED)
        elif entered == answer_for(question, number + place)[0]:
            value = answer_for(question, number + place)[1]
            is_default = question.default is not None and value == question.default.value
            ticked = card.shown.filled_in().get("_estimate") == "true"
            model.note(name, value, Certainty.ESTIMATE if is_default or ticked else Certainty.SURE)
        elif question.default is not None and entered == str(question.default.value):
            model.note(name, question.default.value, Certainty.ESTIMATE)


def is_left_out(model: Model, question: Question) -> bool:
    """Say whether the question does not apply (any more), so that its answer is not taken."""
    return not question.applies(stored_form(model))


def stored_form(model: Model) -> Answers:
    """Return the model as answers."""
    return Answers({name: Answer(value, certainty) for name, (value, certainty) in model.expected.items()})  # type: ignore[arg-type]


async def take_step(chat: Chat, model: Model, cards: list[OldCard], action: str, number: int) -> None:
    """Do one thing, and note what should come of it."""
    fatima = chat.person("Fatima")
    model.now += 1
    question = question_on_screen(fatima)
    if action == "type" and question is not None:
        entered, value = answer_for(question, number)
        model.note(question.name, value)
        await fatima.says(typed(question, entered))
    elif action in ("save", "twice") and cards:
        newest = next((card for card in reversed(cards) if card.shown.has_button(SAVE)), None)
        if newest is not None:
            await save_card(fatima, model, OldCard(copy.deepcopy(newest.shown), newest.at), number, twice=action == "twice")
    elif action == "old" and cards:
        await save_card(fatima, model, cards[number % len(cards)], number, twice=False)
    elif action == "restart":
        await chat.restarts()
        fatima.fresh = []
    elif action in WORDS:
        await fatima.says(action)
    remember_cards(fatima, cards, model)


def remember_cards(fatima: Person, cards: list[OldCard], model: Model) -> None:
    """Keep every form that was just shown, as it was."""
    cards += [OldCard(copy.deepcopy(shown), model.now) for shown in fatima.fresh if shown.has_button(SAVE)]


async def stored(database: AsyncEngine) -> tuple[Mapping[str, Expected], Mapping[str, Expected]]:
    """Return the snapshot and the newest of the log, by question name."""
    async with database.begin() as connection:
        mine = select(intake.c.current, person.c.id).join(person, person.c.intake_id == intake.c.id)
        row = (await connection.execute(mine)).one()
        rows = (await connection.execute(select(answer).order_by(answer.c.revision))).all()
    snapshot: dict[str, Expected] = {name: (a.value, a.certainty) for name, a in read_answers(row.current, row.id).items()}
    log = {entry.name.split("@")[0]: (entry.value, Certainty(entry.certainty)) for entry in rows}
    return snapshot, log


WORDS = ("terug", "verder", "overzicht", "stop", "kaart", "help")
ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["type"] * 6 + ["save"] * 6 + ["twice", "old", "old", "restart", *WORDS]),
        st.integers(0, 255),
    ),
    min_size=5,
    max_size=40,
)


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking forty turns takes minutes
)
@given(actions=ACTIONS, redeploy_after=st.integers(0, 30), how=st.sampled_from(["execute", "submit"]))
async def test_no_answer_is_lost_or_misfiled(
    database: AsyncEngine, emptier: Emptier, actions: list[tuple[str, int]], redeploy_after: int, how: str
) -> None:
    emptier.empty()
    chat, model = Chat(database, how=how), Model()
    cards: list[OldCard] = []
    fatima = chat.person("Fatima")
    with pytest.MonkeyPatch.context() as deployment:
        applies = Question.applies
        deployment.setattr(Question, "applies", lambda self, known: self.name not in INSERTED and applies(self, known))
        await fatima.opens()
        await fatima.clicks("Ja, dat mag")
        await fatima.clicks("Volledig: 5 tot 10 minuten")
        remember_cards(fatima, cards, model)
        for place, (action, number) in enumerate(actions):
            if place == redeploy_after:
                deployment.undo()
                await chat.restarts()
                fatima.fresh = []
            await take_step(chat, model, cards, action, number)
        snapshot, log = await stored(database)
        assert snapshot == model.expected
        assert log == model.expected
