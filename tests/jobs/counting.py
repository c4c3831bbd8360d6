"""Work for tests: it counts, adds up beside the conversations, breaks, or waits."""

import asyncio
from collections.abc import Sequence

from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.replies import OfferPaper, Reply, Say, StartWork
from dialogs.turn.step import Step
from dialogs.turn.work import Work, Working
from domain.access.roles import Right
from domain.inbox.requests import RequestKind
from tests.papers.conftest import FACTSHEET

STARTED, RELEASE = asyncio.Event(), asyncio.Event()


async def count(working: Working) -> Sequence[Reply]:
    """Count to a number, and keep a question as a trace of it."""
    last = int(working.ids["last"])
    for number in range(last):
        await working.progress(number, last)
    await working.stores.requests.keep(RequestKind.QUESTION, f"geteld tot {last}")
    return [Say(f"Ik telde tot {last}."), *([OfferPaper(FACTSHEET)] if last == 3 else ())]


async def add(working: Working) -> Sequence[Reply]:
    """Add up in another process."""
    return [Say(f"Samen {await working.aside(sum, (1, 2, 3))}.")]


async def breaks(working: Working) -> Sequence[Reply]:
    """Keep something, and break."""
    await working.stores.requests.keep(RequestKind.QUESTION, "half werk")
    raise RuntimeError("stroomstoring")


async def waits(working: Working) -> Sequence[Reply]:
    """Keep something, and wait until a test says so."""
    await working.stores.requests.keep(RequestKind.QUESTION, "lang werk")
    STARTED.set()
    await RELEASE.wait()
    return [Say("Eindelijk klaar.")]


async def writes_last(working: Working) -> Sequence[Reply]:
    """Wait until a test says so, and keep something then."""
    STARTED.set()
    await RELEASE.wait()
    await working.stores.requests.keep(RequestKind.QUESTION, "te laat")
    return [Say("Eindelijk klaar.")]


async def guarded(working: Working) -> Sequence[Reply]:
    """Tell what only the project team may know."""
    await working.stores.requests.keep(RequestKind.QUESTION, "bewaakt werk")
    return [Say("Dit is alleen voor het projectteam."), OfferPaper(FACTSHEET)]


WORKS = (
    *(Work(handler.__name__, handler) for handler in (count, add, breaks, waits, writes_last)),
    Work("guarded", guarded, Right.WORK),
)


async def start(step: Step, text: str) -> None:
    """Start work by its name, with a number."""
    name, _, last = text.partition(" ")
    step.show(StartWork(next(work.name for work in WORKS if work.name == name), "Ik ga tellen", {"last": last}))


COMMAND = Command(("werk",), "werk", start, Users.ANYONE, Takes.TEXT, scopes=tuple(Scope))
