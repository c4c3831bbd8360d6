"""One turn: load, let the dialog decide, store everything in one commit, and hand over what is to be sent."""

import datetime
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Protocol
from uuid import UUID, uuid4

from bot.exchange import Arrival, Unavailable
from bot.turn.deliveries import Deliveries
from bot.turn.outbox import Outbox
from bot.turn.papers import By, PaperOffers
from bot.turn.posts import meet_channel
from bot.turn.replies import add_replies
from bot.turn.results import TurnResult, again, changes_of, new_turn, nothing_of
from dialogs.conversation import converse
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.turn.events import GuestsRead, Ignored, Left, Returned, Scope
from dialogs.turn.known import House, Known
from dialogs.turn.place import Place
from dialogs.turn.step import Step
from domain.intake.acceptance import clean_name
from domain.intake.intake import Intake
from storage.database.transactions import Database, DatabaseGone, RaceLost, Transaction, transaction
from storage.disclosure.portions import Choose, in_a_thread
from storage.door.sessions import window_left_open
from storage.erasure import erase_intake, erase_person
from storage.inbox.wishes import note_guests
from storage.intake.intakes import forget_reference, make_official
from storage.stores import Stores
from storage.turn.loading import Handled, Loaded, Vanished, looking, meet
from storage.turn.roles import Met
from storage.turn.saving import save, save_turn, storing
from storage.turn.transaction import TurnTransaction

TRIES = 3


class NamesSource(Protocol):
    """Where the names of terrains come from."""

    async def refresh(self) -> TerrainNames:
        """Return the index, fresh enough."""


class Turns(Deliveries):
    """Takes turns on one database."""

    def __init__(
        self,
        database: Database,
        house: House,
        register: NamesSource,
        clock: Callable[[], datetime.datetime],
        outbox: Outbox = Outbox(PaperOffers()),  # noqa: B008 - frozen
        choose: Choose = in_a_thread,
    ) -> None:
        """Keep what every turn needs; `clock` tells the time in UTC, `outbox` writes what is left for others and later, and
        `choose` says where to add up companies.
        """
        super().__init__(database, clock, house, outbox)
        self.register, self.papers, self.choose = register, outbox.papers, choose
        self.looking, self.storing = looking(database), storing(database)

    async def take(self, arrival: Arrival) -> TurnResult:
        """Decide and commit; raises Unavailable when the database is gone, and then nothing was stored."""
        if isinstance(arrival.event, Ignored):
            return nothing_of(arrival)
        try:
            if isinstance(arrival.event, GuestsRead):
                return await self.note_guests(arrival, arrival.event)
            return await self.take_until_first(arrival)
        except DatabaseGone as error:
            raise Unavailable from error

    async def note_guests(self, arrival: Arrival, read: GuestsRead) -> TurnResult:
        """Keep who are guests. It is nobody's turn: whoever asked may be erased by now, and is not to be made again by it."""
        with suppress(RaceLost):  # it is asked for again
            async with transaction(self.database) as connection:
                await note_guests(connection, read.guests)
        return nothing_of(arrival)

    async def take_until_first(self, arrival: Arrival) -> TurnResult:
        """Take a turn; when another was first, once more from the start, from then on with all that it is about locked."""
        for tried in range(1, TRIES):
            with suppress(RaceLost):
                return await self.turn(arrival, locked=tried > 1)
        return await self.turn(arrival, locked=True)

    async def turn(self, arrival: Arrival, *, locked: bool = False) -> TurnResult:
        """Take one turn, in one transaction or two statements of their own. Raises RaceLost when another was first."""
        if arrival.scope is not Scope.PERSONAL:
            async with transaction(self.database) as connection:
                return await self.turn_elsewhere(connection, arrival)
        if isinstance(arrival.event, Left):
            async with transaction(self.database) as connection:
                await forget_reference(connection, arrival.sender.tenant, arrival.sender.object_id)
            return nothing_of(arrival)
        loaded = None if locked else await self.looking.ask(arrival)
        try:
            async with TurnTransaction(self.database, arrival, loaded) as opening:
                return await self.turn_here(opening, arrival, loaded or await opening.lock())
        except Handled as handled:
            return again(handled.turn)
        except Vanished:
            return nothing_of(arrival)

    async def turn_here(self, opening: TurnTransaction, arrival: Arrival, loaded: Loaded) -> TurnResult:
        """Take one turn in somebody's personal chat, on what was loaded: decide, make the replies, and store all of it."""
        if loaded.earlier is not None:
            return again(loaded.earlier)
        if isinstance(arrival.event, Returned) and not await self.outbox.withdraw_apology(opening.connection, arrival):
            return nothing_of(arrival)
        known = self.knows_here(arrival, loaded)
        stores = await self.open_stores(opening.connection, known, loaded)
        step = await converse(known, arrival.event, stores)
        result = await self.reply(opening.connection, step, arrival, loaded)
        if step.erase or self.outbox.has_work_for(step, result):
            await opening.lock()
        changes = changes_of(step, stores, arrival, loaded.seen)
        person = None if step.erase and not loaded.acting else step.known.person
        new = new_turn(step, arrival, result, person, None if step.erase else step.about or step.known.intake.id)
        if opening.is_open:
            await save(opening.connection, changes, new)
            await self.do_the_rest(opening.connection, step, arrival, result)
            await self.outbox.wake_all(opening.connection, stores.wakes)
        elif not await self.storing.ask((changes, new)):
            raise RaceLost
        self.receipts.expect(new.id, result.card)
        return result

    def knows_here(self, arrival: Arrival, loaded: Loaded) -> Known:
        """Return what is known of somebody in their personal chat."""
        place, roles = Place.model_validate(loaded.place), self.house.roles_of(arrival.sender, loaded.grants)
        sender = replace(arrival.sender, name=loaded.name) if arrival.sender.through_door else arrival.sender
        return Known(
            uuid4(), loaded.person, sender, place, loaded.intake, self.clock(), self.house, loaded.acting, roles,
            measured=loaded.measured,
        )  # fmt: skip

    async def open_stores(self, connection: Transaction, known: Known, loaded: Loaded) -> Stores[TerrainNames]:
        """Return the stores of a turn in a personal chat."""
        return Stores(
            connection,
            known.person,
            known.intake.id,
            await self.register.refresh(),
            loaded.current,
            acting=known.acting,
            tenant=known.sender.tenant,
            object_id=known.sender.object_id,
            now=known.now,
            quiet=self.house.quiet,
            mails=self.house.mails,
            choose=self.choose,
        )

    async def reply(self, connection: Transaction, step: Step, arrival: Arrival, loaded: Loaded) -> TurnResult:
        """Return what is to be delivered of a step; papers that it offers are kept now."""
        known, card = step.known, step.known.place.card

        def find_card(of: UUID) -> str | None:
            return self.receipts.card_of(of) or (loaded.card if of == card else None)

        papers = self.papers.at(arrival.reference)
        replies = await papers.keep(connection, step.replies, known.person, known.intake.id, known.now, By.of(known))
        result = TurnResult(known.turn, arrival.reference, errands=tuple(step.errands), missed=step.missed)
        add_replies(result, arrival, replies, find_card, papers.door)
        return result

    async def do_the_rest(self, connection: Transaction, step: Step, arrival: Arrival, result: TurnResult) -> None:
        """Do what comes with a turn, after it was saved: erase, and write what is for others or for later."""
        known = step.known
        if step.erase:
            await self.erase(connection, known)
        await self.outbox.write(connection, step, arrival, result)

    async def erase(self, connection: Transaction, known: Known) -> None:
        """Erase whoever asked for it, or the company that a team member works for."""
        if known.acting:
            await erase_intake(connection, known.intake.id)
        elif known.sender.through_door:
            async with window_left_open(connection, known.person, known.now):
                await erase_person(connection, known.person)
        else:
            await erase_person(connection, known.person)

    async def turn_elsewhere(self, connection: Transaction, arrival: Arrival) -> TurnResult:
        """Take a turn in a channel or a group chat: nothing personal is loaded or kept."""
        met = await meet(
            connection,
            tenant=arrival.tenant,
            object_id=arrival.sender.object_id,
            conversation=arrival.conversation,
            activity=arrival.activity,
            team=arrival.team,
        )
        if met.earlier is not None:
            return again(met.earlier)
        known = await self.knows_elsewhere(connection, arrival, met)
        known = replace(known, channel=await meet_channel(connection, arrival, met.channel, known.now))
        stores = Stores(
            connection,
            known.person,
            known.turn,
            await self.register.refresh(),
            tenant=arrival.sender.tenant,
            object_id=arrival.sender.object_id,
            reference=arrival.reference,
            now=known.now,
            quiet=self.house.quiet,
            mails=self.house.mails,
            choose=self.choose,
        )
        step = await converse(known, arrival.event, stores, arrival.scope)
        replies = await self.papers.keep(connection, step.replies, None, None, known.now, By.of(known))
        result = TurnResult(known.turn, arrival.reference, errands=tuple(step.errands), missed=step.missed)
        add_replies(result, arrival, replies, lambda _: None, self.papers.door)
        await save_turn(connection, new_turn(step, arrival, result, None, step.about))
        await self.outbox.write(connection, step, arrival, result)
        await self.outbox.wake_all(connection, stores.wakes)
        return result

    async def knows_elsewhere(self, connection: Transaction, arrival: Arrival, met: Met) -> Known:
        """Return what is known in a channel: of whoever holds a role also who they are, so that what they do bears their name."""
        turn_id, sender, roles = uuid4(), arrival.sender, self.house.roles_of(arrival.sender, met.grants)
        who = met.person if roles.held else None
        if roles.held and who is None:
            who = await make_official(connection, sender.tenant, sender.object_id, clean_name(sender.name))
        return Known(
            turn_id,
            who or turn_id,
            sender,
            Place(),
            Intake(turn_id),
            self.clock(),
            self.house,
            roles=roles,
            team=arrival.team,
            linked=met.linked,
        )
