"""What was heard in a text so far, and how it becomes an answer to one question."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dialogs.questions.classes import named_class
from dialogs.questions.counting import class_of
from dialogs.questions.meaning import Meant, Reader
from domain.intake.acceptance import NotAccepted, accept
from domain.intake.question import Question
from domain.intake.vehicles import VehicleClass


@dataclass(frozen=True, slots=True)
class FoundAnswer:
    """One answer: to which question, what is meant, and the words it was read from."""

    question: Question
    meant: Meant
    said: str


@dataclass(slots=True)
class HeardSoFar:
    """What was heard so far: the classes that were named with how many, the last one of them, and whether electric ones were."""

    questions: Sequence[Question]
    asked: Question | None
    reader: Reader
    present: Sequence[VehicleClass]
    totals: Mapping[VehicleClass, float] = field(default_factory=dict)
    counted: dict[VehicleClass, float] = field(default_factory=dict)
    last: VehicleClass | None = None
    electric: bool = False
    piece: str = ""
    denied: VehicleClass | None = None  # whose number is taken back: "300 km, niet 300 trekkers, we hebben er 3"
    like: Question | None = None  # what the number just before answered of one class: "bakwagens 180 km en trekkers 300"
    measured: str = ""  # what the unit before measures: "160 kW en de piek was 148"

    def __post_init__(self) -> None:
        """Take it that somebody speaks of electric vehicles when that was asked."""
        said = self.asked.ask.said if self.asked is not None else None
        self.electric = self.electric or (said is not None and said.vehicles and bool(said.cues))

    def of_class(self, candidates: Iterable[Question], around: Sequence[str]) -> Question | None:
        """Return the one question that is meant of those asked for each class; None when nobody can tell."""
        by_class = {class_of(one): one for one in candidates}
        if len(by_class) <= 1:
            return next(iter(by_class.values()), None)
        here = named_class(around) or self.denied
        asked = class_of(self.asked) if self.asked is not None else None
        largest = max(self.counted, key=lambda one: self.counted[one], default=None)
        known = next(iter(self.present), None)
        meant = here or (asked if not self.counted else None) or largest or known
        return by_class.get(meant) if meant is not None else None


def read_as_answer(reader: Reader, question: Question, said: str) -> Meant | None:
    """Return the one thing that words can mean as an answer; None when it is none or several, or may not be."""
    meant = reader.read(question, said)
    try:
        if len(meant) == 1 and meant[0].value is not None and accept(question, meant[0].value) is not None:
            return meant[0]
    except NotAccepted:
        pass
    return None
