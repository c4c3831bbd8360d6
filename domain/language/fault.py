"""What can be wrong with words for companies, and what must be known to judge them."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from domain.terrains.plan_map import Congestion


class FaultKind(StrEnum):
    """What is wrong."""

    INFORMAL = "informal"
    HARD = "hard"
    LONG = "long"
    AVERAGE = "average"
    SHOUTED = "shouted"
    PRESSURE = "pressure"
    DEBATE = "debate"
    PROMISE = "promise"
    WEEKDAY = "weekday"
    SENDER = "sender"
    UNSIGNED = "unsigned"


@dataclass(frozen=True, slots=True)
class TextFacts:
    """What is so, so that a text can be held against it.

    `sender` is our organisation (empty: who sends it is not judged); `today` the day here (None: only a date with its year is
    held against the calendar); `operator_comes` once that is ticked; `congestion` as the register says, None where it does not.
    """

    sender: str = ""
    today: datetime.date | None = None
    operator_comes: bool = False
    congestion: Congestion | None = None


@dataclass(frozen=True, slots=True)
class WordFault:
    """One fault: from where to where in the text, why it is one (Dutch, B1), and what could stand there instead.

    `proposal` is the whole sentence (`start_of`, `end_of`) anew, without any fault; empty where no rule can mend it.
    """

    kind: FaultKind
    start: int
    end: int
    why: str
    proposal: str = ""
    start_of: int = 0
    end_of: int = 0


NOTHING_KNOWN = TextFacts()
