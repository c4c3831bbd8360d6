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
from bot.turn.replies import reply_to
from bot.turn.results import DecidedTurn, TurnResult, again, changes_of, kept_body, keys_of, new_turn, nothing_of
from dialogs.conversation import converse
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.turn.events import GuestsRead, Ignored, Left, Returned, Scope
from dialogs.turn.known import House, Known
from dialogs.turn.place import Place
from domain.intake.acceptance import clean_name
from domain.intake.intake import Intake
from storage.database.transactions import Database, DatabaseGone, RaceLost, Transaction, transaction
from storage.disclosure.portions import Choose, in_a_thread
from storage.erasure import erase_intake, erase_person
from storage.inbox.wishes import note_guests
from storage.intake.intakes import forget_reference, make_official
from storage.stores import Stores
from storage.turn.loading import Handled, Loaded, looking, meet
from storage.turn.roles import Met
from storage.turn.saving import StoredIfUnchanged, save, save_turn, storing
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
        letters: Outbox = Outbox(PaperOffers()),  # noqa: B008 - frozen
        choose: Choose = in_a_thread,
    ) -> None:
        """Keep what every turn needs; `clock` tells the time in UTC, `letters` writes what is left for others and later, and
        `choose` says where to add up companies.
        """
        super().__init__(database, clock, house, letters)
        self.register, self.offering, self.choose = register, letters.offering, choose
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
        """Keep who are guests. It is nobody's turn: who asked may be erased by now, and is not to be made again by it."""
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
        keys = keys_of(arrival)
        loaded = None if locked else await self.looking.ask(keys)
        try:
            async with TurnTransaction(self.database, keys, loaded) as opening:
                return await self.turn_here(opening, arrival, loaded or await opening.lock())
        except Handled as handled:
            return again(handled.turn)

    async def turn_here(self, opening: TurnTransaction, arrival: Arrival, loaded: Loaded) -> TurnResult:
        """Take one turn in somebody's personal chat, on what was loaded."""
        if loaded.earlier is not None:
            return again(loaded.earlier)
        if isinstance(arrival.event, Returned) and not await self.letters.withdraw_apology(opening.connection, arrival):
            return nothing_of(arrival)
        drawn = await self.draw(opening.connection, arrival, loaded)
        if drawn.step.erase or self.letters.are_left_by(drawn.step, drawn.built):
            await opening.lock()
        if opening.is_open:
            await save(opening.connection, drawn.changes, drawn.new)
            await self.do_the_rest(opening.connection, arrival, loaded, drawn)
        elif not await self.storing.ask(StoredIfUnchanged(drawn.changes, drawn.new, loaded.seen)):
            raise RaceLost
        return self.keep(drawn)

    async def draw(self, connection: Transaction, arrival: Arrival, loaded: Loaded) -> DecidedTurn:
        """Let the dialog decide in somebody's personal chat, and write down what is to be stored; nothing of it is yet."""
        turn_id, place = uuid4(), Place.model_validate(loaded.place)
        roles = self.house.roles_of(arrival.sender, loaded.grants)
        known = Known(
            turn_id, loaded.person, arrival.sender, place, loaded.intake, self.clock(), self.house, loaded.acting, roles
        )
        names = await self.register.refresh()
        stores = Stores(
            connection,
            loaded.person,
            loaded.intake.id,
            names,
            loaded.current,
            acting=loaded.acting,
            tenant=arrival.sender.tenant,
            object_id=arrival.sender.object_id,
            now=known.now,
            quiet=self.house.quiet,
            choose=self.choose,
        )
        step = await converse(known, arrival.event, stores)

        def find_card(of: UUID) -> str | None:
            return self.notebook.card_of(of) or (loaded.card if of == place.card else None)

        replies = await self.offering.keep(connection, step.replies, loaded.person, step.known.intake.id, known.now, By.of(known))
        built = reply_to(arrival.event, replies, find_card, invoke=arrival.invoke, personal=True, door=self.offering.door)
        new = new_turn(arrival, known, built, None if step.erase and not loaded.acting else loaded.person)
        new = replace(new, intake=None if step.erase else step.about or step.known.intake.id, body=kept_body(step, built))
        return DecidedTurn(step, changes_of(step, stores, arrival), new, built, stores.outbox)

    async def do_the_rest(self, connection: Transaction, arrival: Arrival, loaded: Loaded, drawn: DecidedTurn) -> None:
        """Do what comes with a turn, after it was saved: erase, write letters, start work."""
        step = drawn.step
        if step.erase:
            await (erase_intake(connection, step.known.intake.id) if loaded.acting else erase_person(connection, loaded.person))
        await self.letters.write(connection, step, arrival, drawn.built)
        await self.letters.wake_all(connection, drawn.outbox)

    def keep(self, drawn: DecidedTurn) -> TurnResult:
        """Return what is left of a turn that was stored: the replies to deliver."""
        new, built = drawn.new, drawn.built
        self.notebook.expect(new.id, built.card)
        return TurnResult(new.id, tuple(built.outgoing), built.body, dict(new.reference), errands=tuple(drawn.step.errands))

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
            choose=self.choose,
        )
        step = await converse(known, arrival.event, stores, arrival.scope)
        replies = await self.offering.keep(connection, step.replies, None, None, known.now, By.of(known))
        built = reply_to(arrival.event, replies, lambda _: None, invoke=arrival.invoke, personal=False, door=self.offering.door)
        new = replace(new_turn(arrival, known, built, None), intake=step.about, body=kept_body(step, built))
        await save_turn(connection, new)
        await self.letters.write(connection, step, arrival, built)
        await self.letters.wake_all(connection, stores.outbox)
        return TurnResult(known.turn, tuple(built.outgoing), built.body, arrival.reference, errands=tuple(step.errands))

    async def knows_elsewhere(self, connection: Transaction, arrival: Arrival, met: Met) -> Known:
        """Return what is known in a channel: of who holds a role also who they are, so that what they do bears their name."""
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
