"""What a turn leaves for others or for later, in its own transaction: each is a row of its own, which the sweep brings."""

import datetime
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from bot.exchange import Arrival, Outgoing, is_window
from bot.mail.desk import MailDesk
from bot.mail.letters import enclosed
from bot.turn.papers import BY_NOBODY, By, PaperOffers
from bot.turn.posts import keep_post
from bot.turn.replies import card_activity, unasked
from bot.turn.results import TurnResult
from cards.capabilities import PLAYGROUND
from cards.views.notice import NoticeCard
from dialogs.turn.errands import Errand, FetchFile, ReadGuests, ReadTeam, SavePaper
from dialogs.turn.events import Scope, TeamRead
from dialogs.turn.replies import Enclose, OfferPaper, Reply, Say, StartWork
from dialogs.turn.step import Step
from dialogs.works import find_work
from domain.notices.notice import Wake
from storage.database.transactions import Transaction
from storage.turn.saving import NewTurn, save_turn
from storage.turn.turns import reach, withdraw
from storage.work.works import NewWork, keep_work

# An errand has a minute, three times at most; then the person is asked to do it again.
ERRAND_SECONDS = 240
ENDED = "Dit is klaar."
FAILED = "Dit is niet gelukt."
NOT_FETCHED = "Het is niet gelukt om uw bestand op te halen. Stuur het nog een keer."
NOT_SAVED = "Het is niet gelukt om het bestand bij u te bewaren. Typ 'stuur link' voor een link."
NOT_READ = "Het is niet gelukt om de leden van dit team te lezen. Typ 'koppel projectteam' nog een keer."


Defer = Callable[[Transaction, UUID], Awaitable[None]]


async def defer_nothing(_: Transaction, work: UUID) -> None:
    """Have no queue: for tests that start no work."""
    raise RuntimeError(f"no queue for work {work}")


WakeUp = Callable[[Transaction, Sequence[Wake]], Awaitable[None]]


async def wake_nobody(_: Transaction, __: Sequence[Wake]) -> None:
    """Have no queue: what is due is found within minutes all the same."""


@dataclass(frozen=True, slots=True)
class Outbox:
    """Writes them; `defer` puts the id of kept work in the queue, inside the transaction, and `wake` what is due for whom.

    `mail` is for who has no Teams.
    """

    papers: PaperOffers
    defer: Defer = defer_nothing
    wake: WakeUp = wake_nobody
    mail: MailDesk = MailDesk()  # noqa: RUF009 - frozen

    @staticmethod
    def has_work_for(step: Step, result: TurnResult) -> bool:
        """Say whether `write` has anything to write."""
        return bool(result.works or step.tells or step.posts or step.errands)

    async def write(self, connection: Transaction, step: Step, arrival: Arrival, result: TurnResult) -> None:
        """Write everything that a step leaves besides its own replies, which are in the result."""
        person, now = step.known.person, step.known.now
        for work, place in result.works:
            await self.start(connection, step, arrival, work, place)
        for tell in step.tells:
            await self.tell(connection, tell.person, tell.replies, now)
        for post in step.posts:
            await keep_post(connection, post, self.papers, now)
        for number, errand in enumerate(step.errands):
            await self.apologise_later(connection, arrival, number, errand, person, now)

    async def wake_all(self, connection: Transaction, outbox: Sequence[Wake]) -> None:
        """Put what is due in the queue, when there is something: nearly always there is not."""
        if outbox:
            await self.wake(connection, outbox)

    async def tell(
        self,
        connection: Transaction,
        person: UUID,
        replies: Sequence[Reply],
        now: datetime.datetime,
        key: str = "",
        *,
        whole: bool = False,
    ) -> UUID | None:
        """Tell a person something in their own chat, or by mail, and return its turn; None when they cannot be reached.

        `key` makes sure that it is told once. `whole`: a mail may say all of it, not only that there is news.
        """
        there, turn = await reach(connection, person), uuid4()
        key = key or f"tell:{turn}"
        if there is None:
            return await self.mail_to(connection, person, replies, now, key, whole=whole)
        tenant, reference = there
        if is_window(reference):
            await self.mail_to(connection, person, replies, now, key, whole=whole and bool(enclosed(replies)))
        papers = self.papers.at(reference)
        shown = await papers.keep(connection, replies, person, None, now)
        outgoing = unasked(shown, personal=True, door=papers.door)
        new = NewTurn(turn, tenant, reference["conversation"]["id"], key, person, reference, outgoing, now, lease_seconds=0)
        await save_turn(connection, new)
        return turn

    async def mail_to(
        self, connection: Transaction, person: UUID, replies: Sequence[Reply], now: datetime.datetime, key: str, *, whole: bool
    ) -> UUID | None:
        """Mail somebody what they are told, or that there is news; None when we may not. Papers go as links."""
        if not await self.mail.may_mail(connection, person, now):
            return None
        if not whole:
            return await self.mail.knock(connection, person, now)
        shown = await replace(self.papers, door=PLAYGROUND).keep(connection, replies, person, None, now)
        return await self.mail.write(connection, person, (*shown, *map(Enclose, enclosed(replies))), now, key)

    async def write_to(
        self, connection: Transaction, addressee: UUID, replies: Sequence[Reply], now: datetime.datetime, key: str
    ) -> UUID | None:
        """Mail who is no person here what they are told, and return its turn; None when we may not. Papers go as links."""
        told = [one for one in replies if self.papers.public_url or not isinstance(one, OfferPaper)]
        shown = await replace(self.papers, door=PLAYGROUND).keep(connection, told, None, None, now)
        return await self.mail.write_to(connection, addressee, (*shown, *map(Enclose, enclosed(replies))), now, key)

    async def start(self, connection: Transaction, step: Step, arrival: Arrival, started: StartWork, place: int) -> None:
        """Keep work that was started, and put it in the queue of this same transaction."""
        if find_work(started.work) is None:
            raise LookupError(f"{started.work} is not among the works that are declared")
        new = NewWork(
            uuid4(),
            started.work,
            started.ids,
            started.title,
            step.known.person,
            arrival.scope is Scope.PERSONAL,
            arrival.tenant,
            arrival.conversation,
            arrival.reference,
            step.known.turn,
            place,
            step.known.now,
        )
        await keep_work(connection, new)
        await self.defer(connection, new.id)

    async def tell_result(
        self,
        connection: Transaction,
        work: NewWork,
        replies: Sequence[Reply],
        card: str | None,
        now: datetime.datetime,
        *,
        by: By = BY_NOBODY,
        failed: bool = False,
    ) -> None:
        """Tell what came of some work where it was asked for, and let its card say that it ended."""
        person = work.person_id if work.personal else None
        papers = self.papers.at(work.reference)
        shown = await papers.keep(connection, replies, person, None, now, by)
        ended = card_activity(NoticeCard(title=work.title, lines=(FAILED if failed else ENDED,)))
        outgoing = [
            *([Outgoing("update", ended, card)] if card else []),
            *unasked(shown, personal=work.personal, door=papers.door),
        ]
        await save_turn(connection, turn_about(work, f"work:{work.id}", outgoing, now))

    async def apologise_later(
        self, connection: Transaction, arrival: Arrival, number: int, errand: Errand, person: UUID, now: datetime.datetime
    ) -> None:
        """Write the apology for an errand; it is withdrawn when the errand comes back, and sent when it never does."""
        words = apology_for(errand)
        if not words:
            return
        new = NewTurn(
            uuid4(),
            arrival.tenant,
            arrival.conversation,
            apology_key(errand_key(arrival.activity, number)),
            person,
            arrival.reference,
            unasked([Say(words)], personal=True),
            now,
            lease_seconds=ERRAND_SECONDS,
        )
        await save_turn(connection, new)

    async def withdraw_apology(self, connection: Transaction, arrival: Arrival) -> bool:
        """Withdraw the apology for an errand that came back; False when it is too late, or when it came back before."""
        if isinstance(arrival.event, TeamRead) and not arrival.event.link:
            return True  # none was written
        return await withdraw(connection, arrival.tenant, arrival.conversation, apology_key(arrival.activity))


def apology_for(errand: Errand) -> str:
    """Return what to say when an errand does not come back; nothing where nobody waits for it."""
    match errand:
        case FetchFile():
            return NOT_FETCHED
        case SavePaper():
            return NOT_SAVED
        case ReadTeam():
            return NOT_READ if errand.link else ""
        case ReadGuests():
            return ""


def turn_about(work: NewWork, key: str, outgoing: Sequence[Outgoing], now: datetime.datetime) -> NewTurn:
    """Return the row that brings something about some work to where it was asked for."""
    to = (work.person_id, work.reference)
    return NewTurn(uuid4(), work.tenant, work.conversation, key, *to, outgoing, now, lease_seconds=0)


def errand_key(activity: str, number: int) -> str:
    """Return the key of the turn in which an errand of this activity comes back."""
    return f"{activity}/{number}"


def apology_key(errand: str) -> str:
    """Return the key of the apology that is sent when an errand does not come back."""
    return f"{errand}/lost"
