"""What the team knows of a company before it talks with it: its answers, its people, and how it was approached."""

import datetime
from dataclasses import dataclass, field

from domain.companies.companies import Contact, Provenance
from domain.consent.consents import Purpose
from domain.demand.measured import MeasuredDays
from domain.intake.answers import Answers
from domain.intake.stage import Stage


@dataclass(frozen=True, slots=True)
class Talker:
    """Somebody of the company who takes part: their work by its label, and whether they may sign (None: not said)."""

    name: str
    work: str = ""
    may_sign: bool | None = None
    email: str = ""


@dataclass(frozen=True, slots=True)
class CompanyFile:
    """One company as the team sees it. Without an intake there are no answers; `withdrawn`: it may not be approached.

    `contacts` are those of the register, each with where it comes from, to be told at the first contact.
    """

    answers: Answers = field(default_factory=Answers)
    stage: Stage | None = None
    confirmed: bool = False
    phoned: bool = False
    allowed: frozenset[Purpose] = frozenset()
    people: tuple[Talker, ...] = ()
    contacts: tuple[tuple[Contact, Provenance], ...] = ()
    approached_at: datetime.datetime | None = None
    withdrawn: bool = False
    measured: MeasuredDays | None = None
