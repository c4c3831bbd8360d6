"""What there is none of: "geen accu", "een batterij hebben wij niet", "nu ligt er niks"."""

import re
from collections.abc import Iterator

from dialogs.dutch.counted import COMING, is_called
from dialogs.dutch.typed import in_standard, listed
from dialogs.questions.classes import cues
from dialogs.questions.heard import FoundAnswer, HeardSoFar
from dialogs.questions.meaning import Meant
from dialogs.questions.mentions import WORD
from domain.intake.question import AnswerKind, Question

CLAUSE = re.compile(r"[,;:.] |\b(?:en|maar)\b")
NAMED_BEFORE = re.compile(r"\b(?:geen|zonder)(?: enkele| eigen)? (?=[a-z])")
NAMED_BEHIND = re.compile(
    r"(?:,| die| dat)?(?: (?:hebben|heb|heeft|is|zijn|ligt|liggen|staat|staan|hangt|hangen|zit|zitten|wij|we|ik|er|hier|nog|ook"
    r"|nu|hebt))+"
    r" niet$"
)
NOTHING_NOW = re.compile(
    r"(?:nee )?(?:(?:nu|op dit moment|momenteel|vooralsnog|nog|er|is|ligt|liggen|staat|hebben|wij|we|ik|heb|hier) ){1,6}"
    r"(?:nog )?(?:niets|geen enkele)$"
)
OTHER_WORDS = frozenset(listed("probleem, idee, zin, plan, plannen, plek, plaats, ruimte, geld, keuze, kosten"))


def read_absent(heard: HeardSoFar, piece: str) -> Iterator[FoundAnswer]:
    """Yield the questions about a number that a sentence answers with none."""
    for clause in map(str.strip, CLAUSE.split(in_standard(piece))):
        if COMING.intersection(clause.split()):
            continue
        named = absent_in(clause)
        question = counted_so(heard, named) if named else None
        if question is None and NOTHING_NOW.fullmatch(clause) and not re.search(r"\d", piece):
            question = heard.asked if heard.asked is not None and is_counted_now(heard.asked) else None
        if question is not None:
            yield FoundAnswer(question, Meant(0.0), clause)


def absent_in(clause: str) -> tuple[str, ...]:
    """Return the words for what a clause says there is none of; empty when it says nothing of the kind."""
    before = NAMED_BEFORE.search(clause)
    if before is not None:
        return tuple(WORD.findall(clause[before.end() :])[:1])
    behind = NAMED_BEHIND.search(clause)
    return tuple(WORD.findall(clause[: behind.start()])[-1:]) if behind is not None else ()


def counted_so(heard: HeardSoFar, named: tuple[str, ...]) -> Question | None:
    """Return the question that counts what is named."""
    if OTHER_WORDS.intersection(named):
        return None
    counted = [
        one for one in heard.questions if is_counted_now(one) and any(is_called(named, name) for name in one.ask.said.counted)
    ]
    own = [one for one in counted if not one.ask.said.cues or any(cues(named[0], cue) for cue in one.ask.said.cues)]
    return heard.of_class(own, named) if len({one.name.partition(".")[2] for one in own}) == 1 else None


def is_counted_now(question: Question) -> bool:
    """Say whether a question asks how much there is now of something that is no vehicle."""
    said = question.ask.said
    return question.kind is AnswerKind.NUMBER and bool(said.counted) and not (said.later or said.vehicles or said.year)
