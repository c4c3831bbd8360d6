"""Files that people send: fetched for whoever may send them, and handed to the part that reads them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from dialogs.registers.imports import may_import, take_register
from dialogs.turn.errands import FetchFile
from dialogs.turn.events import Failure, FileCame, FileFailed, SentFiles
from dialogs.turn.step import Step, quoted

ONE = "Ik lees één bestand tegelijk. Ik begin met het eerste. Stuur de andere daarna."
FAILED = {
    Failure.LARGE: "is groter dan 20 MB. Deel het op en stuur het opnieuw.",
    Failure.UNREACHABLE: "kon ik niet ophalen. Stuur het nog een keer.",
}


@dataclass(frozen=True, slots=True)
class Taker:
    """Those who may send files, and what becomes of one: `take` runs in a turn of its own, after the file was fetched."""

    may_send: Callable[[Step], bool]
    take: Callable[[Step, FileCame], Awaitable[None]]


TAKERS: tuple[Taker, ...] = (Taker(may_import, take_register),)


def find_taker(step: Step) -> Taker | None:
    """Return what takes the files of this person; None when files are not read for them."""
    return next((taker for taker in TAKERS if taker.may_send(step)), None)


def fetch_file(step: Step, event: SentFiles) -> None:
    file, *others = event.files
    step.errands.append(FetchFile(file))
    step.say(f"Ik haal {quoted(file.name)} op.", ONE if others else "")


async def take_file(step: Step, event: FileCame) -> None:
    """Hand a file over; whoever lost the right to send it meanwhile hears nothing more."""
    taker = find_taker(step)
    if taker is not None:
        await taker.take(step, event)


def take_failure(step: Step, event: FileFailed) -> None:
    """Say that a file did not come."""
    step.say(f"Het bestand {quoted(event.name)} {FAILED[event.why]}")
