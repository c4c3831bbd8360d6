"""Whom of a terrain to call, in which order, and why each comes now: the pure rule behind `bellijst`."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from uuid import UUID

from domain.companies.company_row import CompanyRow
from domain.dossier.forms import CallOutcome
from domain.intake.sections.company import CompanyPart

REST = datetime.timedelta(days=7)  # own assumption: who was spoken to without a next date is left alone so long
HELD = datetime.timedelta(minutes=30)  # own assumption: no call takes longer, so whoever began one has put the card away
PROBLEM = frozenset({CompanyPart.PROBLEM_OWNER, CompanyPart.BOTH})
LONG_AGO = datetime.date.min


class CallReason(IntEnum):
    """Why a company is called now; what comes first here is called first."""

    ASKED = 1  # it asked to be called
    AGREED = 2  # the day that was agreed has come
    NOMINATED = 3  # others named it, and nobody spoke with it yet
    PROBLEM = 4  # it has a problem to solve, and is not done
    UNSIGNED = 5  # it is done, and its mandate waits for a signature
    SILENT = 6  # it is not done, and was not heard for longest
    TRIED = 7  # it was not reached today


@dataclass(frozen=True, slots=True)
class CallReach:
    """Who of a terrain can be called, by the ids of intakes and of the register: of whom there is a number, who is `quiet`
    (asked for no messages), and since when an intake `asked` to be called.
    """

    numbers: frozenset[UUID] = frozenset()
    quiet: frozenset[UUID] = frozenset()
    asked: Mapping[UUID, datetime.date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DueCalls:
    """How many companies of a terrain are to be called today; `since` and `newest` are the first and the last day agreed on."""

    companies: int
    since: datetime.date
    newest: datetime.date


@dataclass(frozen=True, slots=True)
class Call:
    """One company to call. `since` is the day its reason is about: that was agreed or asked, or of the last call; None: never."""

    row: CompanyRow
    reason: CallReason
    since: datetime.date | None = None

    @property
    def order(self) -> tuple[int, datetime.date, str, str]:
        """Return its place: by reason, of that the longest waiting first, then by name."""
        return (self.reason, self.since or LONG_AGO, self.row.name.casefold(), self.row.key)


def calls_of(rows: Iterable[CompanyRow], reach: CallReach, today: datetime.date) -> tuple[Call, ...]:
    """Return the companies to call today, in order. Who withdrew, said no, has no number or asked for silence is not there."""
    found = (call_of(row, reach, today) for row in rows if may_be_called(row, reach))
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.order))


def may_be_called(row: CompanyRow, reach: CallReach) -> bool:
    """Say whether a company may be called at all. Whoever asked for it may, also after asking for no messages."""
    refused = row.last is not None and row.last.outcome == CallOutcome.NOT_WANTED
    if row.withdrawn or refused or reach.numbers.isdisjoint({row.intake, row.register}):
        return False
    return row.intake in reach.asked or row.intake not in reach.quiet


def call_of(row: CompanyRow, reach: CallReach, today: datetime.date) -> Call | None:
    """Return why a company is called today; None when there is no reason to."""
    if row.last is not None and row.last.day == today and row.last.outcome:  # once more only when it came to nothing yet
        again = row.last.outcome == CallOutcome.NOT_REACHED or row.next_call == today
        return Call(row, CallReason.TRIED, today) if again else None
    if row.intake is not None and row.intake in reach.asked:
        return Call(row, CallReason.ASKED, reach.asked[row.intake])
    if row.next_call is not None:
        return Call(row, CallReason.AGREED, row.next_call) if row.next_call <= today else None
    return unasked(row, today)


def unasked(row: CompanyRow, today: datetime.date) -> Call | None:
    """Return why a company is called with which nothing was agreed; None when it is done, or was spoken to lately."""
    last = row.last.day if row.last is not None else None
    spoken = last if row.last is not None and row.last.outcome != CallOutcome.NOT_REACHED else None
    if row.nominated_by and spoken is None:
        return Call(row, CallReason.NOMINATED, last)
    if spoken is not None and today - spoken < REST:
        return None
    if row.confirmed:
        return Call(row, CallReason.UNSIGNED, last) if row.mandate is False else None
    return Call(row, CallReason.PROBLEM if row.part in PROBLEM else CallReason.SILENT, last)
