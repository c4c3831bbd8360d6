"""How a question is declared, once: the rule its answer obeys, the words it is asked in, and its section."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from domain.intake.answers import Value
from domain.intake.conditions import Condition
from domain.intake.options import Option
from domain.intake.plausibility import Check


@dataclass(frozen=True, slots=True)
class Rule:
    """The bounds of an answer, for card and chat alike.

    `ge` and `le` bound numbers; `max_length` bounds texts; `pattern` is a regular expression for a whole text;
    `unlikely_above` is where a number becomes hard to believe: it is asked back, and kept when confirmed; a `past` day may
    not be still to come; `reads` makes of a typed text how it is stored, or raises NotAccepted.
    """

    ge: float | None = None
    le: float | None = None
    max_length: int = 300
    pattern: str | None = None
    unlikely_above: float | None = None
    past: bool = False
    reads: Callable[[str], str] | None = None


@dataclass(frozen=True, slots=True)
class Default:
    """A value that is shown and may be kept, with where it comes from."""

    value: Value
    source: str


@dataclass(frozen=True, slots=True)
class Naming:
    """How people name what is asked, so that an answer to it is known among other things.

    `counted` are what its number is a number of, with `vehicles` also all names of the class; `cues` are beginnings of words
    that stand near an answer. `year` is the year it is about, `later` says that it is still to come, `unit` is one
    that is heard and never shown. With `alone` its options need no cue.
    """

    vehicles: bool = False
    counted: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    year: int = 0
    later: bool = False
    unit: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """The words and the place of a question.

    `core` questions are asked in the short version and cannot be skipped; `only_if` leaves a question out; `personal`
    answers belong to the person who answers, all others to the company; `around` helps to read "half zeven";
    `defaults` is a value per vehicle class; `seconds` is how long answering takes, for the progress line. What is not
    `asked` can only be changed; what is asked `later` is in neither version of the intake: it can be told, and is asked
    from the outlook where it decides. With `resets` an empty field takes the answer back. Without a `label` it is the
    question; `said` is how people name it.
    """

    question: str
    label: str = ""
    why: str = ""
    wrong: str = ""
    unit: str = ""
    example: str = ""
    core: bool | Condition = False
    only_if: Condition | None = None
    personal: bool = False
    asked: bool = True
    later: bool = False
    resets: bool = False
    around: Literal["morning", "evening"] | None = None
    defaults: Mapping[str, Default] = field(default_factory=dict)
    seconds: int = 7
    said: Naming = Naming()


@dataclass(frozen=True, slots=True)
class Chapter:
    """One of the steps people see ("stap 3 van 7")."""

    number: int
    title: str


class TerrainAnswer(dict[str, str]):
    """A business park as an answer: {"id": RIN number, "name": ...}, or {"typed": ...} when we do not know it."""


class Month(str):
    """A month as an answer: "2027-03"."""

    __slots__ = ()


class Member(str):
    """Somebody of the team as an answer, by key."""

    __slots__ = ()


class Offered(str):
    """One of a list that is only known when it is asked, such as the companies of a terrain, by key."""

    __slots__ = ()


Clock = datetime.time
Day = datetime.date


class Section:
    """A group of questions that belong together; its annotated fields are the questions, in order.

    `per` names an enumeration of Options: the section is then asked once per member. With `joint` all members are on
    one card, otherwise each has a card of its own. `only_if` applies to every question in it.
    """

    key: ClassVar[str]
    chapter: ClassVar[Chapter]
    title: ClassVar[str]
    per: ClassVar[type[Option] | None] = None
    joint: ClassVar[bool] = False
    only_if: ClassVar[Condition | None] = None
    intro: ClassVar[str] = ""
    checks: ClassVar[tuple[Check, ...]] = ()
