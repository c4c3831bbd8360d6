"""Every activity that comes in is looked after here until it is answered: in order, in time, whatever breaks."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import structlog
from structlog.contextvars import bound_contextvars

from bot.exchange import Arrival, Delivery, Unavailable
from bot.metrics import Metrics
from bot.sentences import ANSWERED, NOT_SAVED_YET, SEND_AGAIN, new_code, went_wrong
from bot.teams.invokes import Body, failed, moment, says
from bot.timeouts import Timeouts
from bot.turn.acknowledged import Acknowledged, AcknowledgedLog
from bot.turn.errands import Errands
from bot.turn.keyed_lock import KeyedLock
from bot.turn.outbox import errand_key
from bot.turn.sender import ReplySender
from dialogs.turn.errands import Errand
from dialogs.turn.events import ChannelChanged, Left, Pressed, TeamChanged

log = structlog.get_logger(__name__)


class TurnTaker(Protocol):
    """The conversation core, as far as it is needed here."""

    async def take(self, arrival: Arrival) -> Delivery:
        """Decide and commit; raises Unavailable when the database is gone."""


@dataclass(slots=True)
class Turn:
    """One activity while it is being handled. `answer` is what an invoke's caller waits for; `taken` comes when all of it is
    stored, its replies too, or it was given up: Teams need not deliver it again then.
    """

    arrival: Arrival
    answer: asyncio.Future[Body] | None = None
    code: str = field(default_factory=new_code)
    started: float = field(default_factory=time.monotonic)
    taken: asyncio.Event = field(default_factory=asyncio.Event)
    told: bool = False
    noted: bool = False
    late: bool = False
    returned: bool = False


class Reception:
    """Handles turns: one at a time per person, all people side by side."""

    def __init__(
        self,
        core: TurnTaker,
        reply_sender: ReplySender,
        metrics: Metrics,
        ready: Callable[[], Awaitable[bool]],
        timeouts: Timeouts,
        acknowledged: AcknowledgedLog,
        errands: Errands,
    ) -> None:
        """`ready` says whether the database can be reached."""
        self._acknowledged, self._errands = acknowledged, errands
        self._core, self._reply_sender, self._metrics, self._ready = core, reply_sender, metrics, ready
        self._timeouts = timeouts
        self._locks = KeyedLock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = asyncio.Event()

    async def receive(self, arrival: Arrival) -> bool:
        """Handle a message until it is stored; its replies follow by themselves, whatever happens to this process.

        Returns False when storing takes longer than Teams should wait, and goes on by itself.
        """
        turn = Turn(arrival)
        self._start(self._handle(turn))
        with suppress(TimeoutError):
            async with asyncio.timeout(self._timeouts.acknowledge):
                await turn.taken.wait()
                await asyncio.sleep(0)  # the reply sets out first: a person waits for that, Teams for this
        turn.late = not turn.taken.is_set()
        self._note_acknowledged(turn)
        return not turn.late

    async def answer(self, arrival: Arrival) -> Body:
        """Handle an invoke; return its answer in time. What comes later goes to the chat."""
        answer: asyncio.Future[Body] = asyncio.get_running_loop().create_future()
        turn = Turn(arrival, answer)
        self._start(self._handle(turn))
        done, _ = await asyncio.wait((answer,), timeout=self._timeouts.answer)
        turn.late = not done
        self._note_acknowledged(turn)
        if done:
            return answer.result()
        answer.cancel()
        return moment()

    async def make_good(self, knows: Callable[[Acknowledged], Awaitable[bool]]) -> None:
        """Ask people to send again what a process took and then died with; `knows` says whether it was stored after all."""
        for lost in self._acknowledged.take_lost():
            if not await knows(lost):
                log.warning("promise.broken")
                await self._reply_sender.say(lost.reference, SEND_AGAIN)

    def _note_acknowledged(self, turn: Turn) -> None:
        """Note what Teams will not deliver again, although nothing of it is stored yet."""
        if turn.taken.is_set():
            return
        try:
            self._acknowledged.note(turn.code, turn.arrival)
            turn.noted = True
        except OSError as error:  # the turn goes on; only a crash would go unnoticed now
            log.warning("promise.unwritten", error=type(error).__name__)

    async def close(self) -> None:
        """Finish the turns in progress; held messages are given back to their people."""
        self._closing.set()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=self._timeouts.close)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        self._acknowledged.close()

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _handle(self, turn: Turn) -> None:
        arrival = turn.arrival
        kind = type(arrival.event).__name__
        with bound_contextvars(turn=turn.code, activity=arrival.activity, conversation=arrival.conversation):
            worry = asyncio.get_running_loop().call_later(self._timeouts.worry, self._worry, turn)
            self._metrics.busy.inc()
            try:
                async with self._locks.turn_of((arrival.tenant, arrival.sender.object_id)):
                    await self._take_and_deliver(turn)
            except Exception as error:  # noqa: BLE001 - whatever breaks, the person hears something
                await self._apologise(turn, error)
            finally:
                if turn.noted and turn.taken.is_set():  # a turn that was cut off is made good by the next process
                    self._acknowledged.forget(turn.code)
                worry.cancel()
                self._metrics.busy.dec()
                seconds = time.monotonic() - turn.started
                self._metrics.seconds.observe(seconds)
                self._metrics.turns.labels(kind).inc()
                log.info("turn", event_kind=kind, scope=arrival.scope.value, ms=round(seconds * 1000, 1))

    async def _take_and_deliver(self, turn: Turn) -> None:
        delivery = await self._take(turn)
        turn.taken.set()
        if delivery is None:
            return
        if delivery.missed:
            self._metrics.misses.labels(delivery.missed).inc()
        await self._give_answer(turn, delivery.body)
        await (self._reply_sender.deliver_late(delivery) if turn.late else self._reply_sender.deliver(delivery))
        for number, errand in enumerate(delivery.errands):
            self._start(self._run(turn.arrival, number, errand))

    async def _run(self, asked: Arrival, number: int, errand: Errand) -> None:
        """Run an errand while its person can go on, and take what it comes back with as a turn of its own.

        What breaks here is made good by an apology that was written in the turn that asked for it.
        """
        try:
            event = await self._errands.run(errand, asked.reference)
        except Exception as error:
            log.exception("errand.failed", exc_info=error)
            return
        returned = replace(asked, activity=errand_key(asked.activity, number), event=event, invoke=False)
        await self._handle(Turn(returned, late=True, returned=True))

    async def _take(self, turn: Turn) -> Delivery | None:
        """Return what the core decided; None when the database stayed away and the person was asked to send again."""
        while True:
            try:
                return await self._core.take(turn.arrival)
            except Unavailable:
                await self._tell_not_saved(turn)
            if self._closing.is_set() or time.monotonic() - turn.started >= self._timeouts.hold:
                if not turn.returned:  # the apology for the errand says so
                    await self._reply_sender.say(turn.arrival.reference, SEND_AGAIN)
                return None
            try:
                await asyncio.wait_for(self._closing.wait(), self._timeouts.pause)
            except TimeoutError:
                continue

    def _worry(self, turn: Turn) -> None:
        """Look, some seconds after the arrival, whether a silent database is what keeps this turn."""
        if not turn.taken.is_set() and not turn.told:
            self._start(self._tell_when_not_ready(turn))

    async def _tell_when_not_ready(self, turn: Turn) -> None:
        try:
            ready = await asyncio.wait_for(self._ready(), self._timeouts.ready)
        except TimeoutError:
            ready = False
        if not ready and not turn.taken.is_set():
            await self._tell_not_saved(turn)

    async def _tell_not_saved(self, turn: Turn) -> None:
        if turn.told:
            return
        turn.told = True
        self._metrics.held.inc()
        log.warning("turn.held")
        if turn.answer and not turn.answer.done():
            turn.answer.set_result(says(NOT_SAVED_YET))
        else:
            await self._reply_sender.say(turn.arrival.reference, NOT_SAVED_YET)

    async def _give_answer(self, turn: Turn, body: Body | None) -> None:
        if turn.answer and not turn.answer.done():
            turn.answer.set_result(body or says(ANSWERED))
        elif turn.answer and body:
            pressed = turn.arrival.event
            card = pressed.card if isinstance(pressed, Pressed) else None
            await self._reply_sender.bring_late(turn.arrival.reference, body, card)

    async def _apologise(self, turn: Turn, error: Exception) -> None:
        turn.told = True  # or is about to be: that the database is silent is beside the point now
        self._metrics.errors.inc()
        log.error("turn.failed", exc_info=error)
        if turn.answer and not turn.answer.done():
            turn.answer.set_result(failed(turn.code))
        if not isinstance(turn.arrival.event, Left | TeamChanged | ChannelChanged):
            await self._reply_sender.say(turn.arrival.reference, went_wrong(turn.code))
        turn.taken.set()
