"""Files that people send: fetched for whoever may send them, and handed to the part that reads them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from dialogs.meter.meter import is_meter, may_send_meter, point_to_company, take_meter
from dialogs.registers.imports import may_import, take_register
from dialogs.turn.errands import FetchFile
from dialogs.turn.events import Failure, FileCame, FileFailed, SentFiles
from dialogs.turn.step import Step, quoted

ONE = "Ik lees één bestand tegelijk. Ik begin met het eerste. Stuur de andere daarna."
FAILED = {
    Failure.LARGE: "is groter dan 20 MB. Deel het op en stuur het opnieuw.",
    Failure.UNREACHABLE: "kon ik niet ophalen. Stuur het nog een keer.",
}


async def anything(_: Step, _event: FileCame) -> bool:
    """Take whatever nobody else knows: its reader says what is wrong with it."""
    return True


def in_own_office(step: Step) -> bool:
    """Say whether somebody may send registers and no meter: a file of a meter is of a company."""
    return may_import(step) and not may_send_meter(step)


@dataclass(frozen=True, slots=True)
class Taker:
    """Those who may send files of one kind, and what becomes of one: `take` runs in a turn of its own, after it was fetched.

    `is_its_kind` is only asked when somebody may send several kinds: then the first that knows a file takes it, else the last.
    """

    may_send: Callable[[Step], bool]
    take: Callable[[Step, FileCame], Awaitable[None]]
    is_its_kind: Callable[[Step, FileCame], Awaitable[bool]] = anything


TAKERS: tuple[Taker, ...] = (
    Taker(may_send_meter, take_meter, is_meter),
    Taker(in_own_office, point_to_company, is_meter),
    Taker(may_import, take_register),
)


def takers_for(step: Step) -> tuple[Taker, ...]:
    """Return what may take the files of this person; nothing when files are not read for them."""
    return tuple(taker for taker in TAKERS if taker.may_send(step))


async def find_taker(step: Step, event: FileCame) -> Taker | None:
    """Return what takes this file of this person: chosen by what they may send, and by what it is."""
    takers = takers_for(step)
    for taker in takers[:-1]:
        if await taker.is_its_kind(step, event):
            return taker
    return takers[-1] if takers else None


def fetch_file(step: Step, event: SentFiles) -> None:
    file, *others = event.files
    step.errands.append(FetchFile(file))
    step.say(f"Ik haal {quoted(file.name)} op.", ONE if others else "")


async def take_file(step: Step, event: FileCame) -> None:
    """Hand a file over; whoever lost the right to send it meanwhile hears nothing more."""
    taker = await find_taker(step, event)
    if taker is not None:
        await taker.take(step, event)


def take_failure(step: Step, event: FileFailed) -> None:
    """Say that a file did not come."""
    step.say(f"Het bestand {quoted(event.name)} {FAILED[event.why]}")
