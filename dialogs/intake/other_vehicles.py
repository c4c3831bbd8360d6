"""Answers that name other vehicles than are asked about: "3 trekkers" is no number of vans, however well it reads."""

from dialogs.dutch.counted import is_called
from dialogs.dutch.typed import tidy, words
from dialogs.questions.counting import class_of
from dialogs.questions.weights import by_weight
from domain.intake.question import AnswerKind, Question
from domain.intake.vehicles import NAMES, WORDS


def about_others(question: Question, text: str) -> str:
    """Say what the question is about, when the text names other vehicles; else nothing.

    Only by names that can be no other class: of "vrachtwagens" nobody knows which are meant.
    """
    asked = class_of(question)
    if asked is None or question.kind is AnswerKind.TEXT or text.isdecimal():
        return ""
    typed = words(tidy(by_weight(text))).split()
    others = [name for vehicles, names in NAMES.items() if vehicles is not asked for name in names]
    own = {at for at in range(len(typed)) if any(is_called(typed[at:], name) for name in NAMES[asked])}
    if own and question.ask.said.vehicles:
        return ""  # what each number is of is read with it
    named = any(is_called(typed[at:], name) for at in range(len(typed)) if not {at, at - 1} & own for name in others)
    return f"Deze vraag gaat alleen over {WORDS[asked].many}." if named else ""
